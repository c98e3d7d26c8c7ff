// Where words with readings may break into lines. SwiftUI breaks a text by itself, but not one of which parts carry
// readings. What is set with spaces, as simple Japanese is, breaks at those, else between any two Japanese letters.

import YuiCore

/// A part of a text that no line's end divides.
struct Piece: Equatable {
    /// The words.
    var base: String
    /// Their reading.
    let reading: String?
    /// Whether a line may begin with it.
    let beginsLine: Break
}

/// Whether a line may begin somewhere.
enum Break: Sendable {
    /// Anyhow.
    case free
    /// Only where a whole word is longer than a line.
    case ifNeeded
    /// In no case.
    case never
}

extension YuiCore.Text {
    /// Its parts, in their order.
    var pieces: [Piece] {
        let spaced = isSpaced
        var pieces: [Piece] = []
        for part in runs.flatMap(\.parts) {
            guard let before = pieces.last else {
                pieces.append(Piece(base: part.base, reading: part.ruby, beginsLine: .free))
                continue
            }
            let beginsLine = lineBreak(between: before.base.last, and: part.base.first, spaced: spaced)
            let narrow = !(before.base.last?.isWide ?? true) && !(part.base.first?.isWide ?? true)
            let together = beginsLine == .never || beginsLine == .ifNeeded && narrow
            if together && before.reading == nil && part.ruby == nil {
                pieces[pieces.count - 1].base += part.base
            } else {
                pieces.append(Piece(base: part.base, reading: part.ruby, beginsLine: beginsLine))
            }
        }
        return pieces
    }

    /// Whether it is set with spaces: one stands between two Japanese words.
    private var isSpaced: Bool {
        let words = plain.split(separator: " ")
        return zip(words, words.dropFirst()).contains { ($0.last?.isWide ?? false) && ($1.first?.isWide ?? false) }
    }
}

extension TextRun {
    /// Itself where it has a reading, else its letters.
    fileprivate var parts: [TextRun] {
        ruby == nil ? base.map { TextRun(base: String($0), ruby: nil) } : [self]
    }
}

private func lineBreak(between before: Character?, and after: Character?, spaced: Bool) -> Break {
    guard let before, let after else { return .never }
    if after.trails || before.leads { return .never }
    if before == " " { return .free }
    return spaced || !before.isWide && !after.isWide ? .ifNeeded : .free
}

extension Character {
    /// Whether it begins no line: a space, closing brackets, points, and the sign of a long vowel.
    fileprivate var trails: Bool {
        guard let category = unicodeScalars.first?.properties.generalCategory else { return false }
        return self == " "
            || [.closePunctuation, .finalPunctuation, .otherPunctuation, .modifierLetter].contains(category)
    }

    /// Whether it ends no line: an opening bracket.
    fileprivate var leads: Bool {
        guard let category = unicodeScalars.first?.properties.generalCategory else { return false }
        return [.openPunctuation, .initialPunctuation].contains(category)
    }

    /// Whether it is of a script that sets no spaces, kana and ideographs, or as wide as they are.
    fileprivate var isWide: Bool { unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false }
}

/// Which parts stand in which line, given their widths and where lines may begin.
func lines(of widths: [Double], beginning: [Break], within width: Double) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, used) = (0, 0.0)
    for part in widths.indices {
        while used + widths[part] > width, let cut = lastBreak(in: beginning, after: start, upTo: part) {
            lines.append(start..<cut)
            (start, used) = (cut, widths[cut..<part].reduce(0, +))
        }
        used += widths[part]
    }
    return widths.isEmpty ? [] : lines + [start..<widths.count]
}

private func lastBreak(in beginning: [Break], after start: Int, upTo part: Int) -> Int? {
    let places = (start..<part).map { $0 + 1 }
    return places.last { beginning[$0] == .free } ?? places.last { beginning[$0] == .ifNeeded }
}
