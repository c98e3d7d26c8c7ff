/* What outlives the window when the phone is turned: what she does, and the phone on which she does it. */

package jp.yui.app

import androidx.compose.runtime.Composable
import androidx.lifecycle.ViewModel
import jp.yui.app.out.Asked
import jp.yui.ui.Feeling
import jp.yui.ui.Kept
import jp.yui.ui.Phone
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel

/** Lives until she leaves the window for good. */
class Retained : ViewModel() {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Main.immediate)

    /** Where she is and what she does. */
    val kept = Kept(scope)

    /** What is known of what the system asks her. */
    val asked = Asked()

    /** Her phone. */
    val phone = PhoneNow()

    override fun onCleared() = scope.cancel()
}

/** The phone as the window has it that is there [now], so that what she does holds no window that is gone. */
class PhoneNow : Phone {
    lateinit var now: Phone

    override val model get() = now.model

    override val reader get() = now.reader

    override val cards get() = now.cards

    override val cameraAllowed get() = now.cameraAllowed

    override val reducesMotion get() = now.reducesMotion

    @Composable
    override fun Camera(light: Boolean, onText: (String) -> Unit) = now.Camera(light, onText)

    override suspend fun paste() = now.paste()

    override fun openSettings() = now.openSettings()

    override suspend fun mayNotify() = now.mayNotify()

    override fun notify(channel: String, title: String, body: String) = now.notify(channel, title, body)

    override fun call(telephone: String) = now.call(telephone)

    override fun share(text: String) = now.share(text)

    override suspend fun shareFile(name: String, content: String) = now.shareFile(name, content)

    override fun feel(feeling: Feeling) = now.feel(feeling)

    override fun speak(text: String, language: String) = now.speak(text, language)

    override fun shine(on: Boolean) = now.shine(on)

    override fun secret(on: Boolean) = now.secret(on)
}
