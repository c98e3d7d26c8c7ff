/* A running test server, asked through its control port. */

package jp.yui.core.support

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers

/** A running test server. */
abstract class TestServer {
    private val http = HttpClient.newHttpClient()

    /** The origin of its control port. */
    abstract val controlPort: String

    /** Does a thing of the control port; a refusal is an answer with `error`. */
    fun control(action: String, with: JsonElement = json()): JsonElement {
        val request = HttpRequest.newBuilder(URI("$controlPort/control/$action"))
        request.header("content-type", "application/json").POST(BodyPublishers.ofString(with.toString()))
        return Json.parseToJsonElement(http.send(request.build(), BodyHandlers.ofString()).body())
    }

    /** A network for one more phone: the origin under which it knows the server. */
    fun newNetwork(): String = checkNotNull(control("network.new").text("network")) { "no network is left" }

    /** What a network does from now on. */
    fun setNetwork(network: String, state: String): JsonElement =
        control("network.set", json("network" to network, "state" to state))

    /** The server refuses everything that comes over [network] with [code] from now on. */
    fun refuse(network: String, code: String): JsonElement =
        control("server.refuse", json("network" to network, "code" to code))

    /** The town's configuration as [origin] serves it. */
    fun municipality(origin: String): String =
        http.send(HttpRequest.newBuilder(URI("$origin/v1/municipality")).build(), BodyHandlers.ofString()).body()
}

/** A test server that somebody else started. */
class ServerElsewhere(override val controlPort: String) : TestServer()
