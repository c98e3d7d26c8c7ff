/* Paying a shop: its code, the amount, the question, where needed the card; and the code that pays without a network. */

package jp.yui.ui.scenario

import jp.yui.core.*
import jp.yui.core.scenario.view
import jp.yui.core.support.get
import jp.yui.core.support.json
import jp.yui.core.support.number
import jp.yui.core.support.text
import jp.yui.ui.Feeling
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonObject

class Paying(private val phone: ScreenPhone) : Errand {
    private val hands get() = phone.hands

    /** The order at a till whose code was scanned last, if it was one. */
    private var till: TillId? = null

    /** The code that was scanned last. */
    private var scanned = ""

    override suspend fun act(action: String, with: JsonElement) = when (action) {
        "wallet.scan" -> scan(with.text("text").orEmpty())
        "wallet.prepare" -> prepare(with)
        "wallet.confirm" -> confirm(with)
        "wallet.code" -> code()
        "wallet.code_state" -> codeState()
        else -> null
    }

    private fun scan(text: String): JsonElement {
        scanned = text
        if (phone.scan(text) != null) return phone.refusedOnScreen()
        val intent = phone.ask { wallet { scan(text) } }
        till = (intent as? Intent.PayTill)?.till
        when (intent) {
            is Intent.PayShop -> leadsTo(Screen.PAY, intent.shop)
            is Intent.PayTill -> {
                leadsTo(Screen.PAY, intent.shop)
                hands.see(intent.amount)
                intent.reference?.let(hands::see)
            }
            is Intent.PairShop -> leadsTo(Screen.PAIRING, intent.shop)
            is Intent.TakeCode -> leadsTo(Screen.RECEIVE)
            is Intent.Voucher -> leadsTo(Screen.CHARGE)
            else -> error("a code that no screen is for leads to ${phone.here.screen}")
        }
        return view(intent)
    }

    private fun leadsTo(screen: Screen, shop: ShopView? = null) {
        check(phone.here.screen == screen) { "it leads to ${phone.here.screen} instead of $screen" }
        for (words in listOfNotNull(shop?.name, shop?.area)) hands.see(words)
    }

    /** The amount is typed, and what paying it would mean is read; at a till it stands there already. */
    private suspend fun prepare(with: JsonElement): JsonElement {
        val points = with.number("points")
        // Who went elsewhere meanwhile, such as to her card, scans the code again.
        if (phone.here.screen != Screen.PAY) scan(scanned)
        while (standing().step !in setOf(PayStep.AMOUNT, PayStep.CONFIRM)) phone.back()
        if (points != null) {
            standing().others.firstOrNull { it.action == PayAction.CHANGE }?.let { change ->
                press(change.text) { it.step == PayStep.AMOUNT }
            }
            val erase = checkNotNull(standing().erase) { "no amount can be typed" }
            while (now().amount > 0) hands.tap(erase)
            if (points <= 0) {
                phone.asked("wallet.scan", json("text" to scanned))
                return phone.notOffered("wallet.prepare", with)
            }
            hands.tapDigits(points)
            press(checkNotNull(standing().primary).text) { now ->
                now.working == null && (now.step == PayStep.CONFIRM || now.error != null)
            }
        }
        val now = standing()
        return if (now.error != null) phone.refusedOnScreen() else quoted(now)
    }

    /** What the core says of such a payment, which is what the screen says. */
    private fun quoted(now: PayView): JsonElement {
        val (shop, confirm) = checkNotNull(now.shop) to checkNotNull(now.confirm)
        val quote = phone.ask { wallet { prepare(shop.id, now.amount, till).also { discard(it.id) } } }
        hands.see(quote.amount)
        for (words in listOfNotNull(quote.lotsText, quote.balanceAfterText, quote.assuranceText)) hands.see(words)
        check(confirm.hold == (quote.assurance != Assurance.DEVICE)) { "the button of ${quote.assurance}" }
        return view(quote)
    }

