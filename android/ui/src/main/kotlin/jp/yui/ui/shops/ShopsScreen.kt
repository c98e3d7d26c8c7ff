/* Where one can pay, with a search. */

package jp.yui.ui.shops

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.ShopLine
import jp.yui.core.ShopsView
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.Field
import jp.yui.ui.parts.Hairline
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.Words
import kotlinx.coroutines.delay

@Composable
fun ShopsScreen() {
    var search by rememberSaveable { mutableStateOf("") }
    var pages by rememberSaveable(search) { mutableStateOf(1) }
    var tried by remember { mutableStateOf(0) }
    Pulled(
        Topic.SETTINGS,
        about = Triple(search, pages, tried),
        snapshot = {
            // The town is asked when she rests, not for each letter.
            if (search.isNotEmpty()) delay(REST_MILLIS)
            screens { shops(search, pages.toUInt()) }
        },
    ) { view -> Shops(view, search, { search = it }, { pages++ }, { tried++ }) }
}

@Composable
private fun Shops(
    view: ShopsView,
    search: String,
    onSearch: (String) -> Unit,
    onMore: () -> Unit,
    onAgain: () -> Unit,
) = Page(view.title) {
    Field(view.search, search, onSearch)
    for (text in listOfNotNull(view.count, view.empty)) Words(text)
    Column { for (shop in view.shops) Shop(shop) }
    view.error?.let { ErrorNote(it, onAgain = onAgain) }
    view.more?.let { SecondButton(it, onMore) }
}

@Composable
private fun Shop(shop: ShopLine) {
    Column(Modifier.fillMaxWidth().padding(vertical = 8.dp).semantics(mergeDescendants = true) {}) {
        Words(shop.name, style = Look.type.strong)
        for (text in shop.place) Words(text, style = Look.type.small, colour = Look.colours.quiet)
    }
    Hairline()
}

private const val REST_MILLIS = 400L
