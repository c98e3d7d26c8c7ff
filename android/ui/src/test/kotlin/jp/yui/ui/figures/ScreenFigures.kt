/* Figures of the screens for scripts/bench, which asks for them by name; no test, and none of the tests' run. */

package jp.yui.ui.figures

import jp.yui.core.figures.inFreshProcess
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

class ScreenFigures {
    @get:Rule
    val folder = TemporaryFolder()

    @Test
    fun `the first screen in a fresh process`() {
        val openings = System.getProperty("figures.openings").toInt()
        val times = List(openings) { at ->
            inFreshProcess("jp.yui.ui.figures.DrawOnceKt", folder.newFolder("fresh-$at").toPath())
        }
        val (frame, content) = List(2) { which -> times.map { it[which] }.sorted()[openings / 2] / 1_000 }
        println("figure phone-screens-first-content $content $frame")
    }
}
