/* Where the person is, and how she came there. It outlives the app's process as names and ids, nothing else. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.Stable
import androidx.compose.runtime.mutableStateListOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.Saver
import androidx.compose.runtime.saveable.rememberSaveable
import jp.yui.core.Screen

/** A screen, and what it is about: an id. */
data class Place(val screen: Screen, val about: String? = null)

/** The way from the first screen to this one. */
@Stable
class Places(way: List<Place> = listOf(Place(Screen.HOME))) {
    private val steps = mutableStateListOf<Place>().apply { addAll(way) }

    /** The places that she came through, the last one where she is. */
    val way: List<Place> get() = steps.toList()

    /** Where she is. */
    val here: Place get() = steps.last()

    /** Whether there is a way back. */
    val hasBefore: Boolean get() = steps.size > 1

    /** Goes to a place; to one that she came through, back to it. */
    fun go(screen: Screen, about: String? = null) {
        val place = Place(screen, about)
        val known = steps.indexOf(place)
        if (known >= 0) steps.removeRange(known, steps.size)
        steps += place
    }

    /** Goes to a screen, to which the one before leads back instead of to this one. */
    fun goInstead(screen: Screen, about: String? = null) {
        if (hasBefore) steps.removeAt(steps.lastIndex)
        go(screen, about)
    }

    /** Goes back. */
    fun back() {
        if (hasBefore) steps.removeAt(steps.lastIndex)
    }

    /** Goes to the first screen. */
    fun home() = steps.removeRange(1, steps.size)

    companion object {
        private fun saver(kept: Kept?) = Saver<Places, List<String>>(
            save = { places -> places.way.flatMap { listOf(it.screen.name, it.about.orEmpty()) } },
            restore = { saved ->
                kept?.places ?: Places(
                    saved.chunked(2).map { (screen, about) ->
                        Place(Screen.valueOf(screen), about.ifEmpty { null })
                    },
                )
            },
        )

        /** The way she went, also after the process was ended; the same one for as long as [kept]. */
        @Composable
        fun remembered(kept: Kept? = null): Places =
            rememberSaveable(saver = remember(kept) { saver(kept) }) { Places() }.also { kept?.places = it }
    }
}
