/* A newcomer before the window of scripts/preview, in a process with a screen: what WindowTest starts. */

package jp.yui.preview

import jp.yui.core.support.ServerElsewhere
import jp.yui.core.support.get
import jp.yui.core.support.text
import jp.yui.ui.PASSWORD
import kotlinx.serialization.json.JsonArray
import java.awt.Toolkit
import java.awt.Window
import java.io.File
import javax.swing.SwingUtilities
import kotlin.concurrent.thread
import kotlin.system.exitProcess

/** Plays it in the folder that is the first argument, with the test server whose control port is the second. */
fun main(arguments: Array<String>) {
    val (folder, server) = File(arguments[0]) to arguments[1]
    thread(isDaemon = true) { preview(folder.toPath().resolve("preview"), server) }
    try {
        play(folder, server)
    } catch (failed: Throwable) {
        failed.printStackTrace()
        exitProcess(1)
    }
    exitProcess(0)
}

private fun play(folder: File, server: String) {
    val window = window()
    val (screen, size) = Toolkit.getDefaultToolkit().screenSize to window.size
    check(size.width <= screen.width && size.height <= screen.height) { "$size on $screen" }
    val mouse = Mouse(window)
    mouse.see("登録する")
    mouse.photograph(File(folder, "opened.png"))
    mouse.press("登録する", "登録を始める")
    mouse.press("登録を始める", "次へ進む")
    mouse.press("次へ進む", "パスワードを忘れた")
    mouse.press("入力した文字を見る", "入力した文字を隠す")
    mouse.press("署名用パスワード：$PASSWORD", "入力した文字を隠す")
    mouse.press("次へ進む", "やめる")
    mouse.press("カードをあてる", "ホームに戻る")
    mouse.press("ホームに戻る", "残高を隠す")
    mouse.press("窓口で5,000円をチャージする", "5,000ポイント")
    val shop = (ServerElsewhere(server).control("shops")["shops"] as JsonArray).first()
    mouse.drop(Files(poster(checkNotNull(shop.text("poster"))).inFile(File(folder, "poster.png"))))
    mouse.see("いくら払いますか")
    mouse.press("8", "8円")
    mouse.press("5", "85円")
    mouse.press("0", "850円")
    mouse.press("次へ進む", "850円を払う")
    mouse.press("850円を払う", "払いました")
    mouse.press("通信を切る", "通信をつなぐ")
    mouse.photograph(File(folder, "paid.png"))
}

/** The window, once it is there: moved, since without a window manager it is not always told where it was put. */
private fun window(): Window {
    while (true) {
        Window.getWindows().find { it.isShowing }?.let { shown ->
            SwingUtilities.invokeAndWait { shown.setLocation(0, 0) }
            return shown
        }
        Thread.sleep(LOOK_MILLIS)
    }
}

private const val LOOK_MILLIS = 100L
