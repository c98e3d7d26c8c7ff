/* The phone of a test: what is held to it and what its camera sees, a test says. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import jp.yui.core.CardTransport
import jp.yui.core.ReaderState
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.receiveAsFlow

class TestPhone(override val model: String = "test phone") : Phone {
    /** What the camera sees next. */
    val seen = Channel<String>(Channel.UNLIMITED)

    /** What is held to it next. */
    val held = Channel<CardTransport>(Channel.UNLIMITED)

    /** What the hand and the ear noticed. */
    val felt = mutableListOf<Feeling>()

    /** What was called, shared and pasted. */
    val called = mutableListOf<String>()
    val shared = mutableListOf<String>()
    var clipboard: String? = null

    /** What it said aloud, with the language of the voice. */
    val spoken = mutableListOf<Pair<String, String>>()

    /** Whether the screen is at its brightest. */
    var shines = false

    /** Whether she lets the app use the camera, and how often its settings were opened. */
    override val cameraAllowed = MutableStateFlow(true)
    var settingsOpened = 0

    override var reducesMotion = false

    override val reader = MutableStateFlow(ReaderState.WAITING)
    override val cards = held.receiveAsFlow()

    @Composable
    override fun Camera(light: Boolean, onText: (String) -> Unit) {
        PosterAhead(light)
        LaunchedEffect(Unit) { for (text in seen) onText(text) }
    }

    /** What she takes her time to choose, where nothing was copied. */
    var choosing: CompletableDeferred<String>? = null

    override suspend fun paste() = clipboard ?: choosing?.await()

    /** Whether notifications may be shown, how often that was asked, and what was shown. */
    var notifies = true
    var asked = 0
    val notified = mutableListOf<List<String>>()

    override suspend fun mayNotify() = notifies.also { asked++ }

    override fun notify(channel: String, title: String, body: String) {
        notified += listOf(channel, title, body)
    }

    override fun openSettings() {
        settingsOpened++
    }

    override fun call(telephone: String) {
        called += telephone
    }

    override fun share(text: String) {
        shared += text
    }

    override suspend fun shareFile(name: String, content: String) {
        shared += content
    }

    override fun feel(feeling: Feeling) {
        felt += feeling
    }

    override fun speak(text: String, language: String) {
        spoken += text to language
    }

    override fun shine(on: Boolean) {
        shines = on
    }

    /** How many secrets are on the screen. */
    var secrets = 0

    override fun secret(on: Boolean) {
        secrets += if (on) 1 else -1
    }
}
