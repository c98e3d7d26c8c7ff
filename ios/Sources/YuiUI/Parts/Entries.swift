// Lines of the history: who, how much, and how it stands, in words.

import SwiftUI
import YuiCore

/// The lines of a day.
struct Day: View {
    let view: DayView
    let onPress: @MainActor (EntryView) -> Void

    var body: some View {
        Words(view.title, .strong).accessibilityAddTraits(.isHeader)
        VStack(spacing: 0) {
            ForEach(view.lines, id: \.id) { line in
                Pressable(wide: true) {
                    onPress(line)
                } content: {
                    Entry(view: line)
                }
                Hairline()
            }
        }
    }
}

private struct Entry: View {
    let view: EntryView

    var body: some View {
        HStack(spacing: 12) {
            MarkPicture(mark, colour)
            VStack(alignment: .leading, spacing: 0) {
                Words(view.title, .strong)
                Words(view.stateText, .small, \.quiet)
            }
            Spacer()
            Words(verbatim: (view.incoming ? "+" : "") + view.amountText.plain, .strong)
        }
    }

    private var mark: Mark {
        switch view.state {
        case .pending: .wait
        case .refused: .wrong
        case .done, .paid, .partlyRefunded, .refunded: .done
        }
    }

    private var colour: Role {
        switch view.state {
        case .pending: \.care
        case .refused: \.danger
        case .done, .paid, .partlyRefunded, .refunded: \.good
        }
    }
}
