/* The phone's keyboard, for who has a mouse only: it types a secret of the card into the field that asks for it. */

package jp.yui.preview

import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.platform.PlatformTextInputMethodRequest
import androidx.compose.ui.text.input.CommitTextCommand
import androidx.compose.ui.text.input.DeleteAllCommand
import androidx.compose.ui.text.input.KeyboardType

/** Types into [field]. */
@OptIn(ExperimentalComposeUiApi::class)
class Keyboard(private val field: PlatformTextInputMethodRequest) {
    /** The secret of the card that the field asks for, none where it asks for something else. */
    val secret = when (field.imeOptions.keyboardType) {
        KeyboardType.Password -> Secret.PASSWORD
        KeyboardType.NumberPassword -> Secret.PIN
        else -> null
    }

    /** Types [text] in place of what is there. */
    fun type(text: String) = field.onEditCommand(listOf(DeleteAllCommand(), CommitTextCommand(text, text.length)))
}

/** A secret of the card, and the name of its [words] in the panel. */
enum class Secret(val words: String) { PASSWORD("card_password"), PIN("card_pin") }
