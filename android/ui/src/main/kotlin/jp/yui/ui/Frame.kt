/* What stands around every screen, and what a screen finds around it. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.runtime.staticCompositionLocalOf
import jp.yui.core.FrameView
import jp.yui.core.Screen
import jp.yui.core.Text
import jp.yui.core.YuiApp
import kotlinx.coroutines.delay

/** What stands around every screen, and where it leads. */
class Frame(
    val words: FrameView,
    /** The screen in the middle. */
    val here: Screen,
    val tabsShown: Boolean,
    val onTab: (Screen) -> Unit,
    /** None on the first screen. */
    val onBack: (() -> Unit)?,
    /** None on the screen it leads to. */
    val onTalk: (() -> Unit)?,
    /** The way back, while it is under way, and how it failed. */
    val leaving: Deeds,
    /** What is said of the network, if there is something to say. */
    val network: Text?,
    /** The error that is on the screen, for who is asked on the telephone. */
    val shown: Shown,
)

/** The code of the error that is on the screen, if there is one. */
class Shown {
    var code: String? = null
}

/** The open app. */
val LocalApp = staticCompositionLocalOf<YuiApp> { error("a screen without an app") }

/** The phone. */
val LocalPhone = staticCompositionLocalOf<Phone> { error("a screen without a phone") }

/** Where the person is. */
val LocalPlaces = staticCompositionLocalOf<Places> { error("a screen without a place") }

/** What stands around the screen. */
val LocalFrame = staticCompositionLocalOf<Frame> { error("a screen without a frame") }

/** What to say of the network: that there is none, and for a moment that it is there again. */
@Composable
internal fun network(words: FrameView): Text? {
    val lost = words.offline != null
    var again by remember { mutableStateOf(false) }
    var wasLost by remember { mutableStateOf(lost) }
    LaunchedEffect(lost) {
        again = wasLost && !lost
        wasLost = lost
        delay(AGAIN_MILLIS)
        again = false
    }
    return words.offline ?: words.onlineAgain.takeIf { again }
}

/** How long it is said that the network is there again: long enough to be read slowly. */
private const val AGAIN_MILLIS = 6000L
