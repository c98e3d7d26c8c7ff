/* Whether what is kept of accepted pictures notices what an eye would, and nothing else. */

package jp.yui.preview

import jp.yui.preview.pictures.Accepted
import jp.yui.preview.pictures.Fingerprint
import jp.yui.preview.pictures.Picture
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.awt.Color
import java.awt.Graphics2D
import java.awt.image.BufferedImage
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class PicturesTest {
    @get:Rule
    val folder = TemporaryFolder()

    private val pictures by lazy { folder.newFolder("pictures") }
    private val beside by lazy { File(folder.root, "beside") }
    private val file by lazy { File(folder.root, "accepted.txt") }

    @Test
    fun `a moved edge, another letter and another pale ground are noticed, a shade is not`() {
        draw("home") {}
        accept()
        draw("home") { translate(0, 2) }
        assertEquals(listOf("home"), changed())
        draw("home") { word = "850" }
        assertEquals(listOf("home"), changed())
        draw("home") { ground = Color(0xFDEEEE) }
        assertEquals(listOf("home"), changed())
        draw("home") { ground = Color(0xE9F1FD) }
        assertEquals(emptyList(), changed())
    }

    @Test
    fun `what moves at every time is left out, and only that`() {
        draw("code", moving = "40 100 120 40") {}
        accept()
        draw("code", moving = "40 100 118 40") { word = "12:34" }
        assertEquals(emptyList(), changed())
        draw("code", moving = "40 100 120 40") { ground = Color.WHITE }
        assertEquals(listOf("code"), changed())
    }

    @Test
    fun `new and lost pictures are told, and a changed one is laid beside the accepted one`() {
        draw("home") {}
        draw("pay") {}
        accept()
        draw("home") { word = "999" }
        File(pictures, "pay.png").delete()
        draw("paid") {}
        val difference = Accepted(file).compare(Picture.all(pictures), beside)
        assertEquals(listOf("home"), difference.changed)
        assertEquals(listOf("paid"), difference.fresh)
        assertEquals(listOf("pay"), difference.gone)
        assertEquals(listOf("home.png"), beside.list().orEmpty().toList())
        accept()
        assertEquals(emptyList(), Accepted(file).compare(Picture.all(pictures), beside).names)
    }

    @Test
    fun `a fingerprint is small, and the same when it was written and read`() {
        draw("home") {}
        val fingerprint = Picture(pictures, "home").fingerprint()
        val read = Fingerprint.parse("$fingerprint")
        assertEquals("$fingerprint", "$read")
        assertEquals(emptyList(), read.changed(fingerprint))
        assertTrue("$fingerprint".length < 1_000, "${"$fingerprint".length}")
    }

    private fun changed() = Accepted(file).compare(Picture.all(pictures), beside).changed

    private fun accept() = Accepted(file).accept(Picture.all(pictures))

    /** What is on a drawn screen. */
    private class Drawn(private val pen: Graphics2D) {
        var word = "350"
        var ground = Color(0xE8F1FE)

        fun translate(x: Int, y: Int) = pen.translate(x, y)
    }

    private fun draw(name: String, moving: String = "", on: Drawn.() -> Unit) {
        val picture = BufferedImage(360, 410, BufferedImage.TYPE_INT_RGB)
        val pen = picture.createGraphics()
        pen.color = Color.WHITE
        pen.fillRect(0, 0, picture.width, picture.height)
        val drawn = Drawn(pen).apply(on)
        pen.color = drawn.ground
        pen.fillRect(20, 20, 320, 300)
        pen.color = Color.BLACK
        pen.font = pen.font.deriveFont(32f)
        pen.drawString(drawn.word, 45, 132)
        pen.fillRect(30, 250, 300, 40)
        pen.dispose()
        picture.inFile(File(pictures, "$name.png"))
        File(pictures, "$name.moving").writeText(moving)
    }
}
