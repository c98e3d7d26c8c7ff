/* What every Android has, under the type that it has. */

package jp.yui.app

import android.content.Context

/** A service of the system that no phone lacks. */
internal inline fun <reified T : Any> Context.service(): T =
    checkNotNull(getSystemService(T::class.java)) { "a phone without ${T::class.java.simpleName}" }
