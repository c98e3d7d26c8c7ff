/* Plays steps against a server process, with fresh phones whose stores lie in one folder. */

package jp.yui.core.scenario

import jp.yui.core.AppConfig
import jp.yui.core.support.*
import kotlinx.serialization.json.*
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicLong
import kotlin.io.path.createDirectories

/** [made] makes the phones; the server's clock is [ahead] milliseconds of the machine's. */
class Play(
    val server: ServerProcess,
    private val folder: Path,
    ahead: Long = 0,
    private val made: (String, AppConfig, Telephone) -> Phone = ::Phone,
) : AutoCloseable {
    private val phones = mutableMapOf<String, Phone>()
    private val vars = Vars()

    /** By how much the phones' clocks are ahead of the machine's, with the server's. */
    private val offset = AtomicLong(ahead)

    /** Somebody's phone. */
    fun phone(name: String) = checkNotNull(phones[name]) { "$name has no phone" }

    /** Plays a step and answers what it was answered; fails when that is not what the step expects. */
    suspend fun step(step: Step): JsonElement {
        val (with, expect) = listOf(step.with, step.expect).map(vars::fill)
        val answer = act(step.actor, step.action, if (with is JsonNull) json() else with)
        val refused = answer["error"].takeIf { expect["error"] == null }
        val wrong = refused?.let { "refused with $it" } ?: mismatch(expect, answer)
        check(wrong == null) { "$step: $wrong" }
        vars.save(step.save, answer)
        return answer
    }

    override fun close() = phones.values.forEach(Phone::close)

    private suspend fun act(name: String, action: String, with: JsonElement): JsonElement = when {
        name in town && action == "compare.histories" -> compare(with)
        name in town -> server.control(action, with)
        "$name $action" == "clock advance" ->
            server.control("clock.advance", with).also { offset.set(it.number("offset_ms") ?: error("no offset")) }
        "$name $action" == "server kill" -> json().also { server.kill() }
        "$name $action" == "server start" -> json().also { server.startAgain(offset.get()) }
        action == "phone.new" -> json().also { newPhone(name, with["screen_lock"] != JsonPrimitive(false)) }
        action == "network" -> server.setNetwork(phone(name).network, with.text("state").orEmpty())
        action == "identity.remove" -> {
            val other = phone(with.text("phone").orEmpty()).telephone.keys.deviceThumbprint()
            phone(name).act("identity.remove_device", json("device" to other))
        }
        else -> phone(name).act(action, with)
    }

    private suspend fun newPhone(name: String, screenLock: Boolean) {
        val data = folder.resolve(name).createDirectories().toString()
        val config = AppConfig(data, server.newNetwork(), "422053", "ja", server.municipality)
        phones[name] = made(name, config, Telephone(screenLock, offset)).also { it.start() }
    }

    /** Whether a resident's payments at a shop, with their refunds, are the same list on both phones. */
    private suspend fun compare(with: JsonElement): JsonElement {
        val (resident, shop) = listOf("resident", "shop").map { role ->
            val page = phone(with.text(role).orEmpty()).act("history", json("role" to role))
            val lines = page["lines"]?.jsonArray.orEmpty().filter { it.text("kind") in setOf("payment", "refund") }
            lines.map { line -> listOf("id", "amount", "state", "at").map { line[it] } }
        }
        return json("equal" to (resident == shop), "entries" to resident.size, "lists" to listOf(resident, shop))
    }
}

private val town = setOf("town", "staff")
