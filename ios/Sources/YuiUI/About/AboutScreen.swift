// What the app is, whose, and what is kept where.

import SwiftUI
import YuiCore

struct AboutScreen: View {
    var body: some View {
        Following(.town, .settings) { app in
            try await app.screens().about()
        } content: { view in
            Page(view.title) {
                Facts(view.facts)
                Hairline()
                Heading(view.keptTitle)
                Facts(view.kept)
                Hairline()
                Ways(view.ways)
            }
        }
    }
}
