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
    private var pastedOf = NEVER

    /** What was copied, once; where nothing was since, the code in a picture that she chooses. */
    suspend fun paste(): String? {
        copied()?.let { return it }
        pictures.launch(PickVisualMediaRequest(PickVisualMedia.ImageOnly))
        val picture = chosen.receive() ?: return null
        return withContext(Dispatchers.IO) { codeIn(activity.contentResolver, picture) }
    }

    private fun copied(): String? {
        val clip = activity.service<ClipboardManager>().primaryClip?.takeIf { it.description.timestamp != pastedOf }
        val text = clip?.getItemAt(0)?.text?.toString()?.trim()?.ifEmpty { null } ?: return null
        pastedOf = clip.description.timestamp
        return text
    }

    private companion object {
        /** No moment at which something is copied, in milliseconds since 1970. */
        const val NEVER = -1L
    }
}
