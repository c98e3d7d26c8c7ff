// How everything is drawn: colours, sizes and type, by the person's own settings.

import SwiftUI
import YuiCore

/// The look of every screen.
struct Look: Sendable {
    /// Colours by role.
    var colours = Colours.light
    /// Whether easy mode is on: larger, and nothing has to be held.
    var easy = false
    /// By how much words are larger than drawn here: what the phone is set to, times the person's own percent.
    var scale: CGFloat = 1

    /// What can be pressed is at least so high and so wide.
    var target: CGFloat { easy ? 56 : 48 }

    /// How words of a style are drawn.
    func font(_ style: WordStyle) -> Font {
        let font = Font.system(size: size(style), weight: style.isBold ? .bold : .regular)
        return style == .amount ? font.monospacedDigit() : font
    }

    /// How large they are.
    func size(_ style: WordStyle) -> CGFloat {
        let points: CGFloat =
            switch style {
            case .body, .strong: easy ? 18 : 16
            case .small: easy ? 18 : 14
            case .title: 22
            case .amount: 40
            }
        return points * scale
    }

    /// What lies between their lines beside what the font itself has, about a fifth of its size.
    func spacing(_ style: WordStyle) -> CGFloat {
        let lineHeight: CGFloat =
            switch style {
            case .body, .strong, .small: 1.7
            case .title: 1.5
            case .amount: 1.3
            }
        return size(style) * (lineHeight - 1.2)
    }
}

/// Sizes and weights of words.
enum WordStyle: CaseIterable, Sendable {
    /// Running words.
    case body
    /// Words of less weight, such as a time.
    case small
    /// What a button says, and what stands out in a list.
    case strong
    /// The question of a screen.
    case title
    /// The balance and amounts, with figures of one width.
    case amount

    fileprivate var isBold: Bool {
        switch self {
        case .body, .small: false
        case .strong, .title, .amount: true
        }
    }
}

private struct LookKey: EnvironmentKey {
    static let defaultValue = Look()
}

extension EnvironmentValues {
    /// The look of every screen.
    var look: Look {
        get { self[LookKey.self] }
        set { self[LookKey.self] = newValue }
    }
}

/// Draws what it holds as a person wants it.
struct Looking<Content: View>: View {
    private let view: LookView
    private let content: Content

    @Environment(\.colorScheme) private var system
    @ScaledMetric(relativeTo: .body) private var unit: CGFloat = 1

    init(_ view: LookView, @ViewBuilder content: () -> Content) {
        self.view = view
        self.content = content()
    }

    var body: some View {
        content
            .environment(\.look, look)
            .environment(\.locale, Locale(identifier: view.language))
            .preferredColorScheme(chosen)
    }

    private var chosen: ColorScheme? {
        switch view.theme {
        case .system: nil
        case .light: .light
        case .dark: .dark
        }
    }

    private var look: Look {
        Look(
            colours: (chosen ?? system) == .dark ? .dark : .light,
            easy: view.easy,
            scale: unit * CGFloat(view.textPercent) / 100
        )
    }
}
