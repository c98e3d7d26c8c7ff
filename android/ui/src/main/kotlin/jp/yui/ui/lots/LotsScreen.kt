/* Her points, lot by lot: what runs out first stands first. */

package jp.yui.ui.lots

import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.LotView
import jp.yui.core.LotsView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Corner
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.Ways
import jp.yui.ui.parts.Words

@Composable
fun LotsScreen() = Pulled(Topic.WALLET, Topic.TOWN, Topic.SETTINGS, snapshot = { screens { lots() } }) { Lots(it) }

@Composable
private fun Lots(view: LotsView) = Page(view.title) {
    Column {
        Words(view.balance, style = Look.type.strong)
        view.asOf?.let { Words(it, style = Look.type.small, colour = Look.colours.quiet) }
    }
    view.empty?.let { Words(it) }
    for (lot in view.lots) Lot(lot)
    Ways(view.ways)
}

@Composable
private fun Lot(lot: LotView) = Column(
    Modifier.fillMaxWidth()
        .border(1.dp, Look.colours.line, Corner)
        .padding(16.dp)
        .semantics(mergeDescendants = true) {},
    Arrangement.spacedBy(4.dp),
) {
    Words(lot.programme, style = Look.type.small, colour = Look.colours.quiet)
    Words(lot.kind, style = Look.type.strong)
    Words(lot.amount, style = Look.type.title)
    Words(lot.until)
    lot.soon?.let { soon ->
        Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
            Picture(Mark.Wait, Look.colours.care)
            Words(soon, style = Look.type.strong)
        }
    }
    Words(lot.usable, style = Look.type.small)
}
