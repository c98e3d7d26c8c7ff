/* Becoming a visitor; which screen of it comes next, the core knows. */

package jp.yui.ui.visitor

import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import jp.yui.core.Ended
import jp.yui.core.Topic
import jp.yui.core.VisitorAction
import jp.yui.core.VisitorStep
import jp.yui.core.VisitorView
import jp.yui.core.visitor
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPhone
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.parts.End
import jp.yui.ui.parts.EndNote
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.Field
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.Words

@Composable
fun VisitorScreen() {
    var begun by rememberSaveable { mutableStateOf(false) }
    Pulled(Topic.VISITOR, Topic.IDENTITY, Topic.TOWN, Topic.SETTINGS, snapshot = {
        visitor {
            if (!begun) begin()
            view()
        }.also { begun = true }
    }) { Visitor(it) }
}

@Composable
private fun Visitor(view: VisitorView) {
    val (app, phone) = LocalApp.current to LocalPhone.current
    val (places, deeds) = LocalPlaces.current to LocalDeeds.current
    var typed by remember(view.step) { mutableStateOf("") }
    val act = { action: VisitorAction ->
        when (action) {
            VisitorAction.SEND -> deeds { app.visitor { send(typed) } }
            VisitorAction.START -> deeds { app.visitor { start(typed, phone.model) } }
            VisitorAction.BY_MAIL, VisitorAction.HAVE_CODE -> app.visitor { act(action) }
            VisitorAction.FINISH -> places.home()
        }
    }
    val done = view.step == VisitorStep.DONE
    Page(view.title, titleShown = !done, step = view.step, below = {
        MainButton(
            view.primary.text,
            { act(view.primary.action) },
            enabled = !deeds.busy && (view.field == null || typed.isNotBlank()),
        )
        for (button in view.others) PlainButton(button.text, { act(button.action) })
    }) {
        view.error?.let { ErrorNote(it, onAgain = { act(view.again) }) }
        if (done) EndNote(End.of(Ended.DONE), view.title, null, emptyList())
        for (text in view.body) Words(text)
        view.field?.let { Field(it, typed, { typed = it }, keyboard(view.step)) }
    }
}

private fun keyboard(step: VisitorStep) = when (step) {
    VisitorStep.MAIL -> KeyboardOptions(autoCorrectEnabled = false, keyboardType = KeyboardType.Email)
    // Letters and digits.
    else -> KeyboardOptions(KeyboardCapitalization.Characters, autoCorrectEnabled = false, KeyboardType.Ascii)
}
