// Whether words can be read: contrast by WCAG 2.2, sizes, and what can be pressed.

import Foundation
import SwiftUI
import Testing
import YuiCore

@testable import YuiUI

@MainActor struct LookTests {
    @Test("words stand out from what is behind them, and borders from the ground", arguments: [false, true])
    func contrast(dark: Bool) {
        let colours = dark ? Colours.dark : .light
        let words: [(Role, Role)] = [
            (\.ink, \.ground), (\.quiet, \.ground), (\.primary, \.ground), (\.onPrimary, \.primary),
            (\.danger, \.ground), (\.ink, \.line), (\.ink, \.primaryGround), (\.primary, \.primaryGround),
            (\.ink, \.dangerGround), (\.quiet, \.dangerGround), (\.ink, \.goodGround), (\.ink, \.careGround),
        ]
        for (word, ground) in words {
            #expect(contrast(colours[keyPath: word], colours[keyPath: ground]) >= 4.5, "\(word) on \(ground)")
        }
        let marks: [(Role, Role)] = [
            (\.fieldLine, \.ground), (\.good, \.ground), (\.care, \.ground), (\.good, \.goodGround),
            (\.care, \.careGround), (\.danger, \.dangerGround),
        ]
        for (mark, ground) in marks {
            #expect(contrast(colours[keyPath: mark], colours[keyPath: ground]) >= 3, "\(mark) on \(ground)")
        }
    }

    @Test("words grow with the phone and with her own percent, and buttons with easy mode")
    func sizes() async throws {
        #expect(Look().size(.body) == 16 && Look().target == 48)
        #expect(Look(easy: true).size(.body) == 18 && Look(easy: true).target == 56)
        #expect(Look(scale: 2).size(.amount) == 80)
        let seen = try await looks(LookView(language: "ja-simple", textPercent: 160, easy: true, theme: .dark))
        #expect(seen.look.scale == 1.6 && seen.look.easy && seen.look.colours.ground == Colours.dark.ground)
        #expect(seen.language == "ja")
    }

    @Test("light and dark are as chosen, else as the phone has them")
    func theme() async throws {
        for (theme, ground) in [(Theme.system, Colours.light), (.light, .light), (.dark, .dark)] {
            let seen = try await looks(LookView(language: "vi", textPercent: 100, easy: false, theme: theme))
            #expect(seen.look.colours.ground == ground.ground)
        }
    }

    private func looks(_ view: LookView) async throws -> (look: Look, language: String) {
        var seen: (Look, String)?
        _ = Shown(Looking(view) { Spy { seen = ($0, $1) } }).nodes
        return try seen.orTrouble("look")
    }

    private func contrast(_ one: Color, _ other: Color) -> Double {
        let light = [one, other].map(luminance).sorted()
        return (light[1] + 0.05) / (light[0] + 0.05)
    }

    private func luminance(_ colour: Color) -> Double {
        func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }
}

/// Tells what is around it.
private struct Spy: View {
    let tell: @MainActor (Look, String) -> Void

    @Environment(\.look) private var look
    @Environment(\.locale) private var locale

    var body: some View {
        let _ = tell(look, locale.identifier)
        EmptyView()
    }
}
