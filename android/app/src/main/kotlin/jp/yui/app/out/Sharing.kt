/* What goes out of the app by the person's own hand: a call, a text, a file, the system's settings. */

package jp.yui.app.out

import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.Intent
import android.net.Uri
import android.provider.Settings
import androidx.activity.ComponentActivity
import androidx.core.content.FileProvider
import androidx.lifecycle.lifecycleScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import java.io.File

/** The ways out of [activity]. */
class Sharing(private val activity: ComponentActivity) {
    /** Opens the telephone with a number; she calls herself. Where there is no telephone, the number is shared. */
    fun call(telephone: String) = try {
        activity.startActivity(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", telephone, null)))
    } catch (_: ActivityNotFoundException) {
        share(telephone)
    }

    /** Opens the system's settings of this app. */
    fun openSettings() = activity.startActivity(
        Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, Uri.fromParts("package", activity.packageName, null)),
    )

    /** Offers a text to other apps. */
    fun share(text: String) = choose(Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text))

    /** Offers a file to other apps; the one before is gone then. */
    fun shareFile(name: String, content: String) {
        activity.lifecycleScope.launch {
            val file = withContext(Dispatchers.IO) { written(name, content) }
            val address = FileProvider.getUriForFile(activity, "${activity.packageName}.shared", file)
            val type = if (file.extension == "csv") "text/csv" else "text/plain"
            choose(
                Intent(Intent.ACTION_SEND).setType(type).putExtra(Intent.EXTRA_STREAM, address).apply {
                    clipData = ClipData.newRawUri(null, address)
                    addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
                },
            )
        }
    }

    private fun choose(what: Intent) = activity.startActivity(Intent.createChooser(what, null))

    private fun written(name: String, content: String): File {
        val folder = activity.cacheDir.resolve("shared")
        folder.deleteRecursively()
        folder.mkdirs()
        return folder.resolve(File(name).name).apply { writeText(content) }
    }
}
