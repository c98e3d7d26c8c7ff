// Where words with readings break into lines.

import SwiftUI
import Testing
import YuiCore

@testable import YuiUI

@MainActor struct PiecesTests {
    private func text(_ runs: (String, String?)...) -> YuiCore.Text {
        YuiCore.Text(plain: runs.map(\.0).joined(), runs: runs.map { TextRun(base: $0.0, ruby: $0.1) })
    }

    @Test("words set with spaces break at those, and inside only where they are longer than a line")
    func spaced() {
        let pieces = text(("お", nil), ("店", "みせ"), ("に ", nil), ("払", "はら"), ("う。", nil)).pieces
        #expect(pieces.map(\.base) == ["お", "店", "に ", "払", "う。"])
        #expect(pieces.map(\.beginsLine) == [.free, .ifNeeded, .ifNeeded, .free, .ifNeeded])
        #expect(pieces.map(\.reading) == [nil, "みせ", nil, "はら", nil])
    }

    @Test("without spaces lines break between any letters, but not before a point or after an opening bracket")
    func unspaced() {
        let pieces = text(("次に「", nil), ("払", "はら"), ("」を。850 YENカード", nil)).pieces
        #expect(pieces.map(\.base) == ["次", "に", "「", "払", "」", "を。", "850 ", "YEN", "カー", "ド"])
        #expect(pieces.map(\.beginsLine) == [.free, .free, .free, .never, .never, .free, .free, .free, .free, .free])
        #expect(text(("850 YEN", nil)).pieces.map(\.beginsLine) == [.free, .free])
    }

    @Test("nothing is lost, whatever is broken")
    func whole() {
        for words in ["", " ", "a", "「」", "。。", "あ い", "カード 850円"] {
            #expect(text((words, nil)).pieces.map(\.base).joined() == words)
        }
    }

    @Test("lines are as full as they can be, and what is longer than a line stands alone")
    func fill() {
        #expect(lines(of: [], beginning: [], within: 10) == [])
        #expect(lines(of: [4, 4, 4], beginning: [.free, .free, .free], within: 8) == [0..<2, 2..<3])
        #expect(lines(of: [4, 4, 4], beginning: [.free, .free, .ifNeeded], within: 8) == [0..<1, 1..<3])
        #expect(lines(of: [4, 4, 4], beginning: [.free, .ifNeeded, .ifNeeded], within: 8) == [0..<2, 2..<3])
        #expect(lines(of: [4, 4, 4], beginning: [.free, .free, .never], within: 8) == [0..<1, 1..<3])
        #expect(lines(of: [20, 4], beginning: [.free, .free], within: 8) == [0..<1, 1..<2])
        #expect(lines(of: [20, 4], beginning: [.free, .never], within: 8) == [0..<2])
    }

    @Test("parts stand on the foot of their line, where the words are set to stand")
    func place() {
        for (alignment, x) in [(TextAlignment.leading, 0.0), (.center, 20), (.trailing, 40)] {
            var placed: [CGPoint] = []
            let sizes = [CGSize(width: 40, height: 20), CGSize(width: 20, height: 30), CGSize(width: 60, height: 20)]
            let parts = LayoutSubviews(sizes.map { size in LayoutSubview(size: size) { placed.append($0) } })
            let flow = Flow(alignment: alignment, spacing: 5)
            let width = ProposedViewSize(width: 100, height: nil)
            var none: Void = ()
            #expect(flow.sizeThatFits(proposal: width, subviews: parts, cache: &none) == CGSize(width: 60, height: 55))
            flow.placeSubviews(
                in: CGRect(x: 0, y: 0, width: 100, height: 55), proposal: width, subviews: parts, cache: &none)
            #expect(placed == [CGPoint(x: x, y: 30), CGPoint(x: x + 40, y: 30), CGPoint(x: x, y: 55)])
        }
    }

    @Test("readings stand above their words, and a screen reader hears what is written")
    func drawn() {
        let words = text(("お", nil), ("店", "みせ"))
        let nodes = Shown(Words(words)).nodes
        #expect(nodes.contains { $0.label == "お店" })
        #expect(nodes.filter { $0.kind == .text }.map(\.text) == ["お", "みせ", "店"])
        #expect(Shown(Words(verbatim: "お店")).nodes.map(\.text).contains("お店"))
    }
}
