/* What a person comes back to: after the phone was turned, and after the system ended the app. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.runtime.saveable.SaveableStateRegistry
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.AppException
import jp.yui.core.ErrorCode
import jp.yui.core.PayStep
import jp.yui.core.RegisterStep
import jp.yui.core.YuiApp
import jp.yui.core.pay
import jp.yui.core.register
import jp.yui.core.screens
import jp.yui.core.wallet
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals

class ComingBackTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private var registry = SaveableStateRegistry(null) { true }
    private lateinit var stage: Stage
    private lateinit var app: YuiApp
    private var drawn by mutableStateOf(false)
    private val taps by lazy { Taps(rule) }

    /** The app on her phone, as the system draws it anew with what was saved of it. */
    @Composable
    private fun Phone() {
        val kept = key(app) { Kept.remembered() }
        if (drawn) {
            CompositionLocalProvider(LocalSaveableStateRegistry provides registry) {
                YuiUi(app, stage.phone, Places.remembered(kept), kept = kept)
            }
        }
    }

    private fun playing(play: () -> Unit) = Stage(folder.root.toPath()).use { open ->
        stage = open
        app = stage.open()
        rule.setContent { Phone() }
        drawn = true
        try {
            play()
        } finally {
            leave()
            app.close()
        }
    }

    private fun <T> ask(call: suspend YuiApp.() -> T): T = runBlocking { app.call() }

    /** What is saved is all that stays of what was drawn. */
    private fun leave() {
        rule.runOnIdle {
            registry = SaveableStateRegistry(registry.performSave()) { true }
            drawn = false
        }
        rule.waitForIdle()
    }

    /** She turns the phone: everything is drawn anew. */
    private fun turn() {
        leave()
        drawn = true
    }

    /** The system ends the app, and she comes back to it. */
    private fun end() {
        leave()
        app.close()
        app = stage.open()
        drawn = true
    }

    private fun becomesResident() {
        ask { stage.resident(this, 5_000) }
        taps.see("5,000ポイント")
    }

    private fun pay(amount: String) {
        taps.tap("払う")
        stage.phone.seen.trySend(stage.poster)
        taps.see("まるや食堂")
        for (digit in amount) taps.tap(digit.toString())
        taps.see("${amount}円")
    }

    @Test
    fun `who was registering goes on where she was, and types the password again`() = playing {
        taps.tap("登録する")
        taps.tap("登録を始める")
        taps.see("マイナンバー（12けたの番号）は読み取りません")
        turn()
        taps.see("マイナンバー（12けたの番号）は読み取りません")
        end()
        taps.tap("次へ進む")
        taps.type(PASSWORD)
        taps.tap("次へ進む")
        taps.see("裏にあててください")
        turn()
        taps.see("裏にあててください")
        end()
        taps.type(PASSWORD)
        assertEquals(RegisterStep.SECRET, ask { register { view() } }.step)
        taps.tap("次へ進む")
        stage.holdCard()
        taps.see("登録できました")
    }

    @Test
    fun `a question stays when the phone is turned, and what was not confirmed is nothing after the end`() = playing {
        becomesResident()
        pay("850")
        turn()
        taps.see("850円")
        taps.tap("次へ進む")
        taps.see("この内容で払いますか")
        assertEquals(1, stage.phone.secrets)
        turn()
        taps.see("850円を払う")
        end()
        taps.see("お店のQRコードを読み取ってください")
        assertEquals(PayStep.SCAN, ask { pay { view() } }.step)
        assertEquals(5_000, ask { wallet { snapshot() } }.available)
    }

    @Test
    fun `what she began goes on when the phone is turned, and what went wrong with it is said`() = playing {
        becomesResident()
        taps.tap("払う")
        stage.phone.choosing = CompletableDeferred()
        taps.tap("コードを貼り付ける・写真から読む")
        turn()
        taps.see(app.screens { frame() }.stop.plain)
        val full = AppException.Failed(ErrorCode.StorageFull, null, null, null, null, 0u, null)
        stage.phone.choosing?.completeExceptionally(full)
        taps.see(app.explain(full).title.plain)
        turn()
        taps.see(app.explain(full).title.plain)
        stage.phone.choosing = CompletableDeferred()
        taps.tap("コードを貼り付ける・写真から読む")
        turn()
        stage.phone.choosing?.complete(stage.poster)
        taps.see("まるや食堂")
    }

    @Test
    fun `a payment whose answer was lost is being checked, before and after the end, and is paid once`() = playing {
        becomesResident()
        pay("850")
        taps.tap("次へ進む")
        taps.see("850円を払う")
        stage.network("lose_answer")
        taps.tap("850円を払う")
        taps.see("確認待ち")
        turn()
        taps.see("確認待ち")
        end()
        taps.see("確認待ち")
        taps.see("もう一度払わないでください")
        stage.network("on")
        taps.see("払いました")
        assertEquals(listOf(Feeling.DONE), stage.phone.felt)
        turn()
        taps.see("払いました")
        taps.tap("ホームに戻る")
        assertEquals(4_150, ask { wallet { snapshot() } }.available)
        assertEquals(listOf(Feeling.DONE), stage.phone.felt, "felt once")
    }

    @Test
    fun `a code is the same one when the phone was turned and after the end`() = playing {
        becomesResident()
        taps.tap("支払いコード")
        taps.see("このコードをお店の人に見せてください")
        val made = ask { wallet { code() } }?.id
        turn()
        taps.see("このコードをお店の人に見せてください")
        assertEquals(made, ask { wallet { code() } }?.id)
        end()
        taps.see("このコードをお店の人に見せてください")
        assertEquals(made, ask { wallet { code() } }?.id)
    }
}
