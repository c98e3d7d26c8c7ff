/* What is told while nobody looks. */

package jp.yui.ui

import jp.yui.core.YuiApp
import jp.yui.core.notices

/** Looks for news, and has [phone] notify her of what is new: for a moment that the system gives the app in the back. */
suspend fun tellNews(app: YuiApp, phone: Phone) {
    for (news in app.notices { check() }) phone.notify(news.channel, news.title.plain, news.body.plain)
}
