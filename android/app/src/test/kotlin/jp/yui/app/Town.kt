/* A town's server, a shop in it, and a resident with her card, whose phone this is. */

package jp.yui.app

import androidx.test.core.app.ApplicationProvider
import jp.yui.core.AppConfig
import jp.yui.core.CardRoute
import jp.yui.core.EnrolPurpose
import jp.yui.core.RegisterDraft
import jp.yui.core.YuiApp
import jp.yui.core.identity
import jp.yui.core.support.HeldCard
import jp.yui.core.support.ServerProcess
import jp.yui.core.support.json
import jp.yui.core.support.text
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import org.junit.rules.TemporaryFolder

/** Begins before each test and ends after it, with the app that was opened. */
class Town : TemporaryFolder() {
    private lateinit var server: ServerProcess
    private lateinit var network: String

    /** The text of the shop's poster. */
    lateinit var poster: String
        private set

    private lateinit var cardAddress: String
    private var held: HeldCard? = null

    /** The process that the test is about. */
    val yui: TestYui get() = ApplicationProvider.getApplicationContext()

    override fun before() {
        super.before()
        server = ServerProcess(root.toPath().resolve("server"))
        network = server.newNetwork()
        val shop = json("name" to "まるや食堂", "kana" to "マルヤショクドウ", "area" to "本町", "classes" to listOf("food"))
        poster = checkNotNull(server.control("shop.add", shop).text("poster")) { "no shop" }
        val holder =
            json("name" to "田中　花子", "address" to "長崎県大村市玖島１丁目２５番地", "birth" to "1990-04-01", "sex" to "2")
        cardAddress = checkNotNull(server.control("card.make", holder).text("card")) { "no card" }
    }

    override fun after() {
        yui.onTerminate()
        held?.close()
        server.close()
        super.after()
    }

    /** What the core is opened with. */
    fun config(): AppConfig {
        val folder = root.resolve("phone").apply { mkdirs() }
        return AppConfig(folder.path, network, "422053", yui.language, server.municipality)
    }

    /** The core is opened now. */
    fun open() {
        yui.given.complete(config())
    }

    /** The core, once it is open. */
    fun app(): YuiApp = runBlocking { (yui.opening.first { it is Opening.Open } as Opening.Open).app }

    /** The server stands still while [meanwhile] is done: what is sent to it waits. */
    fun standsStill(meanwhile: () -> Unit) {
        server.standStill()
        try {
            meanwhile()
        } finally {
            server.goOn()
        }
    }

    /** She registers with her card. */
    fun register() = runBlocking {
        val draft =
            RegisterDraft(CardRoute.SIGNATURE, PASSWORD, EnrolPurpose.REGISTER, "phone", lastTryConfirmed = false)
        app().identity { register(draft, card(), null) }
    }

    /** Her card, held to the phone now and nowhere else. */
    fun card(): HeldCard {
        held?.close()
        return HeldCard(cardAddress).also { held = it }
    }

    /** Staff charge her wallet. */
    fun charge(points: Long) = runBlocking {
        val subject = app().identity { snapshot() }.subject
        server.control("charge", json("subject" to subject, "points" to points))
        app().sync()
    }
}

/** The test cards' signature password. */
const val PASSWORD = "YUITEST2026"
