// Colours by role, out of the Digital Agency's design tokens 1.1.9 (MIT), for light and dark. Written out of
// core/texts/look/colours.toml by the test `generated` of yui-texts.

import SwiftUI

/// A colour for each role; no screen names one in any other way.
struct Colours: Sendable {
    /// Behind everything.
    let ground: Color
    /// Words.
    let ink: Color
    /// Words of less weight.
    let quiet: Color
    /// Hairlines between things.
    let line: Color
    /// The border of what can be filled in or pressed.
    let fieldLine: Color
    /// The one main act of a screen.
    let primary: Color
    /// Words on `primary`.
    let onPrimary: Color
    /// A quiet area of the same colour.
    let primaryGround: Color
    /// What went wrong.
    let danger: Color
    /// The area behind it.
    let dangerGround: Color
    /// What went well.
    let good: Color
    /// The area behind it.
    let goodGround: Color
    /// What to take care of.
    let care: Color
    /// The area behind it.
    let careGround: Color
    /// Nothing at all.
    let none: Color

    /// On white.
    static let light = Colours(
        ground: Color(0xFFFFFF),
        ink: Color(0x1A1A1A),
        quiet: Color(0x4D4D4D),
        line: Color(0xB3B3B3),
        fieldLine: Color(0x666666),
        primary: Color(0x0017C1),
        onPrimary: Color(0xFFFFFF),
        primaryGround: Color(0xE8F1FE),
        danger: Color(0xCE0000),
        dangerGround: Color(0xFDEEEE),
        good: Color(0x197A4B),
        goodGround: Color(0xE6F5EC),
        care: Color(0x927200),
        careGround: Color(0xFBF5E0),
        none: .clear
    )

    /// On almost black.
    static let dark = Colours(
        ground: Color(0x1A1A1A),
        ink: Color(0xF2F2F2),
        quiet: Color(0xCCCCCC),
        line: Color(0x666666),
        fieldLine: Color(0x999999),
        primary: Color(0x9DB7F9),
        onPrimary: Color(0x000060),
        primaryGround: Color(0x000071),
        danger: Color(0xFF9696),
        dangerGround: Color(0x620000),
        good: Color(0x9BD4B5),
        goodGround: Color(0x08351F),
        care: Color(0xFFE380),
        careGround: Color(0x392C00),
        none: .clear
    )
}

/// The role of a colour.
typealias Role = KeyPath<Colours, Color>

extension Color {
    /// A colour as the design tokens write it: red, green and blue, 8 bits each.
    nonisolated fileprivate init(_ tokens: UInt32) {
        func part(_ shift: UInt32) -> Double { Double(tokens >> shift & 0xFF) / 255 }
        self.init(red: part(16), green: part(8), blue: part(0))
    }
}
