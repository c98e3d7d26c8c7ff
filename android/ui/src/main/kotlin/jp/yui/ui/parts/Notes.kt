/* What is said aside from the question of a screen: notices, errors, work that takes its time. */

package jp.yui.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import jp.yui.core.ErrorView
import jp.yui.core.Text
import jp.yui.core.TextRun
import jp.yui.ui.LocalFrame
import jp.yui.ui.look.Look
import kotlinx.coroutines.delay

/** What went wrong, what did not happen, what to do; the code small below. Said aloud when it comes. */
@Composable
fun ErrorNote(error: ErrorView, onPress: (() -> Unit)? = null) {
    val colours = Look.colours
    Column(
        Modifier
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
        onPress?.let { SecondButton(error.button, it) }
        Words(verbatim(error.code), style = Look.type.small, color = colours.quiet)
    }
}

/** Something to know; pressing it leads there. */
@Composable
fun NoticeNote(text: Text, onPress: (() -> Unit)?) {
    val colours = Look.colours
    val content: @Composable () -> Unit = {
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(8.dp), Alignment.CenterVertically) {
            Picture(Mark.Notice, colours.ink)
            Words(text, Modifier.weight(1f))
            if (onPress != null) Picture(Mark.Next, colours.ink)
        }
    }
    if (onPress == null) {
        Row(
            Modifier.fillMaxWidth().background(
                colours.careGround,
                Corner,
            ).border(1.dp, colours.care, Corner).padding(12.dp),
        ) {
            content()
        }
    } else {
        Pressable(onPress, Modifier.fillMaxWidth(), ground = colours.careGround, border = colours.care) { content() }
    }
}

/** Work is going on. Words come after two seconds, so that what is quick does not flicker. */
@Composable
fun Working(text: Text = LocalFrame.current.words.waiting) {
    var long by remember { mutableStateOf(false) }
    LaunchedEffect(Unit) {
        delay(SILENT_MILLIS)
        long = true
    }
    Column(
        Modifier.fillMaxWidth().padding(32.dp).semantics { liveRegion = LiveRegionMode.Polite },
        Arrangement.spacedBy(16.dp),
        Alignment.CenterHorizontally,
    ) {
        Picture(Mark.Wait, Look.colours.primary)
        if (long) Words(text, style = Look.type.body.copy(textAlign = TextAlign.Center))
    }
}

private const val SILENT_MILLIS = 2000L

/** Words that came as they are. */
fun verbatim(words: String) = Text(words, listOf(TextRun(words, null)))
