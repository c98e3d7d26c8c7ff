// How many tries the card's PIN and password have left: the card is held, and loses none.

import SwiftUI
import YuiCore

struct TriesScreen: View {
    @Environment(Surroundings.self) private var around

    var body: some View {
        Following(.tries, .town, .settings) { app in
            app.tries().view()
        } content: { view in
            TriesPage(view: view)
        }
        .onAppear { around.app.tries().begin() }
    }
}

private struct TriesPage: View {
    let view: TriesView

    @Environment(Surroundings.self) private var around

    var body: some View {
        let tries = around.app.tries()
        Page(view.title) {
            Words(view.body)
            if let error = view.error { ErrorNote(error) }
            if let reader = view.reader {
                Reader(view: reader)
                heldCards
            }
            ForEach(view.lines, id: \.name.plain) { Line(view: $0) }
            ForEach(view.troubles, id: \.title.plain) { trouble in
                Heading(trouble.title)
                Words(trouble.body)
                Troubles(view: trouble)
            }
        } below: {
            if let again = view.again { MainButton(again) { tries.begin() } }
        }
    }

    private var heldCards: HeldCards {
        let (tries, places, here) = (around.app.tries(), around.places, around.places.here)
        return HeldCards(
            reader: tries.reader,
            hold: { try await tries.hold(card: $0).refusal },
            back: { if places.here == here { places.back() } }
        )
    }
}

extension TriesView {
    /// How it went with the card that was held, where it went wrong.
    fileprivate var refusal: YuiCore.Text? { cardRefusal(nil, nil, reader, error) }
}

private struct Line: View {
    let view: TriesLine

    var body: some View {
        HStack(spacing: 12) {
            MarkPicture(view.usable ? .done : .wrong, view.usable ? \.good : \.danger)
            VStack(alignment: .leading, spacing: 0) {
                Words(view.name, .small, \.quiet)
                Words(view.text, .strong)
            }
            Spacer()
        }
        .accessibilityElement(children: .combine)
        .announced([view.name, view.text].map(\.plain).joined(separator: "\n"))
    }
}
