/*
 * The button of a large payment: it has to be held, so that no slip of the hand pays. Who cannot hold (a screen
 * reader, a keyboard, easy mode) presses twice; the second press is asked for in words.
 */

package jp.yui.ui.parts

import androidx.compose.animation.core.Animatable
import androidx.compose.animation.core.AnimationVector1D
import androidx.compose.animation.core.LinearEasing
import androidx.compose.animation.core.tween
import androidx.compose.foundation.background
import androidx.compose.foundation.focusable
import androidx.compose.foundation.gestures.awaitEachGesture
import androidx.compose.foundation.gestures.awaitFirstDown
import androidx.compose.foundation.gestures.waitForUpOrCancellation
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEvent
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.platform.testTag
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
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch

/** How long it is held. */
private const val HELD_MILLIS = 1000L

/** [text] is what it does, [hold] asks to hold it, [again] to press it once more. */
@Composable
fun HoldButton(text: Text, hold: Text, again: Text, onConfirm: () -> Unit) {
    val confirm by rememberUpdatedState(onConfirm)
    val twice = Twice.remembered()
    val press = { twice.press { confirm() } }
    if (Look.easy) {
        MainButton(if (twice.asked) again else text, press, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
        return
    }
    val held = remember { Animatable(0f) }
    val interaction = remember { MutableInteractionSource() }
    val focused by interaction.collectIsFocusedAsState()
    val colours = Look.colours
    Box(
        Modifier
            .testTag(MAIN)
            .fillMaxWidth()
            .defaultMinSize(minHeight = Look.target)
            .focusFrame(focused)
            .clip(Corner)
            .background(colours.primary)
            .drawBehind {
                drawRect(colours.onPrimary.copy(alpha = 0.35f), size = Size(size.width * held.value, size.height))
            }
            .semantics(mergeDescendants = true) {
                role = Role.Button
                liveRegion = LiveRegionMode.Polite
                onClick {
                    press()
                    true
                }
            }
            .onKeyEvent { event -> event.isPress().also { if (it) press() } }
            .reachedByKeys()
            .focusable(interactionSource = interaction)
            .held(held) { confirm() }
            .padding(horizontal = 12.dp, vertical = 8.dp),
        contentAlignment = Alignment.Center,
    ) {
        val said = if (twice.asked) again else hold
        Words(said, style = Look.type.strong.copy(textAlign = TextAlign.Center), colour = colours.onPrimary)
    }
}

/** Calls [onHeld] when a finger has stayed for [HELD_MILLIS]; [share] goes from 0 to 1 meanwhile. */
@Composable
private fun Modifier.held(share: Animatable<Float, AnimationVector1D>, onHeld: () -> Unit): Modifier {
    val scope = rememberCoroutineScope()
    return pointerInput(share) {
        awaitEachGesture {
            awaitFirstDown()
            val holding = scope.launch {
                // The picture of it is no clock: where she wants no motion, it is full at once.
                launch { share.animateTo(1f, tween(HELD_MILLIS.toInt(), easing = LinearEasing)) }
                delay(HELD_MILLIS)
                onHeld()
            }
            try {
                waitForUpOrCancellation()
            } finally {
                holding.cancel()
                scope.launch { share.snapTo(0f) }
            }
        }
    }
}

/** Whether a keyboard's key was let go that presses buttons. */
private fun KeyEvent.isPress() = type == KeyEventType.KeyUp && key in setOf(Key.Enter, Key.NumPadEnter, Key.Spacebar)
