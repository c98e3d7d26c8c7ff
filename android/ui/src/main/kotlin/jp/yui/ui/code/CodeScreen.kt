/* The code that pays without a network, as bright as the phone can; the seconds left stand below it as a ring. */

package jp.yui.ui.code

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.CodeView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Ring
import jp.yui.ui.parts.ToBeScanned
import jp.yui.ui.parts.Words

@Composable
fun CodeScreen() {
    val (app, deeds) = LocalApp.current to LocalDeeds.current
    // She came for a code. One that was used since is followed by another only when she asks for it.
    var asked by rememberSaveable { mutableStateOf(false) }
    Pulled(
        Topic.CODE,
        Topic.HISTORY,
        Topic.SETTINGS,
        anewAfter = { view -> SECOND_MILLIS.takeIf { view.qr != null } },
        snapshot = { screens { code(make = !asked) }.also { asked = true } },
    ) { view ->
        Code(view) { deeds { app.screens { code(make = true) } } }
    }
}

@Composable
private fun Code(view: CodeView, onMake: () -> Unit) {
    Page(view.title, below = { view.make?.let { MainButton(it, onMake) } }) {
        view.error?.let { ErrorNote(it, onAgain = onMake) }
        view.qr?.let { qr ->
            Words(view.show)
            ToBeScanned(qr, view.show)
        }
        view.code?.let {
            Words(it.note, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, Look.type.strong)
        }
        view.seconds?.let { seconds ->
            Row(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalAlignment = Alignment.CenterVertically) {
                Ring(view.ring)
                Words(seconds)
            }
        }
        view.offer?.let { Words(it, style = Look.type.small, colour = Look.colours.quiet) }
    }
}

private const val SECOND_MILLIS = 1000L
