/* The job of the whole: a resident registers with her card and pays a shop, by what she sees and taps. */

package jp.yui.ui

import androidx.compose.ui.test.junit4.v2.createComposeRule
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class JobTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    @Test
    fun `a resident registers in seven screens and fourteen taps, and pays`() =
        Stage(folder.root.toPath()).use { stage ->
            stage.open().use { app ->
                val taps = Taps(rule)
                rule.setContent { YuiUi(app, stage.phone) }
                taps.see("まずは見てみる")
                taps.tap("登録する")
                taps.see("次の3つを用意してください")
                taps.tap("登録を始める")
                taps.see("マイナンバー（12けたの番号）は読み取りません")
                taps.tap("次へ進む")
                taps.type(PASSWORD)
                taps.tap("次へ進む")
                taps.see("裏にあててください")
                stage.holdCard()
                taps.see("登録できました")
                assertTrue(taps.screens.size in 5..7, "${taps.screens}")
                taps.tap("ホームに戻る")
                assertTrue(taps.count <= 14, "${taps.count} taps")

                runBlocking { stage.charge(app, 5_000) }
                taps.see("5,000ポイント")
                taps.tap("払う")
                stage.phone.seen.trySend(stage.poster)
                taps.see("まるや食堂")
                for (digit in listOf("8", "5", "0")) taps.tap(digit)
                taps.see("850円")
                taps.tap("次へ進む")
                taps.tap("850円を払う")
                taps.see("払いました")
                assertEquals(listOf(Feeling.DONE), stage.phone.felt)
                taps.tap("ホームに戻る")
                taps.see("4,150ポイント")
                taps.tap("履歴")
                taps.tap("まるや食堂")
                taps.see("まちの帳簿")
            }
        }
}
