/* The frame of every screen: back and the way to a person above, the one main act and the bottom bar below. */

package jp.yui.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.LocalFrame
import jp.yui.ui.look.Look

/** [title] is what the screen asks or says; [below] stands within thumb's reach and does not scroll. */
@Composable
fun Page(
    title: Text,
    modifier: Modifier = Modifier,
    titleShown: Boolean = true,
    below: @Composable ColumnScope.() -> Unit = {},
    content: @Composable ColumnScope.() -> Unit,
) {
    val frame = LocalFrame.current
    // Where words are very large, what stands below would leave no room for the rest: then it follows it.
    val roomy = LocalDensity.current.fontScale < ROOMY
    Column(
        modifier.fillMaxSize().background(Look.colours.ground).semantics { paneTitle = title.plain },
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        TopBar()
        Column(
            Modifier.weight(
                1f,
            ).widthIn(max = 600.dp).fillMaxWidth().verticalScroll(rememberScrollState()).padding(16.dp),
            verticalArrangement = Arrangement.spacedBy(16.dp),
        ) {
            if (titleShown) Words(title, Modifier.semantics { heading() }, Look.type.title)
            content()
            if (!roomy) below()
        }
        if (roomy) {
            Column(
                Modifier.widthIn(max = 600.dp).fillMaxWidth().padding(horizontal = 16.dp, vertical = 8.dp),
                verticalArrangement = Arrangement.spacedBy(8.dp),
                content = below,
            )
        }
        if (frame.tabsShown) BottomBar()
    }
}

/** Up to which size of words the buttons stay in sight. */
private const val ROOMY = 1.6f

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
    Row(Modifier.fillMaxWidth(), Arrangement.SpaceEvenly) {
        for (tab in frame.words.tabs) {
            Pressable({ frame.onTab(tab.screen) }, Modifier.weight(1f)) {
                Column(horizontalAlignment = Alignment.CenterHorizontally) {
                    Picture(Mark.of(tab.screen), Look.colours.primary)
                    Words(tab.text, style = Look.type.small, color = Look.colours.ink)
                }
            }
        }
    }
}

/** A line between things. */
@Composable
fun Hairline() = Box(Modifier.fillMaxWidth().height(1.dp).background(Look.colours.line))

/** Words with a mark before them. */
@Composable
fun Labelled(mark: Mark, text: Text) {
    Row(Modifier, Arrangement.spacedBy(4.dp), Alignment.CenterVertically) {
        Picture(mark, Look.colours.primary)
        Words(text, style = Look.type.small, color = Look.colours.primary)
    }
}
