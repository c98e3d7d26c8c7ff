/* What most tests begin with: a server process of their own, and a small town to try things in. */

package jp.yui.core

import jp.yui.core.scenario.*
import jp.yui.core.support.*
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.JsonElement
import java.nio.file.Path
import kotlin.test.assertFailsWith
import kotlin.test.fail
import kotlin.time.Duration
import kotlin.time.Duration.Companion.minutes
import kotlin.time.TimeSource

/** Plays [steps] against a server process of its own; what hangs [longest] is ended and fails. */
fun playing(folder: Path, detail: String = "info", longest: Duration = 3.minutes, steps: suspend Play.() -> Unit) =
    AutoCloseable { awaitClosed(folder) }.use {
        ServerProcess(folder.resolve("server"), detail).use { server ->
            Play(server, folder.resolve("phones")).use { play ->
                runBlocking(Dispatchers.Default) { withTimeout(longest) { play.steps() } }
            }
        }
    }

/** Tries something with an app that reaches nobody and is not in the foreground, so that nothing else happens in it. */
fun alone(folder: Path, platform: Platform = Telephone().platform, tries: suspend (YuiApp) -> Unit) =
    AutoCloseable { awaitClosed(folder) }.use {
        runBlocking(Dispatchers.Default) {
            withTimeout(3.minutes) { YuiApp.open(lonely(folder), platform).use { tries(it) } }
        }
    }

/**
 * Waits until the phones' stores below [folder] are closed, which they are a little after their apps: what is under way
 * ends first. SQLite takes its log away with the last that has a store open.
 */
fun awaitClosed(folder: Path) {
    val deadline = TimeSource.Monotonic.markNow() + 1.minutes
    while (folder.toFile().walk().any { it.name == "yui.sqlite-wal" }) {
        check(deadline.hasNotPassedNow()) { "a store stays open" }
        Thread.sleep(10)
    }
}

/** What an app is opened with that reaches nobody: no server listens there. */
fun lonely(folder: Path) = crossed(AppConfig(folder.toString(), "http://127.0.0.1:9", "422053", "ja", null))

/** Maruya's shop with its phone, and Hanako with 200,000 points, who has scanned the shop's poster. */
suspend fun Play.smallTown() {
    val file = checkNotNull(Play::class.java.getResource("/town.json"))
    readScenario(Path.of(file.toURI())).forEach { step(it) }
}

/** One step that has no name for its answer. */
suspend fun Play.step(actor: String, action: String, vararg with: Pair<String, Any?>) =
    step(Step(actor, action, json(*with), json(), emptyMap()))

/** A phone on which nobody is registered yet. */
suspend fun Play.newPhone(name: String): Phone {
    step(name, "phone.new")
    return phone(name)
}

/** An app on a network of its own, whose requests the server refuses with the codes that [tries] orders. */
suspend fun Play.refused(folder: Path, tries: suspend (YuiApp, refuse: (String) -> JsonElement) -> Unit) {
    val network = server.newNetwork()
    YuiApp.open(lonely(folder).copy(origin = network), Telephone().platform).use { app ->
        tries(app) { code -> server.refuse(network, code) }
    }
}

/** The address of a new card of Suzuki Ichiro, a made-up resident; [kind] is what is odd about it. */
fun Play.newCard(kind: String = "none"): String {
    val holder = listOf("name" to "鈴木　一郎", "address" to "長崎県大村市本町４１３番地", "birth" to "1985-03-15", "sex" to "1")
    val made = server.control("card.make", json(*holder.toTypedArray(), "kind" to kind))
    return made.text("card") ?: fail("no card: $made")
}

/** Registers with a card and the test cards' password. */
suspend fun YuiApp.register(
    card: CardTransport,
    password: String = PASSWORD,
    steps: CardListener = NotedSteps,
): RegistrationView {
    val draft = RegisterDraft(CardRoute.SIGNATURE, password, EnrolPurpose.REGISTER, "phone", lastTryConfirmed = false)
    return identity { register(crossed(draft), card, steps) }
}

/** The error with which [call] is refused. */
inline fun refusal(call: () -> Unit): AppException.Failed = crossed(assertFailsWith<AppException.Failed> { call() })

/** The test cards' signature password. */
const val PASSWORD = "YUITEST2026"
