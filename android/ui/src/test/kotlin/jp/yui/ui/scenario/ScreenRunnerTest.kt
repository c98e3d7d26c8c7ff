/* The runner of the screens fails where it should. */

package jp.yui.ui.scenario

import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.scenario.Step
import jp.yui.core.support.json
import jp.yui.core.support.root
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.nameWithoutExtension
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith

class ScreenRunnerTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    @Test
    fun `every scenario is in one of the two lists`() {
        val files = root.resolve("tests/scenarios").listDirectoryEntries("*.json").map { it.nameWithoutExtension }
        assertEquals(files.sorted(), (scenariosOnScreens + scenariosByTheFacade).sorted())
    }

    @Test
    fun `a step that is not known, and one that is answered otherwise, fail`() =
        onScreens(Hands(rule), folder.root.toPath()) {
            step(step("phone.new"))
            val unknown = assertFailsWith<IllegalStateException> { step(step("wallet.fly")) }
            assertContains(unknown.message.orEmpty(), "does not know wallet.fly")
            val wrong = assertFailsWith<IllegalStateException> { step(step("guest.look", json("registered" to true))) }
            assertEquals("hanako guest.look: /registered: false instead of true", wrong.message)
        }

    private fun step(action: String, expect: Any? = null) =
        Step.of(json("as" to "hanako", "do" to action, "expect" to expect))
}
