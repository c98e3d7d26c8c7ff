/* The first frame waits for no native library: seen in a process of its own, as that of the other tests has it already. */

package jp.yui.app

import org.junit.Test
import org.junit.runner.JUnitCore
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class FirstFrameTest {
    @Test
    fun `mark and ground are drawn before the native library is there`() {
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val told = listOf("jna.library.path", "native.dir", "yui.root", "java.awt.headless")
            .map { "-D$it=${System.getProperty(it)}" }
        val path = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        val words = listOf(java, "--add-opens=java.base/java.io=ALL-UNNAMED") + told +
            listOf("-cp", path, JUnitCore::class.java.name, FirstFrame::class.java.name)
        val process = ProcessBuilder(words).redirectErrorStream(true).start()
        val said = process.inputReader().readText()
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), said)
        assertEquals(0, process.exitValue(), said)
    }
}
