/* Who else sees what is drawn: the list of apps never does, and nobody while a secret is on the screen. */

package jp.yui.app

import android.app.Activity
import android.os.Build
import android.view.WindowManager.LayoutParams

/** For the window of [activity]. */
class Secrecy(private val activity: Activity) {
    private var secrets = 0

    init {
        if (LISTS_CAN_BE_TOLD) activity.setRecentsScreenshotEnabled(false) else shut()
    }

    /** A secret came onto the screen, or went from it. */
    fun count(on: Boolean) {
        secrets = (secrets + if (on) 1 else -1).coerceAtLeast(0)
        when {
            secrets > 0 -> shut()
            LISTS_CAN_BE_TOLD -> activity.window.clearFlags(LayoutParams.FLAG_SECURE)
        }
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) activity.window.setHideOverlayWindows(secrets > 0)
    }

    private fun shut() = activity.window.addFlags(LayoutParams.FLAG_SECURE)

    private companion object {
        /** Before that, a list of apps shows no picture only of what nobody can picture. */
        val LISTS_CAN_BE_TOLD = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU
    }
}
