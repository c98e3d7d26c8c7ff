/* What holds for all sources of the screens: no words, and a folder for each screen of the core. */

package jp.yui.ui

import jp.yui.core.screenNames
import jp.yui.core.support.root
import org.junit.Test
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class HouseTest {
    private val folder = root.resolve("android/ui/src/main/kotlin/jp/yui/ui").toFile()
    private val sources = folder.walk().filter { it.extension == "kt" }.toList()

    @Test
    fun `no source has words for a person`() {
        assertTrue(sources.size > 20, "${sources.size} sources")
        val letters = Regex("""[\p{IsHan}\p{IsHiragana}\p{IsKatakana}]""")
        val drawn = Regex("""\b(Words|verbatim|Text|BasicText|contentDescription\s*=)\s*\(?\s*"[^"]*\p{L}""")
        assertEquals(emptyList(), linesWith(letters) + linesWith(drawn))
    }

    @Test
    fun `each screen of the core has its folder, and each folder its screen`() {
        val folders = folder.listFiles(File::isDirectory).orEmpty().map { it.name }.toSet()
        assertEquals(screenNames().toSet(), folders - setOf("look", "parts"))
        for (screen in screenNames()) {
            val name = screen.replaceFirstChar(Char::uppercase)
            assertTrue(folder.resolve("$screen/${name}Screen.kt").isFile, "$name has its screen")
            Class.forName("jp.yui.core.${name}View")
        }
    }

    private fun linesWith(pattern: Regex): List<String> = sources.flatMap { file ->
        file.readLines().filter(pattern::containsMatchIn).map { "${file.name}: ${it.trim()}" }
    }
}
