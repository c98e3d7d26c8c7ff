/* How a camera's picture fills a view without being stretched. */

package jp.yui.app.camera

import android.graphics.Matrix
import android.graphics.RectF
import android.util.Size
import android.view.Surface
import kotlin.math.max

/**
 * For a view of [width] by [height] pixels that shows a sensor's picture of [size], which lies across a phone held upright:
 * upright whichever way the phone is turned, in its own proportions, cut off where it is longer than the view.
 */
internal fun cropped(width: Int, height: Int, size: Size, rotation: Int): Matrix {
    val view = RectF(0f, 0f, width.toFloat(), height.toFloat())
    val upright = RectF(0f, 0f, size.height.toFloat(), size.width.toFloat())
    upright.offset(view.centerX() - upright.centerX(), view.centerY() - upright.centerY())
    val across = rotation == Surface.ROTATION_90 || rotation == Surface.ROTATION_270
    val (wide, high) = if (across) size.width to size.height else size.height to size.width
    val scale = max(view.width() / wide, view.height() / high)
    val degrees = when (rotation) {
        Surface.ROTATION_90 -> -90f
        Surface.ROTATION_180 -> 180f
        Surface.ROTATION_270 -> 90f
        else -> 0f
    }
    return Matrix().apply {
        setRectToRect(view, upright, Matrix.ScaleToFit.FILL)
        postScale(scale, scale, view.centerX(), view.centerY())
        postRotate(degrees, view.centerX(), view.centerY())
    }
}
