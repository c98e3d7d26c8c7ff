/* The test server as a process of its own: started and stopped by whoever plays. */

package jp.yui.core.support

import kotlinx.serialization.json.*
import java.io.File
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** Where this clone lies. */
val root: Path = Path.of(System.getProperty("yui.root")).toRealPath()

/** Where the library and the test server were built. */
val built: Path = Path.of(System.getProperty("native.dir"))

/**
 * A running test server with its data and log in [folder]; [detail] is what is logged, such as `trace`, and its
 * clock is [ahead] milliseconds of the machine's. It ends with [close], and in any case with this process.
 */
class ServerProcess(folder: Path, detail: String = "info", ahead: Long = 0) :
    TestServer(),
    AutoCloseable {
    /** The file that its log goes to. */
    val log: File = folder.resolve("server.log").toFile()

    private val arguments = listOf(
        "--with-parent",
        "--data",
        folder.resolve("data").toString(),
        "--town",
        root.resolve("municipalities/omura").toString(),
        "--log",
        detail,
    )
    private var process: Process
    private var addresses: JsonObject

    init {
        val (process, addresses) = spawn(arguments + listOf("--ahead=$ahead"))
        this.process = process
        this.addresses = addresses
    }

    /** The town's configuration, as it comes with an app. */
    val municipality: String by lazy { municipality(address("origin")) }

    override val controlPort get() = address("control")

    /** The process stands still (SIGSTOP): what is sent to it waits for an answer until [goOn]. */
    fun standStill() = signal("STOP")

    /** It goes on after [standStill] (SIGCONT). */
    fun goOn() = signal("CONT")

    /** Ends the process at once, as a power cut would. */
    fun kill() {
        process.destroyForcibly()
        check(process.waitFor(1, TimeUnit.MINUTES)) { "the server does not end" }
        process.outputStream.close()
    }

    /** Starts it again over the same data and on the same ports, its clock [ahead] milliseconds of the machine's. */
    fun startAgain(ahead: Long) {
        val networks = (addresses["networks"] as JsonArray).joinToString(",") { port(it.jsonPrimitive.content) }
        val ports =
            listOf(
                "--port",
                port(address("origin")),
                "--control-port",
                port(address("control")),
                "--networks",
                networks,
            )
        val (process, addresses) = spawn(arguments + ports + listOf("--ahead=$ahead"))
        this.process = process
        this.addresses = addresses
    }

    override fun close() = kill()

    /** Where it is reached: its `origin` or its `control` port. */
    fun address(name: String): String = checkNotNull(addresses.text(name))

    private fun port(origin: String): String = origin.substringAfterLast(':')

    private fun signal(name: String) {
        val kill = ProcessBuilder("kill", "-$name", process.pid().toString()).inheritIO().start()
        check(kill.waitFor() == 0) { "SIG$name" }
    }

    private fun spawn(arguments: List<String>): Pair<Process, JsonObject> {
        val program = listOf(built.resolve("yui-test-server").toString())
        log.parentFile.mkdirs()
        val process = ProcessBuilder(program + arguments).redirectError(ProcessBuilder.Redirect.appendTo(log)).start()
        val ready =
            process.inputReader().readLine() ?: error("the server ended before it was ready:\n${log.readText()}")
        return process to Json.parseToJsonElement(ready) as JsonObject
    }
}
