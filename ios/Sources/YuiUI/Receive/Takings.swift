// Today's list with its total, and older lines when asked for; a payment is given back from its line.

import SwiftUI
import YuiCore

/// See the file. Pressing a line leads to it.
struct Takings: View {
    let view: TakingsView
    let onPress: @MainActor (EntryView) -> Void

    var body: some View {
        Words(view.total, .strong)
        if let unsettled = view.unsettled { Words(unsettled, .small, \.quiet) }
        if let empty = view.empty { Words(empty) }
        ForEach(view.days, id: \.day) { Day(view: $0, onPress: onPress) }
    }
}
