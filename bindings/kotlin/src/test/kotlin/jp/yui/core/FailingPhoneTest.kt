/*
 * A phone whose services throw, wait, call back or answer nonsense: each call ends with a code or with success, and the
 * others go on.
 */

package jp.yui.core

import com.sun.jna.Native
import jp.yui.core.scenario.Play
import jp.yui.core.support.*
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicBoolean
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.minutes

class FailingPhoneTest {
    @TempDir
    lateinit var folder: Path

    /** What services threw that is no exception, and so passed the generated code: JNA is told of it. */
    private val passedOn = ConcurrentLinkedQueue<Throwable>()

    @BeforeEach
    fun hearOfErrors() = Native.setCallbackExceptionHandler { _, thrown -> passedOn += thrown }

    @AfterEach
    fun noExceptionPassed() {
        Native.setCallbackExceptionHandler(null)
        assertTrue(passedOn.none { it is Exception }, "$passedOn")
    }

    @Test
    fun `a service that throws gives a code, whatever it throws`() = days {
        smallTown()
        val thrown = listOf({ Exception("odd") }, { RuntimeException("odd") }, { AssertionError("odd") })
        for ((number, throwable) in thrown.withIndex()) {
            for (method in methods) {
                val codes = Day(this, "$number-$method").codes { if (it == method) throw throwable() }
                // What is no exception passes the generated code, where a method without an answer looks as if it had ended.
                val heard = throwable() is Exception || method != "keys.remove"
                if (heard && method !in ofNoConsequence) assertContains(codes, failureOf(method), "$method, $number")
            }
        }
    }

    @Test
    fun `a service that throws one of the phone's own errors gives its code`() = days {
        smallTown()
        val own = mapOf(
            PlatformException.NoScreenLock() to "no_screen_lock",
            PlatformException.UserNotVerified() to "user_not_verified",
            PlatformException.Cancelled() to "cancelled",
            PlatformException.CardLost() to "card_lost",
            PlatformException.KeyAbsent() to "not_registered",
            PlatformException.SealedElsewhere() to "storage_sealed",
            PlatformException.Failed() to "platform_failed",
        )
        for ((error, code) in own) {
            val codes = Day(this, code).codes { if (it == "keys.attest") throw crossed(error) }
            assertContains(codes, code)
        }
    }

    @Test
    fun `a service that answers nonsense gives a code`() = days {
        smallTown()
        for (size in sizes) {
            val bytes = ByteArray(size) { 4 }
            val sane = Telephone().platform
            val odd = sane.answering(bytes)
            assertContains(Day(this, "keys-$size").live(sane.copy(keys = odd.keys)).words(), "platform_failed")
            val store = Day(this, "store-$size").live(sane.copy(secureStore = odd.secureStore))
            assertContains(store.words(), refusalOfStore(size))
            assertContains(Day(this, "card-$size").live(sane) { cardAnswering { bytes } }.words(), "card_failed")
        }
    }

    @Test
    fun `with clocks that show what cannot be, all goes on`() {
        for (wrong in listOf(Long.MIN_VALUE, -1, 0, Long.MAX_VALUE)) {
            // A town for each: one lets only so many register in a while.
            playing(folder.resolve("$wrong")) {
                smallTown()
                for (boot in listOf("", "x".repeat(100_000))) {
                    val clock = object : Clock {
                        override fun read() = ClockReading(wrong, wrong.inv(), boot)
                    }
                    val refused = Day(this, "clock-${boot.length}").live(Telephone().platform.copy(clock = clock))
                    assertEquals(emptyList(), refused.words(), "$wrong, ${boot.length}")
                }
            }
        }
    }

    @Test
    fun `a store whose key comes back as nonsense stays shut, and holds what it held`() = days {
        smallTown()
        step("hanako", "wallet.prepare", "points" to 100)
        step("hanako", "wallet.confirm")
        step("hanako", "sync")
        // From here on all that is known is what the store holds.
        step("hanako", "network", "state" to "off")
        val hanako = phone("hanako")
        val held = hanako.act("wallet.snapshot", json())
        for (size in sizes) {
            step("hanako", "phone.kill")
            awaitClosed(Path.of(hanako.config.dataDir))
            val odd = hanako.telephone.platform.answering(ByteArray(size) { 4 })
            repeat(2) {
                val refused = refusal { YuiApp.open(hanako.config, odd).close() }
                assertEquals(refusalOfStore(size), refused.code.text, "$size")
            }
            step("hanako", "phone.start")
            assertEquals(held, hanako.act("wallet.snapshot", json()), "$size")
        }
    }

