/* What can be switched and chosen: the state stands in a word or a mark, never in colour alone. */

package jp.yui.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** Something that is on or off. */
@Composable
fun Switch(text: Text, on: Boolean, note: Text? = null, onChange: (Boolean) -> Unit) {
    val colours = Look.colours
    Row(
        Modifier.fillMaxWidth().defaultMinSize(
            minHeight = Look.target,
        ).toggleable(on, role = Role.Switch, onValueChange = onChange),
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Words(text, style = Look.type.strong)
            note?.let { Words(it, style = Look.type.small, color = colours.quiet) }
        }
        Box(
            Modifier.size(width = 52.dp, height = 32.dp)
                .background(if (on) colours.primary else colours.ground, CircleShape)
                .border(1.dp, if (on) colours.primary else colours.fieldLine, CircleShape)
                .padding(4.dp),
            if (on) Alignment.CenterEnd else Alignment.CenterStart,
        ) {
            if (on) {
                Picture(
                    Mark.Done,
                    colours.onPrimary,
                    size = 24.dp,
                )
            } else {
                Box(Modifier.size(24.dp).border(2.dp, colours.fieldLine, CircleShape))
            }
        }
    }
}

/** One of several. */
@Composable
fun Choice(text: Text, chosen: Boolean, onChoose: () -> Unit) {
    val colours = Look.colours
    Row(
        Modifier.fillMaxWidth().defaultMinSize(
            minHeight = Look.target,
        ).selectable(chosen, role = Role.RadioButton, onClick = onChoose),
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
    ) {
        Box(
            Modifier.size(24.dp).border(2.dp, if (chosen) colours.primary else colours.fieldLine, CircleShape),
            Alignment.Center,
        ) {
            if (chosen) Box(Modifier.size(12.dp).background(colours.primary, CircleShape))
        }
        Words(text, Modifier.weight(1f), if (chosen) Look.type.strong else Look.type.body)
    }
}
