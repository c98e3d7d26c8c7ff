/* The button of a large payment pays when it is held, or pressed twice by who cannot hold, and by no slip. */

package jp.yui.ui

import androidx.compose.ui.MotionDurationScale
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performKeyInput
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.test.pressKey
import androidx.compose.ui.test.requestFocus
import jp.yui.core.LookView
import jp.yui.core.Theme
import jp.yui.ui.look.Looking
import jp.yui.ui.parts.HoldButton
import jp.yui.ui.parts.LATE_MILLIS
import jp.yui.ui.parts.TREMOR_MILLIS
import jp.yui.ui.parts.verbatim
import org.junit.Rule
import org.junit.Test
import kotlin.test.assertEquals

class HoldButtonTest {
    /** How much motion she wants. */
    private val motion = object : MotionDurationScale {
        override var scaleFactor = 1f
    }

    @get:Rule
    val rule = createComposeRule(motion)

    private var confirmed = 0

    private fun draw(easy: Boolean = false) = rule.setContent {
        Looking(LookView("ja", 100u, easy, Theme.LIGHT)) {
            HoldButton(verbatim("pay"), verbatim("hold"), verbatim("again")) { confirmed++ }
        }
    }

    @Test
    fun `a slip pays nothing, and holding pays once`() {
        draw()
        rule.mainClock.autoAdvance = false
        rule.onNodeWithText("hold").performTouchInput { down(center) }
        rule.mainClock.advanceTimeBy(600)
        rule.onNodeWithText("hold").performTouchInput { up() }
        rule.mainClock.advanceTimeBy(2_000)
        assertEquals(0, confirmed)
        rule.onNodeWithText("hold").performTouchInput { down(center) }
        rule.mainClock.advanceTimeBy(1_500)
        rule.onNodeWithText("hold").performTouchInput { up() }
        rule.mainClock.advanceTimeBy(2_000)
        assertEquals(1, confirmed)
    }

    @Test
    fun `who wants no motion holds it as long`() {
        motion.scaleFactor = 0f
        draw()
        rule.mainClock.autoAdvance = false
        rule.onNodeWithText("hold").performTouchInput { down(center) }
        rule.mainClock.advanceTimeBy(900)
        assertEquals(0, confirmed)
        rule.mainClock.advanceTimeBy(200)
        assertEquals(1, confirmed)
    }

    @Test
    fun `a screen reader presses twice`() {
        draw()
        press("hold")
        assertEquals(0, confirmed)
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS)
        press("again")
        assertEquals(1, confirmed)
    }

    @Test
    fun `a second press that comes at once is the same tremor, and one that comes late is the first`() {
        draw(easy = true)
        rule.mainClock.autoAdvance = false
        press("pay")
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS - 50)
        press("again")
        assertEquals(0, confirmed)
        rule.mainClock.advanceTimeBy(LATE_MILLIS)
        press("pay")
        rule.mainClock.advanceTimeBy(50)
        assertEquals(0, confirmed)
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS)
        press("again")
        assertEquals(1, confirmed)
    }

    private fun press(words: String) {
        rule.onNodeWithText(words).performSemanticsAction(SemanticsActions.OnClick)
        rule.mainClock.advanceTimeByFrame()
    }

    @OptIn(ExperimentalTestApi::class)
    @Test
    fun `a keyboard presses twice`() {
        draw()
        rule.onNodeWithText("hold").requestFocus()
        rule.onNodeWithText("hold").performKeyInput { pressKey(Key.Enter) }
        assertEquals(0, confirmed)
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS)
        rule.onNodeWithText("again").performKeyInput { pressKey(Key.Spacebar) }
        assertEquals(1, confirmed)
    }

    @Test
    fun `in easy mode nothing has to be held`() {
        draw(easy = true)
        press("pay")
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS)
        press("again")
        assertEquals(1, confirmed)
    }
}
