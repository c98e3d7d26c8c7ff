/* The card at the phone: where it is, in a picture and in words that are read out when they change. */

package jp.yui.ui.parts

import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import jp.yui.core.CardTransport
import jp.yui.core.CardTrouble
import jp.yui.core.ReaderState
import jp.yui.core.ReaderView
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPhone
import jp.yui.ui.look.Look

/** The card at the phone. */
@Composable
fun Reader(view: ReaderView) {
    val colours = Look.colours
    val (mark, colour) = when (view.state) {
        ReaderState.WAITING -> Mark.Phone to colours.primary
        ReaderState.NEAR, ReaderState.READING -> Mark.Card to colours.primary
        ReaderState.READ -> Mark.Done to colours.good
        ReaderState.LOST, ReaderState.WRONG, ReaderState.OFF, ReaderState.ABSENT -> Mark.Wrong to colours.danger
    }
    Column(
        Modifier.fillMaxWidth().border(1.dp, colour, WideCorner).padding(24.dp),
        Arrangement.spacedBy(16.dp),
        Alignment.CenterHorizontally,
    ) {
        Picture(mark, colour, size = 96.dp)
        Words(
            view.text,
            Modifier.semantics {
                liveRegion = LiveRegionMode.Assertive
            },
            Look.type.strong.copy(textAlign = TextAlign.Center),
        )
    }
}

/** While this is shown, [onReader] hears what the phone's reader does, and [onCard] takes what is held to it. */
@Composable
fun HeldCards(onReader: (ReaderState) -> Unit, onCard: suspend (CardTransport) -> Unit) {
    val (app, phone, deeds) = Triple(LocalApp.current, LocalPhone.current, LocalDeeds.current)
    HeardReader(onReader)
    LaunchedEffect(app, phone) { phone.cards.collect { card -> deeds.attempt { onCard(card) } } }
}

/** While this is shown, [onReader] hears whether the phone can read cards; no card is taken. */
@Composable
fun HeardReader(onReader: (ReaderState) -> Unit) {
    val (app, phone) = LocalApp.current to LocalPhone.current
    LaunchedEffect(app, phone) { phone.reader.collect { onReader(it) } }
}

/** The ways on of somebody whose card or PIN does not serve. */
@Composable
fun Troubles(view: CardTrouble) {
    val phone = LocalPhone.current
    for (way in view.ways) {
        Column(
            Modifier.fillMaxWidth().border(1.dp, Look.colours.line, Corner).padding(16.dp),
            Arrangement.spacedBy(8.dp),
        ) {
            Words(way.text)
            way.place?.let { Words(it) }
            if (way.telephone.isNotEmpty()) PlainButton(verbatim(way.telephone), { phone.call(way.telephone) })
        }
    }
}
