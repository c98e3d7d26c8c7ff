// A line that can be filled in, under its name.

import SwiftUI
import YuiCore

/// See the file.
struct Field: View {
    /// Stands above it and is its name for a screen reader.
    let name: YuiCore.Text
    /// What it is for.
    var filling = Filling.words
    @Binding var value: String

    @FocusState private var focused: Bool
    @Environment(\.look) private var look

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Words(name, .small, \.quiet).accessibilityHidden(true)
            TextField(text: $value, prompt: empty) { spoken(name) }
                .filled(with: filling)
                .font(look.font(.body))
                .foregroundStyle(look.colours.ink)
                .boxed($focused)
        }
    }
}

/// What a field is filled in with, for which the system has a keyboard and offers what it knows.
enum Filling: Sendable {
    /// Anything.
    case words
    /// A mail address.
    case mail
    /// Letters and digits that were sent to her.
    case code
}

extension View {
    #if os(macOS)
        fileprivate func filled(with filling: Filling) -> some View { self }
    #else
        @ViewBuilder fileprivate func filled(with filling: Filling) -> some View {
            switch filling {
            case .words: self
            case .mail:
                keyboardType(.emailAddress).textContentType(.emailAddress).textInputAutocapitalization(.never)
                    .autocorrectionDisabled()
            case .code:
                keyboardType(.asciiCapable).textContentType(.oneTimeCode).textInputAutocapitalization(.characters)
                    .autocorrectionDisabled()
            }
        }
    #endif
}

extension View {
    /// A field in its box. Wherever that is touched, the field is filled in.
    func boxed(_ focused: FocusState<Bool>.Binding) -> some View { modifier(FieldBox(focused: focused)) }
}

private struct FieldBox: ViewModifier {
    let focused: FocusState<Bool>.Binding

    @Environment(\.look) private var look

    func body(content: Content) -> some View {
        content
            .focused(focused)
            .padding(12)
            .frame(minWidth: look.target, minHeight: look.target)
            .area(\.ground, border: \.fieldLine)
            .contentShape(Rectangle())
            .onTapGesture { focused.wrappedValue = true }
    }
}

/// A field shows nothing before it is filled in: what goes there stands above it.
@MainActor let empty = SwiftUI.Text(verbatim: String())
