/* The scanner: any code a person can meet, by camera, clipboard or picture. */

package jp.yui.ui.scan

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import jp.yui.core.ErrorView
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
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.Switch
import jp.yui.ui.parts.WideCorner

@Composable
fun ScanScreen() = Pulled(Topic.IDENTITY, Topic.SETTINGS, snapshot = { screens { scan() } }) { Scan(it) }

@Composable
private fun Scan(view: ScanView) {
    val (app, phone) = LocalApp.current to LocalPhone.current
    val (places, deeds) = LocalPlaces.current to Deeds.remembered()
    var light by remember { mutableStateOf(false) }
    var refused by remember { mutableStateOf<ErrorView?>(null) }
    val follow: suspend (String) -> Unit = { text ->
        val leads = app.screens { scanned(text) }
        refused = leads.error
        leads.screen?.let { places.goInstead(it) }
    }
    Page(view.title, below = {
        SecondButton(view.paste, { deeds { phone.paste()?.let { follow(it) } } })
        view.code?.let { code -> PlainButton(code, { places.goInstead(Screen.CODE) }) }
    }) {
        deeds.error?.let { ErrorNote(it) }
        refused?.let { error -> ErrorNote(error) { refused = null } }
        if (refused == null) {
            Box(Modifier.fillMaxWidth().aspectRatio(1f).clip(WideCorner)) {
                phone.Camera(light) { text -> deeds { follow(text) } }
            }
            Switch(view.torch, light) { light = it }
        }
    }
}
