/* Every screen in its main states, in three languages, two sizes of text, light and dark. */

package jp.yui.ui

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import jp.yui.core.EnrolPurpose
import jp.yui.core.PayAction
import jp.yui.core.RegisterAction
import jp.yui.core.Screen
import jp.yui.core.Theme
import jp.yui.core.YuiApp
import jp.yui.core.pay
import jp.yui.core.register
import jp.yui.core.screens
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
    fun `every screen is drawn`() = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            drawn(app, stage, "home-guest", Screen.HOME)
            drawn(app, stage, "register-need", Screen.REGISTER)
            runBlocking {
                app.register {
                    begin(EnrolPurpose.REGISTER, "phone")
                    act(RegisterAction.PASSWORD)
                }
            }
            drawn(app, stage, "register-reads", Screen.REGISTER)
            runBlocking { app.register { act(RegisterAction.NEXT) } }
            drawn(app, stage, "register-secret", Screen.REGISTER)
            runBlocking { app.register { enter("YUITEST2026") } }
            drawn(app, stage, "register-hold", Screen.REGISTER)
            runBlocking { app.register { hold(stage.card()) } }
            drawn(app, stage, "register-done", Screen.REGISTER)
            stage.charge(app, 5_000)
            drawn(app, stage, "home", Screen.HOME)
            drawn(app, stage, "scan", Screen.SCAN)
            runBlocking { app.screens { scanned(stage.poster) } }
            app.pay { typeDigits("850") }
            drawn(app, stage, "pay-amount", Screen.PAY)
            runBlocking { app.pay { act(PayAction.NEXT) } }
            drawn(app, stage, "pay-confirm", Screen.PAY)
            val paid = checkNotNull(runBlocking { app.pay { act(PayAction.CONFIRM) } }.paid)
            drawn(app, stage, "paid", Screen.PAID, paid)
            drawn(app, stage, "receipt", Screen.RECEIPT, paid)
            drawn(app, stage, "history", Screen.HISTORY)
            drawn(app, stage, "code", Screen.CODE)
            drawn(app, stage, "talk", Screen.TALK)
            drawn(app, stage, "settings", Screen.SETTINGS)
        }
    }

    /** Draws a screen in every language, size and theme. */
    private fun drawn(app: YuiApp, stage: Stage, name: String, screen: Screen, about: String? = null) {
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
                    picture("$name-$language-$percent-${theme.name.lowercase()}", app, stage, Place(screen, about))
                }
            }
        }
    }

    private fun picture(name: String, app: YuiApp, stage: Stage, place: Place) =
        runSkikoComposeUiTest(pictureSize, pictureDensity) {
            val places = Places(listOf(Place(Screen.HOME), place).distinct())
            setContent { YuiUi(app, stage.phone, places, pictureFont) }
            val waiting = app.screens { frame() }.waiting.plain
            val there = SemanticsMatcher("the screen is there") { node ->
                node.config.getOrNull(SemanticsProperties.PaneTitle)?.let { it != waiting } == true
            }
            waitUntil(timeoutMillis = 30_000) { onAllNodes(there).fetchSemanticsNodes().isNotEmpty() }
            picture(name)
        }
}
