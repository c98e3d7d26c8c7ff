/* What the person does on a screen: one thing at a time, and what went wrong with it. */

package jp.yui.ui

import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.runtime.staticCompositionLocalOf
import jp.yui.core.AppException
import jp.yui.core.ErrorView
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** See the file. One for each place; what was begun goes on in [scope] when she leaves it. */
@Stable
class Deeds(private val scope: CoroutineScope) {
    /** Whether something is under way. */
    var busy by mutableStateOf(false)
        private set

    /** Whether that can be stopped: nothing of it stays then. */
    var stoppable by mutableStateOf(false)
        private set

    /** Whether it is said here that it takes its time; else the screen says so itself. */
    var told by mutableStateOf(false)
        private set

    /** How the last thing failed, if it did. */
    var refused by mutableStateOf<AppException?>(null)
        private set

    /** Why the last thing leads nowhere, if the core said so. */
    var nowhere by mutableStateOf<ErrorView?>(null)

    private var job: Job? = null
    private var last: (() -> Unit)? = null

    /** Does [deed]; nothing while another one is under way, so that two taps are one. */
    operator fun invoke(stoppable: Boolean = false, told: Boolean = true, deed: suspend () -> Unit) {
        if (busy) return
        busy = true
        refused = null
        nowhere = null
        this.stoppable = stoppable
        this.told = told
        // What went well is not kept: a PIN may be in it.
        last = null
        job = scope.launch {
            try {
                deed()
            } catch (failed: AppException) {
                refused = failed
                last = { invoke(stoppable, told, deed) }
            } finally {
                busy = false
            }
        }
    }

    /** Does [deed], which nobody asked for, such as reading a card that came: it may go on beside another one. */
    suspend fun attempt(deed: suspend () -> Unit) = try {
        deed()
    } catch (failed: AppException) {
        refused = failed
        last = null
    }

    /** What is under way is given up. */
    fun stop() {
        job?.cancel()
    }

    /** The last thing that failed, once more; where that was none of hers, it is no longer said. */
    fun again() {
        val failed = last
        refused = null
        failed?.invoke()
    }
}

/** What is done at the place where the person is. */
val LocalDeeds = staticCompositionLocalOf<Deeds> { error("a screen without deeds") }
