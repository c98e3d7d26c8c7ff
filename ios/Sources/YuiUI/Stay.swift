// What goes on at a place from when she comes until she leaves it for good, also while she is on one that it led to.

import Foundation
import SwiftUI

/// See the file.
@MainActor @Observable final class Stay {
    /// No other stay's, also where it is at the same place.
    let id = UUID()
    /// Where.
    let place: Place
    /// What is done there.
    let deeds = Deeds()
    /// The way back from there, while it is under way, and how it failed.
    let leaving = Deeds()
    /// How far its pages are scrolled, by their titles.
    @ObservationIgnored var scrolled: [String: CGFloat] = [:]

    @ObservationIgnored private var kept: [String: AnyObject] = [:]

    /// She comes.
    init(_ place: Place) { self.place = place }

    /// What its screen keeps under a name as long as the stay lasts, beginning with `first`.
    func keeps<Value: Sendable>(_ name: String, _ first: Value) -> Binding<Value> {
        let known = kept[name] as? KeptValue<Value> ?? KeptValue(first)
        kept[name] = known
        return Binding(get: { known.value }, set: { known.value = $0 })
    }
}

@MainActor @Observable private final class KeptValue<Value: Sendable> {
    var value: Value

    init(_ value: Value) { self.value = value }
}
