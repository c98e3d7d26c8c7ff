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

    /** What there is to say about what was done last: the name of the words, and what they are about. */
    var said by mutableStateOf<Pair<String, String>?>(null)
        private set

    /** Holds the card to the phone. */
    suspend fun holdCard() {
        said = null
        phone.hold()
    }

    /** Charges the wallet at the counter. */
    suspend fun charge() {
        said = if (desk.charge(app)) null else "charge_first" to ""
    }

    /** Holds the camera to the shop's poster. */
    fun scanPoster() = show(desk.poster)

    /** Takes the code out of a picture or text that was dropped or pasted. */
    suspend fun give(given: Transferable) {
        val code = withContext(Dispatchers.IO) { codeIn(given) }
        if (code == null) said = "code_none" to "" else show(code)
    }

    /** Pastes what is in the clipboard. */
    suspend fun paste() {
        phone.paste()?.let(::show)
    }

    /** Cuts or joins the network. */
    suspend fun turnNetwork() {
        desk.join(!joined)
        joined = !joined
    }

    /** Hears what the phone asked. */
    fun hear(asked: Asked, about: String) {
        said = asked.name.lowercase() to about
    }

    /** The phone's camera sees it, on the screen that looks, or else on the scanner. */
    private fun show(code: String) {
        said = null
        if (!phone.looks) places.go(Screen.SCAN)
        phone.show(code)
    }
}
