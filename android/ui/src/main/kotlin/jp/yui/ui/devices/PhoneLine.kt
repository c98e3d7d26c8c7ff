/* One of her phones in a list: what it is called, since when, and how it stands. */

package jp.yui.ui.devices

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import jp.yui.core.DeviceView
import jp.yui.core.Text
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Hairline
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.Pressable
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim

/** [label] says that it is the one in her hand; without [onPress] it only says something. */
@Composable
internal fun PhoneLine(phone: DeviceView, label: Text? = null, onPress: (() -> Unit)? = null) {
    Pressable(onPress, Modifier.fillMaxWidth()) { Line(phone, label, leads = onPress != null) }
    Hairline()
}

@Composable
private fun Line(phone: DeviceView, label: Text?, leads: Boolean) {
    val colours = Look.colours
    Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(12.dp), Alignment.CenterVertically) {
        Picture(Mark.Phone, if (phone.revoked) colours.quiet else colours.primary)
        Column(Modifier.weight(1f)) {
            Words(verbatim(phone.name), style = Look.type.strong)
            label?.let { Words(it, colour = colours.primary) }
            Words(phone.addedText, style = Look.type.small, colour = colours.quiet)
            Words(phone.stateText, style = Look.type.small, colour = colours.quiet)
        }
        if (leads) Picture(Mark.Next, colours.quiet)
    }
}
