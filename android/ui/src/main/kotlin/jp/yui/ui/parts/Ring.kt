/* A ring that grows shorter as time goes by, step by step: nothing moves for who wants no motion. */

package jp.yui.ui.parts

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.inset
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import jp.yui.ui.look.Look

/** [share] of it is left, in thousandths. What it means stands in the words beside it. */
@Composable
fun Ring(share: UInt, size: Dp = 40.dp) {
    val (line, left) = Look.colours.line to Look.colours.primary
    Canvas(Modifier.size(size)) {
        val width = 4.dp.toPx()
        val sweep = share.toFloat() * FULL_DEGREES / WHOLE
        inset(width / 2) {
            drawCircle(line, style = Stroke(width / 2))
            drawArc(left, TOP_DEGREES, sweep, useCenter = false, style = Stroke(width, cap = StrokeCap.Round))
        }
    }
}

private const val WHOLE = 1000
private const val FULL_DEGREES = 360f
private const val TOP_DEGREES = -90f
