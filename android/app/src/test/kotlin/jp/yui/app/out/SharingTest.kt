/* What leaves the app leaves by the person's hand: the telephone opened, a text or a file offered. */

package jp.yui.app.out

import android.content.ComponentName
import android.content.Intent
import android.content.IntentFilter
import android.net.Uri
import android.provider.Settings
import androidx.activity.ComponentActivity
import androidx.core.content.IntentCompat
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.app.TestYui
import jp.yui.core.AppException
import jp.yui.core.ErrorCode
import jp.yui.core.code
import kotlinx.coroutines.runBlocking
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLooper
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class SharingTest {
    private val yui = ApplicationProvider.getApplicationContext<TestYui>()
    private val activity = Robolectric.buildActivity(ComponentActivity::class.java).setup().get()
    private val sharing = Sharing(activity, yui.lent)

    private fun offered(): Intent {
        val chooser = awaited()
        assertEquals(Intent.ACTION_CHOOSER, chooser.action)
        return assertNotNull(IntentCompat.getParcelableExtra(chooser, Intent.EXTRA_INTENT, Intent::class.java))
    }

    private fun awaited(): Intent {
        for (turn in 1..500) {
            ShadowLooper.idleMainLooper()
            shadowOf(activity).nextStartedActivity?.let { return it }
            Thread.sleep(10)
        }
        error("nothing was opened")
    }

    @Test
    fun `a call opens the telephone with the number, and calls nobody`() {
        sharing.call("0957-00-0000")
        val opened = awaited()
        assertEquals(Intent.ACTION_DIAL, opened.action)
        assertEquals(Uri.parse("tel:0957-00-0000"), opened.data)
    }

    @Test
    fun `without a telephone the number is offered as a text`() {
        val chooser = ComponentName("android", "Chooser")
        shadowOf(yui.packageManager).addActivityIfNotPresent(chooser)
        shadowOf(yui.packageManager).addIntentFilterForActivity(
            chooser,
            IntentFilter(Intent.ACTION_CHOOSER).apply {
                addCategory(Intent.CATEGORY_DEFAULT)
            },
        )
        shadowOf(yui).checkActivities(true)
        sharing.call("0957-00-0000")
        assertEquals("0957-00-0000", offered().getStringExtra(Intent.EXTRA_TEXT))
    }

    @Test
    fun `a file is lent to whom she chooses, under its name, and the one before is gone`() {
        runBlocking { sharing.shareFile("first.csv", "1") }
        offered()
        runBlocking { sharing.shareFile("../history.csv", "date,amount\n") }
        val intent = offered()
        val address = assertNotNull(IntentCompat.getParcelableExtra(intent, Intent.EXTRA_STREAM, Uri::class.java))
        assertEquals("content://jp.yui.app.shared/shared/history.csv", address.toString())
        assertEquals("text/csv", intent.type)
        assertTrue(intent.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION != 0)
        assertEquals("date,amount\n", yui.contentResolver.openInputStream(address)?.use { it.reader().readText() })
        assertFalse(yui.cacheDir.resolve("shared/first.csv").exists())
    }

    @Test
    fun `a file for which the phone has no room is an error that is told in words`() {
        val full = Sharing(activity, Lent { File.createTempFile("full", null).resolve("shared") })
        val refused = assertFailsWith<AppException> { runBlocking { full.shareFile("history.csv", "date,amount\n") } }
        assertEquals(ErrorCode.StorageFull, refused.code)
        assertNull(shadowOf(activity).nextStartedActivity)
    }

    @Test
    fun `what an earlier process lent is gone, and what this one lends stays`() {
        val folder = yui.cacheDir.resolve("earlier").apply { mkdirs() }
        folder.resolve("history.csv").writeText("date,amount\n")
        val lent = Lent { folder }
        lent.forgetEarlier()
        assertFalse(folder.exists())
        val file = lent.write("history.csv", "date,amount\n")
        lent.forgetEarlier()
        assertTrue(file.exists())
    }

    @Test
    fun `the system's settings of this app are opened, and of no other`() {
        sharing.openSettings()
        val opened = awaited()
        assertEquals(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, opened.action)
        assertEquals(Uri.parse("package:jp.yui.app"), opened.data)
    }
}
