/* A shop's phone: made the shop's, taking money by the customer's code, and giving a payment back from its line. */

package jp.yui.ui.scenario

import jp.yui.core.*
import jp.yui.core.scenario.view
import jp.yui.core.support.number
import jp.yui.core.support.text
import kotlinx.serialization.json.JsonElement

class Shopkeeping(private val phone: ScreenPhone) : Errand {
    private val hands get() = phone.hands

    override suspend fun act(action: String, with: JsonElement) = when (action) {
        "shop.pair" -> pair(with.text("code").orEmpty())
        "shop.receive" -> receive(with)
        "shop.prepare_refund" -> asked(action, with) { prepared(with) }
        "shop.refund" -> asked(action, with) { refunded(with) }
        else -> null
    }

    private fun pair(code: String): JsonElement {
        if (phone.scan(code) != null) return phone.refusedOnScreen()
        val about = phone.here.about
        val now = { phone.app.screens { pairing(about) } }
        hands.tap(checkNotNull(now().pair) { "it cannot be made a shop's" })
        hands.until("it is the shop's, or it is said why not") {
            now().run { way != null || (error != null && error?.code == hands.errorCode()) }
        }
        if (now().error != null) return phone.refusedOnScreen()
        val shop = checkNotNull(phone.ask { shop { paired() } }) { "it is no shop's" }
        hands.see(now().title)
        hands.see(shop.name)
        return view(shop)
    }

    private suspend fun receive(with: JsonElement): JsonElement {
        phone.go(phone.way(Screen.RECEIVE) ?: return phone.notOffered("shop.receive", with))
        val points = checkNotNull(with.number("points"))
        hands.tapDigits(points)
        press(ReceiveAction.SCAN) { it.step == ReceiveStep.SCAN }
        phone.handset.seen.trySend(with.text("text").orEmpty())
        hands.until("what came of the code is there") { now().run { step == ReceiveStep.OVER || error != null } }
        if (standing().error != null) return phone.refusedOnScreen()
        val entry = phone.ask { shop { today() } }.lines.first { it.kind == EntryKind.PAYMENT }
        hands.see(standing().title)
        hands.see(points)
        hands.until("it is said aloud") { phone.handset.spoken.lastOrNull()?.first == standing().title.plain }
        phone.handset.spoken.clear()
        return view(entry)
    }

    /** A payment is given back from its line, where as much of it stands as is left; [come] says what comes then. */
    private suspend fun asked(action: String, with: JsonElement, come: () -> JsonElement): JsonElement {
        phone.go(phone.way(Screen.RECEIVE) ?: return phone.notOffered(action, with))
        press(ReceiveAction.TODAY) { it.step == ReceiveStep.TODAY }
        val lines = linesTo(with.text("payment"))
        val line = lines.firstOrNull { it.id == with.text("payment") } ?: return phone.notOffered(action, with)
        fun words(line: EntryView) = listOf(line.title, line.stateText, line.amountText)
        hands.tapLine(words(line), nth = lines.takeWhile { it != line }.count { words(it) == words(line) })
        hands.until("the line is there") { now().step == ReceiveStep.LINE }
        val erase = standing().erase ?: return phone.notOffered(action, with)
        while (standing().primary != null) hands.tap(erase)
        hands.tapDigits(checkNotNull(with.number("points")))
        press(ReceiveAction.PREPARE) { it.step == ReceiveStep.REFUND || it.error != null }
        return if (standing().error != null) phone.refusedOnScreen() else come()
    }

    /** The lines of the list, with older ones until [payment] stands among them. */
    private fun linesTo(payment: String?): List<EntryView> {
        while (true) {
            val now = standing()
            val lines = now.today?.days.orEmpty().flatMap { it.lines }
            val ends = now.others.none { it.action == ReceiveAction.OLDER }
            if (ends || lines.any { it.id == payment }) return lines
            press(ReceiveAction.OLDER) { it != now }
        }
    }

    /** What the core says of such a refund, which is what the screen says. */
    private fun prepared(with: JsonElement): JsonElement {
        val (payment, points) = with.text("payment").orEmpty() to checkNotNull(with.number("points"))
        val quote = phone.ask { shop { prepareRefund(payment, points) } }
        check(standing().body == listOfNotNull(quote.note)) { "${standing().body} instead of ${quote.note}" }
        for (words in listOfNotNull(quote.note, quote.button)) hands.see(words)
        return view(quote)
    }

    /** It is given back, and the line of the payment says so. */
    private fun refunded(with: JsonElement): JsonElement {
        press(ReceiveAction.REFUND) { it.step == ReceiveStep.OVER || it.error != null }
        if (standing().error != null) return phone.refusedOnScreen()
        val payment = with.text("payment").orEmpty()
        val refund = phone.ask { shop { today() } }.lines.first { it.payment == payment }
        hands.see(standing().title)
        hands.see(refund.amount)
        press(ReceiveAction.TODAY) { it.step == ReceiveStep.TODAY }
        check(linesTo(payment).any { it.id == payment }) { "the payment stands in no list" }
        hands.see(phone.ask { shop { entry(payment) } }.stateText)
        return view(refund)
    }

    private fun now() = phone.ask { receive { view() } }

    /** The screen of receiving, once it is what the shopkeeper sees and nothing is on its way. */
    private fun standing(): ReceiveView {
        hands.until("the screen of receiving is there") {
            val now = now()
            now.step != ReceiveStep.SENDING && hands.title() == now.title.plain && hands.errorCode() == now.error?.code
        }
        return now()
    }

    private fun press(action: ReceiveAction, until: (ReceiveView) -> Boolean) {
        val now = standing()
        val button = (listOfNotNull(now.primary) + now.others).single { it.action == action }
        hands.tap(button.text)
        hands.until("“${button.text.plain}” leads on") { until(now()) }
    }
}
