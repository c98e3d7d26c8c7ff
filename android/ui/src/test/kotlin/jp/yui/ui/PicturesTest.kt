/* Every screen in its main states, in three languages, two sizes of text, light and dark. */

package jp.yui.ui

import androidx.compose.ui.test.ExperimentalTestApi
import jp.yui.core.Theme
import jp.yui.core.settings
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.io.File
import kotlin.test.assertContains
import kotlin.test.assertNull

@OptIn(ExperimentalTestApi::class)
class PicturesTest {
    @get:Rule
    val folder = TemporaryFolder()

    @Test
    fun `another font is told of in words`() {
        val (recorded, fonts) = folder.newFile("recorded.txt") to folder.newFolder("fonts")
        File(fonts, "Some.ttc").writeText("a font")
        recorded.writeText("${"0".repeat(64)}  Some.ttc\n")
        assertContains(otherFonts(recorded, fonts).orEmpty(), "cannot be compared")
        recorded.writeText("cd8c399890db98b78875f2ac7577fa4e37415f935aba4a9f5991cbd3b97cfb94  Some.ttc\n")
        assertNull(otherFonts(recorded, fonts))
    }

    @Test
    fun `the font is the one of the accepted pictures`() = assertNull(otherFonts())

    @Test
    fun `every screen is drawn`() = eachState(folder.root.toPath()) { state ->
        for (language in listOf("ja", "ja-simple", "en")) {
            for (percent in listOf(100u, 200u)) {
                for (theme in listOf(Theme.LIGHT, Theme.DARK)) {
                    runBlocking {
                        app.settings {
                            setLanguage(language)
                            setTextPercent(percent)
                            setTheme(theme)
                        }
                    }
                    shown(state) { picture("${state.name}-$language-$percent-${theme.name.lowercase()}") }
                }
            }
        }
    }
}
