/* What outlives the drawing: where she is and what she does there, while her phone is turned or changes its colours. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import kotlinx.coroutines.CoroutineScope

/** See the file. What she does goes on in [scope]; on Android that is not the window's, which is made anew. */
class Kept(private val scope: CoroutineScope) {
    /** Where she is; none before it was drawn. */
    internal var places: Places? = null

    private val doings = mutableMapOf<Place, Doings>()

    /** What she does at [place]; of any other place only what is still under way there stays. */
    internal fun at(place: Place): Doings {
        doings.entries.removeIf { (other, doings) -> other != place && !doings.areUnderWay }
        return doings.getOrPut(place) { Doings(Deeds(scope), Deeds(scope)) }
    }

    companion object {
        /** For as long as it is drawn here. */
        @Composable
        fun remembered(): Kept {
            val scope = rememberCoroutineScope()
            return remember(scope) { Kept(scope) }
        }
    }
}

/** What she does at a place, and her way back from it. */
internal data class Doings(val deeds: Deeds, val leaving: Deeds) {
    val areUnderWay get() = deeds.busy || leaving.busy
}
