/* A QR code: black on white in both themes, with the white around it that readers want. */

package jp.yui.ui.parts

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.widthIn
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.QrView
import jp.yui.core.Text
import kotlin.math.floor

/** [text] says what it is to whoever does not see it. */
@Composable
fun QrPicture(code: QrView, text: Text) {
    val side = code.side.toInt()
    Canvas(
        Modifier.widthIn(max = 360.dp).fillMaxWidth().aspectRatio(1f).semantics {
            contentDescription = text.plain
            role = Role.Image
        },
    ) {
        drawRect(Color.White)
        // Whole pixels, so that no edge is grey.
        val module = floor(size.width / (side + 2 * QUIET)).coerceAtLeast(1f)
        val from = floor((size.width - module * side) / 2)
        for (at in 0 until side * side) {
            if (code.dark[at] != 0.toByte()) {
                drawRect(
                    Color.Black,
                    Offset(from + at % side * module, from + at / side * module),
                    Size(module, module),
                )
            }
        }
    }
}

/** Squares of white that the standard wants around a code. */
private const val QUIET = 4
