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

    @State private var refused: ErrorView?
    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title, fills: refused == nil) {
            if let refused {
                ErrorNote(refused) { self.refused = nil }
            } else {
                Scanner(view: view) { text in follow { text } }
            }
        } below: {
            if let code = view.code {
                SecondButton(code) { around.places.goInstead(.code) }
            }
            PlainButton(view.paste) { follow { await around.phone.paste() } }
        }
    }

    /// Goes where a code leads; who has gone elsewhere meanwhile is not fetched from there.
    @discardableResult private func follow(_ code: @escaping @MainActor () async -> String?) -> Bool {
        let stay = around.places.stay
        return around.deeds(stoppable: true) { [around] in
            guard let text = await code() else { return }
            let leads = try await around.app.screens().scanned(text: text)
            try Task.checkCancellation()
            guard around.places.stay === stay else { return }
            refused = leads.error
            if let screen = leads.screen { around.places.goInstead(screen, about: leads.about) }
        }
    }
}

/// What the camera sees, as high as the page leaves room for; where she refused it to the app, that, and the way to allow
/// it.
struct Scanner: View {
    let view: ScanView
    let onText: @MainActor (String) -> Bool

    @State private var allowed = true
    @State private var light = false
    @Environment(Surroundings.self) private var around

    var body: some View {
        VStack(alignment: .leading, spacing: 16) {
            if allowed {
                around.phone.camera(light: light, onText: onText)
                    .frame(maxWidth: .infinity, minHeight: least, maxHeight: .infinity)
                    .clipShape(RoundedRectangle(cornerRadius: Corner.wide))
                SwitchButton(view.torch, .light, isOn: $light)
            } else {
                Words(view.refused).announced(view.refused.plain)
                SecondButton(view.allow) { around.phone.openSettings() }
            }
        }
        .task { for await allowed in around.phone.cameraAllowed() { self.allowed = allowed } }
    }

    /// How high it is where the words around it leave no more.
    private let least: CGFloat = 240
}
