/* What is closed answers with a clear error of the host, and never with a crash. */

package jp.yui.core

import jp.yui.core.support.Telephone
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs

class ClosingTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a closed app says so`() = alone(folder) { app ->
        app.close()
        app.close()
        for (call in listOf<suspend () -> Any?>(
            { app.wallet { snapshot() } },
            { app.identity { snapshot() } },
            { app.settings { languages() } },
            { app.shop { paired() } },
            { app.sync() },
            { app.start() },
            { app.changes().collect {} },
        )) {
            val refused = assertFailsWith<IllegalStateException> { call() }
            assertContains(refused.message.orEmpty(), "YuiApp object has already been destroyed")
        }
    }

    @Test
    fun `a closed part says so, and the app goes on`() = alone(folder) { app ->
        val wallet = app.wallet()
        wallet.close()
        assertContains(assertFailsWith<IllegalStateException> { wallet.code() }.message.orEmpty(), "Wallet object")
        assertEquals(null, app.wallet { code() })
    }

    @Test
    fun `a part that is kept goes on when the app is closed`() = alone(folder) { app ->
        val settings = app.settings()
        app.close()
        assertEquals(5, settings.languages().size)
        settings.close()
    }

    @Test
    fun `calls under way when the app is closed come to their end`() {
        val telephone = Telephone()
        repeat(20) {
            alone(folder, telephone.platform) { app ->
                coroutineScope {
                    val calls = List(20) { async { runCatching { app.identity { snapshot() } } } }
                    app.close()
                    for (outcome in calls.awaitAll()) outcome.onFailure { assertIs<IllegalStateException>(it) }
                }
            }
        }
    }
}
