// The code that pays without a network, as bright as the phone can; the seconds left stand below it as a ring.

import SwiftUI
import YuiCore

struct CodeScreen: View {
    @Environment(Stay.self) private var stay
    @Environment(Surroundings.self) private var around

    var body: some View {
        // She came for a code, once. One that was used since is followed by another only when she asks for it.
        let asked = stay.keeps("asked", false)
        Following(.code, .history, .settings, anewAfter: aSecond) { app in
            let view = try await app.screens().code(make: !asked.wrappedValue)
            asked.wrappedValue = true
            return view
        } content: { view in
            CodePage(view: view) {
                around.deeds { [app = around.app] in _ = try await app.screens().code(make: true) }
            }
        }
    }
}

/// While a code can be used, its seconds go.
private func aSecond(_ view: CodeView) -> Duration? { view.qr == nil ? nil : .seconds(1) }

private struct CodePage: View {
    let view: CodeView
    let onMake: @MainActor () -> Void

    var body: some View {
        Page(view.title) {
            if let error = view.error { ErrorNote(error, onAgain: onMake) }
            if let qr = view.qr {
                Words(view.show)
                ShownCode(code: qr, text: view.show)
            }
            if let code = view.code { Words(code.note, .strong).announced(code.note.plain) }
            if let seconds = view.seconds {
                HStack(spacing: 12) {
                    Ring(share: view.ring)
                    Words(seconds)
                }
            }
            if let offer = view.offer { Words(offer, .small, \.quiet) }
        } below: {
            if let make = view.make { MainButton(make, onPress: onMake) }
        }
    }
}
