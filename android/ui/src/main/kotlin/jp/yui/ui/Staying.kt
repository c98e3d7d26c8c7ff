/* What stays of a screen while she is on one that it led to: what she looked for there, and how far she had read. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveableStateHolder
import androidx.compose.runtime.setValue

/** Draws the place where she is; what is saved of one is forgotten when she has left it for good. */
@Composable
internal fun Staying(places: Places, content: @Composable (Place) -> Unit) {
    val saved = rememberSaveableStateHolder()
    val way = places.way
    var before by remember(places) { mutableStateOf(way) }
    val here = way.last()
    key(here) { saved.SaveableStateProvider(here.key) { content(here) } }
    LaunchedEffect(way) {
        for (left in before - way.toSet()) saved.removeState(left.key)
        before = way
    }
}

/** Does [onLeave] when she has gone elsewhere from here; who turns her phone is still here. */
@Composable
internal fun Leaving(onLeave: () -> Unit) {
    val places = LocalPlaces.current
    val here = remember { places.here }
    DisposableEffect(places) { onDispose { if (places.here != here) onLeave() } }
}

/** What a place is saved under. */
private val Place.key get() = "${screen.name} ${about.orEmpty()}"
