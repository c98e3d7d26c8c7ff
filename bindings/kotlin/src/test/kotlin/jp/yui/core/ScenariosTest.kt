/* Every scenario file of the project, each against a server process and phones of its own. */

package jp.yui.core

import jp.yui.core.scenario.*
import jp.yui.core.support.*
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.nameWithoutExtension
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

class ScenariosTest {
    @TempDir
    lateinit var folder: Path

    @TestFactory
    fun `every scenario plays as it is written`(): List<DynamicTest> {
        assertTrue(Scenarios.files.size > 20, "the scenarios are there")
        return Scenarios.files.map { file -> dynamicTest(file.nameWithoutExtension) { Scenarios.play(file, folder) } }
    }

    @Test
    fun `a step that the runner does not know fails`() {
        for ((actor, action) in listOf("town" to "moon.close", "hanako" to "wallet.fly")) {
            val steps = listOf("hanako" to "phone.new", actor to action).map { (who, what) -> step(who, what) }
            val failure = assertFailsWith<IllegalStateException> { play(actor, steps) }
            assertContains(failure.message.orEmpty(), Regex("refused with|does not know wallet.fly"))
        }
    }

    @Test
    fun `a step that is answered otherwise fails`() {
        val wrong = Step.of(json("as" to "hanako", "do" to "guest.look", "expect" to json("registered" to true)))
        val failure =
            assertFailsWith<IllegalStateException> { play("wrong", listOf(step("hanako", "phone.new"), wrong)) }
        assertEquals("hanako guest.look: /registered: false instead of true", failure.message)
    }

    private fun play(name: String, steps: List<Step>) = playing(folder.resolve(name)) { steps.forEach { step(it) } }

    private fun step(actor: String, action: String) = Step.of(json("as" to actor, "do" to action))
}

/** The scenario files, each played once, whichever test asks for it. */
object Scenarios {
    /** All there are, in the order of their names. */
    val files = root.resolve("tests/scenarios").listDirectoryEntries("*.json").sortedBy { it.name }

    private val outcomes = ConcurrentHashMap<Path, Result<Unit>>()

    /** Plays [file] below [folder], unless it was played before; fails as it failed then. */
    fun play(file: Path, folder: Path) = outcomes.computeIfAbsent(file) {
        runCatching { playing(folder.resolve(file.name)) { readScenario(file).forEach { step(it) } } }
    }.getOrThrow()
}
