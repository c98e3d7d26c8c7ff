/* What is said aside from the question of a screen: notices, errors, work that takes its time. */

package jp.yui.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.relocation.BringIntoViewRequester
import androidx.compose.foundation.relocation.bringIntoViewRequester
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import jp.yui.core.ErrorView
import jp.yui.core.ErrorWay
import jp.yui.core.Screen
import jp.yui.core.Text
import jp.yui.ui.Deeds
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalFrame
import jp.yui.ui.LocalPlaces
import jp.yui.ui.look.Look
import kotlinx.coroutines.delay

/**
 * What went wrong, what did not happen, what to do; the code small below. Said aloud when it comes. Its button leads
 * where the core says; where that is for the screen to do, [onAgain] tries again, or asks for another amount.
 */
@Composable
fun ErrorNote(error: ErrorView, onAgain: (() -> Unit)? = null) {
    val colours = Look.colours
    val shown = LocalFrame.current.shown
    DisposableEffect(error.code) {
        shown.code = error.code
        onDispose { shown.code = null }
    }
    Column(
        Modifier
            .comingIntoView(error)
            .fillMaxWidth()
            .background(colours.dangerGround, Corner)
            .border(1.dp, colours.danger, Corner)
            .padding(16.dp)
            .semantics { liveRegion = LiveRegionMode.Assertive },
        Arrangement.spacedBy(8.dp),
    ) {
        Row(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
            Picture(Mark.Wrong, colours.danger)
            Words(error.title, style = Look.type.strong)
        }
        Words(error.body)
        error.again?.let { Words(it) }
        way(error, onAgain)?.let { SecondButton(error.button, it) }
        Words(verbatim(error.code), style = Look.type.small, colour = colours.quiet)
    }
}

@Composable
private fun way(error: ErrorView, onAgain: (() -> Unit)?): (() -> Unit)? {
    val (frame, places) = LocalFrame.current to LocalPlaces.current
    return when (val way = error.way) {
        ErrorWay.Again, ErrorWay.Amount -> onAgain

        ErrorWay.Back -> frame.onBack

        // Where she is already, what leads here is trying again.
        is ErrorWay.Leads if way.screen == frame.here -> onAgain

        is ErrorWay.Leads -> {
            { places.go(way.screen, error.code.takeIf { way.screen == Screen.TALK }) }
        }
    }
}

/** How the last thing that she did here failed, if it did; and that one takes its time, with a way to stop it. */
@Composable
fun DeedsNote(deeds: Deeds) {
    val (app, words) = LocalApp.current to LocalFrame.current.words
    deeds.refused?.let { refused -> ErrorNote(app.explain(refused)) { deeds.again() } }
    if (deeds.busy && deeds.told) {
        WaitingWords(words.waiting) { if (deeds.stoppable) PlainButton(words.stop, { deeds.stop() }) }
    }
}

/** What is said of the network, which is [lost] or there again. A calm banner, no error. */
@Composable
fun NetworkNote(text: Text, lost: Boolean) = Row(
    Modifier.fillMaxWidth()
        .border(1.dp, Look.colours.line, Corner)
        .padding(12.dp)
        .semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite },
    Arrangement.spacedBy(8.dp),
    Alignment.CenterVertically,
) {
    Picture(if (lost) Mark.Offline else Mark.Online, Look.colours.quiet)
    Words(text, Modifier.weight(1f), Look.type.small)
}

/** Something to know; pressing it leads there. */
@Composable
fun NoticeNote(text: Text, onPress: (() -> Unit)?) {
    val colours = Look.colours
    Pressable(onPress, Modifier.fillMaxWidth(), ground = colours.careGround, border = colours.care) {
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(8.dp), Alignment.CenterVertically) {
            Picture(Mark.Notice, colours.ink)
            Words(text, Modifier.weight(1f))
            if (onPress != null) Picture(Mark.Next, colours.ink)
        }
    }
}

/** Work is going on. */
@Composable
fun Working(text: Text = LocalFrame.current.words.waiting) = Column(
    Modifier.fillMaxWidth().padding(32.dp),
    Arrangement.spacedBy(16.dp),
    Alignment.CenterHorizontally,
) {
    Picture(Mark.Wait, Look.colours.primary)
    WaitingWords(text) {}
}

/** Words for work that takes its time, and [more] below them. They come after two seconds, so that nothing flickers. */
@Composable
private fun WaitingWords(text: Text, more: @Composable () -> Unit) {
    var long by remember { mutableStateOf(false) }
    LaunchedEffect(Unit) {
        delay(SILENT_MILLIS)
        long = true
    }
    Column(
        Modifier.fillMaxWidth().comingIntoView(long).semantics { liveRegion = LiveRegionMode.Polite },
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        if (long) {
            Words(text, Modifier.fillMaxWidth(), Look.type.body.copy(textAlign = TextAlign.Center))
            more()
        }
    }
}

private const val SILENT_MILLIS = 2000L

/** What is said is seen, however far she had read: it is scrolled to when it comes, and when [what] is another. */
@Composable
private fun Modifier.comingIntoView(what: Any): Modifier {
    val requester = remember { BringIntoViewRequester() }
    val top = with(LocalDensity.current) { Rect(0f, 0f, 1f, SEEN_AT_LEAST.toPx()) }
    LaunchedEffect(what) { requester.bringIntoView(top) }
    return bringIntoViewRequester(requester)
}

/** So much of it at least: one that is higher than the screen is seen from its top. */
private val SEEN_AT_LEAST = 160.dp
