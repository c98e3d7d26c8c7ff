/* What is told while nobody looks. */

package jp.yui.ui

import jp.yui.core.YuiApp
import jp.yui.core.notices

/** What notifies her. */
fun interface Notifier {
    /** Shows a notification, on a locked screen too. [channel] is its kind, by which the system keeps her own choices. */
    fun notify(channel: String, title: String, body: String)
}

/** Looks for news, and has her notified of what is new: for a moment that the system gives the app in the back. */
suspend fun tellNews(app: YuiApp, notifier: Notifier) {
    for (news in app.notices { check() }) notifier.notify(news.channel, news.title.plain, news.body.plain)
}
