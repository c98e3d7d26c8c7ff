/* Where a password or PIN of the card is typed: hidden, never suggested, never kept; the tries left stand above. */

package jp.yui.ui.parts

import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.text
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.dp
import jp.yui.core.PinPrompt
import jp.yui.ui.look.Look

/** Where a PIN or password of the card is typed. */
@Composable
fun SecretField(prompt: PinPrompt, value: String, onChange: (String) -> Unit, onDone: () -> Unit) {
    val colours = Look.colours
    prompt.wrong?.let {
        Row(Modifier.semantics { liveRegion = LiveRegionMode.Assertive }, Arrangement.spacedBy(8.dp)) {
            Picture(Mark.Wrong, colours.danger)
            Words(it, style = Look.type.title, colour = colours.danger)
        }
    }
    if (prompt.wrong == null) prompt.triesText?.let { Words(it, style = Look.type.title) }
    if (prompt.canEnter) {
        Secrecy()
        var seen by remember { mutableStateOf(false) }
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            Secret(prompt, seen, value, onChange, onDone)
            PlainButton(if (seen) prompt.hide else prompt.show, { seen = !seen })
            Words(prompt.note, style = Look.type.small, colour = colours.quiet)
        }
    }
}

@Composable
private fun Secret(prompt: PinPrompt, seen: Boolean, value: String, onChange: (String) -> Unit, onDone: () -> Unit) {
    val colours = Look.colours
    val focus = remember { FocusRequester() }
    val interaction = remember { MutableInteractionSource() }
    val focused by interaction.collectIsFocusedAsState()
    BasicTextField(
        value,
        { typed -> if (prompt.digits.let { it == null || typed.length <= it.toInt() }) onChange(typed) },
        Modifier.fillMaxWidth().focusRequester(focus),
        textStyle = Look.type.title.copy(color = colours.ink),
        keyboardOptions = KeyboardOptions(
            capitalization = KeyboardCapitalization.Characters,
            autoCorrectEnabled = false,
            keyboardType = if (prompt.digits == null) KeyboardType.Password else KeyboardType.NumberPassword,
            imeAction = ImeAction.Next,
        ),
        keyboardActions = KeyboardActions { if (value.isNotEmpty()) onDone() },
        singleLine = true,
        visualTransformation = if (seen) VisualTransformation.None else PasswordVisualTransformation(),
        interactionSource = interaction,
        cursorBrush = SolidColor(colours.primary),
    ) { typed ->
        // The screen's title says what it is; who hears the screen hears it here, with what was typed.
        val named = Modifier.semantics { text = AnnotatedString(prompt.title.plain) }
        Box(named.typedInto(focused, Look.type.title), propagateMinConstraints = true) { typed() }
    }
    LaunchedEffect(focus) { focus.requestFocus() }
}
