/* How everything is drawn: colours, sizes and type, by the person's own settings. */

package jp.yui.ui.look

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.Immutable
import androidx.compose.runtime.remember
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.intl.LocaleList
import androidx.compose.ui.text.style.LineBreak
import androidx.compose.ui.text.style.LineHeightStyle
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em
import androidx.compose.ui.unit.sp
import jp.yui.core.LookView
import jp.yui.core.Theme

/** The look of every screen. */
object Look {
    /** Colours by role. */
    val colours: Colours
        @Composable get() = LocalColours.current

    /** Sizes and weights of words. */
    val type: Type
        @Composable get() = LocalType.current

    /** What can be pressed is at least so high and so wide. */
    val target: Dp
        @Composable get() = if (LocalEasy.current) 56.dp else 48.dp

    /** Whether easy mode is on: nothing has to be held. */
    val easy: Boolean
        @Composable get() = LocalEasy.current
}

/** Sizes and weights of words. */
@Immutable
class Type(font: FontFamily, language: String, easy: Boolean) {
    private val base = TextStyle(
        fontFamily = font,
        fontSize = if (easy) 18.sp else 16.sp,
        lineHeight = 1.7.em,
        lineHeightStyle = LineHeightStyle(LineHeightStyle.Alignment.Center, LineHeightStyle.Trim.None),
        lineBreak = LineBreak.Paragraph,
        localeList = LocaleList(language),
    )

    /** Running words. */
    val body = base

    /** Words of less weight, such as a time. */
    val small = base.copy(fontSize = if (easy) 18.sp else 14.sp)

    /** What a button says, and what stands out in a list. */
    val strong = base.copy(fontWeight = FontWeight.Bold, lineBreak = LineBreak.Heading)

    /** The question of a screen. */
    val title = strong.copy(fontSize = 22.sp, lineHeight = 1.5.em)

    /** The balance and amounts, with figures of one width. */
    val amount = base.copy(
        fontSize = 40.sp,
        lineHeight = 1.3.em,
        fontWeight = FontWeight.Bold,
        fontFeatureSettings = "tnum",
    )
}

private val LocalColours = staticCompositionLocalOf { Light }
private val LocalType = staticCompositionLocalOf { Type(FontFamily.Default, "ja", easy = false) }
private val LocalEasy = staticCompositionLocalOf { false }

/** Draws [content] as [look] has it; [font] is the phone's own unless pictures must be the same everywhere. */
@Composable
fun Looking(look: LookView, font: FontFamily = FontFamily.Default, content: @Composable () -> Unit) {
    val dark = when (look.theme) {
        Theme.SYSTEM -> isSystemInDarkTheme()
        Theme.LIGHT -> false
        Theme.DARK -> true
    }
    val density = LocalDensity.current
    val type = remember(font, look.language, look.easy) { Type(font, look.language, look.easy) }
    CompositionLocalProvider(
        LocalColours provides if (dark) Dark else Light,
        LocalType provides type,
        LocalEasy provides look.easy,
        LocalDensity provides Density(density.density, density.fontScale * look.textPercent.toInt() / 100),
        content = content,
    )
}
