/* The pictures of the app: lines of one weight on a grid of 24, so that both themes and all sizes have them. */

package jp.yui.ui.parts

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.scale
import androidx.compose.ui.graphics.vector.PathParser
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.sp
import jp.yui.core.Screen

/** A picture, as the data of an SVG path. */
enum class Mark(internal val path: String) {
    /** The app's own: two loops that hold each other, as a tied cord does. */
    Yui("M13.6 7.6A6 6 0 1 0 13.6 16.4M10.4 16.4A6 6 0 1 0 10.4 7.6"),
    Back("M15 5l-7 7 7 7"),
    Talk("M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12h5"),
    Home("M4 11l8-7 8 7v9h-5v-6H9v6H4z"),
    Scan("M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M8 8h3v3H8zM13 8h3v3h-3zM8 13h3v3H8zM13 13h3v3h-3z"),
    Card("M3 6h18v12H3zM3 10h18M7 14h3v1H7z"),
    Password("M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2"),
    Phone("M5 3h9v18H5zM9 18h1M17 8a6 6 0 0 1 0 8M19.5 5.5a10 10 0 0 1 0 13"),
    Code("M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2v2h-2zM14 18h2v2h-2zM18 18h2v2h-2z"),
    History("M12 4a8 8 0 1 1-7 4M5 3v5h5M12 8v4l3 2"),
    Settings(
        "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2",
    ),
    Receipt("M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6"),
    Done("M5 12.5l4.5 4.5L19 7.5"),
    Wait("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l3 2"),
    Wrong("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v5M12 16v.5"),
    Notice("M6 17V11a6 6 0 0 1 12 0v6l2 1H4zM10 20h4"),
    Person("M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21a8 8 0 0 1 16 0z"),
    Erase("M9 6h11v12H9l-6-6zM12 9.5l5 5M17 9.5l-5 5"),
    Next("M9 5l7 7-7 7"),
    Points("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM10 16V8.5h2.5a2.2 2.2 0 0 1 0 4.5H10"),
    Limits("M5 18a9 9 0 1 1 14 0M12 15l4-5"),
    Share("M12 15V4M8 8l4-4 4 4M5 13v7h14v-7"),
    About("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8v.5"),
    Page("M6 3h9l4 4v14H6zM9 11h7M9 15h7"),
    Up("M5 15l7-7 7 7"),
    Down("M5 9l7 7 7-7"),
    Given("M9 5L4 10l5 5M4 10h10a6 6 0 0 1 0 11h-3"),
    Offline("M3 9a13 13 0 0 1 18 0M6.5 12.7a8 8 0 0 1 11 0M10 16.4a3 3 0 0 1 4 0M4 3l16 18"),
    Online("M3 9a13 13 0 0 1 18 0M6.5 12.7a8 8 0 0 1 11 0M10 16.4a3 3 0 0 1 4 0"),
    Light("M9 3h6l-1.5 7H17l-7 11 1.5-8H7z"),
    Receive("M12 3v11M7 10l5 5 5-5M4 18v2h16v-2"),
    Charge("M4 7h16v12H4zM4 11h16M12 13v4M10 15h4"),
    Shops("M4 9l2-5h12l2 5M4 9v11h16V9M4 9h16M9 20v-6h6v6"),
    ;

    companion object {
        /** The mark of a screen, where one can go to it. */
        fun of(screen: Screen): Mark = when (screen) {
            Screen.HOME -> Home
            Screen.REGISTER -> Person
            Screen.SCAN, Screen.PAY -> Scan
            Screen.PAID -> Done
            Screen.CODE -> Code
            Screen.HISTORY -> History
            Screen.RECEIPT -> Receipt
            Screen.TALK -> Talk
            Screen.SETTINGS -> Settings
            Screen.LOTS, Screen.POINTS -> Points
            Screen.LIMITS -> Limits
            Screen.EXPORT -> Share
            Screen.NOTICES -> Notice
            Screen.ABOUT -> About
            Screen.LICENCES -> Page
            Screen.DEVICES, Screen.REMOVE, Screen.LOST -> Phone
            Screen.CARD, Screen.TRIES -> Card
            Screen.LEAVE, Screen.VISITOR -> Person
            Screen.RECEIVE, Screen.PAIRING -> Receive
            Screen.CHARGE -> Charge
            Screen.SHOPS -> Shops
        }
    }
}

/** Draws a mark as high as the words beside it; what it means stands in those. */
@Composable
fun Picture(
    mark: Mark,
    colour: Color,
    modifier: Modifier = Modifier,
    size: Dp = with(LocalDensity.current) { 24.sp.toDp() },
) {
    val path = remember(mark) { PathParser().parsePathString(mark.path).toPath() }
    Canvas(modifier.size(size)) {
        scale(this.size.width / GRID, pivot = Offset.Zero) {
            drawPath(path, colour, style = Stroke(1.75f, cap = StrokeCap.Round, join = StrokeJoin.Round))
        }
    }
}

private const val GRID = 24f
