/* An amount, large: what does not fit into a line is drawn smaller, as figures that break are read wrongly. */

package jp.yui.ui.parts

import androidx.compose.foundation.text.BasicText
import androidx.compose.foundation.text.TextAutoSize
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.sp
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** See the file. */
@Composable
fun Amount(text: Text, modifier: Modifier = Modifier, align: TextAlign = TextAlign.Unspecified) {
    val style = Look.type.amount.copy(color = Look.colours.ink, textAlign = align)
    if (text.runs.all { it.ruby == null }) {
        val fits = TextAutoSize.StepBased(SMALLEST, style.fontSize, STEP)
        BasicText(text.plain, modifier, style, maxLines = 1, softWrap = false, autoSize = fits)
    } else {
        Words(text, modifier, style)
    }
}

/** As small as the words around it. */
private val SMALLEST = 16.sp

private val STEP = 1.sp
