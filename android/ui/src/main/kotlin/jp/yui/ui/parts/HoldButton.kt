/*
 * The button of a large payment: it has to be held, so that no slip of the hand pays. Who cannot hold (a screen
 * reader, a keyboard, easy mode) presses twice; the second press is asked for in words.
 */

package jp.yui.ui.parts

import androidx.compose.animation.core.Animatable
import androidx.compose.animation.core.LinearEasing
import androidx.compose.animation.core.tween
import androidx.compose.foundation.background
import androidx.compose.foundation.focusable
import androidx.compose.foundation.gestures.awaitEachGesture
import androidx.compose.foundation.gestures.awaitFirstDown
import androidx.compose.foundation.gestures.waitForUpOrCancellation
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.look.Look
import kotlinx.coroutines.launch

/** How long it is held. */
private const val HELD_MILLIS = 1000

/** [text] is what it does, [hold] asks to hold it, [again] to press it once more. */
@Composable
fun HoldButton(text: Text, hold: Text, again: Text, onConfirm: () -> Unit) {
    var armed by remember { mutableStateOf(false) }
    if (Look.easy) {
        val press = { if (armed) onConfirm() else armed = true }
        MainButton(if (armed) again else text, press, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
        return
    }
    val held = remember { Animatable(0f) }
    val scope = rememberCoroutineScope()
    val colours = Look.colours
    Box(
        Modifier
            .fillMaxWidth()
            .defaultMinSize(minHeight = Look.target)
            .clip(Corner)
            .background(colours.primary)
            .drawBehind {
                drawRect(colours.onPrimary.copy(alpha = 0.35f), size = Size(size.width * held.value, size.height))
            }
            .semantics(mergeDescendants = true) {
                role = Role.Button
                liveRegion = LiveRegionMode.Polite
                onClick {
                    if (armed) onConfirm() else armed = true
                    true
                }
            }.focusable()
            .pointerInput(onConfirm) {
                awaitEachGesture {
                    awaitFirstDown()
                    val holding = scope.launch {
                        held.animateTo(1f, tween(HELD_MILLIS, easing = LinearEasing))
                        onConfirm()
                    }
                    waitForUpOrCancellation()
                    holding.cancel()
                    scope.launch { held.snapTo(0f) }
                }
            }.padding(horizontal = 12.dp, vertical = 8.dp),
        contentAlignment = Alignment.Center,
    ) {
        val said = if (armed) again else hold
        Words(said, style = Look.type.strong.copy(textAlign = TextAlign.Center), color = colours.onPrimary)
    }
}
