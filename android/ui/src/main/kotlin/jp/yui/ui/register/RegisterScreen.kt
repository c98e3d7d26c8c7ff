/* Registering with the card; which screen of it comes next, the core knows. */

package jp.yui.ui.register

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import jp.yui.core.Ended
import jp.yui.core.Picture.CARD
import jp.yui.core.Picture.PASSWORD
import jp.yui.core.Picture.PHONE
import jp.yui.core.RegisterAction
import jp.yui.core.RegisterStep
import jp.yui.core.RegisterView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.enrolPurpose
import jp.yui.core.register
import jp.yui.ui.Leaving
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPhone
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.End
import jp.yui.ui.parts.EndNote
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.HeardReader
import jp.yui.ui.parts.HeldCards
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.Reader
import jp.yui.ui.parts.SecretField
import jp.yui.ui.parts.Troubles
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.Working

/** [about] is why she registers. */
@Composable
fun RegisterScreen(about: String?) {
    val (app, phone) = LocalApp.current to LocalPhone.current
    Leaving { app.register { leave() } }
    var begun by remember { mutableStateOf(false) }
    Pulled(Topic.REGISTER, Topic.IDENTITY, Topic.TOWN, Topic.SETTINGS, about = about, snapshot = {
        // The first time it goes on where she was interrupted.
        register { if (begun) view() else begin(enrolPurpose(about), phone.model) }.also { begun = true }
    }) { Register(it) }
}

@Composable
private fun Register(view: RegisterView) {
    val (app, places, deeds) = Triple(LocalApp.current, LocalPlaces.current, LocalDeeds.current)
    var secret by remember(view.step, view.pin?.digits) { mutableStateOf("") }
    val act = { action: RegisterAction ->
        when {
            action == RegisterAction.TALK -> places.go(Screen.TALK)
            action == RegisterAction.FINISH -> {
                places.home()
                deeds { app.register { act(action) } }
            }
            view.pin != null && action == RegisterAction.NEXT -> deeds { app.register { enter(secret) } }
            else -> deeds { app.register { act(action) } }
        }
    }
    val done = view.step == RegisterStep.DONE
    Page(view.title, titleShown = !done, step = view.step, below = {
        view.primary?.let { button ->
            MainButton(
                button.text,
                { act(button.action) },
                enabled =
                !deeds.busy && (view.pin == null || secret.isNotEmpty()),
            )
        }
        for (button in view.others) PlainButton(button.text, { act(button.action) })
    }) {
        view.error?.let { error -> ErrorNote(error, view.again?.let { { act(it) } }) }
        view.reader?.let { Reader(it) }
        for (need in view.needs) {
            Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(16.dp), Alignment.CenterVertically) {
                Picture(need.picture.mark, Look.colours.primary, size = 40.dp)
                Words(need.text, Modifier.weight(1f), Look.type.strong)
            }
        }
        if (done) EndNote(End.of(Ended.DONE), view.title, null, listOfNotNull(view.name))
        for (text in view.body) Words(text)
        view.trouble?.let { Troubles(it) }
        view.pin?.let { SecretField(it, secret, { secret = it }) { act(RegisterAction.NEXT) } }
        view.working?.let { Working(it) }
    }
    if (view.step == RegisterStep.NEED) HeardReader { app.register { reader(it) } }
    if (view.step == RegisterStep.HOLD) HeldCards({ app.register { reader(it) } }, { app.register { hold(it) } })
}

private val jp.yui.core.Picture.mark: Mark
    get() = when (this) {
        CARD -> Mark.Card
        PASSWORD -> Mark.Password
        PHONE -> Mark.Phone
    }
