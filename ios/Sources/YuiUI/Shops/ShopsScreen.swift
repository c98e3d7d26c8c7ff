// Where one can pay, with a search.

import SwiftUI
import YuiCore

struct ShopsScreen: View {
    @Environment(Stay.self) private var stay

    var body: some View {
        let list = stay.keeps("list", Listed())
        let asked = list.wrappedValue
        Following(.settings, about: asked) { app in
            // The town is asked when she rests, not for each letter.
            if !asked.search.isEmpty { try await Task.sleep(for: .milliseconds(400)) }
            return try await app.screens().shops(search: asked.search, pages: asked.pages)
        } content: { view in
            ShopsPage(view: view, search: list.search) {
                list.wrappedValue.pages += 1
            } onAgain: {
                list.wrappedValue.tries += 1
            }
        }
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
                ForEach(view.shops, id: \.id) { FoundShop(view: $0) }
            }
            if let error = view.error { ErrorNote(error, onAgain: onAgain) }
            if let more = view.more { SecondButton(more, onPress: onMore) }
        }
    }
}

private struct FoundShop: View {
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
