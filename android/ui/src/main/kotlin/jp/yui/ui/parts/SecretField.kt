/* Where a password or PIN of the card is typed: hidden, never suggested, never kept; the tries left stand above. */

package jp.yui.ui.parts

import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.unit.dp
import jp.yui.core.PinPrompt
import jp.yui.ui.look.Look

/** [digits] is how many digits it has, none where it has letters too. */
@Composable
fun SecretField(prompt: PinPrompt, digits: UInt?, value: String, onChange: (String) -> Unit, onDone: () -> Unit) {
    val colours = Look.colours
    val focus = remember { FocusRequester() }
    prompt.wrong?.let {
        Row(Modifier.semantics { liveRegion = LiveRegionMode.Assertive }, Arrangement.spacedBy(8.dp)) {
            Picture(Mark.Wrong, colours.danger)
            Words(it, style = Look.type.strong, color = colours.danger)
        }
    }
    if (prompt.wrong == null) prompt.triesText?.let { Words(it, style = Look.type.strong) }
    if (prompt.canEnter) {
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            BasicTextField(
                value,
                { typed -> if (digits == null || typed.length <= digits.toInt()) onChange(typed) },
                Modifier
                    .fillMaxWidth()
                    .defaultMinSize(minHeight = Look.target)
                    .border(1.dp, colours.fieldLine, Corner)
                    .padding(12.dp)
                    .focusRequester(focus)
                    .semantics { contentDescription = prompt.title.plain },
                textStyle = Look.type.title.copy(color = colours.ink),
                keyboardOptions = KeyboardOptions(
                    capitalization = KeyboardCapitalization.Characters,
                    autoCorrectEnabled = false,
                    keyboardType = if (digits == null) KeyboardType.Password else KeyboardType.NumberPassword,
                    imeAction = ImeAction.Next,
                ),
                keyboardActions = KeyboardActions { if (value.isNotEmpty()) onDone() },
                singleLine = true,
                visualTransformation = PasswordVisualTransformation(),
                cursorBrush = SolidColor(colours.primary),
            )
            Words(prompt.note, style = Look.type.small, color = colours.quiet)
        }
        LaunchedEffect(focus) { focus.requestFocus() }
    }
}
