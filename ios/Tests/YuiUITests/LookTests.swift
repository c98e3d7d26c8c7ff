// Whether the look is as the person chose it. Whether colours stand out is tried where they are listed (core/texts/look).

import Foundation
import SwiftUI
import Testing
import YuiCore

@testable import YuiUI

@MainActor struct LookTests {
    @Test("words grow with the phone and with her own percent, and buttons with easy mode")
    func sizes() async throws {
        #expect(Look().size(.body) == 16 && Look().target == 48)
        #expect(Look(easy: true).size(.body) == 18 && Look(easy: true).target == 56)
        #expect(Look(scale: 2).size(.amount) == 80)
        let seen = try await looks(LookView(language: "ja", textPercent: 160, easy: true, theme: .dark))
        #expect(seen.look.scale == 1.6 && seen.look.easy && seen.look.colours.ground == Colours.dark.ground)
        #expect(seen.language == "ja")
    }

    @Test("in easy mode no words are smaller than 18 points, and none are smaller than they were")
    func easy() {
        for style in WordStyle.allCases {
            #expect(Look(easy: true).size(style) >= 18, "\(style)")
            #expect(Look(easy: true).size(style) >= Look().size(style), "\(style)")
        }
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
