/* Notifications as the system shows them. The core says what; nothing in it is personal. */

package jp.yui.app.out

import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import jp.yui.app.MainActivity
import jp.yui.app.R
import jp.yui.app.service
import jp.yui.ui.Notifier

/** Those of this app. */
class Notifications(private val context: Context) : Notifier {
    private val manager = context.service<NotificationManager>()

    /** Whether the person lets us show any. */
    val areAllowed: Boolean get() = manager.areNotificationsEnabled()

    /** Shows one, once however often it is told; pressing it opens the app. */
    override fun notify(channel: String, title: String, body: String) {
        val open = Intent(context, MainActivity::class.java).addFlags(Intent.FLAG_ACTIVITY_SINGLE_TOP)
        val notification = Notification.Builder(context, channel)
            .setSmallIcon(R.drawable.icon_mark)
            .setContentTitle(title)
            .setContentText(body)
            .setStyle(Notification.BigTextStyle().bigText(body))
            .setVisibility(Notification.VISIBILITY_PUBLIC)
            .setContentIntent(PendingIntent.getActivity(context, 0, open, PendingIntent.FLAG_IMMUTABLE))
            .setAutoCancel(true)
            .build()
        manager.notify(channel, "$title\n$body".hashCode(), notification)
    }
}
