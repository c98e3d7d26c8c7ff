/* What the screens need of the phone they are on, beside what the core needs. Android and the tests each have it. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import jp.yui.core.CardTransport
import jp.yui.core.ReaderState
import kotlinx.coroutines.flow.Flow

/** The phone. */
interface Phone : Notifier {
    /** What this phone is called in the person's list until she calls it something else. */
    val model: String

    /** Whether cards can be read: [ReaderState.ABSENT], [ReaderState.OFF] or [ReaderState.WAITING]. */
    val reader: Flow<ReaderState>

    /** Each card that is held to the phone, for as long as it is there. Collecting switches the reader on. */
    val cards: Flow<CardTransport>

    /** Whether the camera may be used: false once the person said no. Asking her is the camera's when it is first shown. */
    val cameraAllowed: Flow<Boolean>

    /** Whether she wants as little motion as can be. */
    val reducesMotion: Boolean

    /** What the camera sees, with the light on or off; every code that it reads is given to [onText]. */
    @Composable
    fun Camera(light: Boolean, onText: (String) -> Unit)

    /** A text from the clipboard, or the code in a picture that the person chooses; none when there is none. */
    suspend fun paste(): String?

    /** Opens the system's settings of this app, where she allows what she refused before. */
    fun openSettings()

    /** Whether she lets the app notify her; she is asked where she never was. */
    suspend fun mayNotify(): Boolean

    /** Opens the telephone with this number. */
    fun call(telephone: String)

    /** Offers a text to other apps. */
    fun share(text: String)

    /** Offers a file to other apps; `storage_full` where the phone has no room for it. */
    suspend fun shareFile(name: String, content: String)

    /** A feeling and a sound: one for what is paid, another for what is refused. */
    fun feel(feeling: Feeling)

    /** Says words aloud, in their language (BCP 47); without a voice for it, nothing is said. */
    fun speak(text: String, language: String)

    /** The screen at its brightest and awake, for a code that is scanned; as it was before with false. */
    fun shine(on: Boolean)

    /** While a secret is on the screen, no other app sees or covers it; each `true` is followed by a `false`. */
    fun secret(on: Boolean)
}

/** What the hand and the ear notice. */
enum class Feeling { DONE, REFUSED }
