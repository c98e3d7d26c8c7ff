/* What lies behind everything, to the edges of the glass. */

package jp.yui.app

import android.view.Window
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.runtime.Composable
import androidx.compose.runtime.SideEffect
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.luminance
import androidx.core.view.WindowCompat
import jp.yui.ui.look.Look

/** The ground of the look, with the system's own signs of time and battery dark on light, or light on dark. */
@Composable
fun Ground(window: Window) {
    val ground = Look.colours.ground
    Box(Modifier.fillMaxSize().background(ground))
    SideEffect {
        val light = ground.luminance() > 0.5f
        WindowCompat.getInsetsController(window, window.decorView).apply {
            isAppearanceLightStatusBars = light
            isAppearanceLightNavigationBars = light
        }
    }
}
