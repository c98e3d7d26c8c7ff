/* The frame of every screen: where a step begins, what comes into sight, and which presses are none. */

package jp.yui.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotDisplayed
import androidx.compose.ui.test.click
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTouchInput
import jp.yui.core.AppException
import jp.yui.core.ErrorCode
import jp.yui.core.YuiApp
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.TREMOR_MILLIS
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals

class PageTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private var step by mutableStateOf("first")
    private var refused by mutableStateOf<AppException?>(null)
    private var presses = 0

    private fun drawn(play: (YuiApp) -> Unit) = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            rule.setContent {
                Framed(stage, app) {
                    Page(verbatim("title"), step = step, below = { MainButton(verbatim("press"), { presses++ }) }) {
                        refused?.let { ErrorNote(app.explain(it)) }
                        for (line in 1..LINES) Words(verbatim("line $line"))
                    }
                }
            }
            play(app)
        }
    }

    private fun readsToTheEnd() {
        rule.onNodeWithText("line $LINES").performScrollTo()
        rule.onNodeWithText("title").assertIsNotDisplayed()
    }

    @Test
    fun `the next step begins at its top`() = drawn {
        readsToTheEnd()
        step = "next"
        rule.waitForIdle()
        rule.onNodeWithText("title").assertIsDisplayed()
    }

    @Test
    fun `what went wrong is seen, however far she had read`() = drawn { app ->
        readsToTheEnd()
        val full = AppException.Failed(ErrorCode.StorageFull, null, null, null, null, 0u, null)
        refused = full
        rule.waitForIdle()
        rule.onNodeWithText(app.explain(full).title.plain).assertIsDisplayed()
    }

    @Test
    fun `a trembling finger presses nothing on what has just come, and a screen reader does`() = drawn {
        press()
        assertEquals(0, presses)
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS)
        press()
        assertEquals(1, presses)
        step = "next"
        press()
        assertEquals(1, presses)
        rule.onNodeWithText("press").performSemanticsAction(SemanticsActions.OnClick)
        assertEquals(2, presses)
    }

    /** With a finger; a click would be a mouse's. */
    private fun press() = rule.onNodeWithText("press").performTouchInput { click() }

    private companion object {
        /** More than a screen holds. */
        const val LINES = 60
    }
}
