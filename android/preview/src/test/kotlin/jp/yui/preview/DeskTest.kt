/* A newcomer at the desk, with the mouse only where she would have it: without a window, against a real server. */

package jp.yui.preview

import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.Theme
import jp.yui.core.YuiApp
import jp.yui.core.settings
import jp.yui.core.support.ServerProcess
import jp.yui.core.wallet
import jp.yui.ui.PASSWORD
import jp.yui.ui.Places
import jp.yui.ui.Taps
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.awt.datatransfer.Clipboard
import java.awt.datatransfer.StringSelection
import kotlin.test.assertEquals

class DeskTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private val clipboard = Clipboard("test")

    @Test
    fun `a newcomer registers, pays by a picture that she drops, and finds it all again`() =
        ServerProcess(folder.root.toPath().resolve("server")).use { server ->
            val taps = Taps(rule)
            val desk = Desk(server, folder.root.toPath())
            runBlocking { desk.open("ja") }.use { app ->
                val hand = atDesk(desk, app)
                rule.setContent { DeskView(desk, hand.first, app, hand.second, hand.third) }
                taps.tap("登録する")
                taps.tap("登録を始める")
                taps.tap("次へ進む")
                taps.tap("署名用パスワード：$PASSWORD")
                taps.tap("次へ進む")
                taps.tap("カードをあてる")
                taps.see("登録できました")
                taps.tap("ホームに戻る")
                taps.tap("窓口で5,000円をチャージする")
                taps.see("5,000ポイント")

                val poster = poster(desk.poster).inFile(folder.newFile("poster.png"))
                runBlocking { hand.first.give(Files(poster)) }
                taps.see("まるや食堂")
                for (digit in listOf("8", "5", "0")) taps.tap(digit)
                taps.tap("次へ進む")
                taps.tap("850円を払う")
                taps.see("払いました")
            }
            val again = Desk(server, folder.root.toPath())
            runBlocking { again.open("ja") }.use { app ->
                assertEquals(4_150L, runBlocking { app.wallet { snapshot() }.available })
            }
        }

    @Test
    fun `the panel follows language and theme, and says what came of what was given`() =
        ServerProcess(folder.root.toPath().resolve("server")).use { server ->
            val taps = Taps(rule)
            val desk = Desk(server, folder.root.toPath())
            runBlocking { desk.open("ja") }.use { app ->
                val (hand, phone, places) = atDesk(desk, app)
                rule.setContent { DeskView(desk, hand, app, phone, places) }
                taps.tap("窓口で5,000円をチャージする")
                taps.see("チャージは、登録してからできます。")
                taps.tap("通信を切る")
                taps.tap("通信をつなぐ")
                runBlocking {
                    app.settings {
                        setLanguage("en")
                        setTheme(Theme.DARK)
                    }
                }
                taps.see("The person, the card and the money are made up.")
                clipboard.setContents(StringSelection(" "), null)
                taps.tap("Paste a picture or text")
                taps.see("There is neither a QR code nor text in the clipboard.")
                runBlocking { hand.give(StringSelection(" ")) }
                taps.see("No QR code was found.")
                clipboard.setContents(Copied(poster(desk.poster)), null)
                taps.tap("Paste a picture or text")
                taps.see("まるや食堂")
            }
        }

    private fun atDesk(desk: Desk, app: YuiApp): Triple<Hand, PreviewPhone, Places> {
        val places = Places()
        lateinit var hand: Hand
        val phone = PreviewPhone(desk::card, folder.root.toPath().resolve("shared"), { clipboard }) { asked, about ->
            hand.hear(asked, about)
        }
        hand = Hand(desk, app, phone, places)
        return Triple(hand, phone, places)
    }
}
