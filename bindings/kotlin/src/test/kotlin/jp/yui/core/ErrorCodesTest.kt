/*
 * Every error code of the contract arrives here, with its status and words for a person in each language. The server's are
 * ordered of it, and it writes them as its own; what raises each is tested in server/tests.
 */

package jp.yui.core

import jp.yui.core.scenario.Play
import jp.yui.core.support.*
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.UUID
import kotlin.io.path.createDirectories
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.math.abs
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.days
import kotlin.time.Duration.Companion.hours

class ErrorCodesTest {
    @TempDir
    lateinit var folder: Path

    /** The HTTP status of every code, as docs/error-codes.md has it; 0 for what only a phone raises. */
    private val documented: Map<String, Int> =
        Regex("""## (\w+)\n[^#]*?HTTP status: (\d+|none)""").findAll(root.resolve("docs/error-codes.md").readText())
            .associate { it.groupValues[1] to (it.groupValues[2].toIntOrNull() ?: 0) }

    @Test
    fun `the list of codes is the documented one`() {
        assertEquals(documented.keys, crossed(errorCodes()).map { it.text }.toSet())
    }

    @Test
    fun `a code that a server raises arrives with its status and words`() = playing(folder) {
        refused(folder) { app, refuse ->
            val errors = errorCodes().filterNot { it.onlyOfPhones() }.map { code ->
                assertEquals(json(), refuse(code.text), code.text)
                val error = refusal { app.wallet { shops("", null) } }
                assertEquals(code.text to documented[code.text], error.code.text to error.status.toInt())
                UUID.fromString(error.instance)
                error
            }
            assertTrue(errors.size > 80, "most codes are the server's")
            assertWordsFor(app, errors)
        }
    }

    @Test
    fun `what a server says beside its code arrives with it`() = playing(folder) {
        refused(folder) { app, refuse ->
            val (again, stronger, timed) = listOf(
                "rate_limited",
                "step_up_required",
                "clock_skew",
            ).map<_, AppException> { code ->
                assertEquals(json(), refuse(code), code)
                refusal { app.wallet { shops("", null) } }
            }
            assertEquals(listOf(60u, null, null), listOf(again, stronger, timed).map { it.retryAfter })
            assertEquals(
                listOf(null, Assurance.DEVICE_UV_CARD, null),
                listOf(again, stronger, timed).map { it.required },
            )
            assertEquals(listOf(null, null), listOf(again, stronger).map { it.serverTime })
            val apart = checkNotNull(timed.serverTime) - System.currentTimeMillis()
            assertTrue(abs(apart) < 1.hours.inWholeMilliseconds, "$apart ms")
        }
    }

    @Test
    fun `a code newer than the app arrives as it was written`() = playing(folder) {
        refused(folder) { app, refuse ->
            refuse("moon_closed")
            val error = refusal { app.wallet { shops("", null) } }
            assertEquals(ErrorCode.Unknown("moon_closed") to 409u, error.code to error.status)
            assertEquals("moon_closed", error.code.text)
            assertEquals("moon_closed", error.toString())
            assertEquals("moon_closed", crossed(app.explain(error)).code)
            assertWordsFor(app, listOf(error))
        }
    }

    @Test
    fun `a code that only a phone raises is provoked by what a phone meets`() = playing(folder) {
        smallTown()
        val met = withCodes() + withCards() + withNetworks() + withStores() + withKeysAndClock()
        met.forEach { assertEquals(0u, it.status, it.code.text) }
        val expected = errorCodes().filter { it.onlyOfPhones() && it !in neverHere }.map { it.text }
        assertEquals(expected.sorted(), met.map { it.code.text }.distinct().sorted())
        assertWordsFor(phone("hanako").app, met)
    }

    @Test
    fun `what cannot be provoked from here still cannot`() = playing(folder) {
        smallTown()
        // A code is asked for while one is alive, and the same one comes.
        val codes = List(2) { phone("hanako").app.wallet { showCode() }.id }
        assertEquals(1, codes.toSet().size)
        // The guard refuses what the app never asks for: it opens no application but that of the certificates.
        val asked = mutableListOf<String>()
        HeldCard(newCard()).use { card ->
            val noted = cardAnswering { apdu ->
                asked += apdu.toHexString()
                card.transceive(apdu)
            }
            newPhone("ichiro").app.register(noted)
        }
        assertEquals(setOf(CERTIFICATES), asked.filter { it.startsWith("00a404") }.toSet())
    }

    /** Codes that no phone can provoke: the test above says why of two, and the others are of a counter's reader. */
    private val neverHere = setOf(
        ErrorCode.CodeAlive,
        ErrorCode.CardForbidden,
        ErrorCode.ReaderAbsent,
        ErrorCode.ReaderUndecided,
        ErrorCode.CardAbsent,
        ErrorCode.CardInUse,
    )

    private fun ErrorCode.onlyOfPhones() = documented.getValue(text) == 0

