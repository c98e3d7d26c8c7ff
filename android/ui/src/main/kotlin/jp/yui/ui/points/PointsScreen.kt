/* What the law wants shown of each kind of points. */

package jp.yui.ui.points

import androidx.compose.runtime.Composable
import jp.yui.core.PointsView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.Fact
import jp.yui.ui.parts.Hairline
import jp.yui.ui.parts.Heading
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Words

@Composable
fun PointsScreen() =
    Pulled(Topic.IDENTITY, Topic.TOWN, Topic.SETTINGS, snapshot = { screens { points() } }) { Points(it) }

@Composable
private fun Points(view: PointsView) = Page(view.title) {
    for (programme in view.programmes) {
        Heading(programme.name)
        for (line in programme.lines) Fact(line)
        programme.note?.let { Words(it, style = Look.type.small) }
        if (programme != view.programmes.last()) Hairline()
    }
}
