/* What a scenario remembers between steps: `$name` in `with` and `expect`. */

package jp.yui.core.scenario

import jp.yui.core.support.get
import kotlinx.serialization.json.*

class Vars {
    private val saved = mutableMapOf<String, JsonElement>()

    /** Keeps what a step asked to keep; fails on what is not there. */
    fun save(wanted: Map<String, String>, answer: JsonElement) = wanted.forEach { (name, pointer) ->
        saved[name] = checkNotNull(at(answer, pointer)) { "nothing at $pointer to save as $name" }
    }

    /** The value with every text `$name` replaced; fails on what was never saved. */
    fun fill(value: JsonElement): JsonElement = when (value) {
        is JsonArray -> JsonArray(value.map(::fill))
        is JsonObject -> JsonObject(value.mapValues { (name, of) -> if (name.startsWith("$")) of else fill(of) })
        is JsonPrimitive -> {
            val name = value.content.removePrefix("$")
            if (!value.isString || name == value.content) return value
            checkNotNull(saved[name]) { "$$name was never saved" }
        }
    }

    /** What a JSON pointer (RFC 6901) points to. */
    private fun at(answer: JsonElement, pointer: String): JsonElement? =
        pointer.split('/').drop(1).fold(answer as JsonElement?) { found, part ->
            if (found is JsonArray) found.getOrNull(part.toInt()) else found[part]
        }
}
