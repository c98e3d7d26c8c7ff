/* What leads to a state by the screen itself: what she presses there, and what she waits for. */

@file:OptIn(ExperimentalTestApi::class)

package jp.yui.ui

import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import jp.yui.core.ReaderState
import jp.yui.core.Text
import jp.yui.core.register
import jp.yui.core.support.HeldCard
import jp.yui.ui.parts.TREMOR_MILLIS
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout

/** She presses what has these words; it scrolls. */
internal fun ComposeUiTest.presses(words: Text) {
    mainClock.advanceTimeBy(TREMOR_MILLIS) // what comes at once is no press
    onNodeWithText(words.plain).performScrollTo().performClick()
}

/** She sees these words by and by. */
internal fun ComposeUiTest.sees(words: Text) = waitUntil("“${words.plain}” is seen", PATIENCE) {
    onAllNodesWithText(words.plain).fetchSemanticsNodes().isNotEmpty()
}

/** There is such a thing by and by. */
internal fun ComposeUiTest.awaits(what: SemanticsMatcher) =
    waitUntil(what.description, PATIENCE) { onAllNodes(what).fetchSemanticsNodes().isNotEmpty() }

/** While she registers, the reader is so by and by, and the screen says it. */
internal fun ComposeUiTest.seesReader(visit: Visit, state: ReaderState) {
    fun reader() = runBlocking { visit.app.register { view() } }.reader?.takeIf { it.state == state }
    waitUntil("the reader is $state", PATIENCE) { reader() != null }
    sees(checkNotNull(reader()).text)
}

/** While she registers, a card is held to the phone until the reader says of it that it is [state]. */
internal fun ComposeUiTest.holds(visit: Visit, card: HeldCard, state: ReaderState) = card.use {
    visit.stage.phone.held.trySend(it)
    seesReader(visit, state)
}

/** Waits until it is so. */
internal suspend fun until(isSo: suspend () -> Boolean) = withTimeout(PATIENCE) {
    while (!isSo()) delay(20)
}

/** Only against hanging: real work is done by a real server. */
private const val PATIENCE = 30_000L
