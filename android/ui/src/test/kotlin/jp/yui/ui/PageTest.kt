/* The frame of every screen: where a step begins, what comes into sight, and which presses are none. */

package jp.yui.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.assertHeightIsEqualTo
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotDisplayed
import androidx.compose.ui.test.click
import androidx.compose.ui.test.getUnclippedBoundsInRoot
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performMouseInput
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.unit.dp
import jp.yui.core.AppException
import jp.yui.core.ErrorCode
import jp.yui.core.YuiApp
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.TREMOR_MILLIS
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals
import kotlin.test.assertTrue

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
    fun `what fills a page is as high as there is room, and where there is none it scrolls with the rest`(): Unit =
        Stage(folder.root.toPath()).use { stage ->
            stage.open().use { app ->
                var lines by mutableStateOf(1)
                rule.setContent {
                    Framed(stage, app) {
                        Page(verbatim("title"), filled = true) {
                            Box(Modifier.weight(1f).heightIn(min = 100.dp).fillMaxWidth().testTag("filled"))
                            for (line in 1..lines) Words(verbatim("line $line"))
                        }
                    }
                }
                val page = rule.onRoot().getUnclippedBoundsInRoot().bottom
                val end = rule.onNodeWithText("line 1").getUnclippedBoundsInRoot().bottom
                assertTrue(end in page - 40.dp..page, "$end of $page")
                lines = LINES
                rule.waitForIdle()
                rule.onNodeWithTag("filled").assertHeightIsEqualTo(100.dp)
                rule.onNodeWithText("line $LINES").performScrollTo().assertIsDisplayed()
            }
        }

    @Test
    fun `a way aside stands where words do, and below the main act in its middle`() =
        Stage(folder.root.toPath()).use { stage ->
            stage.open().use { app ->
                rule.setContent {
                    Framed(stage, app) {
                        Page(verbatim("title"), below = {
                            MainButton(verbatim("main"), {})
                            PlainButton(verbatim("below"), {})
                        }) {
                            Words(verbatim("line"))
                            PlainButton(verbatim("aside"), {})
                        }
                    }
                }
                fun place(words: String) = rule.onNodeWithText(words, useUnmergedTree = true).getUnclippedBoundsInRoot()
                assertEquals(place("line").left, place("aside").left)
                val (main, below) = place("main") to place("below")
                assertEquals((main.left + main.right).value, (below.left + below.right).value, absoluteTolerance = 2f)
            }
        }

    @Test
    fun `what is read to its end stands clear of the main act`() = drawn {
        readsToTheEnd()
        rule.onRoot().performMouseInput {
            moveTo(center)
            scroll(LINES * 100f)
        }
        val (line, main) = listOf("line $LINES", "press").map { rule.onNodeWithText(it).getUnclippedBoundsInRoot() }
        assertTrue(main.top - line.bottom >= 32.dp, "$line, $main")
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
