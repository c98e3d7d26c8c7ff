/* What she may hold and pay, which proof it takes, and how it becomes more. */

package jp.yui.ui.limits

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.unit.dp
import jp.yui.core.LimitsView
import jp.yui.core.Text
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Hairline
import jp.yui.ui.parts.Heading
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Words

@Composable
fun LimitsScreen() = Pulled(
    Topic.IDENTITY,
    Topic.HISTORY,
    Topic.WALLET,
    Topic.TOWN,
    Topic.SETTINGS,
    snapshot = { screens { limits() } },
) { Limits(it) }

@Composable
private fun Limits(view: LimitsView) {
    val places = LocalPlaces.current
    Page(view.title, below = {
        view.register?.let { way -> MainButton(way.text, { places.go(way.screen, way.about) }) }
    }) {
        Words(view.level, colour = Look.colours.quiet)
        view.leftToday?.let { Words(it, style = Look.type.strong) }
        Lines(view.bounds)
        Hairline()
        Heading(view.proofTitle)
        Lines(view.proofs)
        if (view.raise.isNotEmpty()) {
            Hairline()
            Heading(view.raiseTitle)
            Lines(view.raise)
        }
    }
}

@Composable
private fun Lines(texts: List<Text>) = Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
    for (text in texts) Words(text)
}
