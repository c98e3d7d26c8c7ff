/* The one window: the mark until the core is open, then everything that the screens draw. */

package jp.yui.app

import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.BackHandler
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.viewModels
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.lifecycle.lifecycleScope
import jp.yui.core.LookView
import jp.yui.core.Screen
import jp.yui.core.Theme
import jp.yui.core.Topic
import jp.yui.core.YuiApp
import jp.yui.core.observe
import jp.yui.core.settings
import jp.yui.ui.Places
import jp.yui.ui.YuiUi
import jp.yui.ui.look.Looking
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.launch

class MainActivity : ComponentActivity() {
    private val wish = MutableStateFlow<Screen?>(null)
    private val retained: Retained by viewModels()

    override fun onCreate(savedInstanceState: Bundle?) {
        enableEdgeToEdge()
        super.onCreate(savedInstanceState)
        // Who is brought back to where she was did not wish for anything anew.
        if (savedInstanceState == null) wish.value = wished(intent)
        addOnNewIntentListener { wish.value = wished(it) }
        val yui = application as Yui
        retained.phone.now = AndroidPhone(this, yui::chip, yui::sound, retained.asked, yui.lent)
        // Until she looks again, who was sent a file may read it, as that starts the process without any window.
        lifecycleScope.launch(Dispatchers.IO) { yui.lent.forgetEarlier() }
        setContent {
            val opening by yui.opening.collectAsState()
            when (val now = opening) {
                // The window's own background has the mark, and needs nothing of ours to be drawn.
                Opening.UnderWay -> {}
                is Opening.Open -> Opened(now.app)
                is Opening.Refused -> Looking(LookView(yui.language, 100u, easy = false, Theme.SYSTEM)) {
                    Ground(window)
                    Box(Modifier.safeDrawingPadding()) { Refused(now.error, yui::openAgain) }
                }
            }
        }
    }

    @Composable
    private fun Opened(app: YuiApp) {
        val looks = remember(app) { app.observe(Topic.SETTINGS) { app.settings { look() } } }
        val look by looks.collectAsState(remember(app) { app.settings { look() } })
        val places = Places.remembered(retained.kept)
        LaunchedEffect(app, places) {
            wish.filterNotNull().collect { screen ->
                wish.value = null
                if (app.offers(screen)) {
                    places.home()
                    places.go(screen)
                }
            }
        }
        Looking(look) { Ground(window) }
        Box(Modifier.safeDrawingPadding()) {
            YuiUi(app, retained.phone, places, kept = retained.kept) { back ->
                BackHandler(back != null) { back?.invoke() }
            }
        }
    }
}
