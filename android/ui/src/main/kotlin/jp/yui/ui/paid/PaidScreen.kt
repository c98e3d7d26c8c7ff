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
import androidx.compose.runtime.State
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import jp.yui.core.PaidState
import jp.yui.core.PaidView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.Feeling
import jp.yui.ui.LocalApp
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
import kotlinx.coroutines.delay

@Composable
fun PaidScreen(id: String) = Pulled(
    Topic.HISTORY,
    Topic.SETTINGS,
    about = id,
    anewAfter = { view -> view.liveMs.toLong().takeIf { it > 0 } },
    snapshot = { screens { paid(id) } },
) { Paid(it) }

/** How a state is drawn: never by colour alone. */
private class Drawn(val mark: Mark, val colour: Color, val ground: Color, val feeling: Feeling? = null)

@Composable
private fun drawn(state: PaidState): Drawn {
    val colours = Look.colours
    return when (state) {
        PaidState.PAID -> Drawn(Mark.Done, colours.good, colours.goodGround, Feeling.DONE)
        PaidState.CHECKING -> Drawn(Mark.Wait, colours.care, colours.careGround)
        PaidState.REFUSED -> Drawn(Mark.Wrong, colours.danger, colours.dangerGround, Feeling.REFUSED)
        PaidState.PARTLY_REFUNDED, PaidState.REFUNDED -> Drawn(Mark.Given, colours.quiet, colours.ground)
    }
}

@Composable
private fun Paid(view: PaidView) {
    val (app, phone, places) = Triple(LocalApp.current, LocalPhone.current, LocalPlaces.current)
    val drawn = drawn(view.state)
    LaunchedEffect(view.id, view.state) {
        drawn.feeling?.let { if (app.screens { feels(view.id) }) phone.feel(it) }
    }
    Page(view.title, titleShown = false, below = { MainButton(view.done, { places.home() }) }) {
        val field = Modifier.fillMaxWidth().clip(WideCorner).background(drawn.ground)
        val live = view.liveMs > 0u
        Column(
            (if (live) field.moving(drawn.colour, phone.reducesMotion) else field)
                .border(1.dp, drawn.colour, WideCorner)
                .padding(24.dp),
            Arrangement.spacedBy(8.dp),
            Alignment.CenterHorizontally,
        ) {
            val centred = Look.type.body.copy(textAlign = TextAlign.Center)
            Picture(drawn.mark, drawn.colour, size = 72.dp)
            Words(
                view.title,
                Modifier.semantics {
                    heading()
                    liveRegion = LiveRegionMode.Assertive
                },
                Look.type.title.copy(textAlign = TextAlign.Center),
            )
            Words(view.amountText, style = Look.type.amount.copy(textAlign = TextAlign.Center))
            view.shop?.let { Words(verbatim(it.name), style = centred) }
            Words(view.moment, style = centred)
        }
        Words(view.note)
        view.show?.let { Words(it, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, Look.type.strong) }
    }
}

/** Stripes that wander across; by steps of a second for who wants little motion, as a picture of them does not. */
@Composable
private fun Modifier.moving(colour: Color, byStep: Boolean): Modifier {
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
