/* The example of the READMEs is the one that is compiled, and it does what they say. */

package jp.yui.core

import jp.yui.core.example.showBalance
import jp.yui.core.support.root
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.test.Test
import kotlin.test.assertEquals

class ExampleTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `the READMEs show the example that is compiled`() {
        val source = root.resolve("bindings/kotlin/src/test/kotlin/jp/yui/core/example/Example.kt").readText()
        val example = source.substring(source.indexOf("suspend fun")).trim()
        for (readme in listOf("bindings/kotlin/README.md", "README.md", "README.ja.md")) {
            val shown = SHOWN.findAll(root.resolve(readme).readText()).map { it.groupValues[1].trim() }
            assertEquals(listOf(example), shown.toList(), readme)
        }
    }

    @Test
    fun `the example draws the balance as it changes`() = playing(folder) {
        smallTown()
        val phone = phone("hanako")
        val subject = phone.app.identity { snapshot() }.subject
        phone.close()
        val drawn = Channel<Text>(Channel.UNLIMITED)
        coroutineScope {
            val screen = launch { showBalance(phone.config, phone.telephone.platform) { drawn.trySend(it) } }
            while ("200,000" !in drawn.receive().plain) Unit
            step("staff", "charge", "subject" to subject, "points" to 1)
            while ("200,001" !in drawn.receive().plain) Unit
            screen.cancelAndJoin()
        }
    }

    private companion object {
        /** What a page shows of Kotlin. */
        val SHOWN = Regex("```kotlin\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
    }
}
