/* What goes out of the app by the person's own hand: a call, a text, a file, the system's settings. */

package jp.yui.app.out

import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.Intent
import android.net.Uri
import android.provider.Settings
import androidx.activity.ComponentActivity
import androidx.core.content.FileProvider
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** The ways out of [activity]; a file goes by way of [lent]. */
class Sharing(private val activity: ComponentActivity, private val lent: Lent) {
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

    /** Offers a file to other apps; `storage_full` where the phone has no room for it. */
    suspend fun shareFile(name: String, content: String) {
        val file = withContext(Dispatchers.IO) { lent.write(name, content) }
        val address = FileProvider.getUriForFile(activity, "${activity.packageName}.shared", file)
        val type = if (file.extension == "csv") "text/csv" else "text/plain"
        choose(
            Intent(Intent.ACTION_SEND).setType(type).putExtra(Intent.EXTRA_STREAM, address).apply {
                clipData = ClipData.newRawUri(null, address)
                addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
            },
        )
    }

    private fun choose(what: Intent) = activity.startActivity(Intent.createChooser(what, null))
}
