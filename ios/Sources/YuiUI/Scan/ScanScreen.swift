// The scanner: any code a person can meet, by camera, clipboard or picture.

import SwiftUI
import YuiCore

struct ScanScreen: View {
    var body: some View {
        Following(.identity, .settings) { app in
            try await app.screens().scan()
        } content: { view in
            ScanPage(view: view)
        }
    }
}

private struct ScanPage: View {
    let view: ScanView

    @State private var light = false
    @State private var refused: ErrorView?
    @State private var deeds = Deeds()
    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title) {
            DeedsNote(deeds)
            if let refused {
                ErrorNote(refused) { self.refused = nil }
            } else {
                around.phone.camera(light: light) { text in deeds { try await follow(text) } }
                    .aspectRatio(1, contentMode: .fit)
                    .clipShape(RoundedRectangle(cornerRadius: Corner.wide))
                Switch(view.torch, isOn: $light)
            }
        } below: {
            SecondButton(view.paste) {
                deeds { if let text = await around.phone.paste() { try await follow(text) } }
            }
            if let code = view.code {
                PlainButton(code) { around.places.goInstead(.code) }
            }
        }
    }

    private func follow(_ text: String) async throws {
        let leads = try await around.app.screens().scanned(text: text)
        refused = leads.error
        if let screen = leads.screen { around.places.goInstead(screen) }
    }
}
