/* How many tries the card's PIN and password have left: the card is held, and loses none. */

package jp.yui.ui.tries

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.Topic
import jp.yui.core.TriesLine
import jp.yui.core.TriesView
import jp.yui.core.tries
import jp.yui.ui.LocalApp
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.Heading
import jp.yui.ui.parts.HeldCards
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.Reader
import jp.yui.ui.parts.Troubles
import jp.yui.ui.parts.Words

@Composable
fun TriesScreen() {
    var begun by rememberSaveable { mutableStateOf(false) }
    Pulled(Topic.TRIES, Topic.TOWN, Topic.SETTINGS, snapshot = {
        tries {
            if (!begun) begin()
            view()
        }.also { begun = true }
    }) { Tries(it) }
}

@Composable
private fun Tries(view: TriesView) {
    val app = LocalApp.current
    Page(view.title, below = { view.again?.let { MainButton(it, { app.tries { begin() } }) } }) {
        Words(view.body)
        view.error?.let { ErrorNote(it) }
        view.reader?.let { Reader(it) }
        Column(Modifier.semantics { liveRegion = LiveRegionMode.Polite }, Arrangement.spacedBy(16.dp)) {
            for (line in view.lines) Line(line)
        }
        for (trouble in view.troubles) {
            Heading(trouble.title)
            Words(trouble.body)
            Troubles(trouble)
        }
    }
    if (view.reader != null) HeldCards({ app.tries { reader(it) } }, { app.tries { hold(it) } })
}

@Composable
private fun Line(line: TriesLine) {
    val (mark, colour) = when {
        line.usable -> Mark.Done to Look.colours.good
        else -> Mark.Wrong to Look.colours.danger
    }
    Row(
        Modifier.fillMaxWidth().semantics(mergeDescendants = true) {},
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
    ) {
        Picture(mark, colour)
        Column(Modifier.weight(1f)) {
            Words(line.name, style = Look.type.small, colour = Look.colours.quiet)
            Words(line.text, style = Look.type.strong)
        }
    }
}
