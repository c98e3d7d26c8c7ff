/*
 * Every record and every enum of the API crosses the border in these tests: what the scenarios answer, and what they do
 * not ask for, asked for here.
 */

package jp.yui.core

import jp.yui.core.scenario.*
import jp.yui.core.support.*
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readText
import kotlin.reflect.KClass
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class RecordsTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `every record, enum and kind of the API has crossed, in the scenarios and a few calls more`() {
        Scenarios.files.forEach { Scenarios.play(it, folder) }
        playing(folder) {
            smallTown()
            visitScreens()
            callWhatNoScenarioCalls()
        }
        assertEquals(emptyList(), (apiTypes() - crossedTypes()).map { it.name }.sorted())
    }

    private suspend fun Play.callWhatNoScenarioCalls() {
        val hanako = phone("hanako")
        crossed(errorCodes())
        hanako.app.settings { crossed(languages()) + crossed(texts(listOf("common-yes"))) }
        hanako.app.wallet { crossed(programmes()) + crossed(shops("", null)) }
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
        hanako.app.listen(listening { crossed(it) }).use { hanako.app.settings { setLanguage("en") } }
        step("clock", "advance", "days" to 150)
        crossed(hanako.app.notices { check() })
        crossed(hanako.app.screens { notices() })
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
