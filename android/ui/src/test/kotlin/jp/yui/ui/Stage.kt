/* A town with a shop, a resident with her card, and her phone, on which a test taps as she does. */

package jp.yui.ui

import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.junit4.ComposeContentTestRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import jp.yui.core.AppConfig
import jp.yui.core.CardRoute
import jp.yui.core.CardTransport
import jp.yui.core.EnrolPurpose
import jp.yui.core.Platform
import jp.yui.core.RegisterDraft
import jp.yui.core.YuiApp
import jp.yui.core.identity
import jp.yui.core.support.HeldCard
import jp.yui.core.support.ServerProcess
import jp.yui.core.support.Telephone
import jp.yui.core.support.json
import jp.yui.core.support.number
import jp.yui.core.support.text
import jp.yui.ui.parts.TREMOR_MILLIS
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import java.nio.file.Path
import java.time.Instant
import java.util.concurrent.atomic.AtomicLong
import kotlin.io.path.createDirectories

/** The town: its server, a shop, and the card of Tanaka Hanako, a made-up resident. */
class Stage(private val folder: Path, private val watched: (Platform) -> Platform = { it }) : AutoCloseable {
    private val ahead = MORNING - System.currentTimeMillis()
    val server = ServerProcess(folder.resolve("server"), ahead = ahead)
    private val shop: JsonElement = server.control(
        "shop.add",
        json("name" to "まるや食堂", "kana" to "マルヤショクドウ", "area" to "本町", "classes" to listOf("food")),
    )
    private val holder =
        json("name" to "田中　花子", "address" to "長崎県大村市玖島１丁目２５番地", "birth" to "1990-04-01", "sex" to "2")
    private val address = make(holder)
    private val offset = AtomicLong(ahead)
    private val telephone = Telephone(offset = offset)
    private val network = server.newNetwork()

    /** The text of the shop's poster. */
    val poster = checkNotNull(shop.text("poster")) { "no poster: $shop" }

    /** The text of the code with which staff make a phone the shop's. */
    val pairing = checkNotNull(shop.text("pairing")) { "no pairing: $shop" }

    /** Her phone. */
    val phone = TestPhone()

    /** Opens the app on her phone, as it is after it was killed, too. */
    fun open(language: String = "ja"): YuiApp = open("phone", language, telephone, network)

    /** Opens the app on a telephone beside hers, such as her customer's. */
    fun openBeside(): YuiApp = open("beside", "ja", Telephone(offset = AtomicLong(ahead)), server.newNetwork())

    /** Opens the app on a new telephone whose network is at [origin]. */
    fun openAt(origin: String): YuiApp = open("elsewhere", "ja", Telephone(offset = AtomicLong(ahead)), origin)

    private fun open(name: String, language: String, telephone: Telephone, network: String): YuiApp = runBlocking {
        val data = folder.resolve(name).createDirectories().toString()
        YuiApp.open(AppConfig(data, network, "422053", language, server.municipality), watched(telephone.platform))
    }.also { it.start() }

    /** Her card. */
    fun card() = HeldCard(address)

    /** Another card of hers, with something odd about it as the test server names it, such as `replaced`. */
    fun card(oddity: String) = HeldCard(make(oddly(oddity)))

    /** Another card of hers, from before a move: its signature certificate is dead. */
    fun cardAfterAMove(): HeldCard {
        val moved = make(oddly("renewed_signature"))
        server.control("card.revoke", json("card" to moved, "certificate" to "signature"))
        return HeldCard(moved)
    }

    private fun oddly(oddity: String) = JsonObject(holder + json("kind" to oddity))

    private fun make(card: JsonObject) = checkNotNull(server.control("card.make", card).text("card")) { "no card" }

    /** A card after whose signature the town stands still, until its server goes on. */
    fun thenSilent(card: HeldCard) = object : CardTransport {
        override fun transceive(apdu: ByteArray): ByteArray =
            card.transceive(apdu).also { if (apdu[1] == SIGN) server.standStill() }
    }

    /** She holds her card to the phone. */
    fun holdCard() {
        phone.held.trySend(card())
    }

    /** She registers with her card, and staff charge her wallet. */
    suspend fun resident(app: YuiApp, points: Long) {
        val draft = RegisterDraft(CardRoute.SIGNATURE, PASSWORD, EnrolPurpose.REGISTER, "phone", false)
        card().use { card -> app.identity { register(draft, card, null) } }
        charge(app, points)
    }

