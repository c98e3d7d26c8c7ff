/* A day of somebody with a phone whose services may fail: all that she does with it. */

package jp.yui.core

import jp.yui.core.scenario.Play
import jp.yui.core.support.*
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import java.nio.file.Path
import kotlin.io.path.createDirectories

/** A day on a phone beside Hanako's, with a store of its own by the day's [name]. */
class Day(private val play: Play, private val name: String, private val telephone: Telephone = Telephone()) {
    /** The app, while it is open. */
    @Volatile
    var app: YuiApp? = null
        private set

    private val refused = mutableListOf<AppException.Failed>()

    /** Lives it; [before] is run, with the method's name, before each answer of a service. What was refused is answered. */
    suspend fun live(before: (String) -> Unit): List<AppException.Failed> =
        live(telephone.platform.each(before), stepsAfter(before)) { card -> card.each(before) }

    /** Lives it on these services, with a card that is first made [odd]. What was refused is answered. */
    suspend fun live(
        platform: Platform,
        steps: CardListener = NotedSteps,
        odd: (CardTransport) -> CardTransport = { it },
    ): List<AppException.Failed> {
        val hanakos = play.phone("hanako").config
        val folder = Path.of("${hanakos.dataDir}-$name").createDirectories()
        val config = hanakos.copy(dataDir = folder.toString())
        // Opened twice, so that a store is made, and is read again.
        repeat(2) {
            app = tried { YuiApp.open(config, platform) }
            app?.use { errands(it, steps, odd) }
            app = null
            withContext(Dispatchers.IO) { awaitClosed(folder) }
        }
        return refused
    }

    private suspend fun errands(app: YuiApp, steps: CardListener, odd: (CardTransport) -> CardTransport) {
        app.start()
        HeldCard(play.newCard()).use { card ->
            tried { app.identity { snapshot() } }
            tried { app.identity { cardState(odd(card)) } }
            tried { app.register(odd(card), steps = steps) }
        }
        tried { app.sync() }
        tried { app.wallet { snapshot() } }
        tried { app.wallet { showCode() } }
        tried { app.identity { devices() } }
        tried { app.identity { signOut() } }
    }

    private suspend fun <T> tried(call: suspend () -> T): T? = try {
        call()
    } catch (failure: AppException.Failed) {
        refused += crossed(failure)
        null
    }
}
