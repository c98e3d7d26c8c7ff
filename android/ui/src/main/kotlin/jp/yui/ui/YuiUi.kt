/* The whole app, drawn: the look, the frame, and the screen where the person is. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.text.font.FontFamily
import jp.yui.core.FrameView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.YuiApp
import jp.yui.core.observe
import jp.yui.core.pay
import jp.yui.core.register
import jp.yui.core.screens
import jp.yui.core.settings
import jp.yui.ui.code.CodeScreen
import jp.yui.ui.history.HistoryScreen
import jp.yui.ui.home.HomeScreen
import jp.yui.ui.look.Looking
import jp.yui.ui.paid.PaidScreen
import jp.yui.ui.pay.PayScreen
import jp.yui.ui.receipt.ReceiptScreen
import jp.yui.ui.register.RegisterScreen
import jp.yui.ui.scan.ScanScreen
import jp.yui.ui.settings.SettingsScreen
import jp.yui.ui.talk.TalkScreen
import kotlinx.coroutines.launch

/** What stands around every screen, and where it leads. */
class Frame(
    val words: FrameView,
    val tabsShown: Boolean,
    val onTab: (Screen) -> Unit,
    /** None on the first screen. */
    val onBack: (() -> Unit)?,
    /** None on the screen it leads to. */
    val onTalk: (() -> Unit)?,
)

/** The open app. */
val LocalApp = staticCompositionLocalOf<YuiApp> { error("a screen without an app") }

/** The phone. */
val LocalPhone = staticCompositionLocalOf<Phone> { error("a screen without a phone") }

/** Where the person is. */
val LocalPlaces = staticCompositionLocalOf<Places> { error("a screen without a place") }

/** What stands around the screen. */
val LocalFrame = staticCompositionLocalOf<Frame> { error("a screen without a frame") }

/** Draws the app. [onSystemBack] tells the phone what its own way back does now, none where it leaves the app. */
@Composable
fun YuiUi(
    app: YuiApp,
    phone: Phone,
    places: Places = Places.remembered(),
    font: FontFamily = FontFamily.Default,
    onSystemBack: @Composable ((() -> Unit)?) -> Unit = {},
) {
    val looks = remember(app) { app.observe(Topic.SETTINGS) { app.settings { look() } to app.screens { frame() } } }
    val (look, words) = looks.collectAsState(remember(app) { app.settings { look() } to app.screens { frame() } }).value
    val here = places.here
    val back = back(app, places)
    onSystemBack(back)
    val frame = Frame(
        words,
        tabsShown = words.tabs.any { it.screen == here.screen },
        onTab = {
            places.home()
            if (it != Screen.HOME) places.go(it)
        },
        onBack = back,
        onTalk = { places.go(Screen.TALK) }.takeIf { here.screen != Screen.TALK },
    )
    CompositionLocalProvider(
        LocalApp provides app,
        LocalPhone provides phone,
        LocalPlaces provides places,
        LocalFrame provides frame,
    ) {
        Looking(look, font) { At(here) }
    }
}

/** The way back: within a job to its screen before, else to the place before. */
@Composable
private fun back(app: YuiApp, places: Places): (() -> Unit)? {
    val scope = rememberCoroutineScope()
    if (!places.hasBefore) return null
    val within: suspend () -> Boolean = when (places.here.screen) {
        Screen.REGISTER -> { -> app.register { back() } }
        Screen.PAY -> { -> app.pay { back() } }
        else -> return places::back
    }
    return { scope.launch { if (!within()) places.back() } }
}

@Composable
private fun At(here: Place) = when (here.screen) {
    Screen.HOME -> HomeScreen()
    Screen.REGISTER -> RegisterScreen()
    Screen.SCAN -> ScanScreen()
    Screen.PAY -> PayScreen()
    Screen.PAID -> PaidScreen(here.about.orEmpty())
    Screen.CODE -> CodeScreen()
    Screen.HISTORY -> HistoryScreen()
    Screen.RECEIPT -> ReceiptScreen(here.about.orEmpty())
    Screen.TALK -> TalkScreen(here.about)
    Screen.SETTINGS -> SettingsScreen()
}
