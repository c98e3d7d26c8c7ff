/* Who wants as little motion as can be: nothing runs on what the shop is shown, and no button has to be held. */

package jp.yui.ui

import androidx.compose.ui.MotionDurationScale
import androidx.compose.ui.graphics.toPixelMap
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performSemanticsAction
import jp.yui.core.CommandId
import jp.yui.core.PayAction
import jp.yui.core.Screen
import jp.yui.core.YuiApp
import jp.yui.core.pay
import jp.yui.core.screens
import jp.yui.ui.parts.TREMOR_MILLIS
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class LittleMotionTest {
    /** How much motion the system makes of what moves. */
    private val motion = object : MotionDurationScale {
        override var scaleFactor = 1f
    }

    @get:Rule
    val rule = createComposeRule(motion)

    @get:Rule
    val folder = TemporaryFolder()

    private val taps by lazy { Taps(rule) }

    private fun onHerPhone(little: Boolean, play: (Stage, YuiApp) -> Unit) = Stage(folder.root.toPath()).use { stage ->
        stage.phone.reducesMotion = little
        motion.scaleFactor = if (little) 0f else 1f
        stage.open().use { app ->
            runBlocking { stage.resident(app, 900_000) }
            play(stage, app)
        }
    }

    private fun asksFor(stage: Stage, app: YuiApp, amount: String) = runBlocking {
        app.screens { scanned(stage.poster) }
        app.pay {
            typeDigits(amount)
            act(PayAction.NEXT)
        }
    }

    private fun untilPaidIsShown() {
        repeat(500) {
            if (rule.onAllNodesWithText("払いました").fetchSemanticsNodes().isNotEmpty()) return
            rule.mainClock.advanceTimeByFrame()
            Thread.sleep(20)
        }
        error("it is not shown")
    }

    /** How often what the shop is shown was another picture, within two seconds of twenty looks. */
    private fun changes(little: Boolean): Int {
        var changes = 0
        onHerPhone(little) { stage, app ->
            asksFor(stage, app, "850")
            val paid: CommandId = checkNotNull(runBlocking { app.pay { act(PayAction.CONFIRM) } }.paid)
            // What runs for ever is stopped by a clock that goes by itself.
            rule.mainClock.autoAdvance = false
            rule.setContent { YuiUi(app, stage.phone, Places(listOf(Place(Screen.HOME), Place(Screen.PAID, paid)))) }
            untilPaidIsShown()
            val looks = List(20) {
                rule.mainClock.advanceTimeBy(100)
                rule.onRoot().captureToImage().toPixelMap().buffer
            }
            changes = looks.zipWithNext().count { (one, next) -> !one.contentEquals(next) }
        }
        return changes
    }

    @Test
    fun `the stripes of what is paid run`() = assertTrue(changes(little = false) >= 15)

    @Test
    fun `for who wants little motion they do not run, but step now and then`() =
        assertTrue(changes(little = true) in 1..2)

    @Test
    fun `a large payment is paid by pressing twice`() = onHerPhone(little = true) { stage, app ->
        asksFor(stage, app, "100000")
        val confirm = checkNotNull(runBlocking { app.pay { view() } }.confirm)
        rule.setContent { YuiUi(app, stage.phone, Places(listOf(Place(Screen.HOME), Place(Screen.PAY)))) }
        taps.see(confirm.holdText.plain)
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS) // what comes at once is no press
        rule.onNodeWithText(confirm.holdText.plain).performSemanticsAction(SemanticsActions.OnClick)
        taps.see(confirm.againText.plain)
        assertEquals(0, stage.phone.felt.size)
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS)
        rule.onNodeWithText(confirm.againText.plain).performSemanticsAction(SemanticsActions.OnClick)
        taps.see("払いました")
        assertEquals(listOf(Feeling.DONE), stage.phone.felt)
    }
}
