// Notifications, which say that there is something and never what, and the moments in which the app looks for it.

import BackgroundTasks
import Foundation
@preconcurrency import UserNotifications

/// Whether the person lets the app notify her; she is asked where she never was.
func mayNotify() async -> Bool {
    (try? await UNUserNotificationCenter.current().requestAuthorization(options: [.alert, .sound])) ?? false
}

/// Shows a notification, in the place of an older one of its channel.
func notify(channel: String, title: String, body: String) {
    let content = UNMutableNotificationContent()
    content.title = title
    content.body = body
    content.sound = .default
    content.threadIdentifier = channel
    UNUserNotificationCenter.current().add(UNNotificationRequest(identifier: channel, content: content, trigger: nil))
}

/// What the system calls the moments in which the app may look for news (project.yml).
let momentForNews = "jp.yui.app.news"

/// Asks for one, an hour from now or later, as the system likes; without the person's leave it gives none.
func askForMoment() {
    let moment = BGAppRefreshTaskRequest(identifier: momentForNews)
    moment.earliestBeginDate = Date(timeIntervalSinceNow: 60 * 60)
    try? BGTaskScheduler.shared.submit(moment)
}
