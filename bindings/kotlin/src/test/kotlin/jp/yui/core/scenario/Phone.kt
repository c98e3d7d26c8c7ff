/*
 * A phone of a scenario: the core on a made-up telephone, every step one call of its facade. Who plays steps in another
 * way, such as on the screens, makes a phone of this one.
 */

package jp.yui.core.scenario

import jp.yui.core.*
import jp.yui.core.support.*
import kotlinx.coroutines.delay
import kotlinx.coroutines.withTimeoutOrNull
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonPrimitive
import kotlin.time.Duration.Companion.days
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes

open class Phone(val name: String, val config: AppConfig, val telephone: Telephone) : AutoCloseable {
    /** The network by which it reaches the server. */
    val network get() = config.origin

    private var running: YuiApp? = null
    private var intent: Intent? = null
    private var quote: Quote? = null

    /** The app, which must be running. */
    val app get() = checkNotNull(running) { "the app of $name does not run" }

    /** Opens the app and brings it to the foreground. */
    open suspend fun start() {
        running = YuiApp.open(crossed(config), crossed(telephone.platform)).also { it.start() }
    }

    override fun close() {
        running?.close()
        running = null
    }

    /** Does a step; a refusal is an answer with `error`, an unknown step fails. */
    open suspend fun act(action: String, with: JsonElement): JsonElement = try {
        view(crossed(call(action, with)))
    } catch (refused: AppException) {
        view(crossed(refused))
    }

    private suspend fun call(action: String, with: JsonElement): Any? {
        val points = with.number("points") ?: 0
        val text = { name: String -> with.text(name).orEmpty() }
        return when (action) {
            "phone.kill" -> close()
            "phone.start" -> start()
            "phone.clock" -> telephone.clock.wrongBy = (with.number("days") ?: 0).days.inWholeMilliseconds
            "phone.screen_lock" -> telephone.keys.setScreenLock(with["on"] == yes)
            "guest.look" -> app.identity { snapshot() }
            "identity.card_state" -> hold(with) { card -> app.identity { cardState(card) } }
            "identity.register" -> register(with)
            "identity.pin_prompt" -> app.identity {
                pinPrompt(
                    crossed(PinPlace.valueOf(text("place").uppercase())),
                    with.number("tries_left")?.toUInt(),
                    null,
                )
            }
            "identity.register_visitor" -> app.identity { registerVisitor(text("code"), name) }
            "identity.check_review" -> app.identity { checkReview() }
            "identity.devices" -> app.identity { devices() }
            "identity.remove_device" -> app.identity { removeDevice(text("device")) }
            "identity.sign_out" -> app.identity { signOut() }
            "identity.leave" -> app.identity { leave(with["give_up_balance"] == yes) }
            "sync" -> app.sync()
            "wallet.snapshot" -> app.wallet { WalletWithHistory(crossed(snapshot()), crossed(history(all))) }
            "history" -> if (text("role") == "shop") app.shop { history(all) } else app.wallet { history(all) }
            "entry" ->
                if (app.shop { paired() } == null) app.wallet { entry(text("id")) } else app.shop { entry(text("id")) }
            "wait.entry" -> waitForEntry(with)
            "wallet.scan" -> app.wallet { scan(text("text")) }.also { intent = it }
            "wallet.prepare" -> prepare(points).also { quote = it }
            "wallet.confirm" -> confirm(with)
            "wallet.redeem_voucher" -> app.wallet { redeemVoucher(text("text")) }
            "wallet.code" -> app.wallet { showCode() }
            "wallet.code_state" -> app.wallet { code() }
            "shop.pair" -> app.shop { pair(text("code")) }
            "shop.receive" -> app.shop { receive(text("text"), points) }
            "shop.prepare_refund" -> app.shop { prepareRefund(text("payment"), points) }
            "shop.refund" -> app.shop { refund(text("payment"), points) }
            "shop.open_till" -> app.shop {
                openTill(points, with.text("reference"), (with.number("seconds") ?: 120).toUInt())
            }
            "shop.cancel_till" -> app.shop { cancelTill(text("till")) }
            "shop.today" -> app.shop { today() }
            else -> error("this runner does not know $action")
        }
    }

    /** Waits until a line of history is answered by the server; nobody touches the phone meanwhile. */
    private suspend fun waitForEntry(with: JsonElement): JsonElement {
        withTimeoutOrNull(1.minutes) {
            while (act("entry", with)["in_ledger"] != yes) delay(20.milliseconds)
        }
        return act("entry", with)
    }

    private inline fun <T> hold(with: JsonElement, call: (HeldCard) -> T) =
        HeldCard(with.text("card").orEmpty()).use(call)

    private suspend fun register(with: JsonElement): Any? {
        val signs = with.text("password") != null
        val draft = RegisterDraft(
            route = if (signs) CardRoute.SIGNATURE else CardRoute.FOUR_DIGIT,
            password = with.text("password") ?: with.text("pin").orEmpty(),
            purpose = EnrolPurpose.valueOf((with.text("purpose") ?: "register").uppercase()),
            deviceName = name,
            lastTryConfirmed = with["last_try_confirmed"] == yes,
        )
        return try {
            hold(with) { card -> app.identity { register(crossed(draft), card, NotedSteps) } }
        } catch (refused: AppException) {
            val place = if (signs) PinPlace.REGISTER_PASSWORD else PinPlace.REGISTER_PIN
            CardRefused(crossed(refused), crossed(app.identity { cardTrouble(crossed(place), refused) }))
        }
    }

    private suspend fun prepare(points: Long): Quote = app.wallet {
        when (val intent = intent) {
            is Intent.PayShop -> prepare(intent.shop.id, points, null)
            is Intent.PayTill -> prepare(intent.shop.id, intent.amount, intent.till)
            else -> error("nothing was scanned that can be paid")
        }
    }

    private suspend fun confirm(with: JsonElement): Any {
        val id = checkNotNull(quote) { "nothing was quoted" }.id
        telephone.keys.userRefuses = with["user_verified"] == JsonPrimitive(false)
        try {
            if (with["card"] == null) return app.wallet { confirm(id) }
            val sure = with["last_try_confirmed"] == yes
            return hold(with) { card -> app.wallet { confirmWithCard(id, card, with.text("pin").orEmpty(), sure) } }
        } finally {
            telephone.keys.userRefuses = false
        }
    }
}

private val yes = JsonPrimitive(true)
private val all get() = crossed(HistoryQuery(after = null, limit = 100u, search = null))
