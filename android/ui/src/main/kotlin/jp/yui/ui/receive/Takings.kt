/* Today's list with its total, and older lines when asked for; a payment is given back from its line. */

package jp.yui.ui.receive

import androidx.compose.runtime.Composable
import jp.yui.core.EntryView
import jp.yui.core.TakingsView
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Day
import jp.yui.ui.parts.Words

/** Pressing a line leads to it. */
@Composable
fun Takings(view: TakingsView, onPress: (EntryView) -> Unit) {
    Words(view.total, style = Look.type.strong)
    view.unsettled?.let { Words(it, style = Look.type.small, colour = Look.colours.quiet) }
    view.empty?.let { Words(it) }
    for (day in view.days) Day(day, onPress)
}
