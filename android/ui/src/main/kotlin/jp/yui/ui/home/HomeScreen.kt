/* The first screen: the balance large, the main act, the one thing of today, and the ways to everything else. */

package jp.yui.ui.home

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import jp.yui.core.BalanceView
import jp.yui.core.HomeView
import jp.yui.core.TileView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.core.settings
import jp.yui.ui.Deeds
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalFrame
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.NoticeNote
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.Pressable
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
    }) {
        view.greeting?.let { Words(it) }
        view.balance?.let { Balance(it) }
        view.guest?.let {
            Words(it.title, style = Look.type.strong)
            Words(it.body)
        }
        view.notice?.let { notice ->
            NoticeNote(notice.text, notice.screen?.let { screen -> { places.go(screen, notice.about) } })
        }
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            for (tile in view.tiles) Tile(tile) { places.go(tile.screen) }
        }
    }
}

@Composable
private fun Balance(view: BalanceView) {
    val (app, deeds) = LocalApp.current to Deeds.remembered()
    Column {
        Row(Modifier.fillMaxWidth(), verticalAlignment = Alignment.CenterVertically) {
            Words(view.label, Modifier.weight(1f), Look.type.small, Look.colours.quiet)
            PlainButton(view.toggle, { deeds { app.settings { hideBalance(!view.hidden) } } })
        }
        Words(view.value, style = Look.type.amount)
        Words(view.rate, style = Look.type.small, color = Look.colours.quiet)
        view.offline?.let { Words(it, style = Look.type.small) }
        view.expires?.let { Words(it, style = Look.type.small) }
        view.asOf?.let { Words(it, style = Look.type.small, color = Look.colours.quiet) }
    }
}

@Composable
private fun Tile(view: TileView, onPress: () -> Unit) {
    Pressable(onPress, Modifier.fillMaxWidth(), border = Look.colours.line) {
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(12.dp), Alignment.CenterVertically) {
            Picture(Mark.of(view.screen), Look.colours.primary)
            Words(view.text, Modifier.weight(1f), Look.type.strong)
            Picture(Mark.Next, Look.colours.quiet)
        }
    }
}
