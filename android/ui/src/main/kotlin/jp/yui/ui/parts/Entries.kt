/* Lines of the history: who, how much, and how it stands, in words. */

package jp.yui.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import jp.yui.core.DayView
import jp.yui.core.EntryState
import jp.yui.core.EntryView
import jp.yui.ui.look.Look

/** The lines of a day. */
@Composable
fun Day(day: DayView, onPress: (EntryView) -> Unit) {
    Heading(day.title)
    Column {
        for (line in day.lines) {
            Pressable({ onPress(line) }, Modifier.fillMaxWidth()) { Entry(line) }
            Hairline()
        }
    }
}

@Composable
private fun Entry(line: EntryView) {
    val colours = Look.colours
    val (mark, colour) = when (line.state) {
        EntryState.PENDING -> Mark.Wait to colours.care
        EntryState.REFUSED -> Mark.Wrong to colours.danger
        else -> Mark.Done to colours.good
    }
    Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(12.dp), Alignment.CenterVertically) {
        Picture(mark, colour)
        Column(Modifier.weight(1f)) {
            Words(line.title, style = Look.type.strong)
            Words(line.stateText, style = Look.type.small, colour = colours.quiet)
        }
        val sign = if (line.incoming) "+" else ""
        Words(verbatim(sign + line.amountText.plain), style = Look.type.strong)
    }
}
