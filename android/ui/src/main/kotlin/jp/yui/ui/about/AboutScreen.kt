/* What the app is, whose, and what is kept where. */

package jp.yui.ui.about

import androidx.compose.runtime.Composable
import jp.yui.core.AboutView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.Pulled
import jp.yui.ui.parts.Fact
import jp.yui.ui.parts.Hairline
import jp.yui.ui.parts.Heading
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Ways

@Composable
fun AboutScreen() = Pulled(Topic.TOWN, Topic.SETTINGS, snapshot = { screens { about() } }) { About(it) }

@Composable
private fun About(view: AboutView) = Page(view.title) {
    for (fact in view.facts) Fact(fact)
    Hairline()
    Heading(view.keptTitle)
    for (fact in view.kept) Fact(fact)
    Hairline()
    Ways(view.ways)
}
