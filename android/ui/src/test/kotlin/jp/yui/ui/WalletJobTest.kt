/* What she looks up now and then: her points by lot, her limits, the file of her history, notices, what the app is. */

package jp.yui.ui

import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.YuiApp
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class WalletJobTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private val taps = Taps(rule)

    @Test
    fun `the balance leads to its lots, and they to what the law wants said`() = withHanako { _, _ ->
        taps.tap("ポイントの内訳")
        taps.see("まで使えます")
        taps.see("すべてのお店で使えます")
        taps.tap("このポイントについて")
        taps.see("不正に使われたときの補償")
    }

    @Test
    fun `she reads what she may still pay today`() = withHanako { _, _ ->
        taps.tap("設定")
        taps.tap("使える金額の上限")
        taps.see("きょうは、あと1,000,000円まで払えます")
        taps.see("これより高い上限はありません")
    }

    @Test
    fun `she gives a month of her history away`() = withHanako { stage, _ ->
        taps.tap("履歴")
        taps.tap("一覧をファイルで渡す")
        taps.see("どの月の一覧を渡しますか")
        taps.tap("一覧をファイルで渡す")
        rule.waitUntil(30_000) { stage.phone.shared.isNotEmpty() }
        assertTrue(stage.phone.shared.single().contains("5000"), stage.phone.shared.single())
    }

    @Test
    fun `her phone is asked for notifications when she wants some, and they say nothing personal`() =
        withHanako { stage, app ->
            taps.tap("設定")
            taps.tap("お知らせ")
            taps.see("ポイントが届きました")
            assertEquals(0, stage.phone.asked)
            stage.phone.notifies = false
            taps.tap("ポイントが動いたとき")
            taps.tap("スマートフォンの設定で、通知が止まっています。設定で通知をオンにしてください。")
            rule.runOnIdle { assertEquals(1, stage.phone.settingsOpened) }
            stage.phone.notifies = true
            taps.tap("ポイントが動いたとき")
            rule.waitUntil(30_000) { stage.phone.asked == 2 }
            rule.waitForIdle()
            app.stop()
            runBlocking {
                tellNews(app, stage.phone)
                stage.charge(app, 1_234)
                tellNews(app, stage.phone)
                tellNews(app, stage.phone)
            }
            val (channel, title, body) = stage.phone.notified.single()
            assertEquals(listOf("payments", "新しいお知らせがあります", "お知らせを見る"), listOf(channel, title, body))
        }

    @Test
    fun `the settings lead to what the app is and what is in it`() = withHanako { _, _ ->
        taps.tap("設定")
        taps.tap("このアプリについて")
        taps.see("どこに何を残すか")
        taps.tap("オープンソースのライセンス")
        taps.see("rusqlite")
    }

    private fun withHanako(does: (Stage, YuiApp) -> Unit) = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            runBlocking { stage.resident(app, 5_000) }
            rule.setContent { YuiUi(app, stage.phone) }
            does(stage, app)
        }
    }
}
