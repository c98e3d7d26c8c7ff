/* A picture made smaller, from which a code can be read that is not found in the whole one. */

package jp.yui.ui.scan

import com.google.zxing.LuminanceSource

/** [whole] at [share] of its height and width, each point between the four that lie around it. */
internal class Shrunk(whole: LuminanceSource, share: Double) :
    LuminanceSource((whole.width * share).toInt().coerceAtLeast(1), (whole.height * share).toInt().coerceAtLeast(1)) {
    private val grey = shrunk(whole)

    override fun getRow(y: Int, row: ByteArray?): ByteArray {
        val into = row?.takeIf { it.size >= width } ?: ByteArray(width)
        return grey.copyInto(into, 0, y * width, (y + 1) * width)
    }

    override fun getMatrix(): ByteArray = grey

    private fun shrunk(whole: LuminanceSource): ByteArray {
        val from = whole.matrix
        val (across, down) = whole.width.toDouble() / width to whole.height.toDouble() / height
        return ByteArray(width * height) { at ->
            val x = ((at % width + HALF) * across - HALF).coerceAtLeast(0.0)
            val y = ((at / width + HALF) * down - HALF).coerceAtLeast(0.0)
            val (left, top) = x.toInt() to y.toInt()
            val (right, below) = minOf(left + 1, whole.width - 1) to minOf(top + 1, whole.height - 1)
            fun light(x: Int, y: Int) = from[y * whole.width + x].toInt() and 255
            val upper = light(left, top) * (1 - (x - left)) + light(right, top) * (x - left)
            val lower = light(left, below) * (1 - (x - left)) + light(right, below) * (x - left)
            (upper * (1 - (y - top)) + lower * (y - top)).toInt().toByte()
        }
    }

    private companion object {
        /** From the edge of a point to its middle. */
        const val HALF = 0.5
    }
}
