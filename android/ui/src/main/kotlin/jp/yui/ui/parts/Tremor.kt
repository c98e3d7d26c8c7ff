/* A hand that trembles presses twice; the second press finds the next screen there already, and is none. */

package jp.yui.ui.parts

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.input.pointer.PointerEventPass
import androidx.compose.ui.input.pointer.PointerType
import androidx.compose.ui.input.pointer.changedToDown
import androidx.compose.ui.input.pointer.pointerInput
import kotlinx.coroutines.delay

/** Takes no finger's press for a moment after [step] came; a keyboard, a screen reader and a mouse do not tremble. */
@Composable
internal fun Modifier.steady(step: Any?): Modifier {
    var trembles by remember(step) { mutableStateOf(true) }
    LaunchedEffect(step) {
        delay(TREMOR_MILLIS)
        trembles = false
    }
    if (!trembles) return this
    return pointerInput(step) {
        awaitPointerEventScope {
            while (true) {
                val presses = awaitPointerEvent(PointerEventPass.Initial).changes.filter { it.changedToDown() }
                presses.filter { it.type != PointerType.Mouse }.forEach { it.consume() }
            }
        }
    }
}
