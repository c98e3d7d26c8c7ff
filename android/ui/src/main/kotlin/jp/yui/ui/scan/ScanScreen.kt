/* The scanner: any code a person can meet, by camera, clipboard or picture. */

package jp.yui.ui.scan

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import jp.yui.core.ScanView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.Deeds
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalPhone
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.Toggle
import jp.yui.ui.parts.WideCorner
import jp.yui.ui.parts.Words

@Composable
fun ScanScreen() = Pulled(Topic.IDENTITY, Topic.SETTINGS, snapshot = { screens { scan() } }) { Scan(it) }

@Composable
private fun Scan(view: ScanView) {
    val (app, phone) = LocalApp.current to LocalPhone.current
    val (places, deeds) = LocalPlaces.current to Deeds.remembered()
    val here = remember { places.here }
    val passed = Passed.remembered()
    val follow: suspend (String) -> Unit = { text ->
        val leads = app.screens { scanned(text) }
        deeds.nowhere = leads.error
        // Who has gone elsewhere meanwhile is not fetched from there.
        leads.screen?.let { if (places.here == here) places.goInstead(it, leads.about) }
    }
    val seen = { text: String ->
        if (!passed.isAgain(text)) deeds(stoppable = true) { passed.unless(text) { follow(text) } }
    }
    Page(view.title, below = {
        view.code?.let { code -> SecondButton(code, { places.goInstead(Screen.CODE) }) }
        PlainButton(view.paste, { deeds(stoppable = true) { phone.paste()?.let { follow(it) } } })
    }) {
        when (val error = deeds.nowhere) {
            null -> Scanner(view, seen)
            else -> ErrorNote(error) { deeds.nowhere = null }
        }
    }
}

/** What the camera sees, or the way to allow it. Every code that it reads is given to [onText]. */
@Composable
internal fun Scanner(view: ScanView, onText: (String) -> Unit) {
    val phone = LocalPhone.current
    val allowed by phone.cameraAllowed.collectAsState(true)
    var light by remember { mutableStateOf(false) }
    if (allowed) {
        Box(Modifier.fillMaxWidth().aspectRatio(1f).clip(WideCorner)) { phone.Camera(light, onText) }
        Toggle(view.torch, Mark.Light, light) { light = it }
    } else {
        Words(view.refused)
        SecondButton(view.allow, { phone.openSettings() })
    }
}
