/* What a person does with the window: she looks, taps, types. */

package jp.yui.app

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.junit4.ComposeTestRule
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTextInput

class Hand(private val rule: ComposeTestRule) {
    /** She sees these words, by and by. */
    fun see(words: String) = await(hasText(words, substring = true))

    /** Whether she sees these words now. */
    fun sees(words: String) = rule.onAllNodes(hasText(words, substring = true)).fetchSemanticsNodes().isNotEmpty()

    /** She presses what has these words. */
    fun tap(words: String) {
        // While something is under way, a button is there and does nothing.
        val button = hasText(words) and hasClickAction() and isEnabled()
        await(button)
        rule.onAllNodes(button)[0].performSemanticsAction(SemanticsActions.OnClick)
    }

    /** She types into the one field. */
    fun type(words: String) {
        await(hasSetTextAction())
        rule.onNode(hasSetTextAction()).performTextInput(words)
    }

    private fun await(what: SemanticsMatcher) = try {
        rule.waitUntil(what.description, PATIENCE_MS) { rule.onAllNodes(what).fetchSemanticsNodes().isNotEmpty() }
    } catch (gone: ComposeTimeoutException) {
        throw AssertionError("${what.description}, and there is: ${words()}", gone)
    }

    private fun words() = rule.onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Text)).fetchSemanticsNodes()
        .flatMap { it.config[SemanticsProperties.Text] }

    private companion object {
        /** Only against hanging: real work is done by a real server. */
        const val PATIENCE_MS = 30_000L
    }
}
