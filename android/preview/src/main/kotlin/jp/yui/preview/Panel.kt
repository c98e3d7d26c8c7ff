/* The panel beside the phone: what lies on the desk, and can be brought to the phone. */

package jp.yui.preview

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Heading
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim
import kotlinx.coroutines.launch

/** The panel. */
@Composable
fun Panel(hand: Hand, phone: PreviewPhone) {
    Column(Modifier.fillMaxSize(), Arrangement.spacedBy(16.dp)) {
        Things(hand, phone, Modifier.weight(1f))
        if (phone.shines) Words(LocalDeskWords.current["shines"], colour = Look.colours.quiet)
        hand.said?.let { (said, about) ->
            Column(Modifier.semantics { liveRegion = LiveRegionMode.Polite }) {
                Words(LocalDeskWords.current[said], style = Look.type.strong)
                if (about.isNotEmpty()) SelectionContainer { Words(verbatim(about)) }
            }
        }
    }
}

/** What lies there. */
@Composable
private fun Things(hand: Hand, phone: PreviewPhone, modifier: Modifier) {
    val (words, scope) = LocalDeskWords.current to rememberCoroutineScope()
    Column(modifier.verticalScroll(rememberScrollState()), Arrangement.spacedBy(16.dp)) {
        Words(words["title"], Modifier.semantics { heading() }, Look.type.title)
        Words(words["made_up"], colour = Look.colours.quiet)
        Group("card_heading") {
            Words(words["card_enter"])
            for (secret in Secret.entries) {
                SecondButton(
                    words[secret.words],
                    { hand.type(secret) },
                    enabled = phone.keyboard?.secret == secret,
                )
            }
            MainButton(
                words[if (phone.readsCard) "card_held" else "card_hold"],
                { scope.launch { hand.holdCard() } },
                enabled = phone.waitsForCard && !phone.readsCard,
            )
            SecondButton(words["charge"], { scope.launch { hand.charge() } })
            Refusal(hand.refused, "charge_first")
        }
        Group("code_heading") {
            Words(words["code_drop"])
            SecondButton(words["code_scan"], hand::scanPoster)
            SecondButton(words["code_paste"], { scope.launch { hand.paste() } })
            Refusal(hand.refused, "code_none", "paste_none")
        }
        Group("network_heading") {
            SecondButton(
                words[if (hand.joined) "network_cut" else "network_join"],
                { scope.launch { hand.turnNetwork() } },
            )
        }
    }
}

/** Why what was done here came to nothing, where that is one of [here]. */
@Composable
private fun Refusal(refused: String?, vararg here: String) {
    if (refused == null || refused !in here) return
    Row(
        Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Assertive },
        Arrangement.spacedBy(8.dp),
    ) {
        Picture(Mark.Wrong, Look.colours.danger)
        Words(LocalDeskWords.current[refused], colour = Look.colours.danger)
    }
}

@Composable
private fun Group(heading: String, content: @Composable ColumnScope.() -> Unit) {
    val shape = RoundedCornerShape(16.dp)
    Column(
        Modifier.fillMaxWidth().background(Look.colours.ground, shape).border(1.dp, Look.colours.line, shape)
            .padding(16.dp),
        Arrangement.spacedBy(8.dp),
    ) {
        Heading(LocalDeskWords.current[heading])
        content()
    }
}

/** What the camera shows where there is nothing before it: the corners of a code. */
@Composable
fun CameraPicture(light: Boolean) =
    Canvas(Modifier.fillMaxSize().background(if (light) Color.DarkGray else Color.Black).padding(32.dp)) {
        val (edge, arm) = 3.dp.toPx() to size.width / 8
        for (x in listOf(0f, size.width)) {
            for (y in listOf(0f, size.height)) {
                val (inX, inY) = (if (x == 0f) arm else -arm) to (if (y == 0f) arm else -arm)
                drawLine(Color.White, Offset(x, y), Offset(x + inX, y), edge, StrokeCap.Round)
                drawLine(Color.White, Offset(x, y), Offset(x, y + inY), edge, StrokeCap.Round)
            }
        }
    }
