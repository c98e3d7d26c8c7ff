/* The first frame in a process that has drawn nothing yet; no test of its own, FirstFrameTest runs it. */

package jp.yui.app

import android.graphics.Bitmap
import android.graphics.Canvas
import androidx.test.core.app.ActivityScenario
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.core.AppException
import jp.yui.core.ErrorCode
import jp.yui.core.explainError
import org.junit.Test
import org.junit.runner.RunWith
import java.io.File
import kotlin.test.assertFalse
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class FirstFrame {
    /** Whether Linux has the native library in this process's memory. */
    private fun isLoaded() = File("/proc/self/maps").useLines { lines -> lines.any { "libyui_ffi" in it } }

    @Test
    fun `mark and ground are drawn before the native library is there`() {
        assertFalse(isLoaded(), "before anything was done")
        lateinit var drawn: Bitmap
        ActivityScenario.launch(MainActivity::class.java).use { scenario ->
            scenario.onActivity { activity ->
                val view = activity.window.decorView
                drawn = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
                view.draw(Canvas(drawn))
            }
        }
        assertFalse(isLoaded(), "when the first frame was drawn")
        val pixels = IntArray(drawn.width * drawn.height)
        drawn.getPixels(pixels, 0, drawn.width, 0, 0, drawn.width, drawn.height)
        val yui = ApplicationProvider.getApplicationContext<TestYui>()
        assertTrue(
            pixels.toSet().containsAll(listOf(R.color.ground, R.color.mark).map(yui::getColor)),
            "mark and ground",
        )
        // Whoever asks the core for anything has it.
        explainError(yui.language, AppException.Failed(ErrorCode.StorageFull, null, null, null, null, 0u, null))
        assertTrue(isLoaded(), "when the core was asked")
    }
}
