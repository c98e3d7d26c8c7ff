// Where one can pay, with a search.

import SwiftUI
import YuiCore

struct ShopsScreen: View {
    @State private var search = ""
    @State private var pages = 1
    @State private var tries = 0

    var body: some View {
        Following(
            .settings, about: [AnyHashable(search), AnyHashable(pages), AnyHashable(tries)]
        ) { [search, pages] app in
            // The town is asked when she rests, not for each letter.
            if !search.isEmpty { try? await Task.sleep(for: .milliseconds(400)) }
            return try await app.screens().shops(search: search, pages: UInt32(pages))
        } content: { view in
            ShopsPage(view: view, search: $search, onMore: { pages += 1 }, onAgain: { tries += 1 })
        }
        .onChange(of: search) { pages = 1 }
    }
}

private struct ShopsPage: View {
    let view: ShopsView
    @Binding var search: String
    let onMore: @MainActor () -> Void
    let onAgain: @MainActor () -> Void

    var body: some View {
        Page(view.title) {
            Field(name: view.search, value: $search)
            Paragraphs([view.count, view.empty].compactMap(\.self))
            VStack(alignment: .leading, spacing: 0) {
                ForEach(view.shops, id: \.id) { Shop(view: $0) }
            }
            if let error = view.error { ErrorNote(error, onAgain: onAgain) }
            if let more = view.more { SecondButton(more, onPress: onMore) }
        }
    }
}

private struct Shop: View {
    let view: ShopLine

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            Words(view.name, .strong)
            Paragraphs(view.place, .small)
        }
        .padding(.vertical, 8)
        .accessibilityElement(children: .combine)
        Hairline()
    }
}
