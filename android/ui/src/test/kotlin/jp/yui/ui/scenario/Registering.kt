/* Registering: with the card, or as a visitor with a code. */

package jp.yui.ui.scenario

import jp.yui.core.*
import jp.yui.core.scenario.view
import jp.yui.core.support.json
import jp.yui.core.support.text
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonObject

class Registering(private val phone: ScreenPhone) : Errand {
    private val hands get() = phone.hands

    override suspend fun act(action: String, with: JsonElement) = when (action) {
        "identity.register" -> register(with)
        "identity.register_visitor" -> registerVisitor(with)
        "identity.check_review" -> checkReview()
        else -> null
    }

    private fun register(with: JsonElement): JsonElement {
        val signs = with.text("password") != null
        goTo(EnrolPurpose.valueOf((with.text("purpose") ?: "register").uppercase()))
        goToField(signs)
        val place = if (signs) PinPlace.REGISTER_PASSWORD else PinPlace.REGISTER_PIN
        val card = CardTry(phone, place, with.text("card").orEmpty())
        hands.type(with.secret)
        press(checkNotNull(standing().primary).text) { now ->
            now.step != RegisterStep.SECRET ||
                (now.pin?.wrong != null && hands.canTap(checkNotNull(now.primary).text))
        }
        if (standing().step == RegisterStep.LAST_TRY) {
            val asked = standing()
            if (with.jsonObject["last_try_confirmed"] != JsonPrimitive(true)) return card.asked(asked.body.single())
            leads(asked.others.single { it.action == RegisterAction.SURE })
        }
        if (standing().step == RegisterStep.HOLD) {
            card.hold {
                val now = now()
                val said = now.error != null || now.reader?.state in setOf(ReaderState.LOST, ReaderState.WRONG)
                now.step != RegisterStep.SENDING && (now.step != RegisterStep.HOLD || said)
            }
        }
        return ended(card, standing())
    }

    private fun ended(card: CardTry, now: RegisterView): JsonElement = when {
        now.step == RegisterStep.DONE -> {
            val left = card.triesLeft()
            finish(now)
            registered("enrolled", "tries_left" to left)
        }
        now.step == RegisterStep.REVIEW -> {
            finish(now)
            registered("in_review", "tries_left" to card.triesLeft())
        }
        now.error != null -> phone.refusedOnScreen()
        now.step == RegisterStep.TROUBLE -> card.refused(checkNotNull(now.trouble))
        now.step == RegisterStep.HOLD -> card.refused(checkNotNull(now.reader))
        else -> card.refused(checkNotNull(now.pin))
    }

    private fun registered(state: String, vararg more: Pair<String, Any?>): JsonElement {
        val identity = phone.ask { identity { snapshot() } }
        identity.greeting?.let(hands::see)
        identity.reviewText?.let(hands::see)
        return JsonObject(view(identity).jsonObject + json("state" to state, *more))
    }

    private fun finish(now: RegisterView) {
        hands.tap(checkNotNull(now.primary).text)
        hands.until("she is home") { phone.here.screen == Screen.HOME }
    }

    private fun registerVisitor(with: JsonElement): JsonElement {
        if (phone.here.screen != Screen.VISITOR) {
            phone.go(phone.way(Screen.VISITOR))
            hands.tap(visitor().others.single { it.action == VisitorAction.HAVE_CODE }.text)
            hands.until("the code is asked for") { visitor().step == VisitorStep.CODE }
        }
        hands.type(with.text("code").orEmpty())
        hands.tap(visitor().primary.text)
        hands.until("the code was looked at") {
            visitor().step == VisitorStep.DONE ||
                (visitor().error != null && hands.errorCode() == visitor().error?.code)
        }
        if (visitor().step != VisitorStep.DONE) return phone.refusedOnScreen()
        hands.see(visitor().title)
        hands.tap(visitor().primary.text)
        hands.until("she is home") { phone.here.screen == Screen.HOME }
        return registered("enrolled")
    }

    private fun visitor() = phone.ask { visitor { view() } }

    private fun checkReview(): JsonElement {
        val notice = checkNotNull(phone.home().notice) { "nothing is said of it" }
        hands.tap(notice.text)
        val check = standing().others.single { it.action == RegisterAction.CHECK }
        press(check.text) { now -> now.step == RegisterStep.DONE || now.error != null }
        if (standing().error != null) return phone.refusedOnScreen()
        if (standing().step == RegisterStep.DONE) finish(standing())
        return view(phone.ask { identity { snapshot() } })
    }

    /** She goes where one registers for that reason, unless she is there. */
    private fun goTo(purpose: EnrolPurpose) {
        if (phone.here.screen == Screen.REGISTER && enrolPurpose(phone.here.about) == purpose) return
        when {
            phone.ask { identity { snapshot() } }.registered -> {
                phone.goFromSettings(Screen.CARD)
                val card = phone.ask { screens { card() } }
                phone.go((listOfNotNull(card.primary) + card.ways).firstOrNull { it.isFor(purpose) })
            }
            purpose == EnrolPurpose.REGISTER -> phone.go(phone.way(Screen.REGISTER))
            else -> {
                phone.go(phone.way(Screen.DEVICES))
                val devices = phone.ask { screens { devices() } }
                if (devices.primary?.isFor(purpose) != true) {
                    phone.go(devices.ways.firstOrNull { it.screen == Screen.LOST })
                    phone.go(phone.ask { screens { lost() } }.primary?.takeIf { it.isFor(purpose) })
                } else {
                    phone.go(devices.primary)
                }
            }
        }
    }

    private fun WayView.isFor(purpose: EnrolPurpose) = screen == Screen.REGISTER && enrolPurpose(about) == purpose

    /** She goes on, or back, until the password or the 4 digits are asked for. */
    private fun goToField(signs: Boolean) {
        var astray = false
        while (true) {
            val now = standing()
            val digits = now.others.firstOrNull { it.action == RegisterAction.DIGITS }
            when (now.step) {
                RegisterStep.NEED -> leads(if (signs) now.primary else digits).also { astray = false }
                RegisterStep.READS -> if (astray) phone.back() else leads(now.primary)
                RegisterStep.SECRET -> {
                    if ((now.pin?.digits == null) == signs) return
                    astray = true
                    phone.back()
                }
                RegisterStep.TROUBLE -> if (signs || digits == null) phone.back() else leads(digits)
                RegisterStep.LAST_TRY, RegisterStep.HOLD -> phone.back()
                else -> error("registering stands at ${now.step}")
            }
        }
    }

    private fun now() = phone.ask { register { view() } }

    /** The screen of registering, once it is what the person sees and nothing is on its way. */
    private fun standing(): RegisterView {
        hands.until("the screen of registering is there") {
            val now = now()
            now.step != RegisterStep.SENDING && hands.title() == now.title.plain && hands.errorCode() == now.error?.code
        }
        return now()
    }

    private fun press(words: Text, until: (RegisterView) -> Boolean) {
        hands.tap(words)
        hands.until("“${words.plain}” leads on") { until(now()) }
    }

    private fun leads(button: RegisterButton?) {
        val before = now().step
        press(checkNotNull(button) { "there is no way on" }.text) { it.step != before }
    }
}
