// What can be switched and chosen: the state stands in a shape, never in colour alone.

import SwiftUI
import YuiCore

/// Something that is on or off.
struct Switch: View {
    private let text: YuiCore.Text
    private let note: YuiCore.Text?
    @Binding private var isOn: Bool

    @Environment(\.look) private var look

    init(_ text: YuiCore.Text, note: YuiCore.Text? = nil, isOn: Binding<Bool>) {
        self.text = text
        self.note = note
        _isOn = isOn
    }

    var body: some View {
        Toggle(isOn: $isOn) {
            VStack(alignment: .leading, spacing: 4) {
                Words(text, .strong)
                if let note { Words(note, .small, \.quiet) }
            }
        }
        .tint(look.colours.primary)
        .frame(minHeight: look.target)
    }
}

/// One of several.
struct Choice: View {
    private let text: YuiCore.Text
    private let chosen: Bool
    private let onChoose: @MainActor () -> Void

    init(_ text: YuiCore.Text, chosen: Bool, onChoose: @escaping @MainActor () -> Void) {
        self.text = text
        self.chosen = chosen
        self.onChoose = onChoose
    }

    var body: some View {
        Pressable(wide: true, onPress: onChoose) {
            HStack(spacing: 12) {
                MarkPicture(chosen ? .chosen : .open, chosen ? \.primary : \.fieldLine)
                Words(text, chosen ? .strong : .body)
                Spacer()
            }
        }
        .accessibilityAddTraits(chosen ? .isSelected : [])
    }
}
