/* Figures of a phone for scripts/bench, which asks for them by name; no test, and none of the tests' run. */

package jp.yui.core.figures

import jp.yui.core.*
import jp.yui.core.support.Telephone
import jp.yui.core.support.json
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.createDirectory
import kotlin.io.path.fileSize
import kotlin.io.path.name
import kotlin.io.path.walk
import kotlin.time.measureTime

class PhoneFigures {
    @TempDir
    lateinit var folder: Path

    private val rows = System.getProperty("figures.rows").toInt()
    private val openings = System.getProperty("figures.openings").toInt()
    private val calls = System.getProperty("figures.calls").toInt()

    @Test
    fun `opening in a fresh process`() {
        val times = List(openings) {
            inFreshProcess("jp.yui.core.figures.OpenOnceKt", folder.resolve("fresh-$it").createDirectory()).single()
        }
        figure("phone-jvm-load-open-first-snapshot", times.sorted()[openings / 2] / 1_000, "ms")
    }

    @Test
    fun `one call`() = alone(folder, Telephone().platform) { app ->
        repeat(calls) { app.wallet { snapshot() } }
        val time = measureTime { repeat(calls) { app.wallet { snapshot() } } }
        figure("phone-jvm-one-call", time.inWholeNanoseconds / 1_000.0 / calls, "us")
    }

    @Test
    fun `a long history comes to the phone`() = playing(folder, detail = "warn") {
        smallTown()
        val hanako = phone("hanako")
        val subject = hanako.app.identity { snapshot() }.subject
        hanako.close()
        repeat(rows) { server.control("charge", json("subject" to subject, "points" to 1)) }
        hanako.start()
        val before = stored()
        val time = measureTime { hanako.app.sync() }
        figure("phone-jvm-sync-of-$rows-rows", time.inWholeMicroseconds / 1_000.0, "ms")
        check(hanako.app.wallet { snapshot() }.available == START + rows) { "not all of them came" }
        figure("phone-store-a-row", (stored() - before).toDouble() / rows, "bytes")
    }

    private fun stored() = folder.resolve("phones/hanako").walk().filter { "sqlite" in it.name }.sumOf { it.fileSize() }

    private fun figure(name: String, value: Double, unit: String) = println("figure $name $value $unit")

    private companion object {
        /** What the small town begins with. */
        const val START = 200_000L
    }
}

/** Runs the program of a class in a virtual machine of its own, for what it keeps in [folder]; the figures it printed. */
fun inFreshProcess(program: String, folder: Path): List<Double> {
    val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
    val library = "-Djna.library.path=${System.getProperty("jna.library.path")}"
    val path = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
    val words = listOf(java, library, "-cp", path, program, folder.toString())
    val process = ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    val figures = process.inputReader().readLine()
    check(process.waitFor() == 0) { "$program did not do it" }
    return figures.split(' ').map { it.toDouble() }
}
