/* The phone as the screens have it: what is felt, seen, said and told. */

package jp.yui.app

import android.app.Activity
import android.app.NotificationManager
import android.content.ClipData
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import android.view.HapticFeedbackConstants
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.lifecycle.lifecycleScope
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.app.out.Asked
import jp.yui.ui.Feeling
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.runCurrent
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLooper
import org.robolectric.shadows.ShadowTextToSpeech
import java.util.Locale
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class AndroidPhoneTest {
    private val yui = ApplicationProvider.getApplicationContext<TestYui>()
    private lateinit var phone: AndroidPhone
    private val controller = Robolectric.buildActivity(ComponentActivity::class.java)
    private val activity = controller.get().also {
        phone = AndroidPhone(it, yui::chip, yui::sound, Asked(), yui.lent)
    }.also { controller.setup() }

    @Test
    fun `what is paid and what is refused is felt by the hand`() {
        phone.feel(Feeling.DONE)
        assertEquals(HapticFeedbackConstants.CONFIRM, shadowOf(activity.window.decorView).lastHapticFeedbackPerformed())
        phone.feel(Feeling.REFUSED)
        assertEquals(HapticFeedbackConstants.REJECT, shadowOf(activity.window.decorView).lastHapticFeedbackPerformed())
    }

    @Test
    fun `a phone that can give no sound is felt, and nothing ends`() {
        val dying = CopyOnWriteArrayList<Throwable>()
        val before = Thread.getDefaultUncaughtExceptionHandler()
        Thread.setDefaultUncaughtExceptionHandler { _, thrown -> dying += thrown }
        try {
            for (thrown in listOf(UnsupportedOperationException(), IllegalStateException())) {
                val asked = CompletableDeferred<Unit>()
                val other = Robolectric.buildActivity(ComponentActivity::class.java)
                val silent = AndroidPhone(
                    other.get(),
                    yui::chip,
                    {
                        asked.complete(Unit)
                        throw thrown
                    },
                    Asked(),
                    yui.lent,
                )
                other.setup()
                silent.feel(Feeling.DONE)
                runBlocking {
                    asked.await()
                    other.get().lifecycleScope.coroutineContext.job.children.forEach { it.join() }
                }
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before)
        }
        assertEquals(emptyList(), dying)
    }

    @Test
    fun `nobody pictures or covers a secret, and what is none can be pictured`() {
        val covered = WindowManager.LayoutParams.SYSTEM_FLAG_HIDE_NON_SYSTEM_OVERLAY_WINDOWS
        fun shut() = activity.window.attributes.run {
            (flags and WindowManager.LayoutParams.FLAG_SECURE != 0) to (privateFlags and covered != 0)
        }
        assertEquals(false to false, shut())
        phone.secret(true)
        phone.secret(true)
        phone.secret(false)
        assertEquals(true to true, shut())
        phone.secret(false)
        assertEquals(false to false, shut())
    }

    @Test
    fun `the screen shines and stays awake for a code, and is as it was after it`() {
        val stays = WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON
        val before = activity.window.attributes.run { screenBrightness to (flags and stays) }
        phone.shine(true)
        assertEquals(1f to stays, activity.window.attributes.run { screenBrightness to (flags and stays) })
        phone.shine(false)
        assertEquals(before, activity.window.attributes.run { screenBrightness to (flags and stays) })
    }

    @Test
    fun `what was copied is pasted once, and after it a picture is asked for`() {
        yui.service<ClipboardManager>().setPrimaryClip(ClipData.newPlainText(null, " YUI1SHOP "))
        val scope = TestScope()
        val pasted = mutableListOf<String?>()
        scope.launch { pasted += phone.paste() }
        scope.runCurrent()
        assertEquals(listOf<String?>("YUI1SHOP"), pasted)
        val second = scope.launch { pasted += phone.paste() }
        scope.runCurrent()
        assertEquals("image/*", assertNotNull(shadowOf(activity).peekNextStartedActivity()).type)
        assertTrue(second.isActive)
        second.cancel()
        scope.runCurrent()
        // It is chosen all the same, when nobody waits any more.
        chosen(Uri.parse("content://gone"))
        val third = scope.launch { pasted += phone.paste() }
        scope.runCurrent()
        assertTrue(third.isActive)
        third.cancel()
    }

    private fun chosen(picture: Uri) {
        val request = assertNotNull(shadowOf(activity).peekNextStartedActivityForResult()).requestCode
        activity.activityResultRegistry.dispatchResult(request, Activity.RESULT_OK, Intent().setData(picture))
    }

    @Test
    fun `notifications go to their channel, once each, and open the app`() {
        ShadowLooper.idleMainLooper()
        Channels.make(yui)
        repeat(2) { phone.notify(Channels.PAYMENTS, "届きました", "アプリで見てください。") }
        val shown = shadowOf(yui.service<NotificationManager>()).allNotifications.single()
        assertEquals(Channels.PAYMENTS, shown.channelId)
        assertEquals(MainActivity::class.java.name, shadowOf(shown.contentIntent).savedIntent.component?.className)
    }

    @Test
    fun `the channels have names in the phone's language`() {
        Channels.make(yui)
        val channels = yui.service<NotificationManager>().notificationChannels
        assertEquals(setOf(Channels.PAYMENTS, Channels.NOTICES), channels.map { it.id }.toSet())
        assertEquals("支払いと受け取り", channels.first { it.id == Channels.PAYMENTS }.name)
    }

    @Test
    fun `what is said waits for the voice, and is said in its language`() {
        ShadowTextToSpeech.addLanguageAvailability(Locale.JAPANESE)
        phone.speak("850円、受け取りました", "ja")
        ShadowLooper.idleMainLooper()
        val voice = shadowOf(ShadowTextToSpeech.getLastTextToSpeechInstance())
        voice.onInitListener.onInit(0)
        assertEquals("850円、受け取りました", voice.lastSpokenText)
        assertEquals(Locale.JAPANESE, voice.currentLanguage)
        phone.speak("xin chào", "vi")
        assertEquals("850円、受け取りました", voice.lastSpokenText, "no voice speaks it")
    }
}
