/* Receiving as a shop; which screen of it comes next, the core knows. */

package jp.yui.ui.receive

import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.yui.core.Ended
import jp.yui.core.ReceiveAction
import jp.yui.core.ReceiveStep
import jp.yui.core.ReceiveView
import jp.yui.core.ScanView
import jp.yui.core.Topic
import jp.yui.core.receive
import jp.yui.ui.Feeling
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPhone
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Amount
import jp.yui.ui.parts.End
import jp.yui.ui.parts.EndNote
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.Keypad
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.ToBeScanned
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.Working
import jp.yui.ui.parts.verbatim
import jp.yui.ui.scan.Scanner

@Composable
fun ReceiveScreen() = Pulled(
    Topic.SHOP,
    Topic.HISTORY,
    Topic.SETTINGS,
    anewAfter = { view -> view.liveMs.toLong().takeIf { it > 0 } },
    snapshot = { receive { view() } },
) { view ->
    val places = LocalPlaces.current
    if (view.step == ReceiveStep.GONE) LaunchedEffect(Unit) { places.home() } else Receive(view)
}

@Composable
private fun Receive(view: ReceiveView) {
    val (app, phone, deeds) = Triple(LocalApp.current, LocalPhone.current, LocalDeeds.current)
    val act = { action: ReceiveAction -> deeds { app.receive { act(action) } } }
    LaunchedEffect(view.step, view.end) {
        deeds.attempt {
            app.receive { say() }?.let { said ->
                phone.feel(if (said.end == Ended.DONE) Feeling.DONE else Feeling.REFUSED)
                phone.speak(said.text.plain, said.language)
            }
        }
    }
    // While an error is there, the camera rests: it would see the same code again.
    val scan = view.scan.takeIf { view.error == null }
    Page(view.title, titleShown = view.end == null, step = view.step, filled = scan != null, below = {
        Buttons(view, !deeds.busy, act)
    }) {
        view.error?.let { error -> ErrorNote(error, onAgain = view.again?.let { { act(it) } }) }
        when (view.step) {
            ReceiveStep.TODAY -> view.today?.let { today ->
                Takings(today) { line -> deeds { app.receive { choose(line.id) } } }
            }

            ReceiveStep.SENDING -> Working()

            else -> Asked(view, scan)
        }
    }
}

@Composable
private fun ColumnScope.Asked(view: ReceiveView, scan: ScanView?) {
    val (app, deeds) = LocalApp.current to LocalDeeds.current
    view.end?.let { return EndNote(End.of(it), view.title, view.amountText, view.body) }
    view.shop?.takeIf { view.step == ReceiveStep.AMOUNT }?.let { Words(verbatim(it.name), style = Look.type.strong) }
    view.amountText?.let {
        Amount(it, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
    }
    for (text in view.body) Words(text)
    view.qr?.let { ToBeScanned(it, view.title) }
    scan?.let { Scanner(it) { text -> deeds { app.receive { scanned(text) } } } }
    view.erase?.let { erase ->
        Keypad(erase, { app.receive { typeDigits(it) } }, { app.receive { eraseDigit() } })
    }
}

@Composable
private fun ColumnScope.Buttons(view: ReceiveView, enabled: Boolean, act: (ReceiveAction) -> Unit) {
    val (app, phone, deeds) = Triple(LocalApp.current, LocalPhone.current, LocalDeeds.current)
    view.primary?.let { button -> MainButton(button.text, { act(button.action) }, enabled = enabled) }
    view.scan?.let { scan ->
        SecondButton(scan.paste, { deeds(stoppable = true) { phone.paste()?.let { app.receive { scanned(it) } } } })
    }
    for (button in view.others) PlainButton(button.text, { act(button.action) })
}
