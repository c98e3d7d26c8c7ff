// A ring that grows shorter as time goes by, step by step: nothing moves for who wants no motion.

import SwiftUI

/// See the file. What it means stands in the words beside it.
struct Ring: View {
    /// How much of it is left, in thousandths.
    let share: UInt32

    @Environment(\.look) private var look

    var body: some View {
        RingShape(share: 1)
            .stroke(look.colours.line, lineWidth: 2)
            .overlay { RingShape(share: CGFloat(share) / 1000).stroke(look.colours.primary, lineWidth: 4) }
            .frame(width: 40, height: 40)
            .accessibilityHidden(true)
    }
}

/// A part of a circle, clockwise from its top.
struct RingShape: Shape {
    /// Between 0 and 1.
    let share: CGFloat

    func path(in rect: CGRect) -> Path {
        Path { path in
            path.addArc(
                center: CGPoint(x: rect.midX, y: rect.midY), radius: min(rect.width, rect.height) / 2 - 2,
                startAngle: .degrees(-90), endAngle: .degrees(-90 + 360 * Double(share)), clockwise: false)
        }
    }
}
