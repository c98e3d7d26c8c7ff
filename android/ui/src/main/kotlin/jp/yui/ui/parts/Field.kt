/* A line that can be filled in, under its name. */

package jp.yui.ui.parts

import androidx.compose.foundation.border
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** [name] stands above it, and is read with what was typed; [keyboard] is the one that comes for it. */
@Composable
fun Field(name: Text, value: String, onChange: (String) -> Unit, keyboard: KeyboardOptions = KeyboardOptions.Default) {
    val colours = Look.colours
    val interaction = remember { MutableInteractionSource() }
    val focused by interaction.collectIsFocusedAsState()
    BasicTextField(
        value,
        onChange,
        Modifier.fillMaxWidth(),
        textStyle = Look.type.body.copy(color = colours.ink),
        keyboardOptions = keyboard,
        singleLine = true,
        interactionSource = interaction,
        cursorBrush = SolidColor(colours.primary),
    ) { typed ->
        Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
            Words(name, style = Look.type.small, colour = colours.quiet)
            Box(Modifier.typedInto(focused, Look.type.body), propagateMinConstraints = true) { typed() }
        }
    }
}

/**
 * The box of a line that is typed in this [style]; [focused] is whether keys go there now. It is as high without a letter
 * as with one: an empty line would be higher than the style's.
 */
@Composable
internal fun Modifier.typedInto(focused: Boolean, style: TextStyle): Modifier {
    val line = with(LocalDensity.current) { style.fontSize.toDp() * style.lineHeight.value }
    return fillMaxWidth()
        .height(maxOf(Look.target, line + EDGE * 2))
        .focusFrame(focused)
        .border(1.dp, Look.colours.fieldLine, Corner)
        .padding(EDGE)
}

private val EDGE = 12.dp
