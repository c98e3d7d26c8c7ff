/*
 * Colours by role, out of the Digital Agency's design tokens 1.1.9 (MIT), for light and dark. Written out of
 * core/texts/look/colours.toml by the test `generated` of yui-texts.
 */

package jp.yui.ui.look

import androidx.compose.runtime.Immutable
import androidx.compose.ui.graphics.Color

/** A colour for each role; no screen names one in any other way. */
@Immutable
class Colours(
    /** Behind everything. */
    val ground: Color,
    /** Words. */
    val ink: Color,
    /** Words of less weight. */
    val quiet: Color,
    /** Hairlines between things. */
    val line: Color,
    /** The border of what can be filled in or pressed. */
    val fieldLine: Color,
    /** The one main act of a screen. */
    val primary: Color,
    /** Words on [primary]. */
    val onPrimary: Color,
    /** A quiet area of the same colour. */
    val primaryGround: Color,
    /** What went wrong. */
    val danger: Color,
    /** The area behind it. */
    val dangerGround: Color,
    /** What went well. */
    val good: Color,
    /** The area behind it. */
    val goodGround: Color,
    /** What to take care of. */
    val care: Color,
    /** The area behind it. */
    val careGround: Color,
    /** Around what the keyboard is at. */
    val focus: Color,
)

internal val Light = Colours(
    ground = Color(0xFFFFFFFF),
    ink = Color(0xFF1A1A1A),
    quiet = Color(0xFF4D4D4D),
    line = Color(0xFFB3B3B3),
    fieldLine = Color(0xFF666666),
    primary = Color(0xFF0017C1),
    onPrimary = Color(0xFFFFFFFF),
    primaryGround = Color(0xFFE8F1FE),
    danger = Color(0xFFCE0000),
    dangerGround = Color(0xFFFDEEEE),
    good = Color(0xFF197A4B),
    goodGround = Color(0xFFE6F5EC),
    care = Color(0xFF927200),
    careGround = Color(0xFFFBF5E0),
    focus = Color(0xFFFFD43D),
)

internal val Dark = Colours(
    ground = Color(0xFF1A1A1A),
    ink = Color(0xFFF2F2F2),
    quiet = Color(0xFFCCCCCC),
    line = Color(0xFF666666),
    fieldLine = Color(0xFF999999),
    primary = Color(0xFF9DB7F9),
    onPrimary = Color(0xFF000060),
    primaryGround = Color(0xFF000071),
    danger = Color(0xFFFF9696),
    dangerGround = Color(0xFF620000),
    good = Color(0xFF9BD4B5),
    goodGround = Color(0xFF08351F),
    care = Color(0xFFFFE380),
    careGround = Color(0xFF392C00),
    focus = Color(0xFFFFD43D),
)
