// Lays parts of a text into lines, as a paragraph has them.

import SwiftUI

/// See the file.
struct Flow: Layout {
    /// Where lines that are not full stand.
    let alignment: TextAlignment
    /// What lies between two lines.
    let spacing: CGFloat

    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) -> CGSize {
        let lines = lines(subviews, within: proposal.width)
        let height = lines.map(\.size.height).reduce(0, +) + spacing * CGFloat(max(lines.count - 1, 0))
        return CGSize(width: lines.map(\.size.width).max() ?? 0, height: height)
    }

    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) {
        var y = bounds.minY
        for line in lines(subviews, within: bounds.width) {
            var x = bounds.minX + (bounds.width - line.size.width) * share
            for part in line.parts {
                let size = part.sizeThatFits(.unspecified)
                // On the line's foot, so that words without a reading stand level with those that have one.
                part.place(
                    at: CGPoint(x: x, y: y + line.size.height), anchor: .bottomLeading, proposal: .unspecified)
                x += size.width
            }
            y += line.size.height + spacing
        }
    }

    private var share: CGFloat {
        switch alignment {
        case .leading: 0
        case .center: 0.5
        case .trailing: 1
        }
    }

    private func lines(_ subviews: Subviews, within width: CGFloat?) -> [(parts: [LayoutSubview], size: CGSize)] {
        let parts = Array(subviews)
        let sizes = parts.map { $0.sizeThatFits(.unspecified) }
        let ranges = YuiUI.lines(
            of: sizes.map { Double($0.width) }, beginning: parts.map { $0[BeginsLine.self] },
            within: Double(width ?? .infinity))
        return ranges.map { range in
            let width = sizes[range].map(\.width).reduce(0, +)
            return (Array(parts[range]), CGSize(width: width, height: sizes[range].map(\.height).max() ?? 0))
        }
    }
}

/// Whether a line may begin with a part.
struct BeginsLine: LayoutValueKey {
    static let defaultValue = Break.free
}
