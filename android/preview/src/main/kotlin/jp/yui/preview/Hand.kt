/* What the person at the desk does with the mouse, beside pressing what is on the phone. */

package jp.yui.preview

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import jp.yui.core.Screen
import jp.yui.core.YuiApp
import jp.yui.ui.Places
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import java.awt.datatransfer.Transferable

/** The person's hand. */
class Hand(
    private val desk: Desk,
    private val app: YuiApp,
    private val phone: PreviewPhone,
    private val places: Places,
) {
    /** Whether the phone reaches the server. */
    var joined by mutableStateOf(true)
        private set

    /** Why what was done last came to nothing: the name of the words. */
    var refused by mutableStateOf<String?>(null)
        private set

    /** What there is to say about what was done last: the name of the words, and what they are about. */
    var said by mutableStateOf<Pair<String, String>?>(null)
        private set

    /** Holds the card to the phone. */
    suspend fun holdCard() {
        forget()
        phone.hold()
    }

    /** Types a secret of the card into the phone's field that asks for it. */
    fun type(secret: Secret) {
        forget()
        phone.keyboard?.takeIf { it.secret == secret }?.type(desk.secret(secret))
    }

    /** Charges the wallet at the counter. */
    suspend fun charge() {
        forget()
        if (!desk.charge(app)) refused = "charge_first"
    }

    /** Holds the camera to the shop's poster. */
    fun scanPoster() {
        forget()
        show(desk.poster)
    }

    /** Takes the code out of a picture or text that was dropped or pasted. */
    suspend fun give(given: Transferable) {
        val code = withContext(Dispatchers.IO) { codeIn(given) }
        forget()
        if (code == null) refused = "code_none" else show(code)
    }

    /** Pastes what is in the clipboard. */
    suspend fun paste() {
        forget()
        phone.paste()?.let(::show)
    }

    /** Cuts or joins the network. */
    suspend fun turnNetwork() {
        desk.join(!joined)
        joined = !joined
    }

    /** Hears what the phone asked. */
    fun hear(asked: Asked, about: String) {
        forget()
        val words = asked.name.lowercase()
        if (asked == Asked.PASTE_NONE) refused = words else said = words to about
    }

    /** Another thing is done. */
    private fun forget() {
        said = null
        refused = null
    }

    /** The phone's camera sees it, on the screen that looks, or else on the scanner. */
    private fun show(code: String) {
        if (!phone.looks) places.go(Screen.SCAN)
        phone.show(code)
    }
}
