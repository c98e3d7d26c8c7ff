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
    guest.comesInOtherwise()
    val card = newCard()
    guest.registerByScreens(card)
    guest.whatIsHers(card)

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
    hanako.whatIsLookedUp()
    visitShopScreens()
}

/** Her points, her limits, and what the app tells and is. */
private suspend fun YuiApp.whatIsLookedUp() {
    crossed(screens { lots() })
    crossed(screens { limits() })
    crossed(screens { points() })
    crossed(screens { export() })
    crossed(screens { about() })
    crossed(screens { licences() })
    for (kind in NoticeKind.entries) notices { want(crossed(kind), true) }
}

private suspend fun YuiApp.registerByScreens(card: String) {
    crossed(register { begin(EnrolPurpose.REGISTER, "phone") })
    register { act(crossed(RegisterAction.PASSWORD)) }
    crossed(register { act(RegisterAction.NEXT) })
    crossed(register { enter(PASSWORD) })
    crossed(HeldCard(card).use { held -> register { hold(held) } })
}

/** What a guest meets who comes another way. */
private suspend fun YuiApp.comesInOtherwise() {
    crossed(screens { devices() })
    crossed(enrolPurpose(screens { lost() }.primary?.about))
    crossed(visitor { view() })
    visitor { act(crossed(VisitorAction.BY_MAIL)) }
    crossed(visitor { send("nobody") })
    crossed(visitor { start("AAAAA-AAAAA", "phone") })
}

/** Her phones, her card, and leaving. */
private suspend fun YuiApp.whatIsHers(card: String) {
    crossed(screens { devices() })
    crossed(screens { lost() })
    crossed(screens { remove(null) })
    crossed(screens { card() })
    crossed(screens { leave(true) })
    tries {
        begin()
        reader(ReaderState.WAITING)
        crossed(HeldCard(card).use { held -> hold(held) })
        crossed(view())
    }
}
