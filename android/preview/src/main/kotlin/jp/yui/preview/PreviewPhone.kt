/* The phone on the desk: its reader takes the card that is held to it, its camera sees the codes that are given to it. */

package jp.yui.preview

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.platform.InterceptPlatformTextInput
import androidx.compose.ui.platform.PlatformTextInputInterceptor
import jp.yui.core.CardTransport
import jp.yui.core.ReaderState
import jp.yui.core.support.HeldCard
import jp.yui.ui.Feeling
import jp.yui.ui.Phone
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.onCompletion
import kotlinx.coroutines.flow.onStart
import kotlinx.coroutines.withContext
import java.awt.Toolkit
import java.awt.datatransfer.Clipboard
import java.awt.datatransfer.StringSelection
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

/** What the phone asked of the system around it, for the panel to tell, by the name of its words there. */
enum class Asked { CALLED, SHARED, SAVED, NOTIFIED, SPOKEN, SETTINGS, PASTE_NONE }

/** [card] lays the card on the phone, [folder] takes the files it shares, [ask] hears what it asked, about what. */
class PreviewPhone(
    private val card: () -> HeldCard,
    private val folder: Path,
    private val clipboard: () -> Clipboard = { Toolkit.getDefaultToolkit().systemClipboard },
    private val ask: (Asked, String) -> Unit,
) : Phone {
    private val held = MutableSharedFlow<Unit>()
    private val codes = Channel<String>(1, BufferOverflow.DROP_OLDEST)

    /** Whether a screen waits for a card. */
    var waitsForCard by mutableStateOf(false)
        private set

    /** Whether a card is being read. */
    var readsCard by mutableStateOf(false)
        private set

    /** What types into the field where the cursor is, if it is in one. */
    var keyboard by mutableStateOf<Keyboard?>(null)
        private set

    /** Whether the camera is on. */
    var looks by mutableStateOf(false)
        private set

    /** Whether its screen is at its brightest. */
    var shines by mutableStateOf(false)
        private set

    /** What the hand and the ear noticed last, and how many times something was noticed. */
    var felt by mutableStateOf<Pair<Feeling, Int>?>(null)
        private set

    override val model: String = "preview"
    override val cameraAllowed = flowOf(true)
    override val reducesMotion = false
    override val reader = MutableStateFlow(ReaderState.WAITING)
    override val cards: Flow<CardTransport> = flow<CardTransport> {
        held.collect {
            readsCard = true
            try {
                withContext(Dispatchers.IO) { card() }.use { emit(it) }
            } catch (_: IOException) {
                reader.value = ReaderState.ABSENT
            } finally {
                readsCard = false
            }
        }
    }.onStart { waitsForCard = true }.onCompletion { waitsForCard = false }

    /** Holds the card to it. */
    suspend fun hold() = held.emit(Unit)

    /** Shows its camera a code. */
    fun show(text: String) {
        codes.trySend(text)
    }

    /** Its keyboard, for the fields of [screen]. */
    @OptIn(ExperimentalComposeUiApi::class)
    @Composable
    fun Keys(screen: @Composable () -> Unit) {
        val keys = remember {
            PlatformTextInputInterceptor { field, ownKeys ->
                keyboard = Keyboard(field)
                try {
                    ownKeys.startInputMethod(field)
                } finally {
                    keyboard = null
                }
            }
        }
        InterceptPlatformTextInput(keys, screen)
    }

    @Composable
    override fun Camera(light: Boolean, onText: (String) -> Unit) {
        LaunchedEffect(Unit) {
            looks = true
            try {
                for (text in codes) onText(text)
            } finally {
                looks = false
            }
        }
        CameraPicture(light)
    }

    override suspend fun paste(): String? = withContext(Dispatchers.IO) {
        clipboard().getContents(null)?.let(::codeIn)
    }.also { if (it == null) ask(Asked.PASTE_NONE, "") }

    override fun openSettings() = ask(Asked.SETTINGS, "")

    override suspend fun mayNotify() = true

    override fun notify(channel: String, title: String, body: String) = ask(Asked.NOTIFIED, "$title\n$body")

    override fun speak(text: String, language: String) = ask(Asked.SPOKEN, text)

    override fun call(telephone: String) = ask(Asked.CALLED, telephone)

    override fun share(text: String) {
        clipboard().setContents(StringSelection(text), null)
        ask(Asked.SHARED, text)
    }

    override suspend fun shareFile(name: String, content: String) {
        val file = withContext(Dispatchers.IO) {
            folder.createDirectories().resolve(name).apply { writeText(content) }
        }
        ask(Asked.SAVED, file.toString())
    }

    override fun feel(feeling: Feeling) {
        felt = feeling to (felt?.second ?: 0) + 1
    }

    override fun shine(on: Boolean) {
        shines = on
    }

    /** Nothing else lies on the desk. */
    override fun secret(on: Boolean) = Unit
}
