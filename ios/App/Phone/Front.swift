// What is in front on the screen: the window of the app, and over what the system lays its own.

import UIKit

extension UIWindowScene {
    /// The app's part of the screen.
    static var ours: UIWindowScene? {
        UIApplication.shared.connectedScenes.lazy.compactMap { $0 as? UIWindowScene }.first
    }
}

extension UIViewController {
    /// What is in front, for a window of the system to be laid over it.
    static var front: UIViewController? {
        var front = UIWindowScene.ours?.keyWindow?.rootViewController
        while let over = front?.presentedViewController { front = over }
        return front
    }
}
