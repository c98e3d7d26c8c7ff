/* The code in what the camera sees or in a picture. */

package jp.yui.app.camera

import android.content.ContentResolver
import android.graphics.Bitmap
import android.graphics.ImageDecoder
import android.media.Image
import android.net.Uri
import com.google.zxing.PlanarYUVLuminanceSource
import com.google.zxing.RGBLuminanceSource
import jp.yui.ui.scan.codeIn
import java.io.IOException
import java.nio.ByteBuffer

/** The text of the QR code in a frame of the camera, or none. */
internal fun codeIn(frame: Image): String? {
    val grey = frame.planes[0]
    val bytes = ByteArray(grey.buffer.remaining()).also { grey.buffer.get(it) }
    // The last row may end before its stride does.
    val rows = bytes.size / grey.rowStride
    val (width, height) = minOf(frame.width, grey.rowStride) to minOf(frame.height, rows)
    return codeIn(PlanarYUVLuminanceSource(bytes, grey.rowStride, rows, 0, 0, width, height, false))
}

/** The text of the QR code in a picture, or none, also when it is no picture. Reads it: not for the thread that draws. */
internal fun codeIn(resolver: ContentResolver, picture: Uri): String? = try {
    val bytes = resolver.openInputStream(picture)?.use { it.readBytes() }
    bytes?.let { SIDES.firstNotNullOfOrNull { side -> codeIn(bitmap(it, side)) } }
} catch (_: IOException) {
    null
}

private fun codeIn(bitmap: Bitmap): String? {
    val pixels = IntArray(bitmap.width * bitmap.height)
    bitmap.getPixels(pixels, 0, bitmap.width, 0, 0, bitmap.width, bitmap.height)
    return codeIn(RGBLuminanceSource(bitmap.width, bitmap.height, pixels))
}

private fun bitmap(picture: ByteArray, side: Int): Bitmap =
    ImageDecoder.decodeBitmap(ImageDecoder.createSource(ByteBuffer.wrap(picture))) { decoder, info, _ ->
        val longest = maxOf(info.size.width, info.size.height)
        if (longest > side) {
            decoder.setTargetSize(
                (info.size.width * side / longest).coerceAtLeast(1),
                (info.size.height * side / longest).coerceAtLeast(1),
            )
        }
        decoder.allocator = ImageDecoder.ALLOCATOR_SOFTWARE
    }

/** Longest sides in pixels: a photo of a wall with a poster needs many, a blurred one of a screen reads better small. */
private val SIDES = listOf(1_600, 600)