    /** Title, body and button are there for each error, in every language, and no two languages say the same. */
    private suspend fun assertWordsFor(app: YuiApp, errors: List<AppException.Failed>) {
        val titles = crossed(app.settings { languages() }).map { language ->
            app.settings { setLanguage(language.tag) }
            errors.map { error ->
                val words = crossed(app.explain(error))
                assertEquals(error.code.text, words.code)
                assertEquals(words, crossed(explainError(language.tag, error)))
                for (text in listOf(words.title, words.body, words.button)) {
                    assertTrue(text.plain.isNotBlank(), "${error.code.text} in ${language.tag}")
                    assertEquals(text.plain, text.runs.joinToString("") { it.base })
                }
                words.title.plain
            }
        }
        assertEquals(5, titles.toSet().size, "$titles")
    }

    private suspend fun Play.withCodes(): List<AppException.Failed> {
        val texts = listOf("YUI1:", "YUI2:ABC", "こんにちは", "0002" + "0199".repeat(600), "000201" + "6304AA7F")
        return texts.map { text -> refusal { phone("hanako").app.wallet { scan(text) } } }
    }

    private suspend fun Play.withCards(): List<AppException.Failed> {
        val app = newPhone("ichiro").app
        val odd = listOf("resident_register_card", "without_signature_certificate", "password_blocked").map { kind ->
            HeldCard(newCard(kind)).use { refusal { app.register(it) } }
        }
        val typed = HeldCard(newCard()).use { card ->
            listOf("X", "WRONG1", "WRONG2", "WRONG3", "WRONG4", PASSWORD).map { refusal { app.register(card, it) } }
        }
        val held = HeldCard(newCard()).use { card ->
            listOf<(ByteArray) -> ByteArray>(
                { throw crossed(PlatformException.CardLost()) },
                { card.transceive(it).also { app.identity { cancel() } } },
                { if (it.size > 30) byteArrayOf(0x6f, 0) else card.transceive(it) },
            ).map { answer -> refusal { app.register(cardAnswering(answer)) } }
        }
        return odd + typed + held + refusal { app.wallet { showCode() } }
    }

    private suspend fun Play.withNetworks(): List<AppException.Failed> {
        val losing = server.newNetwork()
        server.setNetwork(losing, "lose_answer")
        suspend fun elsewhere(name: String, origin: String, call: suspend (YuiApp) -> Unit): AppException.Failed {
            val data = folder.resolve(name).createDirectories()
            return YuiApp.open(lonely(data).copy(origin = origin), Telephone().platform).use { refusal { call(it) } }
        }
        val shop = phone("maruya")
        server.setNetwork(shop.network, "lose_answer")
        val order = refusal { shop.app.shop { openTill(850, null, 600u) } }
        server.setNetwork(shop.network, "on")
        return listOf(
            order,
            elsewhere("visitor", losing) { it.identity { requestVisitorCode("hanako@example.jp") } },
            // The control port is no server of a town: it answers with pages that are not ours.
            elsewhere("foreign", server.address("control")) { it.wallet { shops("", null) } },
            elsewhere("offline", lonely(folder).origin) { it.wallet { shops("", null) } },
        )
    }

    private suspend fun withStores(): List<AppException.Failed> {
        folder.resolve("file").writeText("no folder")
        folder.resolve("foreign").createDirectories().resolve("yui.sqlite").writeText("no store of ours")
        folder.resolve("sealed").createDirectories()
        folder.resolve("new").createDirectories()
        YuiApp.open(lonely(folder.resolve("sealed")), Telephone().platform).close()
        val stopped = object : Clock {
            override fun read() = throw crossed(PlatformException.Failed())
        }
        return listOf("file", "foreign", "sealed").map {
            refusal { YuiApp.open(lonely(folder.resolve(it)), Telephone().platform) }
        } +
            refusal { YuiApp.open(lonely(folder.resolve("new")), Telephone().platform.copy(clock = stopped)) }
    }

    private suspend fun Play.withKeysAndClock(): List<AppException.Failed> {
        val phone = phone("hanako")
        val shop = (phone.app.wallet { scan(poster()) } as Intent.PayShop).shop
        val quote = phone.app.wallet { prepare(shop.id, 100_000, null) }
        phone.telephone.keys.userRefuses = true
        val declined = refusal { phone.app.wallet { confirm(quote.id) } }
        phone.telephone.keys.setScreenLock(false)
        val unlocked = refusal { phone.app.wallet { prepare(shop.id, 100_000, null) } }
        phone.telephone.clock.wrongBy = -1.days.inWholeMilliseconds
        val early = refusal { phone.app.wallet { showCode() } }
        return listOf(declined, unlocked, early)
    }

    private suspend fun Play.poster() = phone("maruya").app.shop { posterCode() }

    private companion object {
        /** SELECT of the application with the certificates (JPKI), by its full name. */
        const val CERTIFICATES = "00a4040c0ad392f000260100000001"
    }
}
