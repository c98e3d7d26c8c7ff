/* The states of the screens about her points and about the app. */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.ui.test.ExperimentalTestApi
import jp.yui.core.NoticeKind
import jp.yui.core.PayAction
import jp.yui.core.Screen
import jp.yui.core.notices
import jp.yui.core.pay
import jp.yui.core.screens

/** Nothing is there yet. */
internal val nothingYet = Journey(
    "nothing yet",
    State("lots-empty", Screen.LOTS),
    State("limits-guest", Screen.LIMITS),
    State("export-empty", Screen.EXPORT),
    State("notices-empty", Screen.NOTICES),
)

/** Points came, and some were paid. */
internal val lookingUp = Journey(
    "looking up",
    State("lots", Screen.LOTS) { stage.resident(app, 5_000) },
    State("limits", Screen.LIMITS) {
        app.screens { scanned(stage.poster) }
        app.pay {
            typeDigits("850")
            act(PayAction.NEXT)
            act(PayAction.CONFIRM)
        }
    },
    State("points", Screen.POINTS),
    State("export", Screen.EXPORT),
    State("notices", Screen.NOTICES) { app.notices { want(NoticeKind.MONEY, true) } },
    State("about", Screen.ABOUT),
    State("licences", Screen.LICENCES),
)
