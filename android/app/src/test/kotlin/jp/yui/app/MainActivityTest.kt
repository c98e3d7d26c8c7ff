/* The window: its first frame waits for nothing, then it shows where the person is, also after it was made again. */

package jp.yui.app

import android.app.Activity
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Color.BLACK
import android.graphics.Color.WHITE
import android.graphics.drawable.LayerDrawable
import android.net.Uri
import android.view.WindowManager.LayoutParams
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.test.ext.junit.runners.AndroidJUnit4
import androidx.test.platform.app.InstrumentationRegistry
import com.google.zxing.BarcodeFormat
import com.google.zxing.EncodeHintType
import com.google.zxing.qrcode.QRCodeWriter
import jp.yui.core.YuiApp
import jp.yui.core.identity
import jp.yui.core.support.Telephone
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import java.io.File
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

    @Test
    fun `the picture that she chooses is read, also where the window was made again meanwhile`() {
        town.open()
        town.register()
        hand.tap("払う")
        hand.tap("コードを貼り付ける・写真から読む")
        rule.waitUntil(PATIENCE_MS) { shadowOf(rule.activity).peekNextStartedActivityForResult() != null }
        val request = shadowOf(rule.activity).nextStartedActivityForResult.requestCode
        rule.activityRule.scenario.recreate()
        val poster = Intent().setData(picture(town.poster))
        rule.runOnUiThread {
            rule.activity.activityResultRegistry.dispatchResult(request, Activity.RESULT_OK, poster)
        }
        hand.see("まるや食堂")
    }

    private fun picture(text: String): Uri {
        val hints = mapOf(EncodeHintType.CHARACTER_SET to "UTF-8")
        val code = QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, SIDE, SIDE, hints)
        val picture = Bitmap.createBitmap(SIDE, SIDE, Bitmap.Config.ARGB_8888)
        for (x in 0 until SIDE) for (y in 0 until SIDE) picture.setPixel(x, y, if (code[x, y]) BLACK else WHITE)
        val file = File(town.root, "poster.png")
        file.outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
        return Uri.fromFile(file)
    }

    @Test
    fun `nobody pictures the screen while a password is typed`() {
        fun isShut() = rule.activity.window.attributes.flags and LayoutParams.FLAG_SECURE != 0
        town.open()
        hand.tap("登録する")
        hand.tap("登録を始める")
        hand.see("マイナンバー（12けたの番号）は読み取りません")
        assertFalse(isShut())
        hand.tap("次へ進む")
        hand.type(PASSWORD)
        assertTrue(isShut())
        rule.activityRule.scenario.recreate()
        hand.type(PASSWORD)
        assertTrue(isShut())
        hand.tap("次へ進む")
        hand.see("裏にあててください")
        assertFalse(isShut())
    }

    @Test
    fun `what she shared is gone when she is`() {
        town.open()
        town.register()
        val shared = town.yui.lent.write("history.csv", "date,amount\n")
        town.charge(500)
        assertTrue(shared.exists())
        runBlocking { town.app().identity { signOut() } }
        rule.waitUntil(PATIENCE_MS) { !shared.exists() }
    }

    @Test
    fun `what she shared before the app was ended is gone when she looks again`() {
        val shared = town.yui.cacheDir.resolve("shared").apply { mkdirs() }.resolve("history.csv")
        shared.writeText("date,amount\n")
        rule.activityRule.scenario.recreate()
        rule.waitUntil(PATIENCE_MS) { !shared.exists() }
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

    private companion object {
        /** Only against hanging: real work is done by a real server. */
        const val PATIENCE_MS = 30_000L

        /** Of a picture, in pixels. */
        const val SIDE = 300
    }
}
