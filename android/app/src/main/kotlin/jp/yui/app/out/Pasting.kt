/* A code that is not before the camera: copied as text, or in a picture. */

package jp.yui.app.out

import android.content.ClipboardManager
import androidx.activity.ComponentActivity
import androidx.activity.result.PickVisualMediaRequest
import androidx.activity.result.contract.ActivityResultContracts.PickVisualMedia
import jp.yui.app.camera.codeIn
import jp.yui.app.service
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** To be made before [activity] has started, as what it asks for comes back to it. */
class Pasting(private val activity: ComponentActivity, private val asked: Asked) {
    private val pictures = activity.registerForActivityResult(PickVisualMedia(), asked.pictures::hear)

    /** What was copied, once; where nothing was since, the code in a picture that she chooses. */
    suspend fun paste(): String? {
        copied()?.let { return it }
        val picture = asked.pictures.to {
            pictures.launch(PickVisualMediaRequest(PickVisualMedia.ImageOnly))
        } ?: return null
        return withContext(Dispatchers.IO) { codeIn(activity.contentResolver, picture) }
    }

    private fun copied(): String? {
        val clip = activity.service<ClipboardManager>().primaryClip ?: return null
        if (clip.description.timestamp == asked.pastedOf) return null
        val text = clip.getItemAt(0)?.text?.toString()?.trim()?.ifEmpty { null } ?: return null
        asked.pastedOf = clip.description.timestamp
        return text
    }
}
