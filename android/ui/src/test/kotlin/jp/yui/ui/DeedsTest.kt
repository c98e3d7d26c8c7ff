/* What a person does: one thing at a time, said when it fails, and stopped where it can be. */

package jp.yui.ui

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.AppException
import jp.yui.core.EnrolPurpose
import jp.yui.core.ErrorCode
import jp.yui.core.RegisterAction
import jp.yui.core.RegisterStep
import jp.yui.core.Screen
import jp.yui.core.YuiApp
import jp.yui.core.pay
import jp.yui.core.register
import jp.yui.core.screens
import jp.yui.core.shop
import jp.yui.ui.parts.DeedsNote
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue

class DeedsTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private val taps by lazy { Taps(rule) }

    /** Presses it as often before anything of it was done. */
    private fun pressAtOnce(words: String, times: Int) {
        val button = rule.onNode(hasText(words) and hasClickAction()).fetchSemanticsNode()
        rule.runOnUiThread { repeat(times) { button.config[SemanticsActions.OnClick].action?.invoke() } }
        rule.waitForIdle()
    }

    private fun onHerPhone(play: (Stage, YuiApp) -> Unit) = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app -> play(stage, app) }
    }

    @Test
    fun `two quick presses of back are one, between screens and within a job`() = onHerPhone { stage, app ->
        val places = Places(listOf(Place(Screen.HOME), Place(Screen.SETTINGS), Place(Screen.REGISTER)))
        runBlocking {
            app.register {
                begin(EnrolPurpose.REGISTER, "phone")
                act(RegisterAction.PASSWORD)
                act(RegisterAction.NEXT)
            }
        }
        rule.setContent { YuiUi(app, stage.phone, places) }
        taps.see("パスワード")
        pressAtOnce("戻る", 3)
        taps.see("マイナンバー（12けたの番号）は読み取りません")
        assertEquals(RegisterStep.READS, runBlocking { app.register { view() } }.step)
        places.go(Screen.TALK)
        taps.see("係の人に相談する")
        pressAtOnce("戻る", 3)
        taps.see("マイナンバー（12けたの番号）は読み取りません")
        assertEquals(Place(Screen.REGISTER), places.here)
    }

    @Test
    fun `who stops a payment is at home`() = onHerPhone { stage, app ->
        runBlocking {
            stage.resident(app, 5_000)
            val till = stage.openBeside().use { shop ->
                shop.shop {
                    pair(stage.pairing)
                    openTill(850, null, 600u).code
                }
            }
            app.screens { scanned(till) }
        }
        val places = Places(listOf(Place(Screen.HOME), Place(Screen.PAY)))
        rule.setContent { YuiUi(app, stage.phone, places) }
        taps.see("850円")
        taps.tap("やめる")
        taps.see("こんにちは")
        assertEquals(Place(Screen.HOME), places.here)
        rule.waitUntil(30_000) { runBlocking { app.pay { view() } }.shop == null }
    }

    @Test
    fun `what fails is said with a way on, and done again by it`() = onHerPhone { stage, app ->
        val deeds = drawn(app, stage)
        var tries = 0
        rule.runOnUiThread {
            deeds {
                tries++
                throw refusal(ErrorCode.StorageFull)
            }
        }
        val error = app.explain(refusal(ErrorCode.StorageFull))
        taps.see(error.title.plain)
        taps.see(error.code)
        taps.tap(error.button.plain)
        rule.waitForIdle()
        assertEquals(2, tries)
    }

    @Test
    fun `what went well is not done again for what went wrong beside it`() = onHerPhone { stage, app ->
        val deeds = drawn(app, stage)
        var done = 0
        rule.runOnUiThread { deeds { done++ } }
        rule.waitUntil(30_000) { !deeds.busy }
        runBlocking { deeds.attempt { throw refusal(ErrorCode.StorageFull) } }
        taps.tap(app.explain(refusal(ErrorCode.StorageFull)).button.plain)
        rule.waitUntil(30_000) { deeds.refused == null && !deeds.busy }
        assertEquals(1, done)
    }

    @Test
    fun `what takes long has words, and is stopped where it can be`() = onHerPhone { stage, app ->
        val deeds = drawn(app, stage)
        val words = app.screens { frame() }
        val never = CompletableDeferred<Unit>()
        rule.mainClock.autoAdvance = false
        rule.runOnUiThread { deeds(stoppable = true) { never.await() } }
        rule.mainClock.advanceTimeBy(1_900)
        assertTrue(rule.onAllNodes(hasText(words.waiting.plain)).fetchSemanticsNodes().isEmpty())
        rule.mainClock.advanceTimeBy(200)
        assertEquals(1, rule.onAllNodes(hasText(words.waiting.plain)).fetchSemanticsNodes().size)
        assertTrue(deeds.busy)
        rule.mainClock.autoAdvance = true
        taps.tap(words.stop.plain)
        rule.waitForIdle()
        assertFalse(deeds.busy)
    }

    /** What she does, drawn as it stands on every screen. */
    private fun drawn(app: YuiApp, stage: Stage): Deeds {
        lateinit var deeds: Deeds
        rule.setContent {
            Framed(stage, app) {
                deeds = it
                DeedsNote(it)
            }
        }
        rule.waitForIdle()
        return deeds
    }

    private fun refusal(code: ErrorCode) = AppException.Failed(code, null, null, null, null, 0u, null)
}
