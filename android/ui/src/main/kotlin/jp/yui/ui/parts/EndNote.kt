/* How something ended that moves money: a mark, a colour and words, large enough to be seen across a counter. */

package jp.yui.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import jp.yui.core.Ended
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** How an end is drawn: never by colour alone. */
class End(val mark: Mark, val colour: Color, val ground: Color) {
    companion object {
        /** The one of every screen. */
        @Composable
        fun of(end: Ended): End = with(Look.colours) {
            when (end) {
                Ended.DONE -> End(Mark.Done, good, goodGround)
                Ended.CHECKING -> End(Mark.Wait, care, careGround)
                Ended.REFUSED -> End(Mark.Wrong, danger, dangerGround)
            }
        }
    }
}

/** [title] is said aloud when it comes; [more] stands below it, in its middle; [pattern] is drawn behind them all. */
@Composable
fun EndNote(end: End, title: Text, amount: Text?, more: List<Text>, pattern: Modifier = Modifier) {
    Column(
        Modifier.fillMaxWidth()
            .clip(WideCorner)
            .background(end.ground)
            .then(pattern)
            .border(1.dp, end.colour, WideCorner)
            .padding(24.dp),
        Arrangement.spacedBy(8.dp),
        Alignment.CenterHorizontally,
    ) {
        Picture(end.mark, end.colour, size = 72.dp)
        Words(
            title,
            Modifier.semantics {
                heading()
                liveRegion = LiveRegionMode.Assertive
            },
            Look.type.title.copy(textAlign = TextAlign.Center),
        )
        amount?.let { Amount(it, align = TextAlign.Center) }
        for (text in more) Words(text, style = Look.type.body.copy(textAlign = TextAlign.Center))
    }
}
