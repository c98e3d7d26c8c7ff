/* The frame of every screen: back and the way to a person above, the one main act and the bottom bar below. */

package jp.yui.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.key
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.selected
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalFrame
import jp.yui.ui.look.Look

/**
 * [title] is what the screen asks or says; where a job of several steps is drawn, [step] is the one it is at, which begins
 * at its top; [below] stands within thumb's reach, the main act first, under a line while there is more to read, and
 * scrolls by itself where it would leave no room for the rest. Where [filled], what has a weight in [content] takes the height that the rest
 * leaves, or scrolls with it where that is less than it asks for. What the person did and what became of it, and what is said of the network,
 * stand above [content].
 */
@Composable
fun Page(
    title: Text,
    modifier: Modifier = Modifier,
    titleShown: Boolean = true,
    step: Any? = null,
    filled: Boolean = false,
    below: @Composable ColumnScope.() -> Unit = {},
    content: @Composable ColumnScope.() -> Unit,
) = BoxWithConstraints(
    modifier.fillMaxSize().steady(step).background(Look.colours.ground).semantics { paneTitle = title.plain },
) {
    val most = maxHeight * MOST_BELOW
    val frame = LocalFrame.current
    val reading = key(step) { rememberScrollState() }
    Column(Modifier.fillMaxSize(), horizontalAlignment = Alignment.CenterHorizontally) {
        TopBar()
        Column(
            Modifier.weight(1f)
                .widthIn(max = WIDEST)
                .fillMaxWidth()
                .verticalScroll(reading)
                .padding(start = 16.dp, top = 16.dp, end = 16.dp, bottom = if (filled) 16.dp else END)
                .then(if (filled) Modifier.height(IntrinsicSize.Min) else Modifier),
            verticalArrangement = Arrangement.spacedBy(16.dp),
        ) {
            frame.network?.let { NetworkNote(it, lost = frame.words.offline != null) }
            if (titleShown) Words(title, Modifier.semantics { heading() }, Look.type.title)
            DeedsNote(LocalDeeds.current)
            DeedsNote(frame.leaving)
            content()
        }
        Hairline(if (reading.canScrollForward) Look.colours.line else Color.Transparent)
        Column(
            Modifier.heightIn(max = most)
                .widthIn(max = WIDEST)
                .fillMaxWidth()
                .verticalScroll(key(step) { rememberScrollState() })
                .padding(horizontal = 16.dp, vertical = 8.dp),
            Arrangement.spacedBy(8.dp),
            Alignment.CenterHorizontally,
        ) { CompositionLocalProvider(LocalBelow provides true) { below() } }
        if (frame.tabsShown) BottomBar()
    }
}

/** How much of a screen's height may stand below what scrolls. */
private const val MOST_BELOW = 0.4f

/** What is read to its end stands clear of what is below. */
private val END = 32.dp

/** Lines of words are no longer than can be read well. */
private val WIDEST = 600.dp

@Composable
private fun TopBar() {
    val frame = LocalFrame.current
    Row(Modifier.fillMaxWidth().padding(horizontal = 4.dp), verticalAlignment = Alignment.CenterVertically) {
        frame.onBack?.let { back ->
            Pressable(back) { Labelled(Mark.Back, frame.words.back) }
        }
        Spacer(Modifier.weight(1f))
        frame.onTalk?.let { talk ->
            Pressable(talk) { Labelled(Mark.Talk, frame.words.talk) }
        }
    }
    Hairline()
}

@Composable
private fun BottomBar() {
    val frame = LocalFrame.current
    Hairline()
    Row(Modifier.fillMaxWidth().selectableGroup(), Arrangement.SpaceEvenly) {
        for (tab in frame.words.tabs) {
            val here = tab.screen == frame.here
            Pressable({ frame.onTab(tab.screen) }, Modifier.weight(1f).semantics { selected = here }, role = Role.Tab) {
                Column(horizontalAlignment = Alignment.CenterHorizontally) {
                    Picture(Mark.of(tab.screen), Look.colours.primary)
                    Words(tab.text, style = Look.type.small.copy(fontWeight = FontWeight.Bold.takeIf { here }))
                }
            }
        }
    }
}

/** A line between things. */
@Composable
fun Hairline(colour: Color = Look.colours.line) = Box(Modifier.fillMaxWidth().height(1.dp).background(colour))

/** Words with a mark before them. */
@Composable
fun Labelled(mark: Mark, text: Text) {
    Row(Modifier, Arrangement.spacedBy(4.dp), Alignment.CenterVertically) {
        Picture(mark, Look.colours.primary)
        Words(text, style = Look.type.small, colour = Look.colours.primary)
    }
}
