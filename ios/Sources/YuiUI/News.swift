// What is told while nobody looks.

import YuiCore

/// Looks for news, and has the phone notify her of what is new: for a moment that the system gives the app in the back.
@MainActor public func tellNews(_ app: YuiApp, on phone: any Phone) async throws {
    for news in try await app.notices().check() {
        phone.notify(channel: news.channel, title: news.title.plain, body: news.body.plain)
    }
}
