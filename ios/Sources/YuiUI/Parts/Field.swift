// A line that can be filled in, under its name.

import SwiftUI
import YuiCore

/// See the file.
struct Field: View {
    /// Stands above it and is its name for a screen reader.
    let name: YuiCore.Text
    @Binding var value: String

    @Environment(\.look) private var look

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Words(name, .small, \.quiet).accessibilityHidden(true)
            TextField(text: $value, prompt: empty) { spoken(name) }
                .font(look.font(.body))
                .foregroundStyle(look.colours.ink)
                .padding(12)
                .frame(minHeight: look.target)
                .area(\.ground, border: \.fieldLine)
        }
    }
}

/// A field shows nothing before it is filled in: what goes there stands above it.
@MainActor let empty = SwiftUI.Text(verbatim: String())
