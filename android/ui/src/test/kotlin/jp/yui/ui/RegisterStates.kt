/* Registering where it does not go straight on: the reader, what was typed, the card, and staff who look first. */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.ui.test.ExperimentalTestApi
import jp.yui.core.EnrolPurpose
import jp.yui.core.ReaderState
import jp.yui.core.RegisterAction
import jp.yui.core.RegisterStep
import jp.yui.core.Screen
import jp.yui.core.identity
import jp.yui.core.register
import jp.yui.core.support.HeldCard
import kotlinx.coroutines.launch

/** A resident with a phone registers another one, and nearly everything goes wrong with her card. */
internal val registeringAstray = Journey(
    "registering astray",
    State("register-reader-off", Screen.REGISTER, touched = { seesReader(it, ReaderState.OFF) }) {
        stage.openBeside().use { beside -> stage.resident(beside, 5_000) }
        stage.phone.reader.value = ReaderState.OFF
        app.register { begin(EnrolPurpose.REGISTER, "phone") }
    },
    State("register-digits", Screen.REGISTER) {
        stage.phone.reader.value = ReaderState.WAITING
        app.register {
            act(RegisterAction.DIGITS)
            act(RegisterAction.NEXT)
        }
    },
    State("register-lost", Screen.REGISTER, touched = {
        holds(it, it.stage.card().apply { close() }, ReaderState.LOST)
    }) {
        app.register {
            act(RegisterAction.PASSWORD)
            enter(PASSWORD)
        }
    },
    State("register-other-card", Screen.REGISTER, touched = {
        holds(it, it.stage.card("resident_register_card"), ReaderState.WRONG)
    }),
    State("register-wrong", Screen.REGISTER) {
        app.register { act(RegisterAction.STOP) }
        triesWith(WRONG)
    },
    State("register-last-try", Screen.REGISTER) {
        repeat(3) { triesWith(WRONG) }
        app.register { enter(PASSWORD) }
    },
    State("register-blocked", Screen.REGISTER) {
        app.register {
            act(RegisterAction.STOP)
            enter(WRONG)
            act(RegisterAction.SURE)
            stage.card().use { hold(it) }
        }
    },
    State("register-no-certificate", Screen.REGISTER) {
        app.register { back() }
        triesWith(PASSWORD, stage.card("without_signature_certificate"))
    },
    State("register-moved", Screen.REGISTER) {
        app.register { back() }
        triesWith(PASSWORD, stage.cardAfterAMove())
    },
    State("register-sending", Screen.REGISTER) {
        app.register {
            back()
            enter(PASSWORD)
        }
        val card = stage.card("replaced")
        meanwhile.launch { card.use { app.register { hold(stage.thenSilent(it)) } } }
        reaches(RegisterStep.SENDING)
    },
    State("register-review", Screen.REGISTER) {
        stage.server.goOn()
        reaches(RegisterStep.REVIEW)
    },
    State("home-review", Screen.HOME),
    State("register-refused", Screen.REGISTER) {
        stage.staffRefuse(checkNotNull(app.identity { snapshot() }.reviewReference) { "nobody looks at it" })
        app.register { act(RegisterAction.CHECK) }
    },
)

private suspend fun Visit.triesWith(password: String, card: HeldCard = stage.card()) {
    app.register {
        enter(password)
        card.use { hold(it) }
    }
}

private suspend fun Visit.reaches(step: RegisterStep) = until { app.register { view() }.step == step }

/** No card's password. */
private const val WRONG = "YUITEST2027"
