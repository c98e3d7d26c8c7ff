/* Another app comes before this one while a card is read or a payment is on its way: she comes back to the truth. */

package jp.yui.app

import android.content.ClipData
import android.content.ClipboardManager
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.lifecycle.Lifecycle
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.core.EntryKind
import jp.yui.core.PayStep
import jp.yui.core.RegisterStep
import jp.yui.core.YuiApp
import jp.yui.core.pay
import jp.yui.core.register
import jp.yui.core.screens
import jp.yui.ui.Feeling
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlin.test.assertEquals

@RunWith(AndroidJUnit4::class)
class BackgroundTest {
    @get:Rule(order = 0)
    val town = Town()

    @get:Rule(order = 1)
    val rule = createAndroidComposeRule<MainActivity>()

    private val hand = Hand(rule)

    private fun <T> ask(call: suspend YuiApp.() -> T): T = runBlocking { town.app().call() }

    private fun goesAway() = rule.activityRule.scenario.moveToState(Lifecycle.State.CREATED)

    private fun comesBack() = rule.activityRule.scenario.moveToState(Lifecycle.State.RESUMED)

    private fun untilTheCardIsWanted() {
        town.open()
        hand.tap("登録する")
        hand.tap("登録を始める")
        hand.tap("次へ進む")
        hand.type(PASSWORD)
        hand.tap("次へ進む")
        hand.see("裏にあててください")
        rule.waitUntil(PATIENCE_MS) { town.yui.reader.isInReaderMode }
    }

    /** A card that is read as far as the middle, and then stands before the command that is [goOn]'s. */
    private class Halfway(town: Town, staysFor: Int = Int.MAX_VALUE) {
        private val there = CountDownLatch(1)
        private val goesOn = CountDownLatch(1)

        val chip = TestChip(town.card(), staysFor) { manieth ->
            if (manieth == MIDDLE) {
                there.countDown()
                check(goesOn.await(PATIENCE_MS, TimeUnit.MILLISECONDS)) { "it never goes on" }
            }
        }

        val isThere get() = there.count == 0L

        fun goOn() = goesOn.countDown()
    }

    @Test
    fun `a card that was lost while another app was in front is told of, and held again it registers`() {
        untilTheCardIsWanted()
        // The system switches its reader off when the window is not in front, and the card is gone for it.
        val card = Halfway(town, staysFor = MIDDLE)
        town.yui.hold(card.chip)
        rule.waitUntil("the card is being read", PATIENCE_MS) { card.isThere }
        goesAway()
        card.goOn()
        rule.waitUntil(PATIENCE_MS) { ask { register { view() } }.step == RegisterStep.HOLD }
        comesBack()
        hand.see("カードが離れました")
        rule.waitUntil(PATIENCE_MS) { town.yui.reader.isInReaderMode }
        town.yui.hold(TestChip(town.card()))
        hand.see("登録できました")
    }

    @Test
    fun `a card that was read to its end while another app was in front has registered her`() {
        untilTheCardIsWanted()
        val card = Halfway(town)
        town.yui.hold(card.chip)
        rule.waitUntil("the card is being read", PATIENCE_MS) { card.isThere }
        goesAway()
        card.goOn()
        comesBack()
        hand.see("登録できました")
        hand.tap("ホームに戻る")
        hand.see("0ポイント")
    }

    @Test
    fun `a payment that was on its way when another app came in front is found paid, once`() {
        town.open()
        town.register()
        town.charge(5_000)
        hand.see("5,000ポイント")
        val poster = ClipData.newPlainText(null, town.poster)
        town.yui.service<ClipboardManager>().setPrimaryClip(poster)
        hand.tap("払う")
        hand.tap("コードを貼り付ける・写真から読む")
        hand.see("まるや食堂")
        for (digit in listOf("8", "5", "0")) hand.tap(digit)
        hand.see("850円")
        hand.tap("次へ進む")
        hand.see("この内容で払いますか")
        town.standsStill {
            hand.tap("850円を払う")
            rule.waitUntil(PATIENCE_MS) { ask { pay { view() } }.step == PayStep.SENDING }
            goesAway()
        }
        comesBack()
        hand.see("払いました")
        hand.tap("ホームに戻る")
        hand.see("4,150ポイント")
        val lines = ask { screens { history("", 1u) } }.page.days.flatMap { it.lines }
        assertEquals(1, lines.count { it.kind == EntryKind.PAYMENT })
        assertEquals(listOf(Feeling.DONE), town.yui.heard)
    }

    private companion object {
        /** Only against hanging: real work is done by a real server. */
        const val PATIENCE_MS = 30_000L

        /** A command of registering, at which the card's files are being read. */
        const val MIDDLE = 12
    }
}
