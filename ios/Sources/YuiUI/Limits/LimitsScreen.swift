// What she may hold and pay, which proof it takes, and how it becomes more.

import SwiftUI
import YuiCore

struct LimitsScreen: View {
    @Environment(Surroundings.self) private var around

    var body: some View {
        Following(.identity, .history, .wallet, .town, .settings) { app in
            try await app.screens().limits()
        } content: { view in
            Page(view.title) {
                Words(view.level, .body, \.quiet)
                if let left = view.leftToday { Words(left, .strong) }
                Lines(texts: view.bounds)
                Hairline()
                Heading(view.proofTitle)
                Lines(texts: view.proofs)
                if !view.raise.isEmpty {
                    Hairline()
                    Heading(view.raiseTitle)
                    Lines(texts: view.raise)
                }
            } below: {
                if let way = view.register {
                    MainButton(way.text) { around.places.go(way.screen, about: way.about) }
                }
            }
        }
    }
}

private struct Lines: View {
    let texts: [YuiCore.Text]

    var body: some View { VStack(alignment: .leading, spacing: 8) { Paragraphs(texts) } }
}
