/* What the app told her, and what her phone may notify her of. */

package jp.yui.ui.notices

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.unit.dp
import jp.yui.core.NoticesView
import jp.yui.core.Topic
import jp.yui.core.notices
import jp.yui.core.screens
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPhone
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Heading
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.NoticeNote
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Switch
import jp.yui.ui.parts.Way
import jp.yui.ui.parts.Words

@Composable
fun NoticesScreen() = Pulled(
    Topic.HISTORY,
    Topic.WALLET,
    Topic.DEVICES,
    Topic.IDENTITY,
    Topic.SETTINGS,
    snapshot = { screens { notices() } },
) { Notices(it) }

@Composable
private fun Notices(view: NoticesView) {
    val places = LocalPlaces.current
    Page(view.title) {
        view.empty?.let { Words(it) }
        for (day in view.days) {
            Column {
                Heading(day.title)
                for (line in day.lines) {
                    Way(Mark.Notice, line.text, line.screen?.let { screen -> { places.go(screen, line.about) } })
                }
            }
        }
        Switches(view)
    }
}

/** What may be notified. The phone's system is asked only when she switches something on. */
@Composable
private fun Switches(view: NoticesView) = Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
    val (app, phone, deeds) = Triple(LocalApp.current, LocalPhone.current, LocalDeeds.current)
    var denied by rememberSaveable { mutableStateOf(false) }
    Heading(view.wantedTitle)
    Words(view.wantedNote, style = Look.type.small, colour = Look.colours.quiet)
    if (denied) NoticeNote(view.denied, phone::openSettings)
    for (switch in view.switches) {
        Switch(switch.text, switch.on, switch.note) { on ->
            deeds {
                denied = on && !phone.mayNotify()
                if (!denied) app.notices { want(switch.kind, on) }
            }
        }
    }
}
