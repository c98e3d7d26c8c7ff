/* Notifications: whether the person wants any, and showing one. The core says what; nothing in it is personal. */

package jp.yui.app.out

import android.Manifest
import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Intent
import android.os.Build
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import jp.yui.app.R
import jp.yui.app.service
import kotlinx.coroutines.channels.Channel

/** To be made before [activity] has started, as the answer comes back to it. */
class Notifying(private val activity: ComponentActivity) {
    private val manager = activity.service<NotificationManager>()
    private val answers = Channel<Boolean>(Channel.CONFLATED)
    private val asking = activity.registerForActivityResult(RequestPermission()) { answers.trySend(it) }

    /** Whether she lets us; from Android 13 on she is asked, and the system asks her no second time. */
    suspend fun may(): Boolean {
        if (manager.areNotificationsEnabled()) return true
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return false
        asking.launch(Manifest.permission.POST_NOTIFICATIONS)
        return answers.receive()
    }

    /** Shows it, once however often it is told; pressing it opens the app. */
    fun show(channel: String, title: String, body: String) {
        val open = Intent(activity, activity.javaClass).addFlags(Intent.FLAG_ACTIVITY_SINGLE_TOP)
        val notification = Notification.Builder(activity, channel)
            .setSmallIcon(R.drawable.icon_mark)
            .setContentTitle(title)
            .setContentText(body)
            .setStyle(Notification.BigTextStyle().bigText(body))
            .setVisibility(Notification.VISIBILITY_PUBLIC)
            .setContentIntent(PendingIntent.getActivity(activity, 0, open, PendingIntent.FLAG_IMMUTABLE))
            .setAutoCancel(true)
            .build()
        manager.notify(channel, "$title\n$body".hashCode(), notification)
    }
}
