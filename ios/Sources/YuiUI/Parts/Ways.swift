// Plain lists: ways to other screens, and facts under their names.

import SwiftUI
import YuiCore

/// Ways to other screens, one a line.
struct Ways: View {
    private let ways: [WayView]

    @Environment(Surroundings.self) private var around

    init(_ ways: [WayView]) { self.ways = ways }

    var body: some View {
        VStack(spacing: 0) {
            ForEach(ways, id: \.self) { way in
                Way(.init(of: way.screen), way.text) { around.places.go(way.screen, about: way.about) }
            }
        }
    }
}

/// A line that leads somewhere, or only says something.
struct Way: View {
    private let mark: Mark
    private let text: YuiCore.Text
    private let onPress: (@MainActor () -> Void)?

    init(_ mark: Mark, _ text: YuiCore.Text, onPress: (@MainActor () -> Void)?) {
        self.mark = mark
        self.text = text
        self.onPress = onPress
    }

    var body: some View {
        if let onPress {
            Pressable(wide: true, onPress: onPress) { line }
        } else {
            line.padding(12).accessibilityElement(children: .combine)
        }
        Hairline()
    }

    private var line: some View {
        HStack(spacing: 12) {
            MarkPicture(mark, \.primary)
            Words(text)
            Spacer()
            if onPress != nil { MarkPicture(.next, \.quiet) }
        }
    }
}

/// What says something under its name.
struct Fact: View {
    private let line: TermLine

    init(_ line: TermLine) { self.line = line }

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            Words(line.label, .small, \.quiet)
            Words(line.value)
        }
        .accessibilityElement(children: .combine)
    }
}

/// What says something under its name, several times.
struct Facts: View {
    private let lines: [TermLine]

    init(_ lines: [TermLine]) { self.lines = lines }

    var body: some View { ForEach(lines.indices, id: \.self) { Fact(lines[$0]) } }
}

/// What stands above a part of a screen.
struct Heading: View {
    private let text: YuiCore.Text

    init(_ text: YuiCore.Text) { self.text = text }

    var body: some View { Words(text, .strong).accessibilityAddTraits(.isHeader) }
}
