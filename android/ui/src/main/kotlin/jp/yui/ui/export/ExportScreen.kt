/* Which months of the history are given away as a file. */

package jp.yui.ui.export

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import jp.yui.core.ExportView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.core.wallet
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPhone
import jp.yui.ui.Pulled
import jp.yui.ui.parts.Choice
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Words

@Composable
fun ExportScreen() = Pulled(Topic.HISTORY, Topic.SETTINGS, snapshot = { screens { export() } }) { Export(it) }

@Composable
private fun Export(view: ExportView) {
    val (app, phone, deeds) = Triple(LocalApp.current, LocalPhone.current, LocalDeeds.current)
    var chosen by rememberSaveable { mutableStateOf<String?>(null) }
    val period = view.periods.firstOrNull { it.file == chosen } ?: view.periods.firstOrNull()
    Page(view.title, below = {
        period?.let {
            MainButton(view.share, {
                deeds { phone.shareFile(it.file, app.wallet { csv(it.from, it.to) }) }
            })
        }
    }) {
        view.empty?.let { Words(it) }
        Column(Modifier.selectableGroup()) {
            for (one in view.periods) Choice(one.text, one == period) { chosen = one.file }
        }
        if (period != null) Words(view.note)
    }
}
