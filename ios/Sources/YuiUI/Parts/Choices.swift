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
            .frame(minWidth: look.target, minHeight: look.target, alignment: .leading)
        }
        .tint(look.colours.primary)
    }
}

/// Several of which one is chosen, under their name.
struct Choices<Content: View>: View {
    private let title: YuiCore.Text
    private let content: Content

    init(_ title: YuiCore.Text, @ViewBuilder content: () -> Content) {
        self.title = title
        self.content = content()
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            Words(title, .strong).accessibilityAddTraits(.isHeader)
            content
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(spoken(title))
    }
}

/// A button that switches something on and off, such as a light: what it is stands in its mark, words and ground.
struct SwitchButton: View {
    private let text: YuiCore.Text
    private let mark: Mark
    @Binding private var isOn: Bool

    init(_ text: YuiCore.Text, _ mark: Mark, isOn: Binding<Bool>) {
        self.text = text
        self.mark = mark
        _isOn = isOn
    }

    var body: some View {
        let ink: Role = isOn ? \.onPrimary : \.primary
        Pressable(ground: isOn ? \.primary : \.ground, border: \.primary) {
            isOn.toggle()
        } content: {
            HStack(spacing: 8) {
                MarkPicture(isOn ? .done : mark, ink)
                Words(text, .strong, ink)
            }
        }
        .accessibilityAddTraits(isOn ? [.isToggle, .isSelected] : .isToggle)
    }
}

/// One of several, among `Choices`.
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
