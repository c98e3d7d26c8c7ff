/* JSON of plain values, and of what crosses the border in the words of the wire. */

package jp.yui.core.support

import jp.yui.core.*
import kotlinx.serialization.json.*

/** An object of these members. */
fun json(vararg members: Pair<String, Any?>) = JsonObject(members.associate { (name, value) -> name to jsonOf(value) })

/** A value as JSON; fails on what has no form there. */
fun jsonOf(value: Any?): JsonElement = when (value) {
    null -> JsonNull
    is JsonElement -> value
    is String -> JsonPrimitive(value)
    is Boolean -> JsonPrimitive(value)
    is Number -> JsonPrimitive(value)
    is UInt -> JsonPrimitive(value.toLong())
    is Enum<*> -> JsonPrimitive(value.name.lowercase())
    is ErrorCode -> JsonPrimitive(value.text)
    is Text -> JsonPrimitive(value.plain)
    is List<*> -> JsonArray(value.map(::jsonOf))
    else -> error("no JSON of ${value::class}")
}

/** A member of an object; none of anything else, and none when it is null. */
operator fun JsonElement?.get(name: String): JsonElement? =
    (this as? JsonObject)?.get(name).takeUnless { it is JsonNull }

/** The text of a member, or none. */
fun JsonElement?.text(name: String): String? = (this[name] as? JsonPrimitive)?.contentOrNull

/** The number of a member, or none. */
fun JsonElement?.number(name: String): Long? = (this[name] as? JsonPrimitive)?.longOrNull
