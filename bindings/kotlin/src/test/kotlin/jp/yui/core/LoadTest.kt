/* A thousand calls at once, each over HTTP: every one gets its own answer. */

package jp.yui.core

import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals

class LoadTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a thousand orders at once are a thousand orders`() = playing(folder) {
        smallTown()
        val app = phone("maruya").app
        val amounts = (1L..1_000L).toList()
        val tills = coroutineScope {
            amounts.map { async { app.shop { openTill(it, "order $it", 3_600u) } } }.awaitAll()
        }
        assertEquals(amounts, tills.map { it.amount })
        assertEquals(amounts.map { "order $it" }, tills.map { it.reference })
        assertEquals(1_000, tills.map { it.id }.toSet().size)
        // Each is on the server what it is here: a payer's phone reads its amount from there.
        val asked = coroutineScope { tills.map { async { app.shop { till(it.id) } } }.awaitAll() }
        assertEquals(tills.map { it.id to it.amount }, asked.map { it.id to it.amount })
    }
}
