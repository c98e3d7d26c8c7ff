/*
 * Pressing twice instead of holding: the first press asks for the second. One that comes at once is the same tremor of
 * the hand, and one that comes late means something else by now.
 */

package jp.yui.ui.parts

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import kotlinx.coroutines.delay

/** See the file. */
@Stable
internal class Twice {
    /** Whether the second press is asked for. */
    var asked by mutableStateOf(false)
        private set

    private var ready = false

    /** A press: [onConfirm] at the second one. */
    fun press(onConfirm: () -> Unit) {
        when {
            !asked -> asked = true

            ready -> {
                forget()
                onConfirm()
            }
        }
    }

    private fun forget() {
        asked = false
        ready = false
    }

    /** Counts the time from when the second press was asked for. */
    suspend fun wait() {
        delay(TREMOR_MILLIS)
        ready = true
        delay(LATE_MILLIS - TREMOR_MILLIS)
        forget()
    }

    companion object {
        @Composable
        fun remembered(): Twice = remember { Twice() }.also { twice ->
            LaunchedEffect(twice.asked) { if (twice.asked) twice.wait() }
        }
    }
}

/** What comes so soon is not a second press. */
internal const val TREMOR_MILLIS = 500L

/** After so long the first press is forgotten. */
internal const val LATE_MILLIS = 10_000L
