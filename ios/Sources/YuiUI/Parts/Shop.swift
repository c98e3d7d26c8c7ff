// Whom it is about: a shop's name, large enough to be compared with the one over the door, and where it is.

import SwiftUI
import YuiCore

/// See the file.
struct Shop: View {
    let view: ShopView

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            Words(verbatim: view.name, .title)
            if !view.area.isEmpty { Words(verbatim: view.area) }
        }
    }
}
