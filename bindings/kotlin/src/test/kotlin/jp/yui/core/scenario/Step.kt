/*
 * Behaviour written once, as data, in tests/scenarios, and played here through the Kotlin binding.
 *
 * The runner is thin and holds no rules: a step is one call of the facade or of the test server's control port, and a
 * step that it does not know fails.
 */

package jp.yui.core.scenario

import jp.yui.core.support.text
import kotlinx.serialization.json.*
import java.nio.file.Path
import kotlin.io.path.readText

/** The steps of a scenario file; fails on a member that this runner does not know. */
fun readScenario(file: Path): List<Step> {
    val members = Json.parseToJsonElement(file.readText()).onlyOf("name", "about", "steps")
    return members.getValue("steps").jsonArray.map(Step::of)
}

/** Who does what with what, what must be in the answer, and what to keep of it (name to JSON pointer). */
class Step(
    val actor: String,
    val action: String,
    val with: JsonElement,
    val expect: JsonElement,
    val save: Map<String, String>,
) {
    override fun toString() = "$actor $action"

    companion object {
        fun of(json: JsonElement): Step {
            val step = json.onlyOf("as", "do", "with", "expect", "save", "tell")
            return Step(
                step.text("as") ?: "town",
                step.getValue("do").jsonPrimitive.content,
                step["with"] ?: JsonNull,
                step["expect"] ?: JsonNull,
                step["save"]?.jsonObject.orEmpty().mapValues { (_, pointer) -> pointer.jsonPrimitive.content },
            )
        }
    }
}

private fun JsonElement.onlyOf(vararg names: String): JsonObject =
    jsonObject.also { require(it.keys.all(names::contains)) { "one of ${it.keys} is unknown" } }
