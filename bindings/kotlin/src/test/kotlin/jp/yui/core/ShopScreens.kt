/* A shop's screens once, and those where one charges and finds shops, so that their records cross the border. */

package jp.yui.core

import jp.yui.core.scenario.*
import jp.yui.core.support.*

/** Looks at them in a town where Maruya's phone is the shop's and Hanako has points; nothing is asked of what they say. */
suspend fun Play.visitShopScreens() {
    val (shop, hanako) = phone("maruya").app to phone("hanako").app
    crossed(hanako.screens { pairing(null) })
    crossed(hanako.screens { charge(null) })
    crossed(hanako.screens { shops("", 1u) })
    shop.receive {
        typeDigits("850")
        crossed(act(crossed(ReceiveAction.SHOW)))
        crossed(act(ReceiveAction.CANCEL))
        act(ReceiveAction.NEXT)
        typeDigits("850")
        crossed(act(ReceiveAction.SCAN))
        crossed(scanned(hanako.wallet { showCode() }.text))
        crossed(checkNotNull(say()))
        val today = crossed(act(ReceiveAction.TODAY)).today
        crossed(choose(checkNotNull(today).days.first().lines.first().id))
    }
}
