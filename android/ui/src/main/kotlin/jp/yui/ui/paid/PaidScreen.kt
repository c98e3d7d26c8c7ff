/* What the shop is shown: a field of colour with a pattern that moves, so that no picture of it passes for it. */

package jp.yui.ui.paid

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.yui.core.Ended
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
import jp.yui.ui.parts.End
import jp.yui.ui.parts.EndNote
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim

@Composable
fun PaidScreen(id: String) = Pulled(
    Topic.HISTORY,
    Topic.SETTINGS,
    about = id,
    anewAfter = { view -> view.liveMs.toLong().takeIf { it > 0 } },
    snapshot = { screens { paid(id) } },
) { Paid(it) }

/** How a state is drawn. */
@Composable
private fun drawn(state: PaidState): End = when (state) {
    PaidState.PAID -> End.of(Ended.DONE)
    PaidState.CHECKING -> End.of(Ended.CHECKING)
    PaidState.REFUSED -> End.of(Ended.REFUSED)
    PaidState.PARTLY_REFUNDED, PaidState.REFUNDED -> with(Look.colours) { End(Mark.Given, quiet, ground) }
}

/** What the hand and the ear notice of it. */
private val PaidState.feeling
    get() = when (this) {
        PaidState.PAID -> Feeling.DONE
        PaidState.REFUSED -> Feeling.REFUSED
        PaidState.CHECKING, PaidState.PARTLY_REFUNDED, PaidState.REFUNDED -> null
    }

@Composable
private fun Paid(view: PaidView) {
    val (app, phone, places) = Triple(LocalApp.current, LocalPhone.current, LocalPlaces.current)
    val drawn = drawn(view.state)
    LaunchedEffect(view.id, view.state) {
        view.state.feeling?.let { if (app.screens { feels(view.id) }) phone.feel(it) }
    }
    Page(view.title, titleShown = false, below = { MainButton(view.done, { places.home() }) }) {
        val pattern = if (view.liveMs > 0u) Modifier.stripes(drawn.colour, phone.reducesMotion) else Modifier
        val more = listOfNotNull(view.shop?.let { verbatim(it.name) }, view.moment)
        EndNote(drawn, view.title, view.amountText, more, pattern)
        Words(view.note)
        view.show?.let { Words(it, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, Look.type.strong) }
    }
}
