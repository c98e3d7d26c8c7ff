/* Who she is here: what a guest sees, her card, her phones, signing out and leaving. */

package jp.yui.ui.scenario

import jp.yui.core.*
import jp.yui.core.scenario.view
import jp.yui.core.support.HeldCard
import jp.yui.core.support.get
import jp.yui.core.support.json
import jp.yui.core.support.text
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonPrimitive

class Belonging(private val phone: ScreenPhone) : Errand {
    private val hands get() = phone.hands

    override suspend fun act(action: String, with: JsonElement) = when (action) {
        "guest.look" -> look()
        "identity.card_state" -> cardState(with)
        "identity.devices" -> devices()
        "identity.remove_device" -> remove(with.text("device").orEmpty())
        "identity.sign_out" -> signOut()
        "identity.leave" -> leave(with)
        else -> null
    }

    private fun identity() = phone.ask { identity { snapshot() } }

    private fun look(): JsonElement {
        val home = phone.home()
        for (words in listOfNotNull(home.greeting, home.guest?.title, identity().reviewText)) hands.see(words)
        return view(identity())
    }

    /** The card is held where it tells its tries; no way leads there from the middle of a payment. */
    private suspend fun cardState(with: JsonElement): JsonElement {
        if (phone.here.screen == Screen.PAY) return phone.asked("identity.card_state", with)
        phone.goFromSettings(Screen.CARD)
        phone.go(phone.ask { screens { card() } }.ways.first { it.screen == Screen.TRIES })
        hands.until("a card is asked for") { phone.app.tries { view() }.reader != null }
        HeldCard(with.text("card").orEmpty()).use { card ->
            phone.handset.held.trySend(card)
            hands.until("the card has told") { phone.app.tries { view() }.run { again != null || error != null } }
        }
        val told = phone.app.tries { view() }
        if (told.error != null) {
            hands.until("it is said why not") { hands.errorCode() != null }
            return phone.refusedOnScreen()
        }
        for (line in told.lines) hands.see(line.text)
        for (trouble in told.troubles) hands.see(trouble.body)
        val tries = phone.asked("identity.card_state", with)
        val usable = listOf("password_text", "pin_text").mapNotNull { tries.text(it) }
        check(usable.containsAll(told.lines.filter { it.usable }.map { it.text.plain })) { "$told instead of $tries" }
        return tries
    }

    /** A guest has no list; the screen is her way in. */
    private suspend fun devices(): JsonElement {
        if (!identity().registered) {
            phone.go(phone.way(Screen.DEVICES))
            return phone.notOffered("identity.devices", json())
        }
        phone.goFromSettings(Screen.DEVICES)
        val devices = phone.ask { identity { devices() } }
        for (device in devices) {
            hands.see(device.name)
            hands.see(device.stateText)
        }
        return view(devices)
    }

    private fun remove(id: String): JsonElement {
        phone.goFromSettings(Screen.DEVICES)
        choose { it.id == id }
        press { remove(id) }
        return ended { identity { devices() }.single { it.id == id }.revoked }
    }

    private fun signOut(): JsonElement {
        phone.goFromSettings(Screen.DEVICES)
        choose { it.thisPhone }
        press { remove(null) }
        return ended { !identity { snapshot() }.registered }
    }

    private fun choose(wanted: (DeviceView) -> Boolean) {
        val device = phone.ask { screens { devices() } }.phones.single(wanted)
        hands.tapLine(listOf(device.addedText, device.stateText), nth = namesakes(device))
        hands.until("the question is there") { phone.here.screen == Screen.REMOVE }
        hands.see(device.name)
    }

    /** How many lines that read the same stand above it. */
    private fun namesakes(device: DeviceView): Int = phone.ask { screens { devices() } }.phones
        .takeWhile { it.id != device.id }.count { it.addedText == device.addedText && it.stateText == device.stateText }

    private fun press(asked: suspend Screens.() -> RemoveView) {
        val question = phone.ask { screens { asked() } }
        hands.see(question.title)
        hands.tap(question.primary.text)
    }

    /** Charged value is only given up in words; what the screen does not offer is refused. */
    private suspend fun leave(with: JsonElement): JsonElement {
        if (phone.here.screen != Screen.LEAVE) {
            phone.goFromSettings(Screen.LEAVE)
            hands.tap(phone.ask { screens { leave(sure = false) } }.primary.text)
        }
        val question = phone.ask { screens { leave(sure = true) } }
        hands.see(question.title)
        val wanted = if (with["give_up_balance"] == JsonPrimitive(true)) LeaveAction.GIVE_UP else LeaveAction.LEAVE
        if (question.primary.action != wanted) return phone.notOffered("identity.leave", with)
        hands.tap(question.primary.text)
        return ended { !identity { snapshot() }.registered }
    }

    private fun ended(done: suspend YuiApp.() -> Boolean): JsonElement {
        hands.until("it is done, or it is said why not") { hands.errorCode() != null || phone.ask { done() } }
        return if (phone.ask { done() }) json() else phone.refusedOnScreen()
    }
}
