/*
 * A phone of a scenario in somebody's hands: every step that has a screen is done there, by what a person sees and taps,
 * and answered with what the phone knows afterwards, once the screen says the same. What the screens do not offer, the
 * core must refuse.
 */

package jp.yui.ui.scenario

import jp.yui.core.*
import jp.yui.core.scenario.Phone
import jp.yui.core.support.Telephone
import jp.yui.core.support.get
import jp.yui.core.support.json
import jp.yui.ui.Place
import jp.yui.ui.TestPhone
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonElement

class ScreenPhone(name: String, config: AppConfig, telephone: Telephone, val hands: Hands) :
    Phone(name, config, telephone) {
    /** What the screens need of the phone. */
    val handset = TestPhone(name)

    private var sight: Sight? = null
    private var saved: Map<String, List<Any?>>? = null

    private val errands =
        listOf(Registering(this), Belonging(this), Paying(this), Charging(this), Shopkeeping(this), Lists(this))

    /** Where she is. */
    val here: Place get() = checkNotNull(sight) { "the app of $name does not run" }.here

    /** The app is opened, and drawn with what was saved of it. */
    override suspend fun start() {
        super.start()
        sight = Sight(app, handset, saved).also(hands::take)
    }

    /** The app is closed; the system keeps what it saves of what was drawn. */
    override fun close() {
        sight?.let { saved = hands.putDown(it) }
        sight = null
        super.close()
    }

    override suspend fun act(action: String, with: JsonElement): JsonElement {
        if (action in withoutScreen) return super.act(action, with)
        hands.take(checkNotNull(sight) { "the app of $name does not run" })
        for (errand in errands) errand.act(action, with)?.let { return it }
        error("this runner does not know $action")
    }

    /** What the core answers to a step. */
    suspend fun asked(action: String, with: JsonElement): JsonElement = super.act(action, with)

    /** What the core answers to a step that no screen offers now: it must refuse it. */
    suspend fun notOffered(action: String, with: JsonElement): JsonElement =
        asked(action, with).also { check(it["error"] != null) { "no screen offers $action, and it is done" } }

    /** Asks the core what it knows. */
    fun <T> ask(call: suspend YuiApp.() -> T): T = runBlocking { app.call() }

    /** She goes home, by the way back. */
    fun home(): HomeView {
        val back = app.screens { frame() }.back
        while (checkNotNull(sight).hasBefore) {
            val before = here to job()
            hands.tap(back)
            hands.until("“${back.plain}” leads back") {
                here to job() != before && (hands.canTap(back) || !checkNotNull(sight).hasBefore)
            }
        }
        return ask { screens { home() } }
    }

    /** She goes one screen back in the job that she is at. */
    fun back() {
        val before = here to job()
        hands.tap(app.screens { frame() }.back)
        hands.until("there is a screen before") { here to job() != before }
    }

    /** She goes a way that is offered to her. */
    fun go(way: WayView?) {
        checkNotNull(way) { "no such way is offered" }
        hands.tap(way.text)
        hands.until("${way.screen} is there") { here.screen == way.screen }
    }

    /** The way from home to a screen, if there is one. */
    fun way(to: Screen): WayView? {
        val home = home()
        val ways = listOfNotNull(home.primary, home.receive) + home.tiles + home.guest?.ways.orEmpty()
        return ways.firstOrNull { it.screen == to }
    }

    /** She goes from home to one of the settings' screens. */
    fun goFromSettings(to: Screen) {
        go(way(Screen.SETTINGS))
        go(ask { screens { settings() } }.ways.firstOrNull { it.screen == to })
    }

    /** She opens the scanner, and its camera sees a code: until that leads somewhere, or the screen says why not. */
    fun scan(text: String): String? {
        home()
        go(app.screens { frame() }.tabs.first { it.screen == Screen.SCAN })
        handset.seen.trySend(text)
        hands.until("the code leads somewhere") { here.screen != Screen.SCAN || hands.errorCode() != null }
        return hands.errorCode().takeIf { here.screen == Screen.SCAN }
    }

    /** An answer that is the error whose code is on the screen. */
    fun refusedOnScreen(): JsonElement = json("error" to checkNotNull(hands.errorCode()) { "no error is seen" })

    /** Where the job of several screens stands, if she is at one. */
    private fun job(): Any? = when (here.screen) {
        Screen.REGISTER -> ask { register { view() } }.step
        Screen.PAY -> ask { pay { view() } }.step
        Screen.RECEIVE -> ask { receive { view() } }.copy(liveMs = 0u)
        else -> null
    }
}

/** Steps of one kind, as a person does them. */
interface Errand {
    /** Does a step and answers it; none when it is of another kind. */
    suspend fun act(action: String, with: JsonElement): JsonElement?
}

/** Steps that no screen is for: what a phone does by itself, or its owner beside the app. */
private val withoutScreen = setOf(
    "phone.kill",
    "phone.start",
    "phone.clock",
    "phone.screen_lock",
    "sync",
    "entry",
    "history",
    "identity.pin_prompt",
    // An order with a reference, or for another time than the screen's.
    "shop.open_till",
    "shop.cancel_till",
)
