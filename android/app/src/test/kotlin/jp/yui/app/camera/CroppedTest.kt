/* The camera's picture fills its square in its own proportions, whichever way the phone is turned. */

package jp.yui.app.camera

import android.util.Size
import android.view.Surface
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Test
import org.junit.runner.RunWith
import kotlin.math.hypot
import kotlin.test.assertEquals
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class CroppedTest {
    /** Where a corner of the view's own picture lies after it. */
    private fun corners(width: Int, height: Int, rotation: Int): List<Pair<Float, Float>> {
        val (w, h) = width.toFloat() to height.toFloat()
        val points = floatArrayOf(0f, 0f, w, 0f, w, h, 0f, h)
        cropped(width, height, Size(1_280, 960), rotation).mapPoints(points)
        return points.toList().chunked(2).map { (x, y) -> x to y }
    }

    @Test
    fun `nothing of the view stays empty and nothing is stretched`() {
        for (rotation in listOf(Surface.ROTATION_0, Surface.ROTATION_90, Surface.ROTATION_180, Surface.ROTATION_270)) {
            for ((width, height) in listOf(600 to 600, 400 to 800, 800 to 400)) {
                val seen = corners(width, height, rotation)
                val across = hypot(seen[1].first - seen[0].first, seen[1].second - seen[0].second)
                val down = hypot(seen[3].first - seen[0].first, seen[3].second - seen[0].second)
                assertEquals(960f / 1_280, across / down, 0.001f, "rotation $rotation in $width x $height")
                assertTrue(seen.minOf { it.first } <= 0.01f && seen.maxOf { it.first } >= width - 0.01f)
                assertTrue(seen.minOf { it.second } <= 0.01f && seen.maxOf { it.second } >= height - 0.01f)
            }
        }
    }

    @Test
    fun `a phone that is turned to the left has its picture turned back`() {
        val (first, second) = corners(600, 600, Surface.ROTATION_90)
        assertTrue(second.second < first.second, "what was across goes up")
    }
}
