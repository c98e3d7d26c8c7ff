/* A code that is not before the camera: copied as text, or in a picture. */

package jp.yui.app.out

import android.content.ClipboardManager
import android.net.Uri
import androidx.activity.ComponentActivity
import androidx.activity.result.PickVisualMediaRequest
import androidx.activity.result.contract.ActivityResultContracts.PickVisualMedia
import jp.yui.app.camera.codeIn
import jp.yui.app.service
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.withContext

/** To be made before [activity] has started, as what it asks for comes back to it. */
class Pasting(private val activity: ComponentActivity) {
    private val chosen = Channel<Uri?>(Channel.CONFLATED)
    private val pictures = activity.registerForActivityResult(PickVisualMedia()) { chosen.trySend(it) }
    private var before: String? = null

    /** What was copied, once; where there is nothing new, the code in a picture that she chooses. */
    suspend fun paste(): String? {
        val text = copied()
        if (text != null && text != before) return text.also { before = it }
        pictures.launch(PickVisualMediaRequest(PickVisualMedia.ImageOnly))
        val picture = chosen.receive() ?: return null
        return withContext(Dispatchers.IO) { codeIn(activity.contentResolver, picture) }
    }

    private fun copied(): String? {
        val clip = activity.service<ClipboardManager>().primaryClip ?: return null
        return clip.getItemAt(0)?.text?.toString()?.trim()?.ifEmpty { null }
    }
}
