// Charging: where one can, or by the voucher that was scanned.

import SwiftUI
import YuiCore

struct ChargeScreen: View {
    let about: String?

    var body: some View {
        Following(.wallet, .history, .town, .settings, about: about) { [about] app in
            try await app.screens().charge(about: about)
        } content: { view in
            ChargePage(view: view, about: about)
        }
    }
}

private struct ChargePage: View {
    let view: ChargeView
    let about: String?

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title, titleShown: view.end == nil, step: view.end) {
            if let error = view.error { ErrorNote(error, onAgain: charge) }
            if view.sending { Working() }
            if let end = view.end {
                EndNote(how: Outcome(end), title: view.title, amount: nil, more: view.body)
            } else {
                Paragraphs(view.body)
            }
        } below: {
            if let text = view.charge { MainButton(text, onPress: charge).disabled(around.deeds.busy) }
            if let way = view.way { MainButton(way.text) { around.places.go(way.screen) } }
        }
        .onChange(of: view.end, initial: true) {
            if let about, view.end == .done, around.app.screens().feels(id: about) { around.phone.feel(.done) }
        }
    }

    private func charge() {
        guard let about else { return }
        around.deeds { [app = around.app] in _ = try await app.screens().chargeByVoucher(about: about) }
    }
}
