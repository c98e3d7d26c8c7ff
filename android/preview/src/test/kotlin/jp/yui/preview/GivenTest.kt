/* What is dropped or pasted: pictures with a code, texts, and what is neither. */

package jp.yui.preview

import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.awt.datatransfer.StringSelection
import java.awt.image.BufferedImage
import kotlin.test.assertEquals
import kotlin.test.assertNull

class GivenTest {
    @get:Rule
    val folder = TemporaryFolder()

    private val text = "HTTPS://YUI.EXAMPLE/TRY"

    @Test
    fun `a picture file says what its code says, wherever it lies among others`() {
        val poster = poster(text).inFile(folder.newFile("poster.png"))
        val white = white().inFile(folder.newFile("white.png"))
        val letter = folder.newFile("letter.txt").apply { writeText(text) }
        assertEquals(text, codeIn(Files(letter, white, poster)))
        assertNull(codeIn(Files(letter, white)), "neither has a code")
    }

    @Test
    fun `a copied picture says what its code says, also on transparent ground`() {
        val clear = BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB)
        val opaque = poster(text)
        for (y in 0 until 400) for (x in 0 until 400) if (opaque.getRGB(x, y) == BLACK) clear.setRGB(x, y, BLACK)
        assertEquals(text, codeIn(Copied(opaque)))
        assertEquals(text, codeIn(Copied(clear)))
        assertNull(codeIn(Copied(white())))
    }

    @Test
    fun `a text is taken as it is, without the space around it`() {
        assertEquals(text, codeIn(StringSelection(" $text\n")))
        assertNull(codeIn(StringSelection("  ")))
    }

    private fun white() = BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB).apply {
        for (y in 0 until height) for (x in 0 until width) setRGB(x, y, 0xFFFFFF)
    }

    private companion object {
        const val BLACK = 0xFF000000.toInt()
    }
}
