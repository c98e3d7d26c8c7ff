/* Paying where it takes more than a press, and what became of a payment other than that it is paid. */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.ui.test.ExperimentalTestApi
import jp.yui.core.AppException
import jp.yui.core.PaidState
import jp.yui.core.PayAction
import jp.yui.core.Screen
import jp.yui.core.pay
import jp.yui.core.screens
import jp.yui.core.shop
import kotlin.test.assertFailsWith

/** A resident with so much that her phone alone does not pay it, on a day on which much goes wrong. */
internal val payingAstray = Journey(
    "paying astray",
    State("pay-large", Screen.PAY) {
        stage.resident(app, 900_000)
        app.screens { scanned(stage.poster) }
        asksFor("100000")
    },
    State("pay-pin", Screen.PAY) {
        asksFor("500000")
        app.pay { act(PayAction.CONFIRM) }
    },
    State("pay-pin-wrong", Screen.PAY) { triesWith(WRONG_PIN) },
    State("pay-last-try", Screen.PAY) {
        triesWith(WRONG_PIN)
        app.pay { enter(WRONG_PIN) }
    },
    State("pay-trouble", Screen.PAY) {
        app.pay {
            act(PayAction.SURE)
            stage.card().use { hold(it) }
        }
    },
    State("pay-error", Screen.PAY) {
        app.pay { act(PayAction.AGAIN) }
        asksFor("950000")
    },
    State("paid-refunded", Screen.PAID, about = true) {
        pays("850")
        stage.openBeside().use { shop ->
            shop.shop { pair(stage.pairing) }
            shop.sync()
            shop.shop { refund(checkNotNull(about), 850) }
        }
        becomes(PaidState.REFUNDED)
    },
    State("paid-checking", Screen.PAID, about = true) {
        stage.network("cut_request")
        pays("850")
        until { app.screens { frame() }.offline != null }
    },
    State("paid-refused", Screen.PAID, about = true) {
        stage.shopCloses()
        stage.network("on")
        // That a later try is refused says nothing of the first; that its time has passed does.
        stage.advance(days = 2)
        becomes(PaidState.REFUSED)
        until { app.screens { frame() }.offline == null }
    },
    State("home-offline", Screen.HOME) {
        stage.network("off")
        assertFailsWith<AppException> { app.sync() }
    },
    // Where there is a network, the phone hears by itself what time it is.
    State("code-error", Screen.CODE) { stage.clockGoesBack() },
)

/** Types an amount in the place of any before, and asks what paying it would mean. */
private suspend fun Visit.asksFor(amount: String) {
    app.pay {
        repeat(2) { act(PayAction.CHANGE) } // back to the amount, and none of it
        typeDigits(amount)
        act(PayAction.NEXT)
    }
}

private suspend fun Visit.triesWith(pin: String) {
    app.pay {
        enter(pin)
        stage.card().use { hold(it) }
    }
}

private suspend fun Visit.pays(amount: String) {
    app.screens { scanned(stage.poster) }
    asksFor(amount)
    about = app.pay { act(PayAction.CONFIRM) }.paid
}

private suspend fun Visit.becomes(state: PaidState) = until {
    app.sync()
    app.screens { paid(checkNotNull(about)) }.state == state
}

/** No card's PIN. */
private const val WRONG_PIN = "0000"
