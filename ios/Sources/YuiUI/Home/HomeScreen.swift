// The first screen: the balance large, the main act, the one thing of today, and the ways to everything else.

import SwiftUI
import YuiCore

struct HomeScreen: View {
    var body: some View {
        Following(.identity, .wallet, .history, .code, .town, .settings) { app in
            try await app.screens().home()
        } content: { view in
            HomePage(view: view)
        }
    }
}

private struct HomePage: View {
    let view: HomeView

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(around.words.app, titleShown: view.greeting == nil) {
            if let greeting = view.greeting { Words(greeting) }
            if let balance = view.balance { Balance(view: balance) }
            if let guest = view.guest {
                Words(guest.title, .strong)
                Words(guest.body)
            }
            if let notice = view.notice { NoticeNote(notice.text, onPress: way(of: notice)) }
            VStack(spacing: 8) {
                ForEach(view.tiles, id: \.screen) { tile in
                    Tile(view: tile) { around.places.go(tile.screen) }
                }
            }
        } below: {
            MainButton(view.primary.text) { around.places.go(view.primary.screen) }
        }
    }

    private func way(of notice: NoticeView) -> (@MainActor () -> Void)? {
        guard let screen = notice.screen else { return nil }
        return { around.places.go(screen, about: notice.about) }
    }
}

private struct Balance: View {
    let view: BalanceView

    @State private var deeds = Deeds()
    @Environment(Surroundings.self) private var around

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            HStack {
                Words(view.label, .small, \.quiet)
                Spacer()
                PlainButton(view.toggle) {
                    deeds { [app = around.app] in try await app.settings().hideBalance(hidden: !view.hidden) }
                }
            }
            DeedsNote(deeds)
            Words(view.value, .amount)
            if let offline = view.offline { Words(offline, .small) }
            if let expires = view.expires { Words(expires, .small) }
            if let asOf = view.asOf { Words(asOf, .small, \.quiet) }
        }
    }
}

private struct Tile: View {
    let view: TileView
    let onPress: @MainActor () -> Void

    var body: some View {
        Pressable(border: \.line, wide: true, onPress: onPress) {
            HStack(spacing: 12) {
                MarkPicture(Mark(of: view.screen), \.primary)
                Words(view.text, .strong)
                Spacer()
                MarkPicture(.next, \.quiet)
            }
        }
    }
}
