/* A pattern that moves, so that no picture of a screen passes for it. */

package jp.yui.ui.paid

import androidx.compose.animation.core.LinearEasing
import androidx.compose.animation.core.animateFloat
import androidx.compose.animation.core.infiniteRepeatable
import androidx.compose.animation.core.rememberInfiniteTransition
import androidx.compose.animation.core.tween
import androidx.compose.runtime.Composable
import androidx.compose.runtime.State
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.delay

/** Stripes that wander across; by steps of a second for who wants little motion, as a picture of them does not. */
@Composable
internal fun Modifier.stripes(colour: Color, byStep: Boolean): Modifier {
    val at by if (byStep) steps() else wandering()
    return drawBehind {
        val gap = 32.dp.toPx()
        var x = (at - 1) * gap - size.height
        while (x < size.width) {
            drawLine(colour.copy(alpha = 0.14f), Offset(x, size.height), Offset(x + size.height, 0f), 6.dp.toPx())
            x += gap
        }
    }
}

@Composable
private fun wandering(): State<Float> = rememberInfiniteTransition().animateFloat(
    0f,
    1f,
    infiniteRepeatable(tween(ROUND_MILLIS, easing = LinearEasing)),
)

@Composable
private fun steps(): State<Float> = produceState(0f) {
    while (true) {
        delay(STEP_MILLIS)
        value = (value + STEP_MILLIS.toFloat() / ROUND_MILLIS) % 1
    }
}

private const val ROUND_MILLIS = 1600
private const val STEP_MILLIS = 1000L