    private suspend fun confirm(with: JsonElement): JsonElement {
        phone.telephone.keys.userRefuses = with["user_verified"] == JsonPrimitive(false)
        try {
            while (standing().step in setOf(PayStep.LAST_TRY, PayStep.HOLD)) phone.back()
            if (standing().step == PayStep.CONFIRM) pay(standing())
            return if (standing().step == PayStep.PIN) confirmWithCard(with) else paid(standing())
        } finally {
            phone.telephone.keys.userRefuses = false
        }
    }

    private fun pay(before: PayView) {
        val text = checkNotNull(before.primary).text
        val confirm = checkNotNull(before.confirm)
        if (confirm.hold) hands.hold(confirm.holdText) else hands.tap(text)
        hands.until("“${text.plain}” leads on") { now() != before }
    }

    private fun confirmWithCard(with: JsonElement): JsonElement {
        val card = CardTry(phone, PinPlace.PAY_PIN, with.text("card").orEmpty())
        hands.type(with.secret)
        press(checkNotNull(standing().primary).text) { now ->
            now.step != PayStep.PIN || (now.pin?.wrong != null && hands.canTap(checkNotNull(now.primary).text))
        }
        if (standing().step == PayStep.LAST_TRY) {
            val asked = standing()
            if (with["last_try_confirmed"] != JsonPrimitive(true)) return card.asked(asked.body.single())
            press(asked.others.single { it.action == PayAction.SURE }.text) { it.step == PayStep.HOLD }
        }
        if (standing().step == PayStep.HOLD) {
            card.hold {
                val now = now()
                val said = now.error != null || now.reader?.state in setOf(ReaderState.LOST, ReaderState.WRONG)
                now.step != PayStep.SENDING && (now.step != PayStep.HOLD || said)
            }
        }
        val now = standing()
        return when {
            now.paid != null -> JsonObject(paid(now).jsonObject + json("tries_left" to card.triesLeft()))
            now.error != null -> phone.refusedOnScreen()
            now.step == PayStep.TROUBLE -> card.refused(checkNotNull(now.trouble))
            now.step == PayStep.HOLD -> card.refused(checkNotNull(now.reader))
            else -> card.refused(checkNotNull(now.pin))
        }
    }

    /** What became of it: the shop is shown who was paid how much, or that it is not known yet. */
    private fun paid(now: PayView): JsonElement {
        val id = now.paid ?: return phone.refusedOnScreen()
        hands.until("it is shown what became of it") { phone.here.screen == Screen.PAID }
        val (entry, shown) = phone.ask { wallet { entry(id) } to screens { paid(id) } }
        for (words in listOf(shown.title, shown.note)) hands.see(words)
        hands.see(checkNotNull(entry.shop).name)
        hands.see(entry.amount)
        if (entry.state == EntryState.PAID) {
            hands.until("it is felt") { phone.handset.felt.lastOrNull() == Feeling.DONE }
            phone.handset.felt.clear()
        }
        return view(entry)
    }

    private fun code(): JsonElement {
        phone.go(phone.way(Screen.CODE))
        hands.until("there is a code, or it is said why not") {
            shown().run { code?.text?.isNotEmpty() == true || error != null }
        }
        val shown = shown()
        if (shown.error != null) {
            hands.until("it is said why not") { hands.errorCode() != null }
            return phone.refusedOnScreen()
        }
        val code = checkNotNull(shown.code)
        hands.see(code.note)
        check(hands.readQr(shown.show) == code.text) { "the QR code on the screen says something else" }
        return view(code)
    }

    /** She still has the code before her, and it says what became of it. */
    private fun codeState(): JsonElement {
        val code = checkNotNull(shown().code) { "there is no code" }
        hands.see(code.note)
        return view(code)
    }

    private fun shown() = phone.ask { screens { code(make = false) } }

    private fun now() = phone.ask { pay { view() } }

    /** The screen of paying, once it is what the person sees and nothing is on its way. */
    private fun standing(): PayView {
        hands.until("the screen of paying is there") {
            val now = now()
            val shown = hands.title() == now.title.plain && hands.errorCode() == now.error?.code
            now.paid != null || (now.working == null && shown)
        }
        return now()
    }

    private fun press(words: Text, until: (PayView) -> Boolean) {
        hands.tap(words)
        hands.until("“${words.plain}” leads on") { until(now()) }
    }
}
