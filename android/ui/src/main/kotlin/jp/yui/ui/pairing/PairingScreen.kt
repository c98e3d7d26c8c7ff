/* Making this phone a shop's, by the code that staff gave. */

package jp.yui.ui.pairing

import androidx.compose.runtime.Composable
import jp.yui.core.PairingView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Shop
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.Working

@Composable
fun PairingScreen(about: String?) =
    Pulled(Topic.SHOP, Topic.SETTINGS, about = about, snapshot = { screens { pairing(about) } }) { view ->
        Pairing(view, about)
    }

@Composable
private fun Pairing(view: PairingView, about: String?) {
    val (app, places, deeds) = Triple(LocalApp.current, LocalPlaces.current, LocalDeeds.current)
    val pair = { if (about != null) deeds { app.screens { pair(about) } } }
    Page(view.title, step = view.way?.screen, below = {
        view.pair?.let { MainButton(it, pair, enabled = !deeds.busy) }
        view.way?.let { way -> MainButton(way.text, { places.goInstead(way.screen) }) }
    }) {
        view.shop?.let { Shop(it) }
        view.error?.let { ErrorNote(it, onAgain = pair) }
        if (view.sending) Working()
        for (text in view.body) Words(text)
    }
}
