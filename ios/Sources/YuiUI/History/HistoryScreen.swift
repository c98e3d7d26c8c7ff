// What was paid and received, by day, with a search that needs no network.

import SwiftUI
import YuiCore

struct HistoryScreen: View {
    @State private var search = ""
    @State private var pages = 1

    var body: some View {
        Following(.history, .settings, about: [AnyHashable(search), AnyHashable(pages)]) { [search, pages] app in
            try await app.screens().history(search: search, pages: UInt32(pages))
        } content: { view in
            HistoryPageView(view: view, search: $search) { pages += 1 }
        }
        .onChange(of: search) { pages = 1 }
    }
}

private struct HistoryPageView: View {
    let view: HistoryView
    @Binding var search: String
    let onMore: @MainActor () -> Void

    @State private var deeds = Deeds()
    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title) {
            Field(name: view.search, value: $search)
            DeedsNote(deeds)
            if view.page.days.isEmpty { Words(view.page.emptyText) }
            ForEach(view.page.days, id: \.day) { day in
                Day(view: day) { around.places.go(.receipt, about: $0.id) }
            }
            if let more = view.more { SecondButton(more, onPress: onMore) }
            if let newest = view.page.days.first?.day, let oldest = view.page.days.last?.day {
                PlainButton(view.share) { share(from: oldest, to: newest) }
            }
        }
    }

    private func share(from oldest: NaiveDate, to newest: NaiveDate) {
        let (wallet, phone) = (around.app.wallet(), around.phone)
        deeds {
            phone.shareFile(name: "\(oldest)_\(newest).csv", content: try await wallet.csv(from: oldest, to: newest))
        }
    }
}
