/* The QR code in a picture, as every kind of phone reads it. */

package jp.yui.ui.scan

import com.google.zxing.BinaryBitmap
import com.google.zxing.DecodeHintType
import com.google.zxing.LuminanceSource
import com.google.zxing.ReaderException
import com.google.zxing.common.GlobalHistogramBinarizer
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader

/** The text of the QR code that [source] shows, or none. */
fun codeIn(source: LuminanceSource): String? = read(source) ?: SHARES.firstNotNullOfOrNull { read(Shrunk(source, it)) }

private fun read(source: LuminanceSource): String? =
    listOf(HybridBinarizer(source), GlobalHistogramBinarizer(source)).firstNotNullOfOrNull { black ->
        try {
            QRCodeReader().decode(BinaryBitmap(black), hints).text
        } catch (_: ReaderException) {
            null
        }
    }

/** Some codes are only found in a smaller picture, two in a hundred of ours. */
private val SHARES = listOf(0.7, 0.5)

/** The shops' names are UTF-8, and are not guessed to be anything else. */
private val hints = mapOf(DecodeHintType.TRY_HARDER to true, DecodeHintType.CHARACTER_SET to "UTF-8")
