/* Who listens is told of changes, for as long as she wants; the flows give what is true now. */

package jp.yui.core

import jp.yui.core.support.crossed
import jp.yui.core.support.listening
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class ChangesTest {
    @TempDir
    lateinit var folder: Path

    /** Hears every call. */
    private class Ear : ChangeListener {
        val heard = Channel<List<Topic>>(Channel.UNLIMITED)

        override fun changed(topics: List<Topic>) {
            heard.trySend(crossed(topics))
        }
    }

    @Test
    fun `every listener is told until it ends`() = alone(folder) { app ->
        val (staying, ending, closed) = List(3) { Ear() }
        val stay = app.listen(staying)
        val end = app.listen(ending)
        app.listen(closed).close()
        app.change()
        assertContains(staying.heard.receive(), Topic.WALLET)
        assertContains(ending.heard.receive(), Topic.WALLET)
        end.end()
        end.end()
        app.change()
        assertContains(staying.heard.receive(), Topic.WALLET)
        // One thread tells them in turn: what the last one heard, the others would have heard by the next time.
        app.change()
        assertContains(staying.heard.receive(), Topic.WALLET)
        assertTrue(ending.heard.tryReceive().isFailure && closed.heard.tryReceive().isFailure)
        stay.close()
    }

    @Test
    fun `a listener that throws is told again and keeps nobody from being told`() = alone(folder) { app ->
        val called = Channel<Unit>(Channel.UNLIMITED)
        val deaf = listening {
            called.trySend(Unit)
            error("deaf")
        }
        val ear = Ear()
        app.listen(deaf).use {
            app.listen(ear).use {
                repeat(3) {
                    app.change()
                    called.receive()
                    ear.heard.receive()
                }
            }
        }
    }

    @Test
    fun `a listener may call the app`() = alone(folder) { app ->
        val tags = Channel<String>(Channel.UNLIMITED)
        val asking = listening { app.settings { tags.trySend(languages().single { it.chosen }.tag) } }
        app.listen(asking).use {
            app.settings { setLanguage("vi") }
            assertEquals("vi", tags.receive())
        }
    }

    @Test
    fun `changes are for several collectors at once and each ends alone`() = alone(folder) { app ->
        coroutineScope {
            val heard = List(3) { Channel<Set<Topic>>(Channel.UNLIMITED) }
            val collectors = heard.map { channel -> launch { app.changes().collect(channel::send) } }
            heard.forEach { app.changeUntil { it.tryReceive().isSuccess } }
            collectors.first().cancelAndJoin()
            heard.forEach { while (it.tryReceive().isSuccess) Unit }
            app.change()
            heard.drop(1).forEach { assertContains(it.receive(), Topic.WALLET) }
            assertTrue(heard.first().tryReceive().isFailure)
            collectors.drop(1).forEach { it.cancelAndJoin() }
        }
    }

    @Test
    fun `a collector whose app is closed hears no more and can be called off`() = alone(folder) { app ->
        coroutineScope {
            val heard = Channel<Set<Topic>>(Channel.UNLIMITED)
            val collector = launch { app.changes().collect(heard::send) }
            app.changeUntil { heard.tryReceive().isSuccess }
            app.close()
            assertTrue(collector.isActive)
            collector.cancelAndJoin()
        }
    }

    @Test
    fun `what is observed comes at once, and again when its topic changed`() = playing(folder) {
        smallTown()
        val app = phone("hanako").app
        coroutineScope {
            val seen = Channel<Long>(Channel.UNLIMITED)
            val collector =
                launch { app.observe(Topic.WALLET) { app.wallet { snapshot() }.available }.collect(seen::send) }
            assertEquals(200_000, seen.receive())
            step("hanako", "wallet.prepare", "points" to 850)
            step("hanako", "wallet.confirm")
            while (seen.receive() != 199_150L) Unit
            collector.cancelAndJoin()
        }
    }

    @Test
    fun `a slow collector gets the newest and never a queue`() = alone(folder) { app ->
        val begun = CompletableDeferred<Unit>()
        val goOn = CompletableDeferred<Unit>()
        var asked = 0
        coroutineScope {
            val last = async {
                app.observe(Topic.WALLET) { ++asked }.first { number ->
                    if (number == 1) {
                        begun.complete(Unit)
                        goOn.await()
                    }
                    number > 1
                }
            }
            begun.await()
            val ear = Ear()
            app.listen(ear).use {
                repeat(20) {
                    app.change()
                    ear.heard.receive()
                }
            }
            assertEquals(1, asked, "nothing is asked for that nobody takes")
            goOn.complete(Unit)
            assertEquals(2, last.await())
        }
    }

    /** Every topic with words changes with the language. */
    private suspend fun YuiApp.change() = settings { setLanguage("en") }

    private suspend fun YuiApp.changeUntil(done: () -> Boolean) {
        do change() while (!done())
    }
}
