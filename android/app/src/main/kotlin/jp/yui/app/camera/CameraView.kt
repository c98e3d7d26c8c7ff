/* What the camera sees, once the person has allowed it; the screen around it has the other ways to a code. */

package jp.yui.app.camera

import android.view.TextureView
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.SideEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.viewinterop.AndroidView
import androidx.lifecycle.compose.LifecycleResumeEffect

/** Asks for [permission] when it is first shown. Every code that is seen is given to [onText]. */
@Composable
fun CameraView(permission: Permission, light: Boolean, onText: (String) -> Unit) {
    // Asked once, also when the phone is turned while the system's window is open.
    var asked by rememberSaveable { mutableStateOf(false) }
    LaunchedEffect(permission) {
        if (!asked) permission.ask()
        asked = true
    }
    val granted by permission.isGrantedNow.collectAsState()
    if (granted) Seeing(light, onText)
}

@Composable
private fun Seeing(light: Boolean, onText: (String) -> Unit) {
    val told by rememberUpdatedState(onText)
    val context = LocalContext.current
    val view = remember(context) { TextureView(context) }
    var eye by remember { mutableStateOf<Eye?>(null) }
    AndroidView({ view }, Modifier.fillMaxSize())
    LifecycleResumeEffect(view) {
        val opened = Eye(view) { told(it) }
        eye = opened
        onPauseOrDispose {
            eye = null
            opened.close()
        }
    }
    val open = eye
    SideEffect { open?.light(light) }
}
