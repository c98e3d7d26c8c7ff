/* Every screen in its main states, for who does not see it, has dry fingers, or reads large letters. */

package jp.yui.ui

import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.unit.dp
import jp.yui.core.EnrolPurpose
import jp.yui.core.PayAction
import jp.yui.core.RegisterAction
import jp.yui.core.Screen
import jp.yui.core.pay
import jp.yui.core.register
import jp.yui.core.screenNames
import jp.yui.core.screens
import jp.yui.core.settings
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals
import kotlin.test.assertTrue

@OptIn(ExperimentalTestApi::class)
class SemanticsTest {
    @get:Rule
    val folder = TemporaryFolder()

    /** How a person reads. */
    private class Reader(val language: String, val percent: UInt, val easy: Boolean)

    private val readers = listOf(
        Reader("ja", 100u, easy = false),
        Reader("ja-simple", 200u, easy = true),
        Reader("vi", 200u, easy = false),
        Reader("en", 200u, easy = false),
        Reader("zh-Hans", 200u, easy = true),
    )

    @Test
    fun `every screen is there`() {
        val shown = journeys.flatMap { it.states.toList() }.map { it.screen.name.lowercase() }.toSet()
        assertEquals(emptySet(), screenNames().toSet() - shown)
    }

    @Test
    fun `what can be pressed has words, a role and a size, and all is read in its order and drawn whole`() {
        val faults = mutableListOf<String>()
        eachState(folder.root.toPath()) { state ->
            for (reader in readers) {
                reads(reader)
                val target = if (reader.easy) 56.dp else 48.dp
                val name = "${state.name}, ${reader.language}, ${reader.percent} %"
                try {
                    shown(state) { faults += faults(target).map { "$name: $it" } }
                } catch (never: ComposeTimeoutException) {
                    faults += "$name: ${never.message}"
                }
            }
            reads(readers.first())
        }
        assertTrue(faults.isEmpty(), faults.distinct().joinToString("\n", "\n"))
    }

    @Test
    fun `where the card is, and what goes wrong, is said by itself`() = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            val visit = Visit(stage, app)
            val holding = runBlocking {
                app.register {
                    begin(EnrolPurpose.REGISTER, "phone")
                    act(RegisterAction.PASSWORD)
                    act(RegisterAction.NEXT)
                    enter(PASSWORD)
                }
            }
            visit.shown(State("register-hold", Screen.REGISTER)) {
                val words = checkNotNull(holding.reader).text.plain
                assertTrue(said(LiveRegionMode.Assertive).any { words in it }, words)
            }
            runBlocking {
                app.register { hold(stage.card()) }
                stage.charge(app, 500)
                app.screens { scanned(stage.poster) }
                app.pay {
                    typeDigits("850")
                    act(PayAction.NEXT)
                }
            }
            val error = checkNotNull(runBlocking { app.pay { view() } }.error)
            visit.shown(State("pay-refused", Screen.PAY)) {
                val said = said(LiveRegionMode.Assertive)
                for (words in listOf(error.title, error.body)) assertTrue(said.any { words.plain in it }, "$said")
            }
        }
    }

    private fun Visit.reads(reader: Reader) = runBlocking {
        app.settings {
            setLanguage(reader.language)
            setTextPercent(reader.percent)
            setEasy(reader.easy)
        }
    }
}

/** What is said when it comes or changes. */
@OptIn(ExperimentalTestApi::class)
private fun ComposeUiTest.said(how: LiveRegionMode): List<String> =
    onRoot(useUnmergedTree = true).fetchSemanticsNode().all
        .filter { it.config.getOrNull(SemanticsProperties.LiveRegion) == how }
        .map { region -> region.all.joinToString(" ") { it.says } }
