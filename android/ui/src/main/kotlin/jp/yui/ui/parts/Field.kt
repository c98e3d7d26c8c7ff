/* A line that can be filled in, under its name. */

package jp.yui.ui.parts

import androidx.compose.foundation.border
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** [name] stands above it and is its name for a screen reader. */
@Composable
fun Field(name: Text, value: String, onChange: (String) -> Unit) =
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        val colours = Look.colours
        val interaction = remember { MutableInteractionSource() }
        val focused by interaction.collectIsFocusedAsState()
        Words(name, Modifier.clearAndSetSemantics {}, Look.type.small, colours.quiet)
        BasicTextField(
            value,
            onChange,
            Modifier
                .typedInto(focused)
                .semantics { contentDescription = name.plain },
            textStyle = Look.type.body.copy(color = colours.ink),
            singleLine = true,
            interactionSource = interaction,
            cursorBrush = SolidColor(colours.primary),
        )
    }

/** The box of what is typed into; [focused] is whether keys go there now. */
@Composable
internal fun Modifier.typedInto(focused: Boolean) = fillMaxWidth()
    .defaultMinSize(minHeight = Look.target)
    .focusFrame(focused)
    .border(1.dp, Look.colours.fieldLine, Corner)
    .padding(12.dp)
