/* The kinds of notifications that a person can switch off one by one in the system's settings. */

package jp.yui.app

import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context

/** The channels, by ids that stay the same for ever. */
object Channels {
    /** Her own money: paid, given back, arrived. */
    const val PAYMENTS = "payments"

    /** What the town tells: last days, cards to renew. */
    const val NOTICES = "notices"

    /** Makes them, or gives them the names of the language that the phone speaks now. */
    fun make(context: Context) {
        val manager = context.service<NotificationManager>()
        manager.createNotificationChannels(
            listOf(
                channel(context, PAYMENTS, R.string.channel_payments, R.string.channel_payments_about),
                channel(context, NOTICES, R.string.channel_notices, R.string.channel_notices_about),
            ),
        )
    }

    private fun channel(context: Context, id: String, name: Int, about: Int) =
        NotificationChannel(id, context.getString(name), NotificationManager.IMPORTANCE_DEFAULT).apply {
            description = context.getString(about)
        }
}
