/* The pictures that were looked at and accepted, in one file of the tree: a line each, its name and its fingerprint. */

package jp.yui.preview.pictures

import java.awt.BasicStroke
import java.awt.Color
import java.awt.Rectangle
import java.awt.image.BufferedImage
import java.io.File
import javax.imageio.ImageIO

/** How the pictures differ from those accepted; nothing where [names] is empty. */
class Difference(val changed: List<String>, val fresh: List<String>, val gone: List<String>) {
    /** Every picture that somebody has to look at. */
    val names get() = changed + fresh + gone
}

/** The accepted pictures, which lie in [file]. */
class Accepted(private val file: File) {
    private val known: Map<String, Fingerprint> = if (!file.isFile) {
        emptyMap()
    } else {
        file.readLines().associate { line -> line.substringBefore(' ') to Fingerprint.parse(line.substringAfter(' ')) }
    }

    /** Compares [pictures]; a changed one is laid beside what was accepted into [beside], its changes framed. */
    fun compare(pictures: List<Picture>, beside: File): Difference {
        beside.deleteRecursively()
        val changed = pictures.filter { picture ->
            val before = known[picture.name] ?: return@filter false
            val changes = picture.fingerprint().changed(before)
            if (changes.isNotEmpty()) write(beside.resolve("${picture.name}.png"), before, picture.read(), changes)
            changes.isNotEmpty()
        }
        val names = pictures.map { it.name }
        return Difference(changed.map { it.name }, names.filter { it !in known }, known.keys.filter { it !in names })
    }

    /** From now on [pictures] are those accepted, and no others. */
    fun accept(pictures: List<Picture>) =
        file.writeText(pictures.sortedBy { it.name }.joinToString("") { "${it.name} ${it.fingerprint()}\n" })

    private fun write(to: File, before: Fingerprint, now: BufferedImage, changes: List<Rectangle>) {
        val both = BufferedImage(now.width * 2 + GAP, now.height, BufferedImage.TYPE_INT_RGB)
        both.createGraphics().apply {
            for (row in 0 until before.rows) {
                for (column in 0 until before.columns) {
                    val light = before.light(column, row) * 4
                    color = Color(light, light, light)
                    fillRect(column * Fingerprint.CELL, row * Fingerprint.CELL, Fingerprint.CELL, Fingerprint.CELL)
                }
            }
            translate(now.width + GAP, 0)
            drawImage(now, 0, 0, null)
            color = Color.RED
            stroke = BasicStroke(2f)
            changes.forEach(::draw)
        }.dispose()
        to.parentFile.mkdirs()
        ImageIO.write(both, "png", to)
    }

    private companion object {
        /** Between the two pictures, in pixels. */
        const val GAP = 20
    }
}
