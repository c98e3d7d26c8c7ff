// Stripes that wander across what is paid. Under reduced motion they take one step a second, so that a picture of them
// still does not pass for them.

import SwiftUI

/// See the file.
struct Stripes: View {
    let colour: Color

    @Environment(\.accessibilityReduceMotion) private var reduceMotion

    var body: some View {
        TimelineView(.animation(minimumInterval: reduceMotion ? 1 : nil)) { timeline in
            StripesShape(at: timeline.date.timeIntervalSinceReferenceDate / round)
                .stroke(colour.opacity(0.25), lineWidth: 6)
        }
        .accessibilityHidden(true)
    }

    /// How many seconds it takes until they look the same again; no whole number, or steps of a second would not show.
    private let round = 1.6
}

/// The stripes, `at` rounds after some moment.
struct StripesShape: Shape {
    let at: Double

    private static let gap: CGFloat = 32

    func path(in rect: CGRect) -> Path {
        let moved = CGFloat(at.truncatingRemainder(dividingBy: 1)) * Self.gap
        return Path { path in
            for x in stride(from: rect.minX + moved - Self.gap - rect.height, to: rect.maxX, by: Self.gap) {
                path.move(to: CGPoint(x: x, y: rect.maxY))
                path.addLine(to: CGPoint(x: x + rect.height, y: rect.minY))
            }
        }
    }
}
