/*
 * Every scenario file of the project, each against a server process and phones of its own; and after them, whether
 * everything that the API knows has crossed.
 */

package jp.yui.core

import jp.yui.core.scenario.*
import jp.yui.core.support.*
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation
import org.junit.jupiter.api.Order
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.TestMethodOrder
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readText
import kotlin.reflect.KClass
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

@TestMethodOrder(OrderAnnotation::class)
class ScenariosTest {
    @TempDir
    lateinit var folder: Path

    @Order(1)
    @TestFactory
    fun `every scenario plays as it is written`(): List<DynamicTest> {
        val files = root.resolve("tests/scenarios").listDirectoryEntries("*.json").sortedBy { it.name }
        assertTrue(files.size > 20, "the scenarios are there")
        return files.map { file -> dynamicTest(file.nameWithoutExtension) { play(file.name, readScenario(file)) } }
    }

    @Order(2)
    @Test
    fun `everything of the API has crossed, in the scenarios and a few calls more`() {
        playing(folder) {
            smallTown()
            callWhatNoScenarioCalls()
        }
        assertEquals(emptyList(), (apiTypes() - crossedTypes()).map { it.name }.sorted())
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

    private suspend fun Play.callWhatNoScenarioCalls() {
        val hanako = phone("hanako")
        crossed(errorCodes())
        hanako.app.settings { crossed(languages()) + crossed(texts(listOf("common-yes"))) }
        hanako.app.wallet { crossed(programmes()) + crossed(limits()) + crossed(shops("", null)) }
        refused(folder) { app, refuse ->
            refuse("moon_closed")
            crossed(app.explain(refusal { app.wallet { shops("", null) } }))
        }
        val pairing = step("town", "shop.pairing", "shop" to "\$shop").text("pairing")
        for (text in goldenCodes() + pairing) hanako.act("wallet.scan", json("text" to text))
        for (error in listOf(
            PlatformException.Cancelled(),
            PlatformException.CardLost(),
            PlatformException.Failed(),
            PlatformException.KeyAbsent(),
            PlatformException.NoScreenLock(),
            PlatformException.SealedElsewhere(),
            PlatformException.UserNotVerified(),
        )) {
            refusal { hanako.app.register(cardAnswering { throw crossed(error) }) }
        }
        hanako.app.listen(object : ChangeListener {
            override fun changed(topics: List<Topic>) {
                crossed(topics)
            }
        }).use { hanako.app.settings { setLanguage("en") } }
        step("clock", "advance", "days" to 150)
        step("hanako", "sync")
        step("hanako", "wallet.snapshot")
    }

    /** Codes of every kind, as they are frozen for all languages. */
    private fun goldenCodes(): List<String?> {
        val vectors = Json.parseToJsonElement(root.resolve("tests/vectors/qr.json").readText())
        return vectors["codes"]?.jsonArray.orEmpty().map { it.text("text") }
    }

    /** The records, enums, and kinds of error and intent that are public in the generated code. */
    private fun apiTypes(): Set<Class<*>> {
        val classes = Path.of(YuiApp::class.java.protectionDomain.codeSource.location.toURI()).resolve("jp/yui/core")
        val names = classes.listDirectoryEntries("*.class").map { it.nameWithoutExtension }
        val ours = names.filterNot { Regex("uniffi|Ffi[A-Z]|_|Kt", RegexOption.IGNORE_CASE).containsMatchIn(it) }
        val types = ours.map { Class.forName("jp.yui.core.$it") }.filter { type ->
            type.isEnum ||
                (type.isAnnotationPresent(Metadata::class.java) && type.kotlin.let { it.isData || it.isKind() })
        }
        assertTrue(types.size > 150, "the API is there: ${types.size}")
        return types.toSet()
    }

    private fun KClass<*>.isKind() = !isSealed && java.superclass?.kotlin?.isSealed == true
}
