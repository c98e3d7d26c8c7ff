/* Every scenario file of the project, each against a server process and phones of its own. */

package jp.yui.core

import jp.yui.core.scenario.*
import jp.yui.core.support.*
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.nameWithoutExtension
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

class ScenariosTest {
    @TempDir
    lateinit var folder: Path

    @TestFactory
    fun `every scenario plays as it is written`(): List<DynamicTest> {
        val files = root.resolve("tests/scenarios").listDirectoryEntries("*.json").sortedBy { it.name }
        assertTrue(files.size > 20, "the scenarios are there")
        return files.map { file -> dynamicTest(file.nameWithoutExtension) { play(file) } }
    }

    @Test
    fun `a step that the runner does not know fails`() {
        for ((actor, action) in listOf("town" to "moon.close", "hanako" to "wallet.fly")) {
            val steps = listOf(
                Step.of(json("as" to "hanako", "do" to "phone.new")),
                Step.of(
                    json(
                        "as" to actor,
                        "do" to action,
                    ),
                ),
            )
            val failure = assertFailsWith<IllegalStateException> { play(actor, steps) }
            assertContains(failure.message.orEmpty(), Regex("refused with|does not know wallet.fly"))
        }
    }

    private fun play(file: Path) = play(file.nameWithoutExtension, readScenario(file))

    private fun play(name: String, steps: List<Step>) = TestServer(folder.resolve("$name/server")).use { server ->
        Play(server, folder.resolve("$name/phones")).use { play ->
            runBlocking(Dispatchers.Default) { steps.forEach { play.step(it) } }
        }
    }
}
