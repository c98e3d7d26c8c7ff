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
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import jp.yui.core.Ended
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** [title] is said aloud when it comes; [more] stands below it, in its middle. */
@Composable
fun EndNote(end: Ended, title: Text, amount: Text?, more: List<Text>) {
    val colours = Look.colours
    val (mark, colour, ground) = when (end) {
        Ended.DONE -> Triple(Mark.Done, colours.good, colours.goodGround)
        Ended.CHECKING -> Triple(Mark.Wait, colours.care, colours.careGround)
        Ended.REFUSED -> Triple(Mark.Wrong, colours.danger, colours.dangerGround)
    }
    Column(
        Modifier.fillMaxWidth().background(ground, WideCorner).border(1.dp, colour, WideCorner).padding(24.dp),
        Arrangement.spacedBy(8.dp),
        Alignment.CenterHorizontally,
    ) {
        Picture(mark, colour, size = 72.dp)
        Words(
            title,
            Modifier.semantics {
                heading()
                liveRegion = LiveRegionMode.Assertive
            },
            Look.type.title.copy(textAlign = TextAlign.Center),
        )
        amount?.let { Words(it, style = Look.type.amount.copy(textAlign = TextAlign.Center)) }
        for (text in more) Words(text, style = Look.type.body.copy(textAlign = TextAlign.Center))
    }
}
