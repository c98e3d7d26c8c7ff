/* A button that switches something on and off, such as a light: what it is stands in its mark, words and ground. */

package jp.yui.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.toggleableState
import androidx.compose.ui.state.ToggleableState
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** See the file. */
@Composable
fun Toggle(text: Text, mark: Mark, on: Boolean, modifier: Modifier = Modifier, onChange: (Boolean) -> Unit) {
    val colours = Look.colours
    val ink = if (on) colours.onPrimary else colours.primary
    Pressable(
        { onChange(!on) },
        modifier.semantics { toggleableState = ToggleableState(on) },
        ground = if (on) colours.primary else colours.ground,
        border = colours.primary,
        role = Role.Switch,
    ) {
        Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
            Picture(if (on) Mark.Done else mark, ink)
            Words(text, style = Look.type.strong, colour = ink)
        }
    }
}
