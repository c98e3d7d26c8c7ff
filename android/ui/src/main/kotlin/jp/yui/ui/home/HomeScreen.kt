/* The first screen: the balance large, the main act, the one thing of today, and the ways to everything else. */

package jp.yui.ui.home

import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.BalanceView
import jp.yui.core.HomeView
import jp.yui.core.TileMove
import jp.yui.core.TileMoves
import jp.yui.core.Topic
import jp.yui.core.WayView
import jp.yui.core.screens
import jp.yui.core.settings
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalFrame
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Amount
import jp.yui.ui.parts.Corner
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.NoticeNote
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.Pressable
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.Words

@Composable
fun HomeScreen() = Pulled(
    Topic.IDENTITY,
    Topic.WALLET,
    Topic.HISTORY,
    Topic.CODE,
    Topic.TOWN,
    Topic.SETTINGS,
    snapshot = { screens { home() } },
) { Home(it) }

@Composable
private fun Home(view: HomeView) {
    val places = LocalPlaces.current
    Page(LocalFrame.current.words.app, titleShown = view.greeting == null, below = {
        MainButton(view.primary.text, { places.go(view.primary.screen) })
        view.receive?.let { way -> SecondButton(way.text, { places.go(way.screen) }) }
    }) {
        view.greeting?.let { Words(it, Modifier.semantics { heading() }) }
        view.balance?.let { Balance(it) }
        view.guest?.let {
            Column(Modifier.fillMaxWidth(), horizontalAlignment = Alignment.CenterHorizontally) {
                Picture(Mark.Yui, Look.colours.primary, size = 64.dp)
                it.town?.let { town -> Words(town, style = Look.type.title) }
            }
            Words(it.title, style = Look.type.strong)
            Words(it.body)
            Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
                for (way in it.ways) Tile(way) { places.go(way.screen, way.about) }
            }
        }
        view.notice?.let { notice ->
            NoticeNote(notice.text, notice.screen?.let { screen -> { places.go(screen, notice.about) } })
        }
        Tiles(view)
    }
}

@Composable
private fun Balance(view: BalanceView) {
    val (app, places, deeds) = Triple(LocalApp.current, LocalPlaces.current, LocalDeeds.current)
    Column {
        Row(Modifier.fillMaxWidth(), verticalAlignment = Alignment.CenterVertically) {
            Words(view.label, Modifier.weight(1f), Look.type.small, Look.colours.quiet)
            PlainButton(view.toggle, { deeds { app.settings { hideBalance(!view.hidden) } } })
        }
        Amount(view.value)
        Words(view.rate, style = Look.type.small, colour = Look.colours.quiet)
        view.offline?.let { Words(it, style = Look.type.small) }
        view.expires?.let { Words(it, style = Look.type.small) }
        view.asOf?.let { Words(it, style = Look.type.small, colour = Look.colours.quiet) }
        PlainButton(view.lots.text, { places.go(view.lots.screen) })
    }
}

/** The ways to everything else; and, while she changes it, their order. */
@Composable
private fun Tiles(view: HomeView) = Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
    val (app, places, deeds) = Triple(LocalApp.current, LocalPlaces.current, LocalDeeds.current)
    var arranging by rememberSaveable { mutableStateOf(false) }
    val arrange = view.arrange
    if (arrange != null && arranging) {
        for ((tile, moves) in view.tiles.zip(arrange.tiles)) {
            Moved(tile, moves) { deeds { app.settings { orderTiles(it.order) } } }
        }
        SecondButton(arrange.end, { arranging = false })
    } else {
        for (tile in view.tiles) Tile(tile) { places.go(tile.screen, tile.about) }
        arrange?.let { PlainButton(it.begin, { arranging = true }) }
    }
}

/** A tile that is given another place, by buttons that everybody can press. */
@Composable
private fun Moved(view: WayView, moves: TileMoves, onMove: (TileMove) -> Unit) {
    Row(
        Modifier.fillMaxWidth().border(1.dp, Look.colours.line, Corner).padding(start = 12.dp),
        Arrangement.spacedBy(4.dp),
        Alignment.CenterVertically,
    ) {
        Picture(Mark.of(view.screen), Look.colours.primary)
        Words(view.text, Modifier.weight(1f), Look.type.strong)
        Move(Mark.Up, moves.up, onMove)
        Move(Mark.Down, moves.down, onMove)
    }
}

@Composable
private fun Move(mark: Mark, move: TileMove?, onMove: (TileMove) -> Unit) {
    if (move == null) {
        Spacer(Modifier.size(Look.target))
    } else {
        Pressable({ onMove(move) }, Modifier.semantics { contentDescription = move.text.plain }) {
            Picture(mark, Look.colours.primary)
        }
    }
}

@Composable
private fun Tile(view: WayView, onPress: () -> Unit) {
    Pressable(onPress, Modifier.fillMaxWidth(), border = Look.colours.line) {
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(12.dp), Alignment.CenterVertically) {
            Picture(Mark.of(view.screen), Look.colours.primary)
            Words(view.text, Modifier.weight(1f), Look.type.strong)
            Picture(Mark.Next, Look.colours.quiet)
        }
    }
}
