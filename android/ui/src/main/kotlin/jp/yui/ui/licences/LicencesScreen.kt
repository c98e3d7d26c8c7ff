/* The software of others in the app. Each is one text, so that a list of hundreds is drawn at once. */

package jp.yui.ui.licences

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.unit.dp
import jp.yui.core.LicenceLine
import jp.yui.core.LicencesView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Heading
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim

private val LicenceLine.said get() = "$name $version\n$licence"

@Composable
fun LicencesScreen() = Pulled(Topic.SETTINGS, snapshot = { screens { licences() } }) { Licences(it) }

@Composable
private fun Licences(view: LicencesView) = Page(view.title) {
    Words(view.note)
    for (part in view.parts) {
        Heading(part.title)
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            for (line in part.lines) Words(verbatim(line.said), style = Look.type.small)
        }
    }
}
