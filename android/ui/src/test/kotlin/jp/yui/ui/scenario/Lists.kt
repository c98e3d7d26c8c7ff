/* What was paid and received, and what is left: the balance at home, her history, a shop's day. */

package jp.yui.ui.scenario

import jp.yui.core.*
import jp.yui.core.support.json
import jp.yui.core.support.text
import kotlinx.serialization.json.JsonElement

class Lists(private val phone: ScreenPhone) : Errand {
    private val hands get() = phone.hands

    override suspend fun act(action: String, with: JsonElement) = when (action) {
        "wallet.snapshot" -> wallet()
        "shop.today" -> today()
        "wait.entry" -> waitForEntry(with)
        else -> null
    }

    /** The balance stands at home, and every line in the history. A guest has neither. */
    private suspend fun wallet(): JsonElement {
        val home = phone.home()
        if (home.balance == null) {
            hands.see(checkNotNull(home.guest).title)
        } else {
            hands.see(phone.ask { wallet { snapshot() } }.available)
            phone.go(phone.way(Screen.HISTORY))
            val page = phone.ask { screens { history("", 1u) } }.page
            if (page.days.isEmpty()) hands.see(page.emptyText)
            for (line in page.days.flatMap { it.lines }) see(line)
        }
        return phone.asked("wallet.snapshot", json())
    }

    private suspend fun today(): JsonElement {
        goToDay()
        val today = phone.ask { shop { today() } }
        hands.see(today.totalText)
        hands.see(today.total)
        for (line in today.lines) hands.see(line.amount)
        return phone.asked("shop.today", json())
    }

    /** Once the server has answered the line, it stands in the list and says how it stands. */
    private suspend fun waitForEntry(with: JsonElement): JsonElement {
        val entry = phone.asked("wait.entry", with)
        val id = with.text("id").orEmpty()
        if (phone.ask { shop { paired() } } == null) {
            phone.go(phone.way(Screen.HISTORY))
            see(phone.ask { wallet { entry(id) } })
        } else {
            goToDay()
            val line = phone.ask { shop { entry(id) } }
            for (words in listOf(line.kindText, line.stateText, line.amountText)) hands.see(words)
        }
        return entry
    }

    private fun goToDay() {
        phone.go(phone.way(Screen.RECEIVE))
        val today = phone.ask { receive { view() } }.others.single { it.action == ReceiveAction.TODAY }
        hands.tap(today.text)
        hands.until("the day's list is there") { phone.ask { receive { view() } }.step == ReceiveStep.TODAY }
    }

    private fun see(line: EntryView) {
        for (words in listOf(line.title, line.stateText, line.amountText)) hands.see(words)
    }
}
