/* A quick look at some states. */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.ui.test.ExperimentalTestApi
import jp.yui.core.Theme
import jp.yui.core.settings
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

class IdentityLookTest {
    @get:Rule
    val folder = TemporaryFolder()

    @Test
    fun look() {
        val looks = listOf(Triple("ja", 100u, Theme.LIGHT), Triple("ja-simple", 200u, Theme.DARK), Triple("en", 100u, Theme.LIGHT))
        for (journey in listOf(comingIn, belonging)) {
            Stage(folder.root.toPath().resolve(journey.name)).use { stage ->
                stage.open().use { app ->
                    val visit = Visit(stage, app)
                    for (state in journey.states) {
                        runBlocking { state.reached(visit) }
                        for ((language, percent, theme) in looks) {
                            runBlocking { app.settings { setLanguage(language); setTextPercent(percent); setTheme(theme) } }
                            visit.shown(state) { picture("look-${state.name}-$language-$percent") }
                        }
                    }
                }
            }
        }
    }
}
