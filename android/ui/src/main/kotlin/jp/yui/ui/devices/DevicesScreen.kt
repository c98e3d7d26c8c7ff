/* Her phones; to a guest, the way in for who registered before. */

package jp.yui.ui.devices

import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import jp.yui.core.DevicesView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.parts.Heading
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Ways
import jp.yui.ui.parts.Words

@Composable
fun DevicesScreen() =
    Pulled(Topic.DEVICES, Topic.IDENTITY, Topic.SETTINGS, snapshot = { screens { devices() } }) { Devices(it) }

@Composable
private fun Devices(view: DevicesView) {
    val places = LocalPlaces.current
    Page(view.title, below = { view.primary?.let { MainButton(it.text, { places.go(it.screen, it.about) }) } }) {
        view.body?.let { Words(it) }
        if (view.phones.isNotEmpty()) {
            Column {
                for (phone in view.phones) {
                    PhoneLine(phone, view.thisPhone.takeIf { phone.thisPhone }) { places.go(Screen.REMOVE, phone.id) }
                }
            }
        }
        view.add?.let { Heading(it) }
        for (text in view.addHow) Words(text)
        Ways(view.ways)
        view.removedTitle?.let { title ->
            Heading(title)
            Column { for (phone in view.removed) PhoneLine(phone) }
        }
    }
}
