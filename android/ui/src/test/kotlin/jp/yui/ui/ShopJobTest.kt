/* The jobs of a shop, and of somebody who charges, by what they see and tap. */

package jp.yui.ui

import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.PayAction
import jp.yui.core.ReceiveAction
import jp.yui.core.YuiApp
import jp.yui.core.pay
import jp.yui.core.receive
import jp.yui.core.screens
import jp.yui.core.shop
import jp.yui.core.wallet
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class ShopJobTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private val taps by lazy { Taps(rule) }

    @Test
    fun `a shopkeeper makes the phone the shop's, receives by a customer's offline code, and gives it back`() =
        opened { stage, app ->
            stage.openBeside().use { hers ->
                val code = runBlocking { stage.customersCode(hers) }
                rule.setContent { YuiUi(app, stage.phone) }
                taps.tap("払う")
                stage.phone.seen.trySend(stage.pairing)
                taps.see("お店の支払いを受け取れるようになります")
                taps.see("まるや食堂")
                taps.tap("このお店で使う")
                taps.see("「まるや食堂」で使えます")
                taps.tap("受け取る")
                taps.see("いくら受け取りますか")
                for (digit in listOf("8", "5", "0")) taps.tap(digit)
                taps.tap("支払いコードを読み取る")
                stage.phone.seen.trySend(code)
                taps.see("850円、受け取りました")
                rule.waitUntil(PATIENCE) { stage.phone.spoken.isNotEmpty() }
                assertEquals(listOf("850円、受け取りました" to "ja"), stage.phone.spoken)
                assertEquals(listOf(Feeling.DONE), stage.phone.felt)

                taps.tap("きょうの受け取り")
                taps.see("合計850円（1件）")
                taps.tap("支払い済み")
                taps.see("いくら返金しますか（850円まで）")
                taps.tap("次へ進む")
                taps.tap("850円を返金する")
                taps.see("850円を返金しました")
                val left = runBlocking {
                    hers.sync()
                    hers.wallet { snapshot() }.available
                }
                assertEquals(5_000, left)
            }
        }

    @Test
    fun `a customer pays at the till, and the phone says so, and another order is withdrawn`() = opened { stage, app ->
        runBlocking { app.shop { pair(stage.pairing) } }
        stage.openBeside().use { hers ->
            runBlocking { stage.resident(hers, 5_000) }
            rule.setContent { YuiUi(app, stage.phone) }
            order("850", "850円のQRコードを出す")
            runBlocking {
                hers.screens { scanned(app.shop { today() }.tills.single().code) }
                hers.pay { act(PayAction.CONFIRM) }
            }
            taps.see("850円、受け取りました")
            rule.waitUntil(PATIENCE) { stage.phone.spoken.isNotEmpty() }
            assertEquals(listOf("850円、受け取りました" to "ja"), stage.phone.spoken)
            taps.tap("次の支払いを受け取る")
            for (digit in listOf("1", "2", "0")) taps.tap(digit)
            taps.tap("120円のQRコードを出す")
            taps.tap("この注文を取り消す")
            taps.see("取り消しました。お金は動いていません。")
            assertEquals(1, stage.phone.spoken.size)
            taps.tap("戻る")
            taps.see("「まるや食堂」で使えます")
        }
    }

    @Test
    fun `an order that is open is there again after the app was killed`() = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            runBlocking {
                app.shop { pair(stage.pairing) }
                app.receive {
                    typeDigits("850")
                    act(ReceiveAction.SHOW)
                }
            }
        }
        stage.open().use { app ->
            rule.setContent { YuiUi(app, stage.phone) }
            taps.tap("受け取る")
            taps.see("支払いを待っています")
            rule.runOnIdle { assertTrue(stage.phone.shines) }
        }
    }

    @Test
    fun `a resident charges by a voucher`() = opened { stage, app ->
        runBlocking { stage.resident(app, 5_000) }
        rule.setContent { YuiUi(app, stage.phone) }
        taps.tap("チャージする")
        taps.see("市役所の窓口で")
        taps.tap("コードを読み取る")
        stage.phone.seen.trySend(stage.voucher(2_000))
        taps.see("チャージ券は1回だけ使えます")
        taps.tap("チャージする")
        taps.see("2,000ポイントをチャージしました")
        taps.tap("ホームに戻る")
        taps.see("7,000ポイント")
    }

    @Test
    fun `a guest looks where one can pay`() = opened { stage, app ->
        rule.setContent { YuiUi(app, stage.phone) }
        taps.tap("使えるお店")
        taps.see("まるや食堂")
        taps.type("みどり")
        taps.see("見つかりませんでした")
    }

    /** From home: the amount, and the order's code. */
    private fun order(amount: String, show: String) {
        taps.tap("受け取る")
        for (digit in amount) taps.tap(digit.toString())
        taps.tap(show)
        taps.see("支払いを待っています")
    }

    private fun opened(job: (Stage, YuiApp) -> Unit) =
        Stage(folder.root.toPath()).use { stage -> stage.open().use { app -> job(stage, app) } }

    private companion object {
        /** Only against hanging. */
        const val PATIENCE = 30_000L
    }
}
