/* The scanner: any code a person can meet, by camera, clipboard or picture. */

package jp.yui.ui.scan

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.unit.dp
import jp.yui.core.ScanView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
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
    val (places, deeds) = LocalPlaces.current to LocalDeeds.current
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
    Page(view.title, filled = true, below = {
        view.code?.let { code -> SecondButton(code, { places.goInstead(Screen.CODE) }) }
        PlainButton(view.paste, { deeds(stoppable = true) { phone.paste()?.let { follow(it) } } })
    }) {
        when (val error = deeds.nowhere) {
            null -> Scanner(view, seen)
            else -> ErrorNote(error) { deeds.nowhere = null }
        }
    }
}

/** What the camera sees, as high as a filled page leaves room, or the way to allow it. [onText] is given every code. */
@Composable
internal fun ColumnScope.Scanner(view: ScanView, onText: (String) -> Unit) {
    val phone = LocalPhone.current
    val allowed by phone.cameraAllowed.collectAsState(true)
    var light by remember { mutableStateOf(false) }
    if (allowed) {
        Box(Modifier.weight(1f).heightIn(min = LOWEST).fillMaxWidth().clip(WideCorner)) { phone.Camera(light, onText) }
        Toggle(view.torch, Mark.Light, light) { light = it }
    } else {
        Words(view.refused)
        SecondButton(view.allow, { phone.openSettings() })
    }
}

/** So high at least that a code is found in it at an arm's length. */
private val LOWEST = 240.dp
