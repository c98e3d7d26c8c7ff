/*
 * What a service of the phone throws, with its text and trace, is found nowhere: not in errors, not in logs, not in the
 * stores of phone and server.
 */

package jp.yui.core

import jp.yui.core.support.*
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import kotlin.io.path.isRegularFile
import kotlin.io.path.readBytes
import kotlin.io.path.walk
import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

class LeaksTest {
    @TempDir
    lateinit var folder: Path

    private class HanakosTrouble : RuntimeException("Tanaka Hanako 090-0000-0000")

    /** The trouble's text, its name, what stands in any trace of it, and what is typed for a card. */
    private val marks = listOf("Tanaka", "090-0000", "HanakosTrouble", "jp.yui.core", "Odd.kt", PASSWORD)

    @Test
    fun `nothing of a host's exception is found anywhere`() = playing(folder, detail = "trace") {
        smallTown()
        val telephone = Telephone()
        val noted = ConcurrentHashMap.newKeySet<String>()
        Day(this, "listing", telephone).live { noted += it }
        val methods = noted.toSet()
        assertTrue(methods.size >= 9, "$methods")
        val errors = methods.flatMap { method ->
            Day(this, method, telephone).live { if (it == method) throw HanakosTrouble() }
        }
        assertContains(errors.map { it.code.text }, "platform_failed")
        for (error in errors) {
            assertNull(error.cause)
            assertEquals(0, error.suppressed.size)
            assertClean(error.toString(), "error")
            // The names of the record's own types are in what is generated for it, and nothing else is.
            assertClean(error.message.replace("jp.yui.core.ErrorCode", ""), "message")
            assertClean(phone("hanako").app.explain(error).toString().replace("jp.yui.core.ErrorWay", ""), "words")
        }
        assertTrue(telephone.log.lines.isNotEmpty(), "something was logged")
        telephone.log.lines.forEach { assertClean(it, "log") }
        assertTrue(server.log.length() > 10_000, "the server's log is talkative")
        assertEquals(emptyList(), leaking())
    }

    @Test
    fun `a draft does not show its password`() {
        val draft =
            RegisterDraft(CardRoute.SIGNATURE, PASSWORD, EnrolPurpose.REGISTER, "phone", lastTryConfirmed = false)
        assertEquals("RegisterDraft(Signature, Register)", draft.toString())
    }

    @Test
    fun `the search finds what there is`() {
        folder.resolve("deep").toFile().mkdir()
        folder.resolve("deep/file").writeText("\u0000Tanaka\u0000")
        assertEquals(listOf("deep/file"), leaking())
    }

    private fun assertClean(text: String, where: String) = marks.forEach { assertTrue(it !in text, "$where: $text") }

    /** The files that hold a mark. */
    private fun leaking(): List<String> = folder.walk().filter { it.isRegularFile() }.filter { file ->
        val bytes = String(file.readBytes(), Charsets.ISO_8859_1)
        marks.any { it in bytes }
    }.map { folder.relativize(it).toString() }.toList()
}
