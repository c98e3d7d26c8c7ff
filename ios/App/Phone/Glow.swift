// The screen at its brightest and awake while a code is shown, and as it was before after that.

import UIKit

/// See the file.
@MainActor final class Glow {
    private var before: CGFloat?

    /// On while a code is shown.
    func shine(_ on: Bool) {
        guard let screen = UIWindowScene.ours?.screen else { return }
        if on {
            before = before ?? screen.brightness
            screen.brightness = 1
        } else if let brightness = before {
            screen.brightness = brightness
            before = nil
        }
        UIApplication.shared.isIdleTimerDisabled = on
    }
}
