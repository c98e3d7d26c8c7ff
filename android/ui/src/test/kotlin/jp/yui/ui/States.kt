/*
 * Every screen in its main states: what `PicturesTest` draws and `SemanticsTest` looks at. A new state is a line in a
 * journey, a new screen usually a journey of its own, added to `journeys`.
 */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import jp.yui.core.EnrolPurpose
import jp.yui.core.PayAction
import jp.yui.core.RegisterAction
import jp.yui.core.Screen
import jp.yui.core.YuiApp
import jp.yui.core.pay
import jp.yui.core.register
import jp.yui.core.screens
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking
import java.nio.file.Path

/** One phone in one town, on its way through the states of a journey. */
class Visit(val stage: Stage, val app: YuiApp) {
    /** The id that the states from now on are about, such as a payment's. */
    var about: String? = null

    /** What goes on while states are looked at. */
    val meanwhile = CoroutineScope(Dispatchers.IO)
}

/** A state of a screen. */
class State(
    /** Names its picture: the screen, and what is special. */
    val name: String,
    val screen: Screen,
    /** Whether the screen is about [Visit.about]. */
    val about: Boolean = false,
    /** What she does on the screen once it is drawn, such as opening the details. */
    val touched: ComposeUiTest.(Visit) -> Unit = {},
    /** What leads here from the state before. */
    val reached: suspend Visit.() -> Unit = {},
)

/** States that follow from each other, on a phone that is new at the first of them. */
class Journey(val name: String, vararg val states: State)

private val registering = Journey(
    "registering",
    State("home-guest", Screen.HOME),
    State("register-need", Screen.REGISTER),
    State("register-reads", Screen.REGISTER) {
        app.register {
            begin(EnrolPurpose.REGISTER, "phone")
            act(RegisterAction.PASSWORD)
        }
    },
    State("register-secret", Screen.REGISTER) { app.register { act(RegisterAction.NEXT) } },
    State("register-hold", Screen.REGISTER) { app.register { enter(PASSWORD) } },
    State("register-done", Screen.REGISTER) { app.register { hold(stage.card()) } },
)

private val paying = Journey(
    "paying",
    State("home", Screen.HOME) { stage.resident(app, 5_000) },
    State("home-arrange", Screen.HOME, touched = { visit ->
        val arrange = checkNotNull(runBlocking { visit.app.screens { home() } }.arrange)
        presses(arrange.begin)
        sees(arrange.end)
    }),
    State("scan", Screen.SCAN),
    State("scan-error", Screen.SCAN, touched = { visit ->
        visit.stage.phone.seen.trySend(NOBODYS_CODE)
        sees(checkNotNull(runBlocking { visit.app.screens { scanned(NOBODYS_CODE) } }.error).title)
    }),
    State("scan-no-camera", Screen.SCAN, touched = { visit ->
        sees(runBlocking { visit.app.screens { scan() } }.refused)
    }) {
        stage.phone.cameraAllowed.value = false
    },
    State("pay-amount", Screen.PAY) {
        stage.phone.cameraAllowed.value = true
        app.screens { scanned(stage.poster) }
        app.pay { typeDigits("850") }
    },
    State("pay-confirm", Screen.PAY) { app.pay { act(PayAction.NEXT) } },
    State("paid", Screen.PAID, about = true) { about = app.pay { act(PayAction.CONFIRM) }.paid },
    State("receipt", Screen.RECEIPT, about = true),
    State("history", Screen.HISTORY),
    State("code", Screen.CODE),
    State("talk", Screen.TALK),
    State("talk-code", Screen.TALK, about = true) { about = "payment_unknown" },
    State("settings", Screen.SETTINGS),
    State("settings-language", Screen.SETTINGS, about = true) { about = "language" },
)

/** A code that is nothing to the app. */
private const val NOBODYS_CODE = "https://example.jp/"

/** Every journey. */
val journeys = listOf(
    registering,
    paying,
    registeringAstray,
    payingAstray,
    shopkeeping,
    charging,
    comingIn,
    belonging,
    ending,
    nothingYet,
    lookingUp,
)

/** Shows each state of every journey to [seen]. */
fun eachState(folder: Path, seen: Visit.(State) -> Unit) {
    for (journey in journeys) {
        Stage(folder.resolve(journey.name)).use { stage ->
            stage.open().use { app ->
                val visit = Visit(stage, app)
                for (state in journey.states) {
                    runBlocking { state.reached(visit) }
                    visit.seen(state)
                }
                visit.meanwhile.cancel()
            }
        }
    }
}
