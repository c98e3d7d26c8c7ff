// Where the person wants to go from outside the app: by holding its icon, which offers to pay and to show a code.

import Observation
import UIKit
import YuiCore
import YuiUI

/// See the file. The system makes its delegates itself, so there is one for all of them.
@MainActor @Observable final class Wishes {
    /// The one there is.
    static let here = Wishes()

    /// The screen that is wished for.
    private(set) var wished: Screen?

    /// Takes what the system says was chosen; the type of a shortcut is the screen's name (project.yml).
    func wish(_ shortcut: UIApplicationShortcutItem?) {
        wished = (shortcut?.type).flatMap { [Screen.scan, .code].named($0) } ?? wished
    }

    /// What is wished for, which it then is no more.
    func take() -> Screen? {
        defer { wished = nil }
        return wished
    }
}

extension Surroundings {
    /// Whether the first screen leads there now: who is not registered cannot pay.
    func offers(_ screen: Screen) async -> Bool {
        guard let home = try? await app.screens().home() else { return false }
        return home.primary.screen == screen || home.tiles.contains { $0.screen == screen }
    }
}

/// What the system tells of the app.
final class Told: NSObject, UIApplicationDelegate {
    func application(
        _ application: UIApplication, configurationForConnecting session: UISceneSession,
        options: UIScene.ConnectionOptions
    ) -> UISceneConfiguration {
        Wishes.here.wish(options.shortcutItem)
        let window = UISceneConfiguration(name: nil, sessionRole: session.role)
        window.delegateClass = ToldOfWindow.self
        return window
    }
}

/// What the system tells of the window.
final class ToldOfWindow: NSObject, UIWindowSceneDelegate {
    func windowScene(
        _ window: UIWindowScene, performActionFor shortcut: UIApplicationShortcutItem,
        completionHandler: @escaping (Bool) -> Void
    ) {
        Wishes.here.wish(shortcut)
        completionHandler(true)
    }
}
