// Words with their readings above. A screen reader hears what is written.

import SwiftUI
import YuiCore

/// Draws words, with readings where they have some.
struct Words: View {
    private let text: YuiCore.Text
    private let style: WordStyle
    private let colour: Role

    @Environment(\.look) private var look

    init(_ text: YuiCore.Text, _ style: WordStyle = .body, _ colour: Role = \.ink) {
        self.text = text
        self.style = style
        self.colour = colour
    }

    /// Words that came as they are.
    init(verbatim words: String, _ style: WordStyle = .body, _ colour: Role = \.ink) {
        self.init(YuiCore.Text(verbatim: words), style, colour)
    }

    var body: some View {
        Group {
            if text.runs.allSatisfy({ $0.ruby == nil }) {
                // Figures that break are read wrongly: an amount that does not fit is drawn smaller.
                SwiftUI.Text(verbatim: text.plain).lineSpacing(look.spacing(style))
                    .lineLimit(style == .amount ? 1 : nil).minimumScaleFactor(style == .amount ? 0.4 : 1)
            } else {
                WithReadings(text: text, size: look.size(style), spacing: look.spacing(style) / 2)
            }
        }
        .font(look.font(style))
        .foregroundStyle(look.colours[keyPath: colour])
    }
}

/// Words below each other.
struct Paragraphs: View {
    private let texts: [YuiCore.Text]
    private let style: WordStyle

    init(_ texts: [YuiCore.Text], _ style: WordStyle = .body) {
        self.texts = texts
        self.style = style
    }

    var body: some View { ForEach(texts.indices, id: \.self) { Words(texts[$0], style) } }
}

/// Words of which parts carry readings.
private struct WithReadings: View {
    let text: YuiCore.Text
    let size: CGFloat
    let spacing: CGFloat

    @Environment(\.multilineTextAlignment) private var alignment

    var body: some View {
        Flow(alignment: alignment, spacing: spacing) {
            ForEach(Array(text.pieces.enumerated()), id: \.offset) { _, piece in
                VStack(spacing: 0) {
                    if let reading = piece.reading {
                        SwiftUI.Text(verbatim: reading).font(.system(size: size / 2)).fixedSize()
                    }
                    SwiftUI.Text(verbatim: piece.base).fixedSize()
                }
                .layoutValue(key: BeginsLine.self, value: piece.beginsLine)
            }
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(spoken(text))
    }
}

/// Words for a screen reader.
@MainActor func spoken(_ text: YuiCore.Text) -> SwiftUI.Text { SwiftUI.Text(verbatim: text.plain) }

extension YuiCore.Text {
    /// Words that came as they are.
    init(verbatim words: String) { self.init(plain: words, runs: [TextRun(base: words, ruby: nil)]) }
}
