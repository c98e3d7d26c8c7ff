/* A picture that PicturesTest drew, and what in it is another every time, such as a clock or a fresh code. */

package jp.yui.preview.pictures

import java.awt.Color
import java.awt.Rectangle
import java.awt.image.BufferedImage
import java.io.File
import javax.imageio.ImageIO

/** The picture [name] in [folder]. */
class Picture(private val folder: File, val name: String) {
    private val moving: List<Rectangle> = folder.resolve("$name.moving").takeIf(File::isFile)?.readLines().orEmpty()
        .map { line ->
            line.split(' ').map(String::toInt).let { (x, y, width, height) -> Rectangle(x, y, width, height) }
        }

    /** When it was drawn: pictures of a journey stand in its order. */
    val drawnAt: Long = file.lastModified()

    private val file get() = folder.resolve("$name.png")

    /** As it was drawn. */
    fun read(): BufferedImage = ImageIO.read(file)

    /** What is compared of it. */
    fun fingerprint(): Fingerprint {
        val picture = read()
        val still = BufferedImage(picture.width, picture.height, BufferedImage.TYPE_INT_RGB)
        still.createGraphics().apply {
            drawImage(picture, 0, 0, null)
            color = Color.GRAY
            moving.map(Fingerprint::wholeCells).forEach(::fill)
        }.dispose()
        return Fingerprint.of(still)
    }

    companion object {
        /** All pictures in [folder], in the order in which they were drawn. */
        fun all(folder: File): List<Picture> = folder.list().orEmpty().filter { it.endsWith(".png") }
            .map { Picture(folder, it.removeSuffix(".png")) }.sortedWith(compareBy({ it.drawnAt }, { it.name }))
    }
}
