/* Where the person wants to go from outside the app: by holding its icon, which offers to pay and to show a code. */

package jp.yui.app

import android.content.Intent
import jp.yui.core.AppException
import jp.yui.core.Screen
import jp.yui.core.YuiApp
import jp.yui.core.screens

/** The screen that [intent] wishes for: one of res/xml/shortcuts.xml and no other, as any app can send it. */
fun wished(intent: Intent?): Screen? = when (intent?.getStringExtra("screen")) {
    "scan" -> Screen.SCAN
    "code" -> Screen.CODE
    else -> null
}

/** Whether the first screen leads there now: who is not registered cannot pay. Where that has no answer, it does not. */
suspend fun YuiApp.offers(screen: Screen): Boolean = try {
    val home = screens { home() }
    home.primary.screen == screen || home.tiles.any { it.screen == screen }
} catch (_: AppException) {
    false
}
