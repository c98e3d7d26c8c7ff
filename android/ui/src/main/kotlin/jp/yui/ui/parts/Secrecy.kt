/* A secret on the screen is hers alone. */

package jp.yui.ui.parts

import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import jp.yui.ui.LocalPhone

/** While this is shown, no other app sees or covers the screen. */
@Composable
internal fun Secrecy() {
    val phone = LocalPhone.current
    DisposableEffect(phone) {
        phone.secret(true)
        onDispose { phone.secret(false) }
    }
}
