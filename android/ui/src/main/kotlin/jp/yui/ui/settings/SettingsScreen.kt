/* How the app looks and speaks; every change shows at once. */

package jp.yui.ui.settings

import androidx.compose.runtime.Composable
import jp.yui.core.SettingsQuestion
import jp.yui.core.SettingsView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.core.settings
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.Pulled
import jp.yui.ui.parts.Choice
import jp.yui.ui.parts.Choices
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Switch
import jp.yui.ui.parts.Ways
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim

/** [about] is what alone is asked. */
@Composable
fun SettingsScreen(about: String?) = Pulled(Topic.SETTINGS, snapshot = { screens { settings(about) } }) { Settings(it) }

@Composable
private fun Settings(view: SettingsView) = Page(view.title) {
    for (question in view.questions) Question(question, view)
    Ways(view.ways)
}

@Composable
private fun Question(question: SettingsQuestion, view: SettingsView) {
    val (app, deeds) = LocalApp.current to LocalDeeds.current
    when (question) {
        SettingsQuestion.LANGUAGE -> Choices(view.language) {
            for (language in view.languages) {
                Choice(verbatim(language.name), language.chosen) {
                    deeds { app.settings { setLanguage(language.tag) } }
                }
            }
        }

        SettingsQuestion.TEXT_SIZE -> {
            Choices(view.textSize) {
                for (size in view.textSizes) {
                    Choice(size.text, size.chosen) { deeds { app.settings { setTextPercent(size.percent) } } }
                }
            }
            Words(view.sample)
        }

        SettingsQuestion.EASY ->
            Switch(view.easy, view.look.easy, view.easyNote) { deeds { app.settings { setEasy(it) } } }

        SettingsQuestion.THEME -> Choices(view.theme) {
            for (theme in view.themes) {
                Choice(theme.text, theme.chosen) { deeds { app.settings { setTheme(theme.theme) } } }
            }
        }

        SettingsQuestion.HIDE_BALANCE ->
            Switch(view.hideBalance, view.balanceHidden) { deeds { app.settings { hideBalance(it) } } }
    }
}
