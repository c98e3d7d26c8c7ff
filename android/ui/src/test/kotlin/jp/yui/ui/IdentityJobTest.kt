/* Her phones, her card, being a visitor and leaving, by what a person sees and taps. */

package jp.yui.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.RegisterStep
import jp.yui.core.identity
import jp.yui.core.register
import jp.yui.core.support.json
import jp.yui.core.support.text
import jp.yui.core.wallet
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.net.ServerSocket
import kotlin.test.assertEquals

class IdentityJobTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private val taps = Taps(rule)

    @Test
    fun `a lost phone is removed from the new one, and pays no more`() = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { old ->
            stage.openBeside().use { new ->
                runBlocking { stage.resident(old, 5_000) }
                var inHand by mutableStateOf(new)
                rule.setContent { key(inHand) { YuiUi(inHand, stage.phone) } }
                taps.tap("前に登録した人")
                taps.tap("このスマートフォンを追加する")
                registers(stage)
                taps.tap("設定")
                taps.tap("使っているスマートフォン")
                taps.see("このスマートフォン")
                taps.tap("スマートフォンをなくした")
                taps.see("なくしたスマートフォンを選んでください")
                taps.tap("phone")
                taps.see("「phone」を外しますか")
                taps.tap("スマートフォンを外す")
                taps.see("「phone」では、もう払えません")
                taps.tap("スマートフォンの一覧を見る")
                taps.see("外したスマートフォン")

                inHand = old
                taps.tap("払う")
                stage.phone.seen.trySend(stage.poster)
                taps.see("まるや食堂")
                for (digit in listOf("8", "5", "0")) taps.tap(digit)
                taps.tap("次へ進む")
                taps.tap("850円を払う")
                taps.see("このスマートフォンは止められています")
                runBlocking { new.sync() }
                assertEquals(5_000, runBlocking { new.wallet { snapshot() } }.available)
            }
        }
    }

    @Test
    fun `the old phones end when a new one takes the place of a lost one`() = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { old ->
            stage.openBeside().use { new ->
                runBlocking { stage.resident(old, 5_000) }
                rule.setContent { YuiUi(new, stage.phone) }
                taps.tap("前に登録した人")
                taps.tap("スマートフォンをなくした")
                taps.see("残高はまちの帳簿にあります")
                taps.tap("000-0000-0000に電話する")
                assertEquals(1, stage.phone.called.size)
                taps.tap("前のスマートフォンを止める")
                registers(stage)
                val phones = runBlocking { new.identity { devices() } }
                assertEquals(mapOf(true to false, false to true), phones.associate { it.thisPhone to it.revoked })
            }
        }
    }

    @Test
    fun `a card tells its tries, and loses none`() = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            rule.setContent { YuiUi(app, stage.phone) }
            taps.tap("設定")
            taps.tap("マイナンバーカード")
            taps.see("ふだんの支払いでは、カードは使いません")
            taps.tap("暗証番号の残り回数を調べる")
            for (time in 1..2) {
                taps.see("裏にあててください")
                stage.holdCard()
                taps.see("あと5回入力できます")
                taps.see("あと3回入力できます")
                taps.tap("もう一度試す")
            }
        }
    }

    @Test
    fun `leaving takes two steps, and what was charged is given up in words`() =
        Stage(folder.root.toPath()).use { stage ->
            stage.open().use { app ->
                runBlocking { stage.resident(app, 5_000) }
                rule.setContent { YuiUi(app, stage.phone) }
                taps.tap("設定")
                taps.tap("ゆいをやめる")
                taps.see("残高が5,000ポイントあります")
                taps.see("払い戻せることがあります")
                taps.tap("次へ進む")
                taps.see("ほんとうにゆいをやめますか")
                taps.tap("やめずに使い続ける")
                taps.see("5,000ポイント")
                taps.tap("設定")
                taps.tap("ゆいをやめる")
                taps.tap("次へ進む")
                taps.tap("残高をあきらめてやめる")
                taps.see("手続きが終わりました")
                taps.tap("ホームに戻る")
                taps.see("まずは見てみる")
            }
        }

    @Test
    fun `a phone is signed out, and is a guest's then`() = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            runBlocking { stage.resident(app, 5_000) }
            rule.setContent { YuiUi(app, stage.phone) }
            taps.tap("設定")
            taps.tap("使っているスマートフォン")
            taps.tap("phone")
            taps.see("残高はそのままです")
            taps.tap("サインアウトする")
            taps.see("サインアウトしました")
            taps.tap("ホームに戻る")
            taps.see("まずは見てみる")
        }
    }

    @Test
    fun `a visitor comes in by a code from the counter, where the town sends no mail`() =
        Stage(folder.root.toPath()).use { stage ->
            stage.open().use { app ->
                rule.setContent { YuiUi(app, stage.phone) }
                taps.tap("ビジターとして使う")
                taps.see("1回5,000円まで")
                taps.tap("メールで登録コードを受け取る")
                taps.type("hanako")
                taps.tap("登録コードを送る")
                taps.see("メールアドレスを確かめてください")
                taps.type("@example.jp")
                taps.tap("登録コードを送る")
                taps.see("メールでは登録コードを送れません")
                taps.tap("登録コードを持っている")
                taps.see("届いた登録コードを入れてください")
                taps.type("AAAAA-AAAAA")
                taps.tap("使い始める")
                taps.see("登録コードが違うか")
                val code = checkNotNull(stage.server.control("visitor.code", json()).text("code")) { "no code" }
                taps.tap("メールで登録コードを受け取る")
                taps.see("メールアドレスを入れてください")
                taps.tap("登録コードを持っている")
                taps.see("届いた登録コードを入れてください")
                taps.type(code)
                taps.tap("使い始める")
                taps.see("登録できました")
                taps.tap("ホームに戻る")
                taps.see("0ポイント")
            }
        }

    @Test
    fun `a card that was held without network is held again by a button`() = Stage(folder.root.toPath()).use { stage ->
        val nowhere = ServerSocket(0).use { it.localPort }
        stage.openAt("http://127.0.0.1:$nowhere").use { app ->
            rule.setContent { YuiUi(app, stage.phone) }
            taps.tap("登録する")
            holdsCard(stage)
            taps.see("offline")
            taps.tap("もう一度試す")
            rule.waitUntil(30_000) { runBlocking { app.register { view() } }.error == null }
            assertEquals(RegisterStep.HOLD, runBlocking { app.register { view() } }.step)
        }
    }

    /** From the first screen of registering until the card is held. */
    private fun holdsCard(stage: Stage) {
        taps.tap("登録を始める")
        taps.tap("次へ進む")
        taps.type(PASSWORD)
        taps.tap("次へ進む")
        taps.see("裏にあててください")
        stage.holdCard()
    }

    /** From the first screen of registering to the end, and home. */
    private fun registers(stage: Stage) {
        holdsCard(stage)
        taps.tap("ホームに戻る")
        taps.see("払う")
    }
}
