/* A process that opens an app once: what a person waits for who starts it, from the virtual machine's first instruction. */

package jp.yui.core.figures

import jp.yui.core.*
import jp.yui.core.support.Telephone
import kotlinx.coroutines.runBlocking
import java.nio.file.Path
import kotlin.system.exitProcess
import kotlin.time.TimeSource

/** Opens an app in the folder named, and prints after how many microseconds it showed its wallet. */
fun main(arguments: Array<String>) {
    val began = TimeSource.Monotonic.markNow()
    runBlocking {
        YuiApp.open(lonely(Path.of(arguments.single())), Telephone().platform).use { app ->
            app.wallet { snapshot() }
            println(began.elapsedNow().inWholeMicroseconds)
        }
    }
    exitProcess(0)
}