    @Test
    fun `while services wait, other calls go on`() = days {
        smallTown()
        val others = CountDownLatch(1)
        coroutineScope {
            val asked = methods - "log.line"
            // A clock must return at once: it may wait only where nothing but opening waits for it.
            val whileOpening = beforeAnApp + "clock.read"
            val waiting = asked.associateWith { CompletableDeferred<YuiApp?>() }
            val lived = asked.map { method ->
                val day = Day(this@days, "waiting-$method")
                async {
                    day.live {
                        val ready = method in whileOpening || day.app != null
                        if (it == method && ready && waiting.getValue(it).complete(day.app)) wait(others)
                    }
                }
            }
            val own = waiting.values.awaitAll().filterNotNull()
            assertEquals(asked.size - whileOpening.size, own.size)
            own.forEach { it.identity { snapshot() } }
            goOn(phone("hanako").app)
            assertTrue(lived.all { it.isActive }, "the others were first")
            others.countDown()
            lived.awaitAll()
        }
    }

    @Test
    fun `while a line of the log waits, other calls go on`() = days {
        smallTown()
        val others = CountDownLatch(1)
        val waiting = CompletableDeferred<Unit>()
        lonely { if (it == "log.line" && waiting.complete(Unit)) wait(others) }.use { lonely ->
            lonely.start()
            waiting.await()
            goOn(phone("hanako").app)
            lonely.identity { snapshot() }
            others.countDown()
        }
    }

    @Test
    fun `while a listener waits, other calls go on`() = days {
        smallTown()
        val app = phone("hanako").app
        val others = CountDownLatch(1)
        val (waiting, told) = List(2) { CompletableDeferred<Unit>() }
        app.listen(listening { if (waiting.complete(Unit)) wait(others) else told.complete(Unit) }).use {
            app.settings { setLanguage("en") }
            waiting.await()
            goOn(app)
            app.settings { setLanguage("ja") }
            assertTrue(told.isActive, "the others were first")
            others.countDown()
            told.await()
        }
    }

    @Test
    fun `a service may call the app that called it`() = days {
        smallTown()
        val called = ConcurrentHashMap.newKeySet<String>()
        // A clock must not call back, and a line of the log is written by an app that reaches nobody, below.
        val callers = methods - setOf("clock.read", "log.line")
        for (method in callers) {
            val day = Day(this, "calling-$method")
            val inside = AtomicBoolean()
            day.live { asked ->
                val app = day.app ?: return@live
                if (asked != method || !inside.compareAndSet(false, true)) return@live
                try {
                    runBlocking(Dispatchers.Default) { goOn(app) }
                    called += method
                } finally {
                    inside.set(false)
                }
            }
        }
        assertEquals(callers.toSet() - beforeAnApp, called.toSet())
    }

    @Test
    fun `the log may call the app whose line it takes`() = days {
        val opened = CompletableDeferred<YuiApp>()
        val answered = CompletableDeferred<IdentityView>()
        val answering = AtomicBoolean()
        lonely {
            if (it == "log.line" && answering.compareAndSet(false, true)) {
                answered.complete(runBlocking(Dispatchers.Default) { opened.await().identity { snapshot() } })
            }
        }.use { lonely ->
            opened.complete(lonely)
            lonely.start()
            assertEquals(false, answered.await().registered)
        }
    }

    /** Time for the many days of a test, of which none may hang. */
    private fun days(steps: suspend Play.() -> Unit) = playing(folder, longest = 15.minutes, steps = steps)

    /** An app that reaches nobody, and says so in the log. */
    private suspend fun lonely(before: (String) -> Unit) =
        YuiApp.open(lonely(folder), Telephone().platform.each(before))

    private val methods = listOf(
        "keys.make", "keys.publicKey", "keys.sign", "keys.attest", "keys.remove",
        "secureStore.seal", "secureStore.unseal", "clock.read", "log.line", "card.transceive", "cardListener.step",
    )

    /** How many bytes nonsense has: none, too few, as many as a key of the store, a signature or a public key, too many. */
    private val sizes = listOf(0, 1, 31, 32, 64, 65, 66, 100_000)

    /** What a store says that is opened with such a key: one of the right length is wrong only at the first value. */
    private fun refusalOfStore(size: Int) = if (size == 32) "storage_failed" else "storage_sealed"

    /** A store is sealed and opened before there is an app to call. */
    private val beforeAnApp = setOf("secureStore.seal", "secureStore.unseal")

    private fun wait(others: CountDownLatch) {
        Thread.sleep(FIVE_SECONDS)
        others.await()
    }

    private suspend fun goOn(app: YuiApp) {
        app.identity { snapshot() }
        app.wallet { snapshot() }
        app.wallet { shops("", null) }
    }

    private suspend fun Day.codes(before: (String) -> Unit) = live(before).words()

    private fun List<AppException.Failed>.words() = map { it.code.text }

    /** Nothing hangs on their answer. */
    private val ofNoConsequence = setOf("log.line", "cardListener.step")

    private fun failureOf(method: String) = if (method == "card.transceive") "card_failed" else "platform_failed"

    private companion object {
        const val FIVE_SECONDS = 5_000L
    }
}
