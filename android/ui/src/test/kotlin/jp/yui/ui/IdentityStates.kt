/* Her phones, her card, being a visitor, and leaving. */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasSetTextAction
import jp.yui.core.CardRoute
import jp.yui.core.EnrolPurpose
import jp.yui.core.RegisterDraft
import jp.yui.core.Screen
import jp.yui.core.Text
import jp.yui.core.YuiApp
import jp.yui.core.identity
import jp.yui.core.tries
import jp.yui.core.visitor
import kotlinx.coroutines.runBlocking

/** What somebody sees who is not registered on this phone. */
internal val comingIn = Journey(
    "coming in",
    State("devices-guest", Screen.DEVICES),
    State("lost-guest", Screen.LOST),
    State("card-guest", Screen.CARD),
    State("visitor-can", Screen.VISITOR),
    State("visitor-mail", Screen.VISITOR, touched = { opensField(it.app.visitorNow().primary.text) }),
    State("visitor-code", Screen.VISITOR, touched = { opensField(it.app.visitorNow().others.first().text) }),
    State("tries-hold", Screen.TRIES),
    State("tries-told", Screen.TRIES, touched = { visit ->
        visit.stage.card().use { card ->
            visit.stage.phone.held.trySend(card)
            waitUntil(timeoutMillis = 30_000) { visit.app.tries { view() }.again != null }
            sees(checkNotNull(visit.app.tries { view() }.again))
        }
    }),
)

private fun YuiApp.visitorNow() = runBlocking { visitor { view() } }

private fun ComposeUiTest.opensField(words: Text) {
    presses(words)
    awaits(hasSetTextAction())
}

/** A resident with two phones, until she leaves. */
internal val belonging = Journey(
    "belonging",
    State("devices", Screen.DEVICES) {
        stage.resident(app, 5_000)
        stage.openBeside().use { beside ->
            val draft = RegisterDraft(CardRoute.SIGNATURE, PASSWORD, EnrolPurpose.ADD_DEVICE, "phone 2", false)
            stage.card().use { card -> beside.identity { register(draft, card, null) } }
        }
    },
    State("lost", Screen.LOST),
    State("remove", Screen.REMOVE, about = true) {
        about = app.identity { devices() }.first { !it.thisPhone }.id
    },
    State("remove-done", Screen.REMOVE, about = true) { app.identity { removeDevice(checkNotNull(about)) } },
    State("devices-removed", Screen.DEVICES),
    State("sign-out", Screen.REMOVE),
    State("card", Screen.CARD),
    State("leave", Screen.LEAVE),
    State("leave-sure", Screen.LEAVE, about = true) { about = "sure" },
    State("leave-done", Screen.LEAVE) { app.identity { leave(true) } },
)

/** What was well once: a phone whose lock she took away, and a card whose certificates end. */
internal val ending = Journey(
    "ending",
    State("card-no-lock", Screen.CARD) {
        stage.withoutScreenLock()
        stage.resident(app, 5_000)
    },
    State("limits-no-lock", Screen.LIMITS),
    State("card-ends", Screen.CARD) {
        stage.advance(days = 1_570)
        app.sync()
    },
    State("home-card-ends", Screen.HOME),
    State("card-ends-soon", Screen.CARD) {
        stage.advance(days = 40)
        app.sync()
    },
)
