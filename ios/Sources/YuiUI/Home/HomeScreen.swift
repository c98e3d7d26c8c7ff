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

/// What it shows.
struct HomePage: View {
    let view: HomeView

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(around.words.app, titleShown: view.greeting == nil) {
            if let greeting = view.greeting { Words(greeting).accessibilityAddTraits(.isHeader) }
            if let balance = view.balance { Balance(view: balance) }
            if let guest = view.guest {
                VStack {
                    AppMark()
                    if let town = guest.town { Words(town, .title) }
                }
                .frame(maxWidth: .infinity)
                Words(guest.title, .strong)
                Words(guest.body)
                VStack(spacing: 8) {
                    ForEach(guest.ways, id: \.screen) { way in
                        Tile(view: way) { around.places.go(way.screen, about: way.about) }
                    }
                }
            }
            if let notice = view.notice { NoticeNote(notice.text, onPress: way(of: notice)) }
            Tiles(view: view)
        } below: {
            MainButton(view.primary.text) { around.places.go(view.primary.screen, about: view.primary.about) }
            if let way = view.receive { SecondButton(way.text) { around.places.go(way.screen, about: way.about) } }
        }
    }

    private func way(of notice: NoticeView) -> (@MainActor () -> Void)? {
        guard let screen = notice.screen else { return nil }
        return { around.places.go(screen, about: notice.about) }
    }
}

private struct Balance: View {
    let view: BalanceView

    @Environment(Surroundings.self) private var around

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            HStack {
                Words(view.label, .small, \.quiet)
                Spacer()
                PlainButton(view.toggle) {
                    around.deeds { [app = around.app] in try await app.settings().hideBalance(hidden: !view.hidden) }
                }
            }
            Words(view.value, .amount)
            Words(view.rate, .small, \.quiet)
            if let offline = view.offline { Words(offline, .small) }
            if let expires = view.expires { Words(expires, .small) }
            if let asOf = view.asOf { Words(asOf, .small, \.quiet) }
            PlainButton(view.lots.text) { around.places.go(view.lots.screen) }
        }
    }
}

/// The ways to everything else; and, while she changes it, their order.
private struct Tiles: View {
    let view: HomeView

    @Environment(Stay.self) private var stay
    @Environment(Surroundings.self) private var around

    var body: some View {
        let arranging = stay.keeps("arranging", false)
        VStack(alignment: .leading, spacing: 8) {
            if let arrange = view.arrange, arranging.wrappedValue {
                ForEach(Array(zip(view.tiles, arrange.tiles)), id: \.0.screen) { tile, moves in
                    Moved(view: tile, moves: moves)
                }
                SecondButton(arrange.end) { arranging.wrappedValue = false }
            } else {
                ForEach(view.tiles, id: \.screen) { tile in
                    Tile(view: tile) { around.places.go(tile.screen, about: tile.about) }
                }
                if let arrange = view.arrange { PlainButton(arrange.begin) { arranging.wrappedValue = true } }
            }
        }
    }
}

/// A tile that is given another place, by buttons that everybody can press.
private struct Moved: View {
    let view: WayView
    let moves: TileMoves

    @Environment(\.look) private var look
    @Environment(Surroundings.self) private var around

    var body: some View {
        HStack(spacing: 4) {
            MarkPicture(Mark(of: view.screen), \.primary)
            Words(view.text, .strong)
            Spacer()
            button(.up, moves.up)
            button(.down, moves.down)
        }
        .padding(.horizontal, 12)
        .area(\.none, border: \.line)
    }

    @ViewBuilder private func button(_ mark: Mark, _ move: TileMove?) -> some View {
        if let move {
            Pressable {
                around.deeds { [app = around.app] in try await app.settings().orderTiles(tiles: move.order) }
            } content: {
                MarkPicture(mark, \.primary)
            }
            .accessibilityLabel(spoken(move.text))
        } else {
            Color.clear.frame(width: look.target, height: look.target).accessibilityHidden(true)
        }
    }
}

private struct Tile: View {
    let view: WayView
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
