/* Whether to remove a phone, or to sign out of this one; and that it is done. */

package jp.yui.ui.remove

import androidx.compose.runtime.Composable
import jp.yui.core.RemoveAction
import jp.yui.core.RemoveView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.identity
import jp.yui.core.screens
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.devices.PhoneLine
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Words

@Composable
fun RemoveScreen(id: String?) = Pulled(
    Topic.DEVICES,
    Topic.IDENTITY,
    Topic.SETTINGS,
    about = id,
    snapshot = { screens { remove(id) } },
) { Remove(it) }

@Composable
private fun Remove(view: RemoveView) {
    val (app, places, deeds) = Triple(LocalApp.current, LocalPlaces.current, LocalDeeds.current)
    val act = {
        when (view.primary.action) {
            RemoveAction.REMOVE -> view.phone?.let { phone -> deeds { app.identity { removeDevice(phone.id) } } }
            RemoveAction.SIGN_OUT -> deeds { app.identity { signOut() } }
            RemoveAction.DEVICES -> places.go(Screen.DEVICES)
            RemoveAction.HOME -> places.home()
        }
    }
    Page(view.title, step = view.primary.action, below = {
        MainButton(view.primary.text, { act() }, enabled = !deeds.busy)
    }) {
        view.phone?.let { PhoneLine(it) }
        for (text in view.body) Words(text)
    }
}
