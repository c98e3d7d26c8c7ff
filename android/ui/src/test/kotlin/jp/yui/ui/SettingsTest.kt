/* What she presses in the settings shows at once, in the whole app: words, sizes, colours, and what is hidden. */

package jp.yui.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.toPixelMap
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onRoot
import jp.yui.core.SettingsView
import jp.yui.core.Theme
import jp.yui.core.YuiApp
import jp.yui.core.screens
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class SettingsTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private val taps by lazy { Taps(rule) }

    private fun YuiApp.now(): SettingsView = runBlocking { screens { settings() } }

    private fun button(words: String): SemanticsNode =
        rule.onAllNodes(hasText(words) and hasClickAction())[0].fetchSemanticsNode()

    private fun ground(): Color = rule.onRoot().captureToImage().toPixelMap()[1, 200]

    @Test
    fun `language, size, easy mode, colours and a hidden balance show at once`() =
        Stage(folder.root.toPath()).use { stage ->
            stage.open().use { app ->
                runBlocking { stage.resident(app, 5_000) }
                rule.setContent { YuiUi(app, stage.phone) }
                taps.see("5,000ポイント")
                taps.tap("設定")
                taps.tap("English")
                taps.see("Text size")
                assertTrue(rule.onAllNodesWithText("文字の大きさ").fetchSemanticsNodes().isEmpty())

                val sample = { rule.onAllNodesWithText(app.now().sample.plain)[0].fetchSemanticsNode().size.height }
                val small = sample()
                taps.tap(app.now().textSizes.last().text.plain)
                rule.waitUntil(PATIENCE) { sample() > small * 3 / 2 }

                assertEquals(Color.White, ground())
                taps.tap(app.now().themes.single { it.theme == Theme.DARK }.text.plain)
                rule.waitUntil(PATIENCE) { ground() == DARK_GROUND }

                taps.tap(app.now().hideBalance.plain)
                rule.waitUntil(PATIENCE) { app.now().balanceHidden }
                val talk = app.screens { frame() }.talk.plain
                val before = button(talk).size.height
                taps.tap(app.now().easy.plain)
                rule.waitUntil(PATIENCE) { button(talk).size.height > before }
                assertTrue(button(talk).size.height >= with(rule.density) { 56 * density }.toInt())

                taps.tap(app.screens { frame() }.back.plain)
                val home = runBlocking { app.screens { home() } }
                val balance = checkNotNull(home.balance)
                taps.see(balance.toggle.plain)
                taps.see(balance.value.plain)
                assertTrue(balance.hidden)
                assertTrue(rule.onAllNodesWithText("5,000", substring = true).fetchSemanticsNodes().isEmpty())
                assertEquals(DARK_GROUND, ground())
            }
        }

    private companion object {
        /** Only against hanging. */
        const val PATIENCE = 30_000L

        /** The ground of core/texts/look/colours.toml in the dark. */
        val DARK_GROUND = Color(0xFF1A1A1A)
    }
}
