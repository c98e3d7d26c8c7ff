/*
 * What is kept of a picture that was accepted: how light each small square of it is. A changed word, colour or place
 * shows in it, the last bit of an edge that another machine draws differently does not.
 */

package jp.yui.preview.pictures

import java.awt.Rectangle
import java.awt.image.BufferedImage
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.util.Base64
import java.util.zip.Deflater
import java.util.zip.DeflaterOutputStream
import java.util.zip.InflaterInputStream
import kotlin.math.abs

/** The lightness of squares, row by row from above, [columns] a row, each from 0 to 63. */
class Fingerprint private constructor(val columns: Int, private val lights: ByteArray) {
    /** How many rows it has. */
    val rows: Int get() = lights.size / columns

    /** How light a square is, of 63. */
    fun light(column: Int, row: Int): Int = lights[row * columns + column].toInt()

    /** The squares in which it differs from [other], all where the sizes do; none where no eye would see it. */
    fun changed(other: Fingerprint): List<Rectangle> {
        val same = columns == other.columns && lights.size == other.lights.size
        val by = lights.indices.map { if (same) abs(lights[it] - other.lights[it]) else LIGHTEST }
        val changed = by.indices.filter { by[it] > SHADE }
        return if (changed.size <= FEW && changed.all { by[it] <= TIP }) {
            emptyList()
        } else {
            changed.map { Rectangle(it % columns * CELL, it / columns * CELL, CELL, CELL) }
        }
    }

    /** One word, for a line of a file. */
    override fun toString(): String {
        val packed = ByteArrayOutputStream()
        DeflaterOutputStream(packed, Deflater(Deflater.BEST_COMPRESSION)).use { it.write(lights) }
        return "$columns:${Base64.getEncoder().withoutPadding().encodeToString(packed.toByteArray())}"
    }

    companion object {
        /** The side of a square, in pixels. */
        const val CELL = 16

        private const val LIGHTEST = 63

        /** By how much any number of squares may differ: an edge is not always drawn to the last bit. */
        private const val SHADE = 1

        /** By how much a [FEW] may: the tip of a line is not always drawn. */
        private const val TIP = 4
        private const val FEW = 3

        /** Of a picture; what is left of a square at its right and lower edge is one as well. */
        fun of(picture: BufferedImage): Fingerprint {
            val (columns, rows) = cells(picture.width) to cells(picture.height)
            val lights = ByteArray(columns * rows) { at ->
                val (x, y) = at % columns * CELL to at / columns * CELL
                mean(picture, x, y, minOf(CELL, picture.width - x), minOf(CELL, picture.height - y))
            }
            return Fingerprint(columns, lights)
        }

        /** What [toString] wrote. */
        fun parse(word: String): Fingerprint {
            val (columns, packed) = word.split(':', limit = 2)
            val bytes = ByteArrayInputStream(Base64.getDecoder().decode(packed))
            return Fingerprint(columns.toInt(), InflaterInputStream(bytes).readBytes())
        }

        /** The squares that [part] touches. */
        fun wholeCells(part: Rectangle): Rectangle {
            val (left, top) = part.x / CELL * CELL to part.y / CELL * CELL
            val (right, lower) = cells(part.x + part.width) * CELL to cells(part.y + part.height) * CELL
            return Rectangle(left, top, right - left, lower - top)
        }

        private fun cells(pixels: Int) = (pixels + CELL - 1) / CELL

        private fun mean(picture: BufferedImage, x: Int, y: Int, width: Int, height: Int): Byte {
            val sum = picture.getRGB(x, y, width, height, null, 0, width).sumOf(::weigh)
            return (sum / (width * height) / 4).toByte()
        }

        /** Red weighs most, so that the pale grounds of what went wrong and of what is only said are not the same. */
        private fun weigh(rgb: Int): Int = (5 * (rgb shr 16 and 255) + 2 * (rgb shr 8 and 255) + (rgb and 255)) / 8
    }
}
