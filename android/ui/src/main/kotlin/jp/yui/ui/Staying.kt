/* What stays of a screen while she is on one that it led to: what she looked for there, and how far she had read. */

package jp.yui.ui

import androidx.compose.animation.core.Animatable
import androidx.compose.animation.core.tween
import androidx.compose.foundation.layout.Box
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveableStateHolder
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.graphicsLayer

/** Draws the place where she is, which comes by and by; what is saved of one is forgotten when she has left it for good. */
@Composable
internal fun Staying(places: Places, content: @Composable (Place) -> Unit) {
    val (saved, still) = rememberSaveableStateHolder() to LocalPhone.current.reducesMotion
    val way = places.way
    var before by remember(places) { mutableStateOf(way) }
    val here = way.last()
    // Where she begins, and for who wants no motion, it is there at once.
    val seen = remember(here) { Animatable(if (way == before || still) 1f else 0f) }
    Box(Modifier.graphicsLayer { alpha = seen.value }) {
        key(here) { saved.SaveableStateProvider(here.key) { content(here) } }
    }
    LaunchedEffect(seen) { seen.animateTo(1f, tween(COMING_MILLIS)) }
    LaunchedEffect(way) {
        for (left in before - way.toSet()) saved.removeState(left.key)
        before = way
    }
}

/** How long a screen takes to come. */
private const val COMING_MILLIS = 200

/** Does [onLeave] when she has gone elsewhere from here; who turns her phone is still here. */
@Composable
internal fun Leaving(onLeave: () -> Unit) {
    val places = LocalPlaces.current
    val here = remember { places.here }
    DisposableEffect(places) { onDispose { if (places.here != here) onLeave() } }
}

/** What a place is saved under. */
private val Place.key get() = "${screen.name} ${about.orEmpty()}"
