/* What the phone's clocks show. */

package jp.yui.app

import android.content.Context
import android.os.SystemClock
import android.provider.Settings
import jp.yui.core.Clock
import jp.yui.core.ClockReading

/** The wall clock, the time since start-up with sleep, and how many times the phone was started. */
class Clocks(context: Context) : Clock {
    // One process never sees two starts.
    private val boot by lazy {
        Settings.Global.getString(context.contentResolver, Settings.Global.BOOT_COUNT).orEmpty()
    }

    override fun read() = ClockReading(System.currentTimeMillis(), SystemClock.elapsedRealtime(), boot)
}
