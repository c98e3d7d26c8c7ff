/* The scanner: a late answer fetches nobody, and what she did not wait for does not begin again by itself. */

package jp.yui.ui

import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.Screen
import jp.yui.core.YuiApp
import jp.yui.core.screens
import jp.yui.core.shop
import jp.yui.ui.scan.GONE_MILLIS
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.net.ServerSocket
import kotlin.test.assertEquals
import kotlin.test.assertFalse

class ScanTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private val taps by lazy { Taps(rule) }
    private val places = Places(listOf(Place(Screen.HOME), Place(Screen.SCAN)))

    /** Draws the scanner; what she does there. */
    private fun drawn(stage: Stage, app: YuiApp): Deeds {
        lateinit var kept: Kept
        rule.setContent {
            kept = Kept.remembered()
            YuiUi(app, stage.phone, places, kept = kept)
        }
        return rule.runOnIdle { kept.at(Place(Screen.SCAN)).deeds }
    }

    @Test
    fun `who left the scanner stays where she is when its answer comes`() = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            runBlocking { stage.resident(app, 5_000) }
            val chosen = CompletableDeferred<String>().also { stage.phone.choosing = it }
            val deeds = drawn(stage, app)
            taps.tap("コードを貼り付ける・写真から読む")
            taps.tap("戻る")
            taps.see("こんにちは")
            chosen.complete(stage.poster)
            rule.waitUntil(PATIENCE) { !deeds.busy }
            assertEquals(Place(Screen.HOME), places.here)
        }
    }

    @Test
    fun `a code that she did not wait for is asked for again once it was away`() =
        Stage(folder.root.toPath()).use { stage ->
            val till = stage.openBeside().use { shop ->
                runBlocking {
                    shop.shop {
                        pair(stage.pairing)
                        openTill(850, null, 600u).code
                    }
                }
            }
            ServerSocket(0).use { silent ->
                stage.openAt("http://127.0.0.1:${silent.localPort}").use { app ->
                    val deeds = drawn(stage, app)
                    taps.see("お店のQRコードを読み取ってください")
                    stage.phone.seen.trySend(till)
                    taps.tap(app.screens { frame() }.stop.plain)
                    repeat(3) {
                        stage.phone.seen.trySend(till)
                        rule.waitForIdle()
                        assertFalse(deeds.busy)
                        rule.mainClock.advanceTimeBy(GONE_MILLIS / 2)
                    }
                    rule.mainClock.advanceTimeBy(GONE_MILLIS)
                    stage.phone.seen.trySend(till)
                    rule.waitUntil(PATIENCE) { deeds.busy }
                    rule.runOnIdle(deeds::stop)
                }
            }
        }

    private companion object {
        /** Only against hanging. */
        const val PATIENCE = 30_000L
    }
}
