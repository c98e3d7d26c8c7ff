/* Her phones, her card, being a visitor, and leaving. */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.ui.test.ExperimentalTestApi
import jp.yui.core.CardRoute
import jp.yui.core.EnrolPurpose
import jp.yui.core.RegisterDraft
import jp.yui.core.Screen
import jp.yui.core.identity

/** What somebody sees who is not registered on this phone. */
internal val comingIn = Journey(
    "coming in",
    State("devices-guest", Screen.DEVICES),
    State("lost-guest", Screen.LOST),
    State("card-guest", Screen.CARD),
    State("visitor-can", Screen.VISITOR),
    State("tries-hold", Screen.TRIES),
)

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
