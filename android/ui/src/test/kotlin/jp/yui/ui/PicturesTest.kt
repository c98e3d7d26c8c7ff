/* Every screen in its main states, in three languages, two sizes of text, light and dark. */

package jp.yui.ui

import androidx.compose.ui.test.ExperimentalTestApi
import jp.yui.core.Theme
import jp.yui.core.settings
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

@OptIn(ExperimentalTestApi::class)
class PicturesTest {
    @get:Rule
    val folder = TemporaryFolder()

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
