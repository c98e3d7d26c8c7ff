// The code that pays without a network, as bright as the phone can; the seconds left stand below it.

import SwiftUI
import YuiCore

struct CodeScreen: View {
    @State private var second = 0
    @State private var wanted = true
    @State private var refused: ErrorView?

    var body: some View {
        Following(.code, .history, .settings, about: second) { app in
            let made = wanted
            wanted = false
            let view = try await app.screens().code(make: made)
            // Why none was made stays, while the seconds go on.
            if made { refused = view.error }
            return view
        } content: { view in
            CodePage(view: view, refused: refused) {
                wanted = true
                second += 1
            }
        }
        .task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                second += 1
            }
        }
    }
}

private struct CodePage: View {
    let view: CodeView
    let refused: ErrorView?
    let onMake: @MainActor () -> Void

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title) {
            if let refused { ErrorNote(refused) }
            if let qr = view.qr {
                Words(view.show)
                QrPicture(code: qr, text: view.show)
                    .frame(maxWidth: .infinity)
                    .onAppear { around.phone.shine(true) }
                    .onDisappear { around.phone.shine(false) }
            }
            if let code = view.code { Words(code.note, .strong).announced(code.note.plain) }
            if let seconds = view.seconds { Words(seconds) }
            if let offer = view.offer { Words(offer, .small, \.quiet) }
        } below: {
            if let make = view.make { MainButton(make, onPress: onMake) }
        }
    }
}
