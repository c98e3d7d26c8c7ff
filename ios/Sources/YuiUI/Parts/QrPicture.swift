// A QR code: black on white in both themes, with the white around it that readers want.

import SwiftUI
import YuiCore

/// See the file.
struct QrPicture: View {
    let code: QrView
    /// What it is, for whoever does not see it.
    let text: YuiCore.Text

    @Environment(\.displayScale) private var scale

    var body: some View {
        QrShape(code: code, scale: scale)
            .fill(Color.black, style: FillStyle(antialiased: false))
            .background(Color.white)
            .aspectRatio(1, contentMode: .fit)
            .frame(maxWidth: 360)
            .accessibilityElement(children: .ignore)
            .accessibilityLabel(spoken(text))
            .accessibilityAddTraits(.isImage)
    }
}

/// The dark squares of a code.
struct QrShape: Shape {
    let code: QrView
    /// How many pixels a point has.
    let scale: CGFloat

    /// Squares of white that the standard wants around a code.
    private static let quiet = 4

    func path(in rect: CGRect) -> Path {
        let side = Int(code.side)
        // Whole pixels, so that no edge is grey.
        let pixels = max((rect.width * scale / CGFloat(side + 2 * Self.quiet)).rounded(.down), 1)
        let square = pixels / scale
        let margin = ((rect.width - square * CGFloat(side)) / 2 * scale).rounded(.down) / scale
        return Path { path in
            for (at, dark) in code.dark.enumerated() where dark != 0 {
                let (row, column) = at.quotientAndRemainder(dividingBy: side)
                path.addRect(
                    CGRect(
                        x: rect.minX + margin + CGFloat(column) * square,
                        y: rect.minY + margin + CGFloat(row) * square, width: square, height: square))
            }
        }
    }
}
