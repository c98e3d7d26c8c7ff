/* What was paid and received, by day, with a search that needs no network. */

package jp.yui.ui.history

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import jp.yui.core.HistoryView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.parts.Day
import jp.yui.ui.parts.Field
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.Words

@Composable
fun HistoryScreen() {
    var search by rememberSaveable { mutableStateOf("") }
    var pages by rememberSaveable(search) { mutableStateOf(1) }
    Pulled(
        Topic.HISTORY,
        Topic.SETTINGS,
        about = search to pages,
        snapshot = { screens { history(search, pages.toUInt()) } },
    ) { view -> History(view, search, { search = it }, { pages++ }) }
}

@Composable
private fun History(view: HistoryView, search: String, onSearch: (String) -> Unit, onMore: () -> Unit) {
    val places = LocalPlaces.current
    Page(view.title) {
        Field(view.search, search, onSearch)
        if (view.page.days.isEmpty()) Words(view.page.emptyText)
        for (day in view.page.days) Day(day) { places.go(Screen.RECEIPT, it.id) }
        view.more?.let { SecondButton(it, onMore) }
        view.share?.let { way -> PlainButton(way.text, { places.go(way.screen) }) }
    }
}
