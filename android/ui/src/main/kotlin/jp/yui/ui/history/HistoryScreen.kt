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
import jp.yui.core.wallet
import jp.yui.ui.Deeds
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalPhone
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.parts.Day
import jp.yui.ui.parts.ErrorNote
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
    val (app, phone) = LocalApp.current to LocalPhone.current
    val (places, deeds) = LocalPlaces.current to Deeds.remembered()
    Page(view.title) {
        Field(view.search, search, onSearch)
        deeds.error?.let { ErrorNote(it) }
        if (view.page.days.isEmpty()) Words(view.page.emptyText)
        for (day in view.page.days) Day(day) { places.go(Screen.RECEIPT, it.id) }
        view.more?.let { SecondButton(it, onMore) }
        if (view.page.days.isNotEmpty()) {
            val (newest, oldest) = view.page.days.first().day to view.page.days.last().day
            PlainButton(view.share, {
                deeds { phone.shareFile("${oldest}_$newest.csv", app.wallet { csv(oldest, newest) }) }
            })
        }
    }
}
