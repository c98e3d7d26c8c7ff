/* A code that somebody else scans, in the middle and as bright as the phone can. */

package jp.yui.ui.parts

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.lifecycle.compose.LifecycleResumeEffect
import jp.yui.core.QrView
import jp.yui.core.Text
import jp.yui.ui.LocalPhone

/** [text] says what it is to whoever does not see it. */
@Composable
fun ToBeScanned(code: QrView, text: Text) {
    val phone = LocalPhone.current
    LifecycleResumeEffect(phone) {
        phone.shine(true)
        onPauseOrDispose { phone.shine(false) }
    }
    Column(Modifier.fillMaxWidth(), horizontalAlignment = Alignment.CenterHorizontally) { QrPicture(code, text) }
}
