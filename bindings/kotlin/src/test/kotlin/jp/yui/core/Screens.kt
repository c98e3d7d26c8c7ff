/* Every screen once, so that its records cross the border: as a guest, while registering, and in a wallet. */

package jp.yui.core

import jp.yui.core.scenario.*
import jp.yui.core.support.*

/** Looks at every screen; nothing is asked of what they say. */
suspend fun Play.visitScreens() {
    val guest = newPhone("guest").app
    guest.screens { crossed(frame()) }
    crossed(guest.screens { home() })
    crossed(guest.screens { scan() })
    crossed(guest.screens { settings() })
    crossed(guest.settings { look() })
    guest.settings { orderTiles(listOf(crossed(Screen.SETTINGS))) }
    crossed(guest.screens { talk("offline") })
    guest.registerByScreens(newCard())

    val hanako = phone("hanako").app
    crossed(hanako.screens { code(true) })
    crossed(hanako.screens { home() })
    crossed(hanako.screens { scanned("YUI1:?") })
    val poster = phone("maruya").app.shop { posterCode() }
    crossed(hanako.screens { scanned(poster) })
    hanako.pay { typeDigits("850") }
    hanako.pay { reader(crossed(ReaderState.WAITING)) }
    crossed(hanako.pay { act(crossed(PayAction.NEXT)) })
    val paid = checkNotNull(hanako.pay { act(PayAction.CONFIRM) }.paid)
    crossed(hanako.screens { paid(paid) })
    crossed(hanako.screens { receipt(paid) })
    crossed(hanako.screens { history("", 1u) })
}

private suspend fun YuiApp.registerByScreens(card: String) {
    crossed(register { begin(EnrolPurpose.REGISTER, "phone") })
    register { act(crossed(RegisterAction.PASSWORD)) }
    crossed(register { act(RegisterAction.NEXT) })
    crossed(register { enter(PASSWORD) })
    crossed(HeldCard(card).use { held -> register { hold(held) } })
}
