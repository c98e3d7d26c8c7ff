/* A try with the card: what was typed, the card at the phone, and what the screen says of how it ended. */

package jp.yui.ui.scenario

import jp.yui.core.*
import jp.yui.core.scenario.CardRefused
import jp.yui.core.scenario.view
import jp.yui.core.support.HeldCard
import jp.yui.core.support.text
import kotlinx.serialization.json.JsonElement

/** See the file. [place] is where the PIN is asked for. */
class CardTry(private val phone: ScreenPhone, private val place: PinPlace, private val address: String) {
    /** Holds the card to the phone until [ended]. */
    fun hold(ended: () -> Boolean) = HeldCard(address).use { card ->
        phone.handset.held.trySend(card)
        phone.hands.until("the card was read", ended)
    }

    /** How many tries the card has left, which it tells without any. */
    fun triesLeft(): UInt? = try {
        val tries = HeldCard(address).use { card -> phone.ask { identity { cardState(card) } } }
        if (place == PinPlace.REGISTER_PASSWORD) tries.passwordTries else tries.pinTries
    } catch (_: AppException) {
        null
    }

    /** The field says what was wrong, and how many tries the card has. */
    fun refused(prompt: PinPrompt): JsonElement {
        val wrong = checkNotNull(prompt.wrong) { "nothing was wrong" }
        phone.hands.see(wrong)
        return refused { error -> phone.app.identity { pinPrompt(place, prompt.triesLeft, error) }.wrong == wrong }
    }

    /** The screen says why this card does not serve, and the ways on. */
    fun refused(trouble: CardTrouble): JsonElement {
        for (words in listOf(trouble.title, trouble.body) + trouble.ways.map { it.text }) phone.hands.see(words)
        return refused(trouble) { error -> phone.app.identity { cardTrouble(place, error) } == trouble }
    }

    /** The picture of the reader says it. */
    fun refused(reader: ReaderView): JsonElement {
        phone.hands.see(reader.text)
        val code = mapOf(ReaderState.LOST to "card_lost", ReaderState.WRONG to "card_unsupported")[reader.state]
        return refused { error -> error.code.text == code }
    }

    /** She is asked before the last try. */
    fun asked(body: Text): JsonElement {
        phone.hands.see(body)
        check(triesLeft() == 1u) { "it is not the last try" }
        return refused { error -> error.code.text == "pin_last_try" }
    }

    private fun refused(trouble: CardTrouble? = null, says: (AppException) -> Boolean): JsonElement {
        val left = triesLeft()
        val errors = errorCodes().map { code ->
            AppException.Failed(code, left, required = null, instance = null, serverTime = null, status = 0u, null)
        }
        return view(CardRefused(errors.single(says), trouble))
    }
}

/** What is typed for the card in a step: the password, or the 4 digits. */
internal val JsonElement.secret get() = text("password") ?: text("pin").orEmpty()
