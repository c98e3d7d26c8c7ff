// Where the person was, kept by the system with the window, so that she finds herself there after the app was ended.

import YuiCore
import YuiUI

extension Place {
    /// As it is kept: the screen's name, and the id that it is about. Empty for a place to which nobody comes back: a
    /// payment that was not confirmed is none, and what was scanned is kept nowhere.
    var kept: String {
        if withId.contains(screen), let about { return "\(screen) \(about)" }
        return alone.contains(screen) ? "\(screen)" : ""
    }

    /// The place that was kept; none for what this app does not know.
    init?(kept: String) {
        let parts = kept.split(separator: " ", maxSplits: 1).map(String.init)
        guard let name = parts.first, let screen = (parts.count == 2 ? withId : alone).named(name) else { return nil }
        self.init(screen, about: parts.dropFirst().first)
    }
}

/// The screens that stand for themselves.
private let alone: [Screen] = [.register, .code, .history, .talk, .settings]

/// The screens that are about a line of her history.
private let withId: [Screen] = [.paid, .receipt]

extension [Screen] {
    /// The one of this name.
    func named(_ name: String) -> Screen? { first { "\($0)" == name } }
}
