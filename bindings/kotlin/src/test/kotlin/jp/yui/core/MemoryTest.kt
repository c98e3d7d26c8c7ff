/* Ten thousand times opened and closed, the process is no larger than before. */

package jp.yui.core

import jp.yui.core.support.Telephone
import jp.yui.core.support.listening
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.nio.file.Path
import kotlin.io.path.createDirectory
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

class MemoryTest {
    @TempDir
    lateinit var folder: Path

    /** What the process holds: resident kilobytes, open files, threads. */
    private data class Held(val memory: Long, val files: Int, val threads: Int)

    @Test
    fun `opening and closing leaves nothing behind`() {
        val phones = List(PHONES) { folder.resolve("phone-$it").createDirectory() to Telephone().platform }
        val held = mutableListOf<Held>()
        repeat(ROUNDS) {
            runBlocking(Dispatchers.Default) {
                for ((own, platform) in phones) {
                    launch {
                        repeat(CYCLES / ROUNDS / PHONES) { openAndClose(own, platform, starts = it % STARTED == 0) }
                    }
                }
            }
            held += settled(held.getOrNull(ROUNDS / 2))
        }
        // The first rounds warm up: classes are compiled, pools are filled.
        val (before, after) = held[ROUNDS / 2] to held.last()
        val openings = CYCLES / ROUNDS * (ROUNDS - 1 - ROUNDS / 2)
        val left = (after.memory - before.memory) * 1024 / openings
        println("opened and closed $CYCLES times: $held")
        assertTrue(left < BYTES, "$openings openings left $left bytes each, which must be fewer than $BYTES: $held")
        assertTrue(after.opensNoMoreThan(before), "$held")
    }

    private suspend fun openAndClose(own: Path, platform: Platform, starts: Boolean) =
        YuiApp.open(lonely(own), platform).use { app ->
            if (starts) app.start()
            app.listen(listening { }).use { app.identity { snapshot() } }
            assertEquals(0L, app.wallet { snapshot() }.available)
            assertNull(app.shop { paired() })
            assertEquals(5, app.settings { languages() }.size)
            assertNotNull(app.observe(Topic.WALLET) { app.wallet { snapshot() } }.first())
            if (starts) app.stop()
        }

    private fun Held.opensNoMoreThan(before: Held) = files <= before.files && threads <= before.threads

    /** Once what ends a little after its app has ended, down to what there was before if it ever gets there. */
    private fun settled(before: Held?): Held {
        var last = held()
        repeat(300) {
            Thread.sleep(100)
            val next = held()
            val still = next.files == last.files && next.threads == last.threads
            last = next
            if (still && (before == null || next.opensNoMoreThan(before))) return next
        }
        return last
    }

    private fun held(): Held {
        System.gc()
        val resident = Regex("""VmRSS:\s+(\d+) kB""").find(File("/proc/self/status").readText())
        val entries = { name: String -> File("/proc/self/$name").list().orEmpty().size }
        return Held(checkNotNull(resident).groupValues[1].toLong(), entries("fd"), entries("task"))
    }

    private companion object {
        const val CYCLES = 10_000
        const val ROUNDS = 10
        const val PHONES = 4

        /** Every so many times the app is in the foreground meanwhile. */
        const val STARTED = 10

        /** What an opening may leave: what an allocator keeps varies. Of the heap all is there from the beginning. */
        const val BYTES = 2_048L
    }
}
