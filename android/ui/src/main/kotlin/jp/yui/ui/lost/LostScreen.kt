/* What to do when a phone is lost. */

package jp.yui.ui.lost

import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import jp.yui.core.LostView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalPhone
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.devices.PhoneLine
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.Words

@Composable
fun LostScreen() = Pulled(
    Topic.DEVICES,
    Topic.IDENTITY,
    Topic.TOWN,
    Topic.SETTINGS,
    snapshot = { screens { lost() } },
) { Lost(it) }

@Composable
private fun Lost(view: LostView) {
    val (places, handset) = LocalPlaces.current to LocalPhone.current
    Page(view.title, below = {
        view.primary?.let { MainButton(it.text, { places.go(it.screen, it.about) }) }
    }) {
        Words(view.body)
        if (view.phones.isNotEmpty()) {
            Column { for (phone in view.phones) PhoneLine(phone) { places.go(Screen.REMOVE, phone.id) } }
        }
        for (text in view.meanwhile) Words(text)
        view.byTelephone?.let { Words(it) }
        view.call?.let { SecondButton(it, { handset.call(view.telephone) }) }
    }
}
