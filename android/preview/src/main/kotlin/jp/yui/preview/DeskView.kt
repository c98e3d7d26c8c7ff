/* The desk as it is seen: the phone on the left, the panel on the right; a picture can be dropped anywhere. */

package jp.yui.preview

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.draganddrop.dragAndDropTarget
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.setValue
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.Modifier
import androidx.compose.ui.draganddrop.DragAndDropEvent
import androidx.compose.ui.draganddrop.DragAndDropTarget
import androidx.compose.ui.draganddrop.awtTransferable
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import jp.yui.core.Topic
import jp.yui.core.YuiApp
import jp.yui.core.observe
import jp.yui.core.settings
import jp.yui.ui.Feeling
import jp.yui.ui.Places
import jp.yui.ui.YuiUi
import jp.yui.ui.look.Look
import jp.yui.ui.look.Looking
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch

/** The panel's words. */
val LocalDeskWords = staticCompositionLocalOf<DeskWords> { error("a desk without words") }

/** Draws the desk. */
@Composable
fun DeskView(
    desk: Desk,
    hand: Hand,
    app: YuiApp,
    phone: PreviewPhone,
    places: Places,
    font: FontFamily = FontFamily.Default,
) {
    val looks = remember(app) { app.observe(Topic.SETTINGS) { app.settings { look() } } }
    val look by looks.collectAsState(app.settings { look() })
    var words by remember { mutableStateOf<DeskWords?>(null) }
    LaunchedEffect(look.language) { words = desk.words(look.language) }
    val known = words ?: return
    CompositionLocalProvider(LocalDeskWords provides known) {
        Looking(look.copy(textPercent = 100u, easy = false), font) {
            Box(Modifier.fillMaxSize().background(Look.colours.primaryGround).dropped(hand)) {
                InSight {
                    Row(Modifier.fillMaxSize().padding(24.dp), Arrangement.spacedBy(24.dp)) {
                        Handset(phone) { phone.Keys { YuiUi(app, phone, places, font) } }
                        Panel(hand, phone)
                    }
                }
            }
        }
    }
}

/** In a window that is lower than the desk everything is drawn smaller. */
@Composable
private fun InSight(content: @Composable () -> Unit) = BoxWithConstraints {
    val (whole, share) = LocalDensity.current to (maxHeight / DESK.height).coerceAtMost(1f)
    CompositionLocalProvider(
        LocalDensity provides Density(whole.density * share, whole.fontScale),
        content = content,
    )
}

/** The desk as it is drawn where there is room. */
val DESK = DpSize(860.dp, 880.dp)

/** What is dropped here goes to [hand]. */
@OptIn(ExperimentalComposeUiApi::class)
@Composable
private fun Modifier.dropped(hand: Hand): Modifier {
    val scope = rememberCoroutineScope()
    val target = remember(hand) {
        object : DragAndDropTarget {
            override fun onDrop(event: DragAndDropEvent): Boolean {
                val given = event.awtTransferable
                scope.launch { hand.give(given) }
                return true
            }
        }
    }
    return dragAndDropTarget({ true }, target)
}

/** A phone's case; for a moment it has the colour of what the phone lets feel. */
@Composable
private fun Handset(phone: PreviewPhone, screen: @Composable () -> Unit) {
    val felt = phone.felt
    var feels by remember { mutableStateOf(false) }
    LaunchedEffect(felt) {
        feels = felt != null
        delay(FELT_MILLIS)
        feels = false
    }
    val case = when {
        feels && felt?.first == Feeling.DONE -> Look.colours.good
        feels -> Look.colours.danger
        else -> Color.Black
    }
    Box(
        Modifier.fillMaxHeight().aspectRatio(SHAPE, matchHeightConstraintsFirst = true)
            .border(CASE.dp, case, RoundedCornerShape(36.dp))
            .padding(CASE.dp)
            .clip(RoundedCornerShape((36 - CASE).dp))
            .background(Look.colours.ground)
            .padding(vertical = 12.dp),
    ) { screen() }
}

/** How long the case shows what was felt. */
private const val FELT_MILLIS = 800L

/** The breadth of the case in dp. */
private const val CASE = 10

/** A phone's width to its height, the case counted in. */
private const val SHAPE = 380f / 804f
