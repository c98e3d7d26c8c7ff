// Whether everything that can be pressed, held or filled in is so for a dry finger and for who does not see it.

import SwiftUI
import Testing

@testable import YuiUI

extension Stage {
    /// Each has words, says what it is, and is large enough both ways by itself: what lies around it takes no touch for it.
    func canBePressed(_ screen: String, easy: Bool = false) {
        let (nodes, least) = (shown.nodes, CGFloat(easy ? 56 : 48))
        let boxes = nodes.filter { $0.tap != nil }
        let pressed = nodes.filter { $0.hold != nil || [.button, .toggle, .field, .secureField].contains($0.kind) }
        #expect(!pressed.isEmpty, "\(screen)")
        for node in pressed {
            #expect(!node.spoken.isEmpty, "\(screen)")
            #expect(node.hold == nil || node.traits.contains(.isButton), "\(screen): \(node.spoken)")
            // A field's box hands on what it is touched by.
            let touched = boxes.first { box in box.all.contains { $0 === node } } ?? node
            let (width, height) = (touched.all.map(\.minWidth).max() ?? 0, touched.all.map(\.minHeight).max() ?? 0)
            #expect(width >= least && height >= least, "\(screen): \(node.spoken) is \(width) × \(height)")
        }
    }
}
