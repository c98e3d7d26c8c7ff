// Making this phone a shop's, by the code that staff gave.

import SwiftUI
import YuiCore

struct PairingScreen: View {
    let about: String?

    var body: some View {
        Following(.shop, .settings, about: about) { [about] app in
            app.screens().pairing(about: about)
        } content: { view in
            PairingPage(view: view, about: about)
        }
    }
}

private struct PairingPage: View {
    let view: PairingView
    let about: String?

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title, step: view.way?.screen) {
            if let shop = view.shop { Shop(view: shop) }
            if let error = view.error { ErrorNote(error, onAgain: pair) }
            if view.sending { Working() }
            Paragraphs(view.body)
        } below: {
            if let text = view.pair { MainButton(text, onPress: pair).disabled(around.deeds.busy) }
            if let way = view.way { MainButton(way.text) { around.places.goInstead(way.screen) } }
        }
    }

    private func pair() {
        guard let about else { return }
        around.deeds { [app = around.app] in _ = try await app.screens().pair(about: about) }
    }
}
