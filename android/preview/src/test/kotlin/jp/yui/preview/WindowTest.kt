/* The window of scripts/preview on a small screen of its own, used with a mouse alone. */

package jp.yui.preview

import jp.yui.core.support.ServerProcess
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.io.File
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class WindowTest {
    @get:Rule
    val folder = TemporaryFolder()

    @Test
    fun `a newcomer opens the window, registers, drops a picture of a poster and pays`() =
        ServerProcess(folder.root.toPath().resolve("server")).use { server -> played(server.controlPort) }

    private fun played(server: String) {
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val properties = listOf("jna.library.path", "native.dir", "yui.root").map { "-D$it=${System.getProperty(it)}" }
        val screen = listOf("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24")
        val program =
            listOf(
                java,
                "-Dskiko.renderApi=SOFTWARE",
                "-Duser.language=ja",
                "-cp",
                System.getProperty("java.class.path"),
            )
        val log = folder.newFile("log")
        val process = ProcessBuilder(
            screen + program + properties + listOf("jp.yui.preview.NewcomerKt", "${folder.root}", server),
        )
            .redirectErrorStream(true).redirectOutput(log).start()
        val ended = process.waitFor(3, TimeUnit.MINUTES)
        if (!ended) process.descendants().forEach(ProcessHandle::destroyForcibly)
        assertTrue(ended, "it does not end:\n${log.readText()}")
        assertEquals(0, process.exitValue(), log.readText())
        val seen = File("target/window").apply { mkdirs() }
        for (name in listOf(
            "opened.png",
            "paid.png",
        )) {
            File(folder.root, name).copyTo(File(seen, name), overwrite = true)
        }
    }
}
