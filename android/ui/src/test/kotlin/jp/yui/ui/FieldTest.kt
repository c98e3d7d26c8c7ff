/* Where something is typed, and who is there: the keyboard, or a mouse. */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsFocused
import androidx.compose.ui.test.click
import androidx.compose.ui.test.getUnclippedBoundsInRoot
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performKeyInput
import androidx.compose.ui.test.performMouseInput
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.pressKey
import androidx.compose.ui.unit.height
import jp.yui.core.PinPrompt
import jp.yui.core.RegisterAction
import jp.yui.core.YuiApp
import jp.yui.core.enrolPurpose
import jp.yui.core.register
import jp.yui.ui.parts.SecondButton
import jp.yui.ui.parts.SecretField
import jp.yui.ui.parts.verbatim
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals

class FieldTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private fun drawn(play: (PinPrompt) -> Unit) = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            val prompt = runBlocking { app.passwordPrompt() }
            rule.setContent { Framed(stage, app, pictureFont) { Typed(prompt) } }
            play(prompt)
        }
    }

    private suspend fun YuiApp.passwordPrompt(): PinPrompt = register {
        begin(enrolPurpose(null), "phone")
        act(RegisterAction.PASSWORD)
        checkNotNull(act(RegisterAction.NEXT).pin) { "no prompt" }
    }

    @Composable
    private fun Typed(prompt: PinPrompt) = Column {
        var typed by remember { mutableStateOf("") }
        SecretField(prompt, typed, { typed = it }, {})
        SecondButton(verbatim("press"), {})
    }

    @Test
    fun `a field is as high with a letter in it as it was without`() = drawn {
        val field = rule.onNode(hasSetTextAction())
        val empty = field.getUnclippedBoundsInRoot().height
        field.performTextInput("A")
        rule.waitForIdle()
        assertEquals(empty, field.getUnclippedBoundsInRoot().height)
    }

    @Test
    fun `a mouse that presses leaves the cursor in its field, and the keyboard has a frame where it comes`() =
        drawn { prompt ->
            rule.onNodeWithText(prompt.show.plain).performMouseInput { click() }
            rule.onNode(hasSetTextAction()).assertIsFocused()
            rule.onNodeWithText("press").performMouseInput { click() }
            rule.onNode(hasSetTextAction()).assertIsFocused()
            repeat(2) {
                rule.onRoot().performKeyInput { pressKey(Key.Tab) }
                rule.waitForIdle()
            }
            rule.onNodeWithText("press").assertIsFocused()
        }
}
