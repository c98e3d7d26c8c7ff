/* What a test's camera sees: a shop's poster before a calm wall, the same one in every picture. */

package jp.yui.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.DrawScope
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel
import com.google.zxing.qrcode.encoder.ByteMatrix
import com.google.zxing.qrcode.encoder.Encoder
import jp.yui.core.support.get
import jp.yui.core.support.root
import jp.yui.core.support.text
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlin.io.path.readText
import kotlin.math.floor

/** Draws it, in the dark or with the light on. */
@Composable
fun PosterAhead(light: Boolean) {
    val code = remember { Encoder.encode(posterOfTheVectors(), ErrorCorrectionLevel.M).matrix }
    Canvas(Modifier.fillMaxSize()) {
        drawRect(if (light) Color(0xFFA9B0B8) else Color(0xFF6F767E))
        val paper = size.minDimension * 0.6f
        draw(code, Offset((size.width - paper) / 2, (size.height - paper) / 2), paper)
    }
}

/** Black on white paper, in whole pixels, so that no edge is grey. */
private fun DrawScope.draw(code: ByteMatrix, from: Offset, paper: Float) {
    drawRect(Color.White, from, Size(paper, paper))
    val square = floor(paper / (code.width + 2 * QUIET))
    val corner = floor((paper - square * code.width) / 2)
    for (y in 0 until code.height) {
        for (x in 0 until code.width) {
            if (code[x, y] == DARK) {
                val at = Offset(floor(from.x) + corner + x * square, floor(from.y) + corner + y * square)
                drawRect(Color.Black, at, Size(square, square))
            }
        }
    }
}

/** The first code of the tests' vectors. */
private fun posterOfTheVectors(): String {
    val vectors = Json.parseToJsonElement(root.resolve("tests/vectors/qr.json").readText())
    return checkNotNull(checkNotNull(vectors["codes"]).jsonArray.first().text("text")) { "no poster" }
}

private const val DARK: Byte = 1

/** Squares of white that the standard wants around a code. */
private const val QUIET = 4