    /** Staff charge her wallet. */
    suspend fun charge(app: YuiApp, points: Long) {
        val subject = app.identity { snapshot() }.subject
        server.control("charge", json("subject" to subject, "points" to points))
        app.sync()
    }

    /** Staff sell a voucher; what its QR code says. */
    fun voucher(points: Long): String =
        checkNotNull(server.control("voucher", json("points" to points, "days" to 30)).text("voucher")) { "no voucher" }

    /** Her phone has no screen lock any more. */
    fun withoutScreenLock() {
        telephone.keys.setScreenLock(false)
    }

    /** Staff look at a registration, and refuse it. */
    fun staffRefuse(reference: String) {
        server.control("review", json("reference" to reference, "same_person" to false))
    }

    /** The shop closes, and takes no payment any more. */
    fun shopCloses() {
        server.control("shop.close", json("shop" to shop.text("shop")))
    }

    /** Somebody sets the clock of her phone back by a day. */
    fun clockGoesBack() {
        telephone.clock.wrongBy = -86_400_000
    }

    /** So many days pass, in the town and on her phone. */
    fun advance(days: Int) {
        val now = server.control("clock.advance", json("days" to days)).number("offset_ms")
        offset.set(checkNotNull(now) { "no time" })
    }

    /** Her network from now on, such as `off`. */
    fun network(state: String) = server.setNetwork(network, state)

    override fun close() = server.close()

    private companion object {
        /** Which command of a card makes a signature. */
        const val SIGN: Byte = 0x2A
    }
}

/** When it begins, in the town and on the phone: a Wednesday of 2026, ten in the morning in Japan, so that no picture grows old. */
val MORNING = Instant.parse("2026-10-14T01:00:00Z").toEpochMilli()

/** The test cards' signature password. */
const val PASSWORD = "YUITEST2026"

/** How many times she tapped, and which screens she came through. */
class Taps(private val rule: ComposeContentTestRule) {
    var count = 0
        private set

    /** What the screens were called that were there while she waited for something, as she does before each tap. */
    val screens = linkedSetOf<String>()

    /** She taps what has these words, as soon as it can be tapped: not while the screen is on its way, or moves. */
    fun tap(words: String) {
        until("the screen is there") { rule.onAllNodes(onItsWay).fetchSemanticsNodes().isEmpty() }
        val button = (hasText(words) or hasContentDescription(words)) and hasClickAction() and isEnabled()
        var place: Rect? = null
        until("“$words” stands still and can be tapped") {
            val before = place
            place = rule.onAllNodes(button).fetchSemanticsNodes().firstOrNull()?.boundsInRoot
            place != null && place == before
        }
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS) // what comes at once is no press
        val scrolls = rule.onAllNodes(button).fetchSemanticsNodes().first().isInScroller()
        rule.onAllNodes(button)[0].apply { if (scrolls) performScrollTo() }.performClick()
        count++
    }

    private val onItsWay = SemanticsMatcher("the screen is on its way") { node ->
        node.config.getOrNull(SemanticsProperties.PaneTitle) == WAITING
    }

    private fun until(what: String, isSo: () -> Boolean) = rule.waitUntil(what, PATIENCE) {
        val named = rule.onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.PaneTitle)).fetchSemanticsNodes()
        screens += named.map { it.config[SemanticsProperties.PaneTitle] }.filter { it != WAITING }
        isSo()
    }

    /** She types into the one field. */
    fun type(words: String) {
        until("there is a field") { rule.onAllNodes(hasSetTextAction()).fetchSemanticsNodes().isNotEmpty() }
        rule.onAllNodes(hasSetTextAction())[0].performTextInput(words)
    }

    /** She sees these words. */
    fun see(words: String) = try {
        until("“$words” is seen") {
            rule.onAllNodesWithText(words, substring = true).fetchSemanticsNodes().isNotEmpty()
        }
    } catch (never: ComposeTimeoutException) {
        val there = rule.onAllNodes(isRoot())[0].fetchSemanticsNode().all.map { it.says }.filter { it.isNotEmpty() }
        throw AssertionError("“$words” is not seen, but $there", never)
    }

    private fun SemanticsNode.isInScroller(): Boolean = generateSequence(parent) { it.parent }.any {
        it.config.getOrNull(SemanticsProperties.VerticalScrollAxisRange) !=
            null
    }

    private companion object {
        /** Only against hanging: real work is done by a real server. */
        const val PATIENCE = 30_000L

        /** What a screen is called that has no record yet. */
        const val WAITING = "お待ちください"
    }
}
