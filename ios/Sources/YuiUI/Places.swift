// Where the person is, and how she came there.

import Observation
import YuiCore

/// A screen, and what it is about.
public struct Place: Hashable, Sendable {
    /// Which screen.
    public let screen: Screen
    /// What it is about: an id, or the code of an error.
    public let about: String?

    /// A screen, and what it is about.
    public init(_ screen: Screen, about: String? = nil) {
        self.screen = screen
        self.about = about
    }
}

/// The way from the first screen to this one.
@MainActor @Observable public final class Places {
    private let first = Place(.home)
    private var further: [Place] = []

    /// The first screen.
    public init() {}

    /// Where she is.
    public var here: Place { further.last ?? first }

    /// Whether there is a way back.
    public var hasBefore: Bool { !further.isEmpty }

    /// Goes to a screen; to one that she came through, back to it.
    public func go(_ screen: Screen, about: String? = nil) {
        if screen == first.screen { return home() }
        if let known = further.firstIndex(where: { $0.screen == screen }) { further.removeSubrange(known...) }
        further.append(Place(screen, about: about))
    }

    /// Goes to a screen, from which the way leads back past this one.
    public func goInstead(_ screen: Screen, about: String? = nil) {
        back()
        go(screen, about: about)
    }

    /// Goes back; on the first screen nothing happens.
    public func back() { _ = further.popLast() }

    /// Goes to the first screen.
    public func home() { further = [] }
}
