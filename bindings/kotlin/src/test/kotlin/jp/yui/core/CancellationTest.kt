/* A caller that is called off stops waiting; what was confirmed is paid, once. */

package jp.yui.core

import jp.yui.core.scenario.Play
import jp.yui.core.support.*
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.launch
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class CancellationTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a payment whose caller went away is made once and shows`() = playing(folder) {
        smallTown()
        step("hanako", "wallet.prepare", "points" to 850)
        val app = phone("hanako").app
        server.standStill()
        coroutineScope {
            val looking = CompletableDeferred<Unit>()
            val pending = async {
                app.observe(Topic.HISTORY) { payments(app) }.onEach { looking.complete(Unit) }.first { it.isNotEmpty() }
            }
            looking.await()
            val paying = launch { step("hanako", "wallet.confirm") }
            // From here on it shows: kept, signed, and on its way to a server that does not answer.
            pending.await()
            paying.cancelAndJoin()
            assertTrue(paying.isCancelled)
        }
        assertEquals(listOf(EntryState.PENDING), payments(app).map { it.state })
        server.goOn()
        val paid = app.observe(Topic.HISTORY) { payments(app) }.first { it.single().inLedger }.single()
        assertEquals(EntryState.PAID to 850L, paid.state to paid.amount)
        app.sync()
        assertEquals(listOf(paid.id), payments(app).map { it.id })
        assertEquals(199_150, app.wallet { snapshot() }.available)
        step("maruya", "sync")
        assertEquals(850, phone("maruya").app.shop { today() }.total)
    }

    @Test
    fun `what is going on with a card ends when it is called off, and can begin again`() = playing(folder) {
        val app = newPhone("ichiro").app
        HeldCard(newCard()).use { card ->
            val held = CompletableDeferred<Unit>()
            val calledOff = CountDownLatch(1)
            val waiting = cardAnswering { apdu ->
                held.complete(Unit)
                calledOff.await()
                card.transceive(apdu)
            }
            coroutineScope {
                val refused = async { refusal { app.register(waiting) } }
                held.await()
                app.identity { cancel() }
                calledOff.countDown()
                assertEquals(ErrorCode.Cancelled, refused.await().code)
            }
            assertEquals(false, app.identity { snapshot() }.registered)
            assertEquals(RegistrationState.ENROLLED, app.register(card).state)
        }
    }

    private suspend fun payments(app: YuiApp): List<EntryView> {
        val page = app.wallet { history(HistoryQuery(after = null, limit = 100u, search = null)) }
        return page.days.flatMap { it.lines }.filter { it.kind == EntryKind.PAYMENT }
    }
}
