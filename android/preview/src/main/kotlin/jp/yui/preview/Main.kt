/* The window of scripts/preview: the phone's screens against a test server, for a person with a mouse. */

package jp.yui.preview

import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.WindowPosition
import androidx.compose.ui.window.WindowState
import androidx.compose.ui.window.application
import jp.yui.core.screens
import jp.yui.core.settings
import jp.yui.core.support.ServerElsewhere
import jp.yui.core.support.ServerProcess
import jp.yui.ui.Places
import kotlinx.coroutines.runBlocking
import java.awt.GraphicsEnvironment
import java.io.File
import java.nio.file.Path
import java.util.Locale
import kotlin.io.path.createDirectories

/** Opens the window; the arguments are those of [preview]. */
fun main(arguments: Array<String>) = preview(Path.of(arguments.first()), arguments.getOrNull(1))

/**
 * Opens the window. Phone and town are kept in [folder]; [server] is the control port of a test server, without which
 * one is started that ends with the window.
 */
fun preview(folder: Path, server: String?) {
    folder.createDirectories()
    if (server != null) {
        atDesk(Desk(ServerElsewhere(server), folder), folder)
    } else {
        ServerProcess(folder.resolve("server")).use { atDesk(Desk(it, folder), folder) }
    }
}

/** The font of a Japanese phone, from the package that scripts/setup brings. */
private val deskFont = FontFamily(
    Font(File("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"), FontWeight.Normal),
    Font(File("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"), FontWeight.Bold),
)

/** [size], or what the screen has room for. */
private fun onScreen(size: DpSize): DpSize {
    val room = GraphicsEnvironment.getLocalGraphicsEnvironment().maximumWindowBounds
    return DpSize(size.width.coerceAtMost(room.width.dp), size.height.coerceAtMost(room.height.dp))
}

private fun atDesk(desk: Desk, folder: Path) {
    val app = runBlocking { desk.open(Locale.getDefault().toLanguageTag()) }
    val places = Places()
    lateinit var hand: Hand
    val phone = PreviewPhone(desk::card, folder.resolve("shared")) { asked, about -> hand.hear(asked, about) }
    hand = Hand(desk, app, phone, places)
    application(exitProcessOnExit = false) {
        val state = remember { WindowState(position = WindowPosition(Alignment.Center), size = onScreen(DESK)) }
        Window(::exitApplication, state, title = app.screens { frame() }.app.plain) {
            LaunchedEffect(Unit) { println(desk.words(app.settings { look() }.language)["opened"].plain) }
            DeskView(desk, hand, app, phone, places, deskFont)
        }
    }
    app.close()
}
