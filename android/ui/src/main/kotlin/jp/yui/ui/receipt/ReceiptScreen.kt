/* One line of the history, with everything that is known of it. */

package jp.yui.ui.receipt

import androidx.compose.runtime.Composable
import jp.yui.core.ReceiptView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalPhone
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Amount
import jp.yui.ui.parts.Hairline
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.Words

@Composable
fun ReceiptScreen(id: String) =
    Pulled(Topic.HISTORY, Topic.SETTINGS, about = id, snapshot = { screens { receipt(id) } }) { Receipt(it) }

@Composable
private fun Receipt(view: ReceiptView) {
    val phone = LocalPhone.current
    val entry = view.entry
    Page(view.title, below = { SecondButton(view.share, { phone.share(view.shared) }) }) {
        Words(entry.title, style = Look.type.strong)
        Amount(entry.amountText)
        for (text in listOfNotNull(
            entry.kindText,
            entry.stateText,
            view.moment,
            view.number,
            view.inBook,
            entry.note,
        )) {
            Words(text)
        }
        Hairline()
        for (text in listOfNotNull(view.refunded, view.expired)) Words(text)
        for (lot in view.lots) Words(lot.text, style = Look.type.small)
    }
}
