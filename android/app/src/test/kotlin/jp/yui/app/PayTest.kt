/* A payment through the window: by a pasted code, and without the thread that draws reading or writing a file. */

package jp.yui.app

import android.content.ClipData
import android.content.ClipboardManager
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.ui.Feeling
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class PayTest {
    @get:Rule(order = 0)
    val town = Town()

    @get:Rule(order = 1)
    val rule = createAndroidComposeRule<MainActivity>()

    private val hand = Hand(rule)

    /** Stands for the moment at which something is copied. */
    private var copies = 0L

    /** How many payments were heard. */
    private var paid = 0

    private fun pay() {
        hand.tap("払う")
        hand.tap("コードを貼り付ける・写真から読む")
        hand.see("まるや食堂")
        for (digit in listOf("8", "5", "0")) hand.tap(digit)
        hand.see("850円")
        hand.tap("次へ進む")
        hand.tap("850円を払う")
        hand.see("払いました")
        rule.waitUntil(PATIENCE) { town.yui.heard.size > paid }
        paid = town.yui.heard.size
        hand.tap("ホームに戻る")
    }

    @Test
    fun `a shop is paid by its code, and the thread that draws touches no file meanwhile`() {
        town.open()
        town.register()
        town.charge(5_000)
        hand.see("5,000ポイント")
        copied(town.poster)
        pay() // once, so that what is measured is paying and not the loading of classes
        hand.see("4,150ポイント")
        // A class that is loaded all the same is loaded once; what paying reads, it reads each time.
        val touched = (1..3).minOf {
            copied(town.poster)
            touching { pay() }
        }
        assertEquals(List(4) { Feeling.DONE }, town.yui.heard)
        hand.see("1,600ポイント")
        assertTrue(touched < PAGE, "$touched bytes were read or written by the thread that draws")
    }

    @Test
    fun `a file that the thread that draws reads would be noticed`() {
        val file = File(town.root, "file").apply { writeBytes(ByteArray(PAGE)) }
        assertTrue(touching { file.readBytes() } >= PAGE)
    }

    private fun copied(text: String) = town.yui.service<ClipboardManager>()
        .setPrimaryClip(ClipData.newPlainText(null, text).apply { description.timestamp = ++copies })

    /** How many bytes this thread, which draws in these tests, read and wrote during [work], as Linux counts them. */
    private fun touching(work: () -> Unit): Long {
        val before = counted()
        work()
        return counted() - before
    }

    private fun counted(): Long = File("/proc/thread-self/io").readLines()
        .filter { it.startsWith("rchar") || it.startsWith("wchar") }
        .sumOf { it.substringAfter(": ").toLong() }

    private companion object {
        /** Only against hanging. */
        const val PATIENCE = 30_000L

        /** Bytes of the smallest thing that a database reads or writes. */
        const val PAGE = 4_096
    }
}
