/* What lies on the desk around the phone: a made-up card, a shop's poster, the network; and the server behind them. */

package jp.yui.preview

import jp.yui.core.AppConfig
import jp.yui.core.LogLevel
import jp.yui.core.LogSink
import jp.yui.core.Text
import jp.yui.core.TextRun
import jp.yui.core.YuiApp
import jp.yui.core.identity
import jp.yui.core.support.Drawer
import jp.yui.core.support.HeldCard
import jp.yui.core.support.Telephone
import jp.yui.core.support.TestServer
import jp.yui.core.support.get
import jp.yui.core.support.json
import jp.yui.core.support.number
import jp.yui.core.support.text
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicLong
import kotlin.io.path.appendText
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** How much the counter charges at a time, in points. */
private const val CHARGE = 5_000L

/** A desk before [server]; what shall outlive the window lies in [folder]. Asks the server: blocks. */
class Desk(private val server: TestServer, private val folder: Path) {
    private val network = network()
    private val card = asked("card.make", holder).text("card") ?: error("no card")
    private val secrets = asked("preview.secrets")
    private val shop = shops().firstOrNull() ?: asked("shop.add", eatery).let { shops().first() }
    private val telephone = Telephone(
        offset = AtomicLong(asked("clock.advance").number("offset_ms") ?: 0),
        drawer = Drawer(folder.resolve("keys")),
    )

    /** What the QR code of a shop's poster says. */
    val poster = checkNotNull(shop.text("poster")) { "no poster" }

    /** Opens the app, as it was left when the window was closed. */
    suspend fun open(language: String): YuiApp {
        val data = folder.resolve("phone").createDirectories().toString()
        val platform = telephone.platform.copy(log = FileLog(folder.resolve("phone.log")))
        return YuiApp.open(AppConfig(data, network, TOWN, language, server.municipality(network)), platform)
            .also { it.start() }
    }

    /** The card at the phone. */
    fun card() = HeldCard(card)

    /** Whether the phone reaches the server from now on. */
    suspend fun join(joined: Boolean) = withContext(Dispatchers.IO) {
        server.setNetwork(network, if (joined) "on" else "off")
    }

    /** The counter charges the person's wallet; false where she is not registered. */
    suspend fun charge(app: YuiApp): Boolean = withContext(Dispatchers.IO) {
        val subject = app.identity { snapshot() }.subject
        if (subject.isEmpty()) return@withContext false
        asked("charge", json("subject" to subject, "points" to CHARGE))
        app.sync()
        true
    }

    /** The panel's words in a language. */
    suspend fun words(language: String): DeskWords = withContext(Dispatchers.IO) {
        val about = json(
            "lang" to language,
            "shop" to shop.text("name"),
            "charge" to CHARGE,
            "folder" to folder.said(),
        )
        DeskWords(asked("preview.words", about))
    }

    /** A secret of the card. */
    fun secret(secret: Secret): String = checkNotNull(secrets.text(secret.name.lowercase())) { "no $secret" }

    /** The one that this phone had before, where it is this server's; else a new one. */
    private fun network(): String {
        val kept = folder.createDirectories().resolve("network")
        val before = if (kept.exists()) kept.readText() else null
        return before?.takeIf { server.setNetwork(it, "on").text("error") == null }
            ?: server.newNetwork().also(kept::writeText)
    }

    private fun shops() = (asked("shops")["shops"] as? JsonArray).orEmpty()

    private fun asked(action: String, with: JsonElement = json()): JsonElement =
        server.control(action, with).also { answer -> check(answer.text("error") == null) { "$action: $answer" } }

    private companion object {
        const val TOWN = "422053"
        val holder = json(
            "name" to "山田　太郎", // ja: a made-up person's card
            "address" to "長崎県大村市東本町１０番地の３", // ja: the same
            "birth" to "1952-11-03",
            "sex" to "1",
        )
        val eatery = json(
            "name" to "まるや食堂", // ja: a made-up shop
            "kana" to "マルヤショクドウ", // ja: the same
            "area" to "本町", // ja: the same
            "classes" to listOf("food"),
        )
    }
}

/** As one writes it in a shell. */
private fun Path.said(): String {
    val home = Path.of(System.getProperty("user.home"))
    return if (startsWith(home)) "~/${home.relativize(this)}" else "$this"
}

/** What the panel says, by the names of the control port. */
class DeskWords(private val words: JsonElement) {
    /** The words of that name, with their readings. */
    operator fun get(name: String): Text {
        val runs = (words[name]["runs"] as? JsonArray) ?: error("no words are called $name")
        return Text(
            words[name].text("plain").orEmpty(),
            runs.map { TextRun(it.text("base").orEmpty(), it.text("ruby")) },
        )
    }
}

/** The app's log, in a file. */
private class FileLog(private val file: Path) : LogSink {
    @Synchronized
    override fun line(level: LogLevel, text: String) = file.appendText("$level $text\n", Charsets.UTF_8)
}
