/* What can be switched and chosen: the state stands in a word or a mark, never in colour alone. */

package jp.yui.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** Something that is on or off. */
@Composable
fun Switch(text: Text, on: Boolean, note: Text? = null, onChange: (Boolean) -> Unit) {
    val interaction = remember { MutableInteractionSource() }
    val press = Modifier.toggleable(on, interaction, indication = null, role = Role.Switch, onValueChange = onChange)
    Line(interaction, press) {
        Column(Modifier.weight(1f)) {
            Words(text, style = Look.type.strong)
            note?.let { Words(it, style = Look.type.small, colour = Look.colours.quiet) }
        }
        Knob(on)
    }
}

@Composable
private fun Knob(on: Boolean) {
    val colours = Look.colours
    Box(
        Modifier.size(width = 52.dp, height = 32.dp)
            .background(if (on) colours.primary else colours.ground, CircleShape)
            .border(1.dp, if (on) colours.primary else colours.fieldLine, CircleShape)
            .padding(4.dp),
        if (on) Alignment.CenterEnd else Alignment.CenterStart,
    ) {
        if (on) {
            Picture(Mark.Done, colours.onPrimary, size = 24.dp)
        } else {
            Box(Modifier.size(24.dp).border(2.dp, colours.fieldLine, CircleShape))
        }
    }
}

/** Several of which one is chosen, under their name. */
@Composable
fun Choices(title: Text, content: @Composable () -> Unit) = Column {
    Heading(title)
    Column(Modifier.selectableGroup()) { content() }
}

/** One of several, among [Choices]. */
@Composable
fun Choice(text: Text, chosen: Boolean, onChoose: () -> Unit) {
    val colours = Look.colours
    val interaction = remember { MutableInteractionSource() }
    val press = Modifier.selectable(chosen, interaction, indication = null, role = Role.RadioButton, onClick = onChoose)
    Line(interaction, press) {
        Box(
            Modifier.size(24.dp).border(2.dp, if (chosen) colours.primary else colours.fieldLine, CircleShape),
            Alignment.Center,
        ) {
            if (chosen) Box(Modifier.size(12.dp).background(colours.primary, CircleShape))
        }
        Words(text, Modifier.weight(1f), if (chosen) Look.type.strong else Look.type.body)
    }
}

/** A line that does what [press] says, with a frame when the keyboard is at it. */
@Composable
private fun Line(interaction: MutableInteractionSource, press: Modifier, content: @Composable RowScope.() -> Unit) {
    val focused by interaction.collectIsFocusedAsState()
    Row(
        Modifier.fillMaxWidth()
            .defaultMinSize(minHeight = Look.target)
            .focusFrame(focused)
            .reachedByKeys()
            .then(press)
            .padding(horizontal = 8.dp, vertical = 4.dp),
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
        content,
    )
}
