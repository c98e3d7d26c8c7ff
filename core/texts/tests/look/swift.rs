//! Colours.swift of the screens for the iPhone, and the colour of its first picture.

use super::{Colours, Role, digits};

pub fn source(colours: &Colours) -> String {
    let roles = || colours.roles.iter().filter(|role| !role.android_only);
    let fields = roles()
        .map(|role| format!("    /// {}\n    let {}: Color\n", role.about, role.name))
        .collect::<Vec<_>>()
        .concat();
    let theme = |colour: fn(&Role) -> &str| {
        roles()
            .map(|role| format!("        {}: Color(0x{}),\n", role.name, digits(colour(role))))
            .collect::<Vec<_>>()
            .concat()
    };
    format!(
        "// Colours by role, out of the Digital Agency's design tokens 1.1.9 (MIT), for light and dark. Written out of\n\
         // core/texts/look/colours.toml by the test `generated` of yui-texts.\n\n\
         import SwiftUI\n\n\
         /// A colour for each role; no screen names one in any other way.\n\
         struct Colours: Sendable {{\n{fields}    /// Nothing at all.\n    let none: Color\n\n    \
         /// On white.\n    static let light = Colours(\n{}        none: .clear\n    )\n\n    \
         /// On almost black.\n    static let dark = Colours(\n{}        none: .clear\n    )\n}}\n\n{END}",
        theme(|role| &role.light),
        theme(|role| &role.dark),
    )
}

const END: &str = "\
/// The role of a colour.
typealias Role = KeyPath<Colours, Color>

extension Color {
    /// A colour as the design tokens write it: red, green and blue, 8 bits each.
    nonisolated fileprivate init(_ tokens: UInt32) {
        func part(_ shift: UInt32) -> Double { Double(tokens >> shift & 0xFF) / 255 }
        self.init(red: part(16), green: part(8), blue: part(0))
    }
}
";

/// The ground of the picture that the system shows while the app starts.
pub fn ground(colours: &Colours) -> String {
    let ground = colours.role("ground");
    let colour = |colour: &str| {
        let part = |at: usize| format!("0x{}", &digits(colour)[at..at + 2]);
        format!(
            "\"color\": {{ \"color-space\": \"srgb\", \"components\": {{ \"red\": \"{}\", \"green\": \"{}\", \
             \"blue\": \"{}\", \"alpha\": \"1.000\" }} }}",
            part(0),
            part(2),
            part(4)
        )
    };
    format!(
        "{{\n  \"colors\": [\n    {{ \"idiom\": \"universal\", {} }},\n    {{ \"idiom\": \"universal\", \
         \"appearances\": [{{ \"appearance\": \"luminosity\", \"value\": \"dark\" }}], {} }}\n  ],\n  \
         \"info\": {{ \"author\": \"xcode\", \"version\": 1 }}\n}}\n",
        colour(&ground.light),
        colour(&ground.dark),
    )
}

/// The mark on it, as Android's `drawable/mark.xml` has it.
pub fn mark(colours: &Colours, theme: fn(&Role) -> &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"160\" height=\"160\" viewBox=\"0 0 108 108\">\n  \
         <path d=\"M58.5,41.5 A17,17 0 1 0 58.5,66.5 M49.5,66.5 A17,17 0 1 0 49.5,41.5\" fill=\"none\" stroke=\"{}\" \
         stroke-width=\"6.5\" stroke-linecap=\"round\"/>\n</svg>\n",
        theme(colours.role("primary"))
    )
}
