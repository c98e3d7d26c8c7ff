/* What the shop is shown: a field of colour with a pattern that moves, so that no picture of it passes for it. */

package jp.yui.ui.paid

import androidx.compose.animation.core.LinearEasing
import androidx.compose.animation.core.animateFloat
import androidx.compose.animation.core.infiniteRepeatable
import androidx.compose.animation.core.rememberInfiniteTransition
import androidx.compose.animation.core.tween
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import jp.yui.core.PaidState
import jp.yui.core.PaidView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.Feeling
import jp.yui.ui.LocalPhone
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.WideCorner
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim

@Composable
fun PaidScreen(id: String) =
    Pulled(Topic.HISTORY, Topic.SETTINGS, about = id, snapshot = { screens { paid(id) } }) { Paid(it) }

@Composable
private fun Paid(view: PaidView) {
    val (phone, places) = LocalPhone.current to LocalPlaces.current
    LaunchedEffect(view.state) {
        when (view.state) {
            PaidState.PAID -> phone.feel(Feeling.DONE)
            PaidState.REFUSED -> phone.feel(Feeling.REFUSED)
            PaidState.CHECKING -> Unit
        }
    }
    Page(view.title, titleShown = false, below = { MainButton(view.done, { places.home() }) }) {
        val colours = Look.colours
        val (mark, colour, ground) = when (view.state) {
            PaidState.PAID -> Triple(Mark.Done, colours.good, colours.goodGround)
            PaidState.CHECKING -> Triple(Mark.Wait, colours.care, colours.careGround)
            PaidState.REFUSED -> Triple(Mark.Wrong, colours.danger, colours.dangerGround)
        }
        val field = Modifier.fillMaxWidth().clip(WideCorner).background(ground)
        Column(
            (
                if (view.state ==
                    PaidState.PAID
                ) {
                    field.moving(colour)
                } else {
                    field
                }
                ).border(1.dp, colour, WideCorner).padding(24.dp),
            Arrangement.spacedBy(8.dp),
            Alignment.CenterHorizontally,
        ) {
            val centred = Look.type.body.copy(textAlign = TextAlign.Center)
            Picture(mark, colour, size = 72.dp)
            Words(view.title, Modifier.semantics { liveRegion = LiveRegionMode.Assertive }, Look.type.title)
            Words(view.amountText, style = Look.type.amount)
            view.shop?.let { Words(verbatim(it.name), style = centred) }
            Words(view.moment, style = centred)
        }
        Words(view.note)
        if (view.state == PaidState.PAID) Words(view.show, style = Look.type.strong)
    }
}

/** Stripes that wander across. */
@Composable
private fun Modifier.moving(colour: Color): Modifier {
    val at by rememberInfiniteTransition().animateFloat(
        0f,
        1f,
        infiniteRepeatable(tween(ROUND_MILLIS, easing = LinearEasing)),
    )
    return drawBehind {
        val gap = 32.dp.toPx()
        var x = (at - 1) * gap - size.height
        while (x < size.width) {
            drawLine(colour.copy(alpha = 0.14f), Offset(x, size.height), Offset(x + size.height, 0f), 6.dp.toPx())
            x += gap
        }
    }
}

private const val ROUND_MILLIS = 1600
