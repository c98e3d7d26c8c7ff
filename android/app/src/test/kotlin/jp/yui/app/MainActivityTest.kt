/* The window: its first frame waits for nothing, then it shows where the person is, also after it was made again. */

package jp.yui.app

import android.content.Intent
import android.graphics.drawable.LayerDrawable
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.test.ext.junit.runners.AndroidJUnit4
import androidx.test.platform.app.InstrumentationRegistry
import jp.yui.core.YuiApp
import jp.yui.core.support.Telephone
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class MainActivityTest {
    @get:Rule(order = 0)
    val town = Town()

    @get:Rule(order = 1)
    val rule = createAndroidComposeRule<MainActivity>()

    private val hand = Hand(rule)

    @Test
    fun `the first frame is mark and ground and waits for no core, and then a guest sees the first screen`() {
        rule.waitForIdle()
        assertIs<Opening.UnderWay>(town.yui.opening.value)
        val background = assertIs<LayerDrawable>(rule.activity.window.decorView.background)
        assertEquals(R.drawable.first_frame, shadowOf(background).createdFromResId)
        town.open()
        hand.see("まずは見てみる")
        hand.see("登録する")
    }

    @Test
    fun `a window that is made again shows the same screen, and the way back leads home and out`() {
        town.open()
        hand.tap("設定")
        hand.see("文字の大きさ")
        rule.activityRule.scenario.recreate()
        hand.see("文字の大きさ")
        rule.runOnUiThread { rule.activity.onBackPressedDispatcher.onBackPressed() }
        hand.see("まずは見てみる")
        assertFalse(rule.activity.onBackPressedDispatcher.hasEnabledCallbacks())
        rule.runOnUiThread { rule.activity.onBackPressedDispatcher.onBackPressed() }
        assertTrue(rule.activity.isFinishing)
    }

    @Test
    fun `the icon's shortcuts lead a resident to her screens, and nobody to any other`() {
        town.open()
        hand.see("まずは見てみる")
        wish("code")
        rule.waitForIdle()
        assertTrue(hand.sees("まずは見てみる"), "who is not registered has no code")
        town.register()
        hand.tap("設定")
        hand.see("文字の大きさ")
        wish("scan")
        hand.see("お店のQRコードを読み取ってください")
        wish("settings")
        rule.waitForIdle()
        assertTrue(hand.sees("お店のQRコードを読み取ってください"))
        assertNull(wished(Intent().putExtra("screen", "leave")))
    }

    private fun wish(screen: String) = rule.runOnUiThread {
        InstrumentationRegistry.getInstrumentation()
            .callActivityOnNewIntent(rule.activity, Intent().putExtra("screen", screen))
    }

    @Test
    fun `a store that another phone sealed is told in words, and pressing the button begins with an empty one`() {
        runBlocking { YuiApp.open(town.config(), Telephone().platform).close() }
        town.open()
        hand.see("ほかのスマートフォンの記録は開けません")
        hand.tap("登録する")
        hand.see("まずは見てみる")
    }
}
