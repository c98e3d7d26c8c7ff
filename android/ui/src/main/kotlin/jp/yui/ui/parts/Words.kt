/*
 * Words with their readings above. The words are one text, so that lines break where they should and a screen reader
 * hears what is written; the readings are drawn where the words came to stand.
 */

package jp.yui.ui.parts

import androidx.compose.foundation.text.BasicText
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.text
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.text.TextMeasurer
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.drawText
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.text.style.LineHeightStyle
import androidx.compose.ui.text.withStyle
import androidx.compose.ui.unit.TextUnit
import androidx.compose.ui.unit.em
import jp.yui.core.Text
import jp.yui.core.TextRun
import jp.yui.ui.look.Look

/** Draws [text], with readings where it has some. */
@Composable
fun Words(
    text: Text,
    modifier: Modifier = Modifier,
    style: TextStyle = Look.type.body,
    colour: Color = Look.colours.ink,
) {
    val coloured = style.copy(color = colour)
    if (text.runs.all { it.ruby == null }) {
        BasicText(text.plain, modifier, coloured)
    } else {
        WordsWithReadings(text, modifier, coloured)
    }
}

/** Words that came as they are. */
fun verbatim(words: String) = Text(words, listOf(TextRun(words, null)))

/** A reading and the words it stands above. */
private class Reading(val from: Int, val until: Int, val drawn: TextLayoutResult)

/** Keeps words together that stand under one reading (U+2060). */
private const val JOINER = "\u2060"

/** How much of the size of words their readings have. */
private const val READING_SIZE = 0.5f

@Composable
private fun WordsWithReadings(text: Text, modifier: Modifier, style: TextStyle) {
    val measurer = rememberTextMeasurer()
    val (words, readings) = remember(text, style, measurer) { measure(text, style, measurer) }
    var laidOut by remember { mutableStateOf<TextLayoutResult?>(null) }
    BasicText(
        words,
        modifier.clearAndSetSemantics { this.text = AnnotatedString(text.plain) }.drawBehind {
            laidOut?.takeIf {
                it.layoutInput.text ==
                    words
            }?.let { draw(it, readings) }
        },
        style.copy(lineHeight = 2.1.em, lineHeightStyle = LineHeightStyle(BELOW_READINGS, LineHeightStyle.Trim.None)),
        onTextLayout = { laidOut = it },
    )
}

/** Most of a line's spare room lies above its words. */
private val BELOW_READINGS = LineHeightStyle.Alignment(0.8f)

/** The words, spread where a reading is longer than they are, and the readings. */
private fun measure(text: Text, style: TextStyle, measurer: TextMeasurer): Pair<AnnotatedString, List<Reading>> {
    val small = style.copy(fontSize = style.fontSize * READING_SIZE, lineHeight = TextUnit.Unspecified)
    val readings = mutableListOf<Reading>()
    val words = buildAnnotatedString {
        for (run in text.runs) {
            val ruby = run.ruby
            val from = length
            if (ruby == null) {
                append(run.base)
                continue
            }
            val (drawn, below) = measurer.measure(ruby, small) to measurer.measure(run.base, style)
            val missing = (drawn.size.width - below.size.width).coerceAtLeast(0)
            val each = with(below.layoutInput.density) { (missing.toFloat() / run.base.length).toSp() }
            withStyle(SpanStyle(letterSpacing = each)) { append(run.base.toList().joinToString(JOINER)) }
            readings += Reading(from, length, drawn)
        }
    }
    return words to readings
}

private fun DrawScope.draw(words: TextLayoutResult, readings: List<Reading>) {
    for (reading in readings) {
        val first = words.getBoundingBox(reading.from)
        // Where a line is too short for the words, they are divided, and their reading stands above the first part.
        val last = (reading.until - 1 downTo reading.from).map(words::getBoundingBox).first { it.top == first.top }
        val line = words.getLineForOffset(reading.from)
        val middle = (first.left + last.right) / 2 - reading.drawn.size.width / 2f
        val left = middle.coerceIn(0f, (size.width - reading.drawn.size.width).coerceAtLeast(0f))
        val base = words.getLineBaseline(line)
        val fontSize = words.layoutInput.style.fontSize.toPx()
        drawText(reading.drawn, topLeft = Offset(left, base - fontSize * 0.9f - reading.drawn.size.height * 0.86f))
    }
}
