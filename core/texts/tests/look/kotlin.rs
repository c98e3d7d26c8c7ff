//! Colours.kt of the screens for Android.

use super::{Colours, Role, digits};

pub fn source(colours: &Colours) -> String {
    let fields = colours
        .roles
        .iter()
        .map(|role| format!("    /** {} */\n    val {}: Color,\n", linked(&role.about), role.name))
        .collect::<Vec<_>>()
        .concat();
    let theme = |name: &str, colour: fn(&Role) -> &str| {
        let values = colours
            .roles
            .iter()
            .map(|role| format!("    {} = Color(0xFF{}),\n", role.name, digits(colour(role))))
            .collect::<Vec<_>>()
            .concat();
        format!("internal val {name} = Colours(\n{values})\n")
    };
    format!(
        "/*\n * Colours by role, out of the Digital Agency's design tokens 1.1.9 (MIT), for light and dark. Written out of\n \
         * core/texts/look/colours.toml by the test `generated` of yui-texts.\n */\n\n\
         package jp.yui.ui.look\n\n\
         import androidx.compose.runtime.Immutable\n\
         import androidx.compose.ui.graphics.Color\n\n\
         /** A colour for each role; no screen names one in any other way. */\n\
         @Immutable\n\
         class Colours(\n{fields})\n\n{}\n{}",
        theme("Light", |role| &role.light),
        theme("Dark", |role| &role.dark),
    )
}

/// Names in backticks, as Kotlin's documents link them.
fn linked(about: &str) -> String {
    about
        .split('`')
        .enumerate()
        .map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { format!("[{part}]") })
        .collect()
}
