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
    private var first = Stay(Place(.home))
    private var further: [Stay] = []

    /// The first screen.
    public init() {}

    /// Where she is.
    public var here: Place { stay.place }

    /// Her stay there.
    var stay: Stay { further.last ?? first }

    /// Whether there is a way back.
    public var hasBefore: Bool { !further.isEmpty }

    /// Goes to a place; to one that she came through, back to it.
    public func go(_ screen: Screen, about: String? = nil) {
        let place = Place(screen, about: about)
        if place == first.place { return home() }
        if let known = further.firstIndex(where: { $0.place == place }) {
            further.removeSubrange((known + 1)...)
        } else {
            further.append(Stay(place))
        }
    }

    /// Goes to a screen, from which the way leads back past this one.
    public func goInstead(_ screen: Screen, about: String? = nil) {
        back()
        go(screen, about: about)
    }

    /// Goes back; on the first screen nothing happens.
    public func back() { _ = further.popLast() }

    /// Goes to the first screen, which is as if she came anew.
    public func home() {
        guard hasBefore else { return }
        (first, further) = (Stay(first.place), [])
    }
}
