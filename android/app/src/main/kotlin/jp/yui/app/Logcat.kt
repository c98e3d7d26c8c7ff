/* Lines of the core's log, in the system's. The core writes codes and counts, nothing personal. */

package jp.yui.app

import android.util.Log
import jp.yui.core.LogLevel
import jp.yui.core.LogSink

/** The system's log. */
object Logcat : LogSink {
    override fun line(level: LogLevel, text: String) {
        val priority = when (level) {
            LogLevel.DEBUG -> Log.DEBUG
            LogLevel.INFO -> Log.INFO
            LogLevel.WARNING -> Log.WARN
        }
        Log.println(priority, "Yui", text)
    }
}
