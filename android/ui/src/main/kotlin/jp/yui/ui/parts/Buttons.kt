/* What can be pressed. Every one has a role, words, a size for a dry finger, and a frame when the keyboard is at it. */

package jp.yui.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.interaction.collectIsPressedAsState
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxScope
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.focusProperties
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.input.InputMode
import androidx.compose.ui.layout.layout
import androidx.compose.ui.platform.LocalInputModeManager
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.constrainWidth
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.offset
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** The corners of buttons, fields and areas. */
internal val Corner = RoundedCornerShape(8.dp)

/** The corners of what fills a screen's width and holds other things. */
internal val WideCorner = RoundedCornerShape(16.dp)

/** From the edge of what can be pressed to its words. */
private val EDGE = 12.dp

/** By this a test finds the main act of a screen. */
internal const val MAIN = "main"

/** The one main act of a screen. */
@Composable
fun MainButton(text: Text, onPress: () -> Unit, modifier: Modifier = Modifier, enabled: Boolean = true) {
    val colours = Look.colours
    val ground = if (enabled) colours.primary else colours.line
    Pressable(onPress, modifier.testTag(MAIN).fillMaxWidth(), enabled, ground, ground) {
        Words(
            text,
            style = Look.type.strong.copy(textAlign = TextAlign.Center),
            colour = if (enabled) colours.onPrimary else colours.ink,
        )
    }
}

/** Another act of as much weight as a whole line. */
@Composable
fun SecondButton(text: Text, onPress: () -> Unit, modifier: Modifier = Modifier, enabled: Boolean = true) {
    val colours = Look.colours
    val (ink, border) = if (enabled) colours.primary to colours.primary else colours.quiet to colours.line
    Pressable(onPress, modifier.fillMaxWidth(), enabled, colours.ground, border) {
        Words(text, style = Look.type.strong.copy(textAlign = TextAlign.Center), colour = ink)
    }
}

/** A way aside, no wider than its words, which stand where other words do: what can be pressed reaches beyond them. */
@Composable
fun PlainButton(text: Text, onPress: () -> Unit) = Box(Modifier.reachingBeyond()) {
    val align = if (LocalBelow.current) TextAlign.Center else TextAlign.Start
    Pressable(onPress) {
        Words(text, style = Look.type.strong.copy(textAlign = align), colour = Look.colours.primary)
    }
}

/** Whether this stands below, where the main act is and everything lies in the middle. */
internal val LocalBelow = staticCompositionLocalOf { false }

/** Takes as much width as lies between the edges of what can be pressed. */
private fun Modifier.reachingBeyond() = layout { measurable, constraints ->
    val edge = EDGE.roundToPx()
    val pressed = measurable.measure(constraints.offset(horizontal = 2 * edge))
    layout(constraints.constrainWidth(pressed.width - 2 * edge), pressed.height) { pressed.placeRelative(-edge, 0) }
}

/** The frame around what the keyboard is at, which stands out from every ground. */
@Composable
internal fun Modifier.focusFrame(focused: Boolean): Modifier =
    if (focused) border(4.dp, Look.colours.focus, Corner).border(2.dp, Look.colours.ink, Corner) else this

/** A keyboard comes here; what a mouse or a finger presses has no frame, and leaves the cursor in its field. */
@Composable
internal fun Modifier.reachedByKeys(): Modifier {
    val mode = LocalInputModeManager.current
    return focusProperties { canFocus = mode.inputMode == InputMode.Keyboard }
}

/** What can be pressed, whatever it shows; without [onPress] it only says something. */
@Composable
fun Pressable(
    onPress: (() -> Unit)?,
    modifier: Modifier = Modifier,
    enabled: Boolean = true,
    ground: Color = Color.Transparent,
    border: Color = Color.Transparent,
    role: Role = Role.Button,
    content: @Composable BoxScope.() -> Unit,
) {
    val interaction = remember { MutableInteractionSource() }
    val focused by interaction.collectIsFocusedAsState()
    val pressed by interaction.collectIsPressedAsState()
    val colours = Look.colours
    val press = when (onPress) {
        null -> Modifier.semantics(mergeDescendants = true) {}
        else -> Modifier.clickable(interaction, indication = null, enabled = enabled, role = role, onClick = onPress)
    }
    Box(
        modifier
            .defaultMinSize(Look.target, Look.target)
            .focusFrame(focused)
            .clip(Corner)
            .background(ground)
            .background(if (pressed) colours.ink.copy(alpha = 0.12f) else Color.Transparent)
            .border(1.dp, border, Corner)
            .reachedByKeys()
            .then(press)
            .padding(horizontal = EDGE, vertical = 8.dp),
        contentAlignment = Alignment.Center,
        content = content,
    )
}
