/* Plain lists: ways to other screens, and facts under their names. */

package jp.yui.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.TermLine
import jp.yui.core.Text
import jp.yui.core.WayView
import jp.yui.ui.LocalPlaces
import jp.yui.ui.look.Look

/** Ways to other screens, one a line. */
@Composable
fun Ways(ways: List<WayView>) {
    val places = LocalPlaces.current
    Column {
        for (way in ways) Way(Mark.of(way.screen), way.text) { places.go(way.screen, way.about) }
    }
}

/** A line that leads somewhere; without [onPress] it only says something. */
@Composable
fun Way(mark: Mark, text: Text, onPress: (() -> Unit)?) {
    val colours = Look.colours
    Pressable(onPress, Modifier.fillMaxWidth()) {
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(12.dp), Alignment.CenterVertically) {
            Picture(mark, colours.primary)
            Words(text, Modifier.weight(1f))
            if (onPress != null) Picture(Mark.Next, colours.quiet)
        }
    }
    Hairline()
}

/** What says something under its name. */
@Composable
fun Fact(line: TermLine) = Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}) {
    Words(line.label, style = Look.type.small, colour = Look.colours.quiet)
    Words(line.value)
}

/** What stands above a part of a screen. */
@Composable
fun Heading(text: Text) = Words(text, Modifier.semantics { heading() }, Look.type.strong)
