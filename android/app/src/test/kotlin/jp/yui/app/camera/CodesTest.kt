/* Codes as cameras and pictures have them: tilted, blurred, dark, small. */

package jp.yui.app.camera

import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.graphics.Rect
import android.net.Uri
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import com.google.zxing.BarcodeFormat
import com.google.zxing.PlanarYUVLuminanceSource
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.qrcode.QRCodeWriter
import jp.yui.app.TestYui
import jp.yui.ui.scan.codeIn
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertNull

@RunWith(AndroidJUnit4::class)
class CodesTest {
    @get:Rule
    val folder = TemporaryFolder()

    private val resolver = ApplicationProvider.getApplicationContext<TestYui>().contentResolver
    private val code = QRCodeWriter().encode(TEXT, BarcodeFormat.QR_CODE, SIDE, SIDE)

    private fun bitmap(): Bitmap = Bitmap.createBitmap(SIDE, SIDE, Bitmap.Config.ARGB_8888).apply {
        for (x in 0 until SIDE) for (y in 0 until SIDE) setPixel(x, y, if (code[x, y]) Color.BLACK else Color.WHITE)
    }

    private fun file(picture: Bitmap): Uri = folder.newFile().also { file ->
        file.outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }.let(Uri::fromFile)

    /** The code, [scale] times as large, turned by [degrees], in the middle of a grey wall. */
    private fun onWall(width: Int, height: Int, scale: Float, degrees: Float, blur: Boolean = false): Bitmap =
        Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888).also { wall ->
            Canvas(wall).apply {
                drawColor(Color.GRAY)
                translate(width / 2f, height / 2f)
                rotate(degrees)
                scale(scale, scale)
                translate(-SIDE / 2f, -SIDE / 2f)
                val small = Bitmap.createScaledBitmap(bitmap(), SIDE / 3, SIDE / 3, true)
                val seen = if (blur) small else bitmap()
                drawBitmap(seen, null, Rect(0, 0, SIDE, SIDE), Paint(Paint.FILTER_BITMAP_FLAG))
            }
        }

    @Test
    fun `a frame of the camera gives its code`() {
        val (stride, width) = 1_344 to 1_280
        val frame = ByteArray(stride * 720) { 0x70 }
        for (x in 0 until SIDE) {
            for (y in 0 until SIDE) {
                frame[(y + 200) * stride + x + 400] =
                    if (code[x, y]) 0x20 else 0xc0.toByte()
            }
        }
        assertEquals(TEXT, codeIn(PlanarYUVLuminanceSource(frame, stride, 720, 0, 0, width, 720, false)))
        assertNull(codeIn(PlanarYUVLuminanceSource(ByteArray(stride * 720), stride, 720, 0, 0, width, 720, false)))
    }

    @Test
    fun `a picture gives its code, plain, tilted, blurred and small on a large photo`() {
        assertEquals(TEXT, codeIn(resolver, file(bitmap())))
        assertEquals(TEXT, codeIn(resolver, file(onWall(640, 640, 1f, 17f))))
        assertEquals(TEXT, codeIn(resolver, file(onWall(640, 640, 1f, 8f, blur = true))))
        assertEquals(TEXT, codeIn(resolver, file(onWall(4_000, 3_000, 2f, 30f))))
    }

    @Test
    fun `a code that is only found in a smaller picture is found`() {
        val code = QRCodeWriter().encode(HARD, BarcodeFormat.QR_CODE, SIDE, SIDE)
        val pixels = IntArray(SIDE * SIDE) { at -> if (code[at % SIDE, at / SIDE]) Color.BLACK else Color.WHITE }
        assertEquals(HARD, codeIn(RGBLuminanceSource(SIDE, SIDE, pixels)))
    }

    @Test
    fun `a picture without a code, and what is no picture, give none`() {
        assertNull(codeIn(resolver, file(Bitmap.createBitmap(200, 200, Bitmap.Config.ARGB_8888))))
        assertNull(codeIn(resolver, Uri.fromFile(folder.newFile().apply { writeText("no picture") })))
        assertNull(codeIn(resolver, Uri.fromFile(File(folder.root, "gone"))))
    }

    private companion object {
        const val TEXT = "YUI1SHOP0123456789ABCDEF"

        /** Of many texts one whose code ZXing misses in its own size. */
        const val HARD = "YUI1KZPFVY4VT7MHXYYZ3NP5XFF2GC2PJHM9MWX3Q3FVB4QV62NCV79SSPP4ZE1Y"
        const val SIDE = 300
    }
}
