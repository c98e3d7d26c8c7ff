// What was paid and received, by day, with a search that needs no network.

import SwiftUI
import YuiCore

struct HistoryScreen: View {
    @Environment(Stay.self) private var stay

    var body: some View {
        let list = stay.keeps("list", Listed())
        let asked = list.wrappedValue
        Following(.history, .settings, about: asked) { app in
            try await app.screens().history(search: asked.search, pages: asked.pages)
        } content: { view in
            HistoryPageView(view: view, search: list.search) { list.wrappedValue.pages += 1 }
        }
    }
}

private struct HistoryPageView: View {
    let view: HistoryView
    @Binding var search: String
    let onMore: @MainActor () -> Void

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title) {
            Field(name: view.search, value: $search)
            if view.page.days.isEmpty { Words(view.page.emptyText) }
            ForEach(view.page.days, id: \.day) { day in
                Day(view: day) { around.places.go(.receipt, about: $0.id) }
            }
            if let more = view.more { SecondButton(more, onPress: onMore) }
            if let share = view.share { PlainButton(share.text) { around.places.go(share.screen) } }
        }
    }
}
