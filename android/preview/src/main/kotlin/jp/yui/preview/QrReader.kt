/* The QR code in a picture, as a phone's camera would read it. */

package jp.yui.preview

import com.google.zxing.RGBLuminanceSource
import jp.yui.ui.scan.codeIn
import java.awt.Color
import java.awt.image.BufferedImage

/** The text of the QR code in [picture], or none. */
fun readQr(picture: BufferedImage): String? = codeIn(picture.onPaper().luminance())

/** What is transparent counts as white paper. */
private fun BufferedImage.onPaper(): BufferedImage {
    val opaque = BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
    opaque.createGraphics().apply { drawImage(this@onPaper, 0, 0, Color.WHITE, null) }.dispose()
    return opaque
}

private fun BufferedImage.luminance() = RGBLuminanceSource(width, height, getRGB(0, 0, width, height, null, 0, width))
