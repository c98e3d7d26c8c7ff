/* A code whose meaning she did not want to wait for: as long as the camera goes on seeing it, it is not asked for again. */

package jp.yui.ui.scan

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.delay

/** See the file. */
@Stable
internal class Passed {
    private var text by mutableStateOf<String?>(null)
    private var sightings by mutableIntStateOf(0)

    /** Whether [seen] is still that code. */
    fun isAgain(seen: String): Boolean = (seen == text).also { if (it) sightings++ }

    /** Does [work] for the code [seen]; when that is stopped, it is that code. */
    suspend fun unless(seen: String, work: suspend () -> Unit) = try {
        work()
    } catch (stopped: CancellationException) {
        text = seen
        throw stopped
    }

    companion object {
        @Composable
        fun remembered(): Passed = remember { Passed() }.also { passed ->
            LaunchedEffect(passed.text, passed.sightings) {
                delay(GONE_MILLIS)
                passed.text = null
            }
        }
    }
}

/** A code that was not seen for so long is one that she shows anew. */
internal const val GONE_MILLIS = 2_000L
