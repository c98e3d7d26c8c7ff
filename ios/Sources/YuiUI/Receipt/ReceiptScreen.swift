// One line of the history, with everything that is known of it.

import SwiftUI
import YuiCore

struct ReceiptScreen: View {
    let id: CommandId

    var body: some View {
        Following(.history, .settings, about: id) { [id] app in
            try await app.screens().receipt(id: id)
        } content: { view in
            ReceiptPage(view: view)
        }
    }
}

private struct ReceiptPage: View {
    let view: ReceiptView

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title) {
            Words(view.entry.title, .strong)
            Words(view.entry.amountText, .amount)
            Paragraphs(facts)
            Hairline()
            Paragraphs([view.refunded, view.expired].compactMap(\.self))
            Paragraphs(view.lots.map(\.text), .small)
        } below: {
            SecondButton(view.share) { around.phone.share(view.shared) }
        }
    }

    private var facts: [YuiCore.Text] {
        let entry = view.entry
        return [entry.kindText, entry.stateText, view.moment, view.number, view.inBook, entry.note].compactMap(\.self)
    }
}
