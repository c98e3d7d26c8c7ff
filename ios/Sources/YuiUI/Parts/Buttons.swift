// What can be pressed. Every one has words, and a size for a dry finger.

import SwiftUI
import YuiCore

/// The radius of corners.
enum Corner {
    /// Of buttons, fields and areas.
    static let small: CGFloat = 8
    /// Of what fills a screen's width and holds other things.
    static let wide: CGFloat = 16
}

/// The one main act of a screen.
struct MainButton: View {
    private let text: YuiCore.Text
    private let onPress: @MainActor () -> Void

    @Environment(\.isEnabled) private var isEnabled

    init(_ text: YuiCore.Text, onPress: @escaping @MainActor () -> Void) {
        self.text = text
        self.onPress = onPress
    }

    var body: some View {
        let ground: Role = isEnabled ? \.primary : \.line
        Pressable(ground: ground, border: ground, wide: true, onPress: onPress) {
            Words(text, .strong, isEnabled ? \.onPrimary : \.ink).multilineTextAlignment(.center)
        }
    }
}

/// Another act of as much weight as a whole line.
struct SecondButton: View {
    private let text: YuiCore.Text
    private let onPress: @MainActor () -> Void

    init(_ text: YuiCore.Text, onPress: @escaping @MainActor () -> Void) {
        self.text = text
        self.onPress = onPress
    }

    var body: some View {
        Pressable(ground: \.ground, border: \.primary, wide: true, onPress: onPress) {
            Words(text, .strong, \.primary).multilineTextAlignment(.center)
        }
    }
}

/// A way aside, no wider than its words.
struct PlainButton: View {
    private let text: YuiCore.Text
    private let onPress: @MainActor () -> Void

    init(_ text: YuiCore.Text, onPress: @escaping @MainActor () -> Void) {
        self.text = text
        self.onPress = onPress
    }

    var body: some View {
        Pressable(onPress: onPress) { Words(text, .strong, \.primary) }
    }
}

/// What can be pressed, whatever it shows.
struct Pressable<Content: View>: View {
    private let ground: Role
    private let border: Role
    private let wide: Bool
    private let onPress: @MainActor () -> Void
    private let content: Content

    @Environment(\.look) private var look
    @Environment(\.tremor) private var tremor

    init(
        ground: Role = \.none, border: Role = \.none, wide: Bool = false, onPress: @escaping @MainActor () -> Void,
        @ViewBuilder content: () -> Content
    ) {
        self.ground = ground
        self.border = border
        self.wide = wide
        self.onPress = onPress
        self.content = content()
    }

    var body: some View {
        Button {
            if tremor?.isOver ?? true { onPress() }
        } label: {
            content
                .padding(.horizontal, 12)
                .padding(.vertical, 8)
                .frame(minWidth: look.target, maxWidth: wide ? .infinity : nil, minHeight: look.target)
                .area(ground, border: border)
                .contentShape(Rectangle())
        }
        .buttonStyle(Dimmed())
    }
}

/// Shows that it is pressed without moving anything.
private struct Dimmed: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View {
        configuration.label.opacity(configuration.isPressed ? 0.6 : 1)
    }
}

extension View {
    /// An area behind it with a hairline around.
    func area(_ ground: Role, border: Role, corner: CGFloat = Corner.small) -> some View {
        modifier(Area(ground: ground, border: border, corner: corner))
    }
}

private struct Area: ViewModifier {
    let ground: Role
    let border: Role
    let corner: CGFloat

    @Environment(\.look) private var look

    func body(content: Content) -> some View {
        let shape = RoundedRectangle(cornerRadius: corner)
        content
            .background(look.colours[keyPath: ground], in: shape)
            .overlay { shape.strokeBorder(look.colours[keyPath: border], lineWidth: 1) }
    }
}
