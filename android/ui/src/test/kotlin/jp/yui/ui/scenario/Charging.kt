/* Charging by a voucher. */

package jp.yui.ui.scenario

import jp.yui.core.*
import jp.yui.core.scenario.view
import jp.yui.core.support.text
import kotlinx.serialization.json.JsonElement

class Charging(private val phone: ScreenPhone) : Errand {
    private val hands get() = phone.hands

    override suspend fun act(action: String, with: JsonElement) = when (action) {
        "wallet.redeem_voucher" -> redeem(with.text("text").orEmpty())
        else -> null
    }

    private fun redeem(voucher: String): JsonElement {
        if (phone.scan(voucher) != null) return phone.refusedOnScreen()
        hands.tap(checkNotNull(now().charge) { "nothing can be charged by it" })
        hands.until("the voucher is used, or it is said why not") {
            now().run { end != null || (error != null && error?.code == hands.errorCode()) }
        }
        if (now().end == null) return phone.refusedOnScreen()
        val entry = phone.ask { wallet { history(HistoryQuery(null, 1u, null)) } }.days.first().lines.first()
        hands.see(now().title)
        hands.see(entry.amount)
        return view(entry)
    }

    private fun now() = phone.ask { screens { charge(phone.here.about) } }
}
