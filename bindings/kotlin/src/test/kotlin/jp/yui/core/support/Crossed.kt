/* What has crossed the border so far, by reflection over whatever went in or came out. */

package jp.yui.core.support

import java.lang.reflect.Modifier
import java.util.concurrent.ConcurrentHashMap

private val seen: MutableSet<Class<*>> = ConcurrentHashMap.newKeySet()

/** Notes the types in [value], which crosses here, and answers it. */
fun <T> crossed(value: T): T = value.also(::note)

/** The types of the API that have crossed. */
fun crossedTypes(): Set<Class<*>> = seen.toSet()

private fun note(value: Any?) {
    when {
        value is Iterable<*> -> value.forEach(::note)
        value is Enum<*> -> seen += value.declaringJavaClass
        value != null && value.javaClass.isOfApi() -> {
            seen += value.javaClass
            val fields = value.javaClass.declaredFields.filterNot { Modifier.isStatic(it.modifiers) }
            fields.onEach { it.isAccessible = true }.forEach { note(it.get(value)) }
        }
    }
}

private fun Class<*>.isOfApi() = packageName == "jp.yui.core" && !isInterface
