/* Charging: where one can, or by the voucher that was scanned. */

package jp.yui.ui.charge

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import jp.yui.core.ChargeView
import jp.yui.core.Ended
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.Feeling
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPhone
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.parts.End
import jp.yui.ui.parts.EndNote
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.Working

@Composable
fun ChargeScreen(about: String?) = Pulled(
    Topic.WALLET,
    Topic.HISTORY,
    Topic.TOWN,
    Topic.SETTINGS,
    about = about,
    snapshot = { screens { charge(about) } },
) { view -> Charge(view, about) }

@Composable
private fun Charge(view: ChargeView, about: String?) {
    val (app, phone) = LocalApp.current to LocalPhone.current
    val (places, deeds) = LocalPlaces.current to LocalDeeds.current
    val charge = { if (about != null) deeds { app.screens { chargeByVoucher(about) } } }
    LaunchedEffect(about, view.end) {
        if (about != null && view.end == Ended.DONE && app.screens { feels(about) }) phone.feel(Feeling.DONE)
    }
    Page(view.title, titleShown = view.end == null, step = view.end, below = {
        view.charge?.let { MainButton(it, charge, enabled = !deeds.busy) }
        view.way?.let { way ->
            MainButton(way.text, { if (way.screen == Screen.HOME) places.home() else places.go(way.screen) })
        }
    }) {
        view.error?.let { ErrorNote(it, onAgain = charge) }
        if (view.sending) Working()
        when (val end = view.end) {
            null -> for (text in view.body) Words(text)
            else -> EndNote(End.of(end), view.title, amount = null, view.body)
        }
    }
}
