/* The code that pays without a network, as bright as the phone can; the seconds left stand below it. */

package jp.yui.ui.code

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import jp.yui.core.CodeView
import jp.yui.core.ErrorView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalPhone
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.QrPicture
import jp.yui.ui.parts.Words
import kotlinx.coroutines.delay

@Composable
fun CodeScreen() {
    var second by remember { mutableStateOf(0) }
    var wanted by remember { mutableStateOf(true) }
    var refused by remember { mutableStateOf<ErrorView?>(null) }
    LaunchedEffect(Unit) {
        while (true) {
            delay(SECOND_MILLIS)
            second++
        }
    }
    Pulled(Topic.CODE, Topic.HISTORY, Topic.SETTINGS, about = second, snapshot = {
        val made = wanted
        wanted = false
        // Why none was made stays, while the seconds go on.
        screens { code(made) }.also { if (made) refused = it.error }
    }) {
        Code(it, refused) {
            wanted = true
            second++
        }
    }
}

@Composable
private fun Code(view: CodeView, refused: ErrorView?, onMake: () -> Unit) {
    val phone = LocalPhone.current
    Page(view.title, below = { view.make?.let { MainButton(it, onMake) } }) {
        refused?.let { ErrorNote(it) }
        view.qr?.let { qr ->
            DisposableEffect(phone) {
                phone.shine(true)
                onDispose { phone.shine(false) }
            }
            Words(view.show)
            Column(Modifier.fillMaxWidth(), horizontalAlignment = Alignment.CenterHorizontally) {
                QrPicture(qr, view.show)
            }
        }
        view.code?.let { Words(it.note, style = Look.type.strong) }
        view.seconds?.let { Words(it) }
        view.offer?.let { Words(it, style = Look.type.small, color = Look.colours.quiet) }
    }
}

private const val SECOND_MILLIS = 1000L
