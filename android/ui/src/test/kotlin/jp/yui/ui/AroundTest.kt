/* What is around the screens and in their parts, by what she sees and presses. */

package jp.yui.ui

import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.platform.InterceptPlatformTextInput
import androidx.compose.ui.platform.PlatformTextInputInterceptor
import androidx.compose.ui.platform.PlatformTextInputMethodRequest
import androidx.compose.ui.platform.PlatformTextInputSession
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.text.input.KeyboardType
import jp.yui.core.AppException
import jp.yui.core.EnrolPurpose
import jp.yui.core.Register
import jp.yui.core.RegisterAction
import jp.yui.core.Screen
import jp.yui.core.YuiApp
import jp.yui.core.register
import jp.yui.core.screens
import jp.yui.core.wallet
import jp.yui.ui.parts.TREMOR_MILLIS
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

@OptIn(ExperimentalComposeUiApi::class)
class AroundTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private val taps by lazy { Taps(rule) }

    private fun onHerPhone(points: Long? = null, play: (Stage, YuiApp) -> Unit) =
        Stage(folder.root.toPath()).use { stage ->
            stage.open().use { app ->
                points?.let { runBlocking { stage.resident(app, it) } }
                play(stage, app)
            }
        }

    private fun isGone(words: String) = rule.waitUntil("“$words” is gone", 30_000) {
        rule.onAllNodes(SemanticsMatcher("has “$words”") { words in it.says }).fetchSemanticsNodes().isEmpty()
    }

    @Test
    fun `without network a banner says what she can do, and for a moment that it is back`() =
        onHerPhone(5_000) { stage, app ->
            rule.setContent { YuiUi(app, stage.phone) }
            taps.see("こんにちは")
            stage.network("off")
            runBlocking { assertFailsWith<AppException> { app.sync() } }
            taps.see("残高と履歴は見られます")
            taps.tap("履歴")
            taps.see("残高と履歴は見られます")
            stage.network("on")
            runBlocking { app.sync() }
            isGone("残高と履歴は見られます")
            isGone("通信が戻りました")
        }

    @Test
    fun `where the camera was refused there are words, and the way to allow it`() = onHerPhone { stage, app ->
        stage.phone.cameraAllowed.value = false
        rule.setContent { YuiUi(app, stage.phone, Places(listOf(Place(Screen.HOME), Place(Screen.SCAN)))) }
        taps.see("カメラを使えません")
        taps.tap("設定を開く")
        assertEquals(1, stage.phone.settingsOpened)
        stage.phone.cameraAllowed.value = true
        taps.tap("ライトをつける")
        isGone("カメラを使えません")
    }

    @Test
    fun `tiles are moved by buttons that say where to, and stay there`() = onHerPhone(5_000) { stage, app ->
        rule.setContent { YuiUi(app, stage.phone) }
        taps.tap("並べ替える")
        val home = runBlocking { app.screens { home() } }
        val up = checkNotNull(checkNotNull(home.arrange).tiles[1].up).text.plain
        rule.onNode(hasContentDescription(up)).performScrollTo().performClick()
        rule.waitUntil(30_000) { runBlocking { app.screens { home() } }.tiles[0].screen == home.tiles[1].screen }
        taps.tap("並べ替えを終える")
        isGone("並べ替えを終える")
        val order = runBlocking { app.screens { home() } }.tiles.map { it.text.plain }
        val heights = order.map { tile ->
            rule.onNode(SemanticsMatcher("the tile $tile") { it.says == tile && it.layoutInfo.width > 300 })
                .fetchSemanticsNode().positionInRoot.y
        }
        assertEquals(heights.sorted(), heights)
    }

    @Test
    fun `a password is hidden until she wants to see it`() = onHerPhone { stage, app ->
        drawTheSecret(stage, app)
        taps.type("YUI1")
        fun seen() = rule.onNode(hasSetTextAction()).fetchSemanticsNode().config[SemanticsProperties.EditableText].text
        assertEquals("••••", seen())
        taps.tap("入力した文字を見る")
        rule.waitForIdle()
        assertEquals("YUI1", seen())
        taps.tap("入力した文字を隠す")
        rule.waitForIdle()
        assertEquals("••••", seen())
        assertEquals(1, stage.phone.secrets)
        taps.tap("戻る")
        taps.see("マイナンバー（12けたの番号）は読み取りません")
        assertEquals(0, stage.phone.secrets)
    }

    /** She registers, and is asked for her password; [then] goes on from there. */
    private fun drawTheSecret(stage: Stage, app: YuiApp, then: suspend Register.() -> Unit = {}) {
        runBlocking {
            app.register {
                begin(EnrolPurpose.REGISTER, "phone")
                act(RegisterAction.PASSWORD)
                act(RegisterAction.NEXT)
                then()
            }
        }
        rule.setContent { YuiUi(app, stage.phone, Places(listOf(Place(Screen.HOME), Place(Screen.REGISTER)))) }
    }

    @Test
    fun `who goes elsewhere from a typed password types it anew`() = onHerPhone { stage, app ->
        drawTheSecret(stage, app) { enter(PASSWORD) }
        taps.see("裏にあててください")
        taps.tap("係の人に相談")
        taps.see("係の人に相談する")
        taps.tap("戻る")
        taps.see("署名用パスワードを入れてください")
    }

    @Test
    fun `a mail address and a code have the keyboard that they need`() = onHerPhone { stage, app ->
        val keyboards = mutableListOf<KeyboardType>()
        val listening = object : PlatformTextInputInterceptor {
            override suspend fun interceptStartInputMethod(
                request: PlatformTextInputMethodRequest,
                nextHandler: PlatformTextInputSession,
            ): Nothing {
                keyboards += request.imeOptions.keyboardType
                nextHandler.startInputMethod(request)
            }
        }
        rule.setContent {
            InterceptPlatformTextInput(listening) {
                YuiUi(app, stage.phone, Places(listOf(Place(Screen.HOME), Place(Screen.VISITOR))))
            }
        }
        taps.tap("メールで登録コードを受け取る")
        taps.see("メールアドレスを入れてください")
        taps.type("hanako")
        rule.runOnIdle { assertEquals(KeyboardType.Email, keyboards.last()) }
        taps.tap("登録コードを持っている")
        taps.see("届いた登録コードを入れてください")
        taps.type("AAAAA")
        rule.runOnIdle { assertEquals(KeyboardType.Ascii, keyboards.last()) }
    }

    @Test
    fun `back from a receipt the list is as she left it, and after home it is new`() = onHerPhone(5_000) { stage, app ->
        runBlocking { repeat(12) { stage.charge(app, 100) } }
        val words = runBlocking { app.screens { history("", 1u) } }.page.days.first().lines.first().title.plain
        fun searched() =
            rule.onNode(hasSetTextAction()).fetchSemanticsNode().config[SemanticsProperties.EditableText].text
        fun read() = rule.onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.VerticalScrollAxisRange))[0]
            .fetchSemanticsNode().config[SemanticsProperties.VerticalScrollAxisRange].value()
        rule.setContent { YuiUi(app, stage.phone) }
        taps.tap("履歴")
        taps.see(words)
        taps.type(words)
        val lines = hasText(words) and hasClickAction() and !hasSetTextAction()
        rule.waitUntil(30_000) { rule.onAllNodes(lines).fetchSemanticsNodes().size > 12 }
        rule.onAllNodes(lines)[12].performScrollTo()
        val far = read()
        assertTrue(far > 0, "$far")
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS) // what comes at once is no press
        rule.onAllNodes(lines)[12].performClick()
        taps.see("まちの帳簿")
        taps.tap("戻る")
        rule.waitUntil(30_000) { rule.onAllNodes(lines).fetchSemanticsNodes().size > 12 }
        assertEquals(words to far, searched() to read())
        taps.tap("戻る")
        taps.see("こんにちは")
        taps.tap("履歴")
        taps.see(words)
        assertEquals("" to 0f, searched() to read())
    }

    @Test
    fun `a code is bright while it is on the screen, its seconds go, and it is made once`() =
        onHerPhone(5_000) { stage, app ->
            rule.setContent { YuiUi(app, stage.phone) }
            taps.tap("支払いコード")
            taps.see("このコードをお店の人に見せてください")
            assertTrue(stage.phone.shines)
            val made = runBlocking { app.wallet { code() } }?.id
            val seconds = checkNotNull(runBlocking { app.screens { code(false) } }.seconds).plain
            isGone(seconds)
            taps.tap("戻る")
            taps.see("こんにちは")
            assertTrue(!stage.phone.shines)
            assertEquals(made, runBlocking { app.wallet { code() } }?.id)
        }

    @Test
    fun `who is asked on the telephone finds the code of what went wrong`() = onHerPhone { stage, app ->
        val unknown = Place(Screen.RECEIPT, "018f0000-0000-7000-8000-000000000000")
        rule.setContent { YuiUi(app, stage.phone, Places(listOf(Place(Screen.HOME), unknown))) }
        taps.see("payment_unknown")
        taps.tap("係の人に相談")
        taps.see("電話では、この番号を伝えてください：payment_unknown")
    }
}
