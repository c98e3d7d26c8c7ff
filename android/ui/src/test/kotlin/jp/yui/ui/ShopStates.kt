/* The states of a shop's screens, and of those where one charges and finds shops. */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.ui.test.ExperimentalTestApi
import jp.yui.core.ReceiveAction
import jp.yui.core.Screen
import jp.yui.core.YuiApp
import jp.yui.core.receive
import jp.yui.core.screens
import jp.yui.core.wallet

/** A phone that becomes a shop's. */
val shopkeeping = Journey(
    "shopkeeping",
    State("pairing-without", Screen.PAIRING),
    State("pairing", Screen.PAIRING, about = true) { about = app.screens { scanned(stage.pairing) }.about },
    State("pairing-done", Screen.PAIRING, about = true) { app.screens { pair(checkNotNull(about)) } },
    State("home-shop", Screen.HOME),
    State("receive-none", Screen.RECEIVE) { app.receive { act(ReceiveAction.TODAY) } },
    State("receive-amount", Screen.RECEIVE) {
        app.receive {
            back()
            typeDigits("850")
        }
    },
    State("receive-scan", Screen.RECEIVE) { app.receive { act(ReceiveAction.SCAN) } },
    State("receive-scan-foreign", Screen.RECEIVE) { app.receive { scanned(stage.poster) } },
    State("receive-till", Screen.RECEIVE) {
        app.receive {
            back()
            act(ReceiveAction.SHOW)
        }
    },
    State("receive-cancelled", Screen.RECEIVE) { app.receive { act(ReceiveAction.CANCEL) } },
    State("receive-code", Screen.RECEIVE) {
        val code = stage.openBeside().use { hers -> stage.customersCode(hers) }
        app.screens { scanned(code) }
        app.receive { typeDigits("850") }
    },
    State("receive-received", Screen.RECEIVE) { app.receive { act(ReceiveAction.TAKE) } },
    State("receive-today", Screen.RECEIVE) { app.receive { act(ReceiveAction.TODAY) } },
    State("receive-line", Screen.RECEIVE) {
        app.receive { choose(checkNotNull(view().today).days.first().lines.first().id) }
    },
    State("receive-refund", Screen.RECEIVE) { app.receive { act(ReceiveAction.PREPARE) } },
    State("receive-refunded", Screen.RECEIVE) { app.receive { act(ReceiveAction.REFUND) } },
    State("receive-unpair", Screen.RECEIVE) {
        app.receive {
            act(ReceiveAction.TODAY)
            act(ReceiveAction.UNPAIR)
        }
    },
)

/** A resident who charges, and looks where she can pay. */
val charging = Journey(
    "charging",
    State("charge", Screen.CHARGE) { stage.resident(app, 5_000) },
    State("charge-voucher", Screen.CHARGE, about = true) {
        about = app.screens { scanned(stage.voucher(2_000)) }.about
    },
    State("charge-done", Screen.CHARGE, about = true) { app.screens { chargeByVoucher(checkNotNull(about)) } },
    State("shops", Screen.SHOPS),
    State("home-both", Screen.HOME) {
        val both = checkNotNull(app.screens { scanned(stage.pairing) }.about)
        app.screens { pair(both) }
    },
    State("shops-offline", Screen.SHOPS) { stage.network("off") },
)

/** A customer with her card and 5,000 points shows the code that pays. */
suspend fun Stage.customersCode(hers: YuiApp): String {
    resident(hers, 5_000)
    return hers.wallet { showCode() }.text
}
