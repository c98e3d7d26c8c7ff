// Where the person was, kept by the system with the window, so that she finds herself there after the app was ended.

import YuiCore
import YuiUI

extension Place {
    /// As it is kept: the screen's name, and the id that it is about, or why she registers. Empty for a place to which
    /// nobody comes back: a payment that was not confirmed is none, a code that pays is made only for who asks for it, and
    /// what was scanned is kept nowhere.
    var kept: String {
        if withId.contains(screen) || hasPurpose, let about { return "\(screen) \(about)" }
        return alone.contains(screen) ? "\(screen)" : ""
    }

    /// The place that was kept; none for what this app does not know.
    init?(kept: String) {
        let parts = kept.split(separator: " ", maxSplits: 1).map(String.init)
        guard let name = parts.first, let screen = (alone + withId).named(name) else { return nil }
        self.init(screen, about: parts.dropFirst().first)
        if self.kept != kept { return nil }
    }

    /// Whether she registers for another reason than for the first time.
    private var hasPurpose: Bool { screen == .register && enrolPurpose(about: about) != .register }
}

/// The screens that stand for themselves.
private let alone: [Screen] = [.register, .history, .talk, .settings]

/// The screens that are about a line of her history.
private let withId: [Screen] = [.paid, .receipt]

extension [Screen] {
    /// The one of this name.
    func named(_ name: String) -> Screen? { first { "\($0)" == name } }
}
