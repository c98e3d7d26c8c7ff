/* What is known of her card, what it is for, and what to do with a new one. */

package jp.yui.ui.card

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import jp.yui.core.CardView
import jp.yui.core.Text
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Heading
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.NoticeNote
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.Ways
import jp.yui.ui.parts.Words

@Composable
fun CardScreen() = Pulled(Topic.IDENTITY, Topic.TOWN, Topic.SETTINGS, snapshot = { screens { card() } }) { Card(it) }

@Composable
private fun Card(view: CardView) {
    val places = LocalPlaces.current
    Page(view.title, below = { view.primary?.let { MainButton(it.text, { places.go(it.screen, it.about) }) } }) {
        view.warning?.let { NoticeNote(it, null) }
        Part(null, listOf(view.level) + listOfNotNull(view.raise))
        view.linkedTitle?.let { title ->
            Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
                Heading(title)
                for (text in view.linked) Marked(Mark.Done, text)
                view.lastDay?.let { Words(it, colour = Look.colours.quiet) }
            }
        }
        view.noLockTitle?.let { Part(it, view.noLock) }
        Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
            Heading(view.usesTitle)
            for (text in view.uses) Marked(Mark.Card, text)
            Words(view.never)
        }
        view.replacedTitle?.let { Part(it, view.replaced) }
        Ways(view.ways)
    }
}

@Composable
private fun Part(title: Text?, body: List<Text>) = Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
    title?.let { Heading(it) }
    for (text in body) Words(text)
}

@Composable
private fun Marked(mark: Mark, text: Text) = Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(12.dp)) {
    Picture(mark, Look.colours.primary)
    Words(text, Modifier.weight(1f))
}
