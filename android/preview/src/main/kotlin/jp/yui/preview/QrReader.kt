/* The QR code in a picture, as a phone's camera would read it. */

package jp.yui.preview

import com.google.zxing.Binarizer
import com.google.zxing.BinaryBitmap
import com.google.zxing.DecodeHintType
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.ReaderException
import com.google.zxing.common.GlobalHistogramBinarizer
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import java.awt.Color
import java.awt.RenderingHints
import java.awt.image.BufferedImage

/** The text of the QR code in [picture], or none. */
fun readQr(picture: BufferedImage): String? = SIZES.firstNotNullOfOrNull { size ->
    val light = picture.onPaper(size).luminance()
    read(HybridBinarizer(light)) ?: read(GlobalHistogramBinarizer(light))
}

/** Some codes are only found in a smaller picture, two in a hundred of ours. */
private val SIZES = listOf(1.0, 0.7, 0.5)

/** The shops' names are UTF-8, and are not guessed to be anything else. */
private val hints = mapOf(DecodeHintType.TRY_HARDER to true, DecodeHintType.CHARACTER_SET to "UTF-8")

private fun read(binarizer: Binarizer): String? = try {
    QRCodeReader().decode(BinaryBitmap(binarizer), hints).text
} catch (_: ReaderException) {
    null
}

/** What is transparent counts as white paper. */
private fun BufferedImage.onPaper(size: Double): BufferedImage {
    val (across, down) = (width * size).toInt().coerceAtLeast(1) to (height * size).toInt().coerceAtLeast(1)
    val opaque = BufferedImage(across, down, BufferedImage.TYPE_INT_RGB)
    opaque.createGraphics().apply {
        setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR)
        drawImage(this@onPaper, 0, 0, across, down, Color.WHITE, null)
    }.dispose()
    return opaque
}

private fun BufferedImage.luminance() = RGBLuminanceSource(width, height, getRGB(0, 0, width, height, null, 0, width))
