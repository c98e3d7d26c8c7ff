/* How an answer is held against what a step expects. */

package jp.yui.core.scenario

import jp.yui.core.support.*
import kotlinx.serialization.json.*

/**
 * Where [found] does not meet [expected], in words; null when it does.
 *
 * An object is met by any object with at least its members; `null` by everything; `{"$exists": bool}` by presence;
 * `{"$contains": text}` by a text with that part; `{"$length": n}` by a list of so many; a list by a list of the same
 * length, element by element.
 */
fun mismatch(expected: JsonElement, found: JsonElement, path: String = ""): String? {
    fun unless(held: Boolean, wrong: String) = if (held) null else "$path: $wrong"
    val part = expected.text("\$contains")
    val length = expected.number("\$length")
    return when {
        expected is JsonNull -> null
        part != null -> unless(found is JsonPrimitive && found.isString && part in found.content, "$found lacks $part")
        length != null -> unless(found is JsonArray && found.size.toLong() == length, "$found is not $length items")
        expected is JsonObject -> expected.firstNotNullOfOrNull { (name, of) ->
            val exists = (of["\$exists"] as? JsonPrimitive)?.boolean
            if (exists == null) {
                mismatch(of, found[name] ?: JsonNull, "$path/$name")
            } else {
                unless(exists == (found[name] != null), "$name there: ${!exists}")
            }
        }
        expected is JsonArray -> unless(found is JsonArray && found.size == expected.size, "$found has another length")
            ?: expected.zip(found.jsonArray).firstNotNullOfOrNull { (one, other) -> mismatch(one, other, "$path/-") }
        else -> unless(expected == found, "$found instead of $expected")
    }
}
