/* The phone that the screens are on, while one window of ours lives. */

package jp.yui.app

import android.animation.ValueAnimator
import android.nfc.Tag
import android.os.Build
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.compose.runtime.Composable
import androidx.lifecycle.DefaultLifecycleObserver
import androidx.lifecycle.LifecycleOwner
import androidx.lifecycle.lifecycleScope
import jp.yui.app.camera.CameraView
import jp.yui.app.camera.Permission
import jp.yui.app.card.CardReader
import jp.yui.app.card.Chip
import jp.yui.app.out.Asked
import jp.yui.app.out.Lent
import jp.yui.app.out.Notifications
import jp.yui.app.out.NotifyPermission
import jp.yui.app.out.Pasting
import jp.yui.app.out.Sharing
import jp.yui.app.out.Voice
import jp.yui.app.out.haptic
import jp.yui.ui.Feeling
import jp.yui.ui.Phone
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.launch

/**
 * To be made before [activity] has started; [chip] is what of a tag speaks as a card does, [sound] plays what is heard of a
 * feeling, [asked] is what is known of what the system asks her, and [lent] is where a file lies that she shares.
 */
class AndroidPhone(
    private val activity: ComponentActivity,
    chip: (Tag) -> Chip?,
    private val sound: suspend (Feeling) -> Unit,
    asked: Asked,
    lent: Lent,
) : Phone {
    private val cardReader = CardReader(activity, chip = chip)
    private val permission = Permission(activity)
    private val pasting = Pasting(activity, asked)
    private val notifications = Notifications(activity)
    private val notifyPermission = NotifyPermission(activity, asked)
    private val sharing = Sharing(activity, lent)
    private val voice = Voice(activity)
    private val secrecy = Secrecy(activity)

    init {
        activity.lifecycle.addObserver(
            object : DefaultLifecycleObserver {
                override fun onDestroy(owner: LifecycleOwner) = voice.close()
            },
        )
    }

    override val model: String = Build.MODEL

    override val reader = cardReader.states

    override val cards = cardReader.cards

    override val cameraAllowed = permission.isRefused.map { !it }

    override val reducesMotion get() = !ValueAnimator.areAnimatorsEnabled()

    @Composable
    override fun Camera(light: Boolean, onText: (String) -> Unit) = CameraView(permission, light, onText)

    override suspend fun paste() = pasting.paste()

    override fun openSettings() = sharing.openSettings()

    override suspend fun mayNotify() = notifyPermission.asked()

    override fun notify(channel: String, title: String, body: String) = notifications.notify(channel, title, body)

    override fun call(telephone: String) = sharing.call(telephone)

    override fun share(text: String) = sharing.share(text)

    override suspend fun shareFile(name: String, content: String) = sharing.shareFile(name, content)

    override fun feel(feeling: Feeling) {
        activity.window.decorView.performHapticFeedback(feeling.haptic)
        activity.lifecycleScope.launch(Dispatchers.Default) { hear(feeling) }
    }

    /** Where the phone has no sound to give, the hand has felt it. */
    private suspend fun hear(feeling: Feeling) = try {
        sound(feeling)
    } catch (_: UnsupportedOperationException) {
        // It can be made by no loudspeaker.
    } catch (_: IllegalStateException) {
        // It was made, and cannot be played.
    }

    override fun speak(text: String, language: String) = voice.say(text, language)

    override fun shine(on: Boolean) {
        val window = activity.window
        window.attributes = window.attributes.apply {
            screenBrightness = if (on) {
                WindowManager.LayoutParams.BRIGHTNESS_OVERRIDE_FULL
            } else {
                WindowManager.LayoutParams.BRIGHTNESS_OVERRIDE_NONE
            }
        }
        if (on) {
            window.addFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON)
        } else {
            window.clearFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON)
        }
    }

    override fun secret(on: Boolean) = secrecy.count(on)
}
