/* Paying a shop; which screen of it comes next, the core knows. */

package jp.yui.ui.pay

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.PayAction
import jp.yui.core.PayConfirm
import jp.yui.core.PayStep
import jp.yui.core.PayView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.pay
import jp.yui.ui.Leaving
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalFrame
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Amount
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.HeldCards
import jp.yui.ui.parts.HoldButton
import jp.yui.ui.parts.Keypad
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.Reader
import jp.yui.ui.parts.Secrecy
import jp.yui.ui.parts.SecretField
import jp.yui.ui.parts.Shop
import jp.yui.ui.parts.Troubles
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.Working

@Composable
fun PayScreen() {
    val app = LocalApp.current
    Leaving { app.pay { leave() } }
    Pulled(Topic.PAY, Topic.SETTINGS, snapshot = { pay { view() } }) { Paying(it) }
}

@Composable
private fun Paying(view: PayView) {
    val places = LocalPlaces.current
    val paid = view.paid
    when {
        paid != null -> LaunchedEffect(paid) {
            places.home()
            places.go(Screen.PAID, paid)
        }
        // Nothing is being paid: the way begins at the scanner.
        view.step == PayStep.SCAN -> LaunchedEffect(Unit) { places.goInstead(Screen.SCAN) }
        else -> Pay(view)
    }
}

@Composable
private fun Pay(view: PayView) {
    val (app, places, deeds) = Triple(LocalApp.current, LocalPlaces.current, LocalDeeds.current)
    val leaving = LocalFrame.current.leaving
    var pin by remember(view.step) { mutableStateOf("") }
    val act = { action: PayAction ->
        when {
            action == PayAction.TALK -> places.go(Screen.TALK, view.error?.code)
            // Home first: the scanner, where another payment would begin, is not where she wants to go.
            action == PayAction.STOP -> {
                places.home()
                leaving { app.pay { act(action) } }
            }
            view.pin != null && action == PayAction.CONFIRM -> deeds { app.pay { enter(pin) } }
            else -> deeds(told = false) { app.pay { act(action) } }
        }
    }
    Page(view.title, step = view.step, below = {
        Buttons(view, enabled = !deeds.busy && (view.pin == null || pin.isNotEmpty()), act)
    }) {
        view.shop?.let { Shop(it) }
        Amount(view.amountText, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
        view.error?.let { error ->
            ErrorNote(error, view.again?.let { { act(it) } })
        }
        view.erase?.let { erase -> Keypad(erase, { app.pay { typeDigits(it) } }, { app.pay { eraseDigit() } }) }
        for (text in view.body) Words(text)
        view.confirm?.let {
            Secrecy()
            Means(it)
        }
        view.trouble?.let { Troubles(it) }
        view.pin?.let { prompt -> SecretField(prompt, pin, { pin = it }) { act(PayAction.CONFIRM) } }
        view.reader?.let { Reader(it) }
        view.working?.let { Working(it) }
    }
    if (view.step == PayStep.HOLD) HeldCards({ app.pay { reader(it) } }, { app.pay { hold(it) } })
}

@Composable
private fun ColumnScope.Buttons(view: PayView, enabled: Boolean, act: (PayAction) -> Unit) {
    val confirm = view.confirm
    view.primary?.let { button ->
        if (confirm != null && confirm.hold && enabled) {
            // In easy mode the button says it itself.
            if (!Look.easy) Words(button.text, style = Look.type.strong)
            HoldButton(button.text, confirm.holdText, confirm.againText) { act(button.action) }
        } else {
            MainButton(button.text, { act(button.action) }, enabled = enabled)
        }
    }
    for (button in view.others) PlainButton(button.text, { act(button.action) })
}

/** What paying means: what is used, what is left, what proof it takes. */
@Composable
private fun Means(view: PayConfirm) = Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
    var open by remember { mutableStateOf(false) }
    view.reference?.let { Words(it) }
    Words(view.lotsText)
    if (open) {
        for (lot in view.lots) Words(lot.text, style = Look.type.small)
    } else {
        PlainButton(view.details, { open = true })
    }
    view.balanceAfter?.let { Words(it) }
    view.proof?.let { Words(it, style = Look.type.strong) }
}
