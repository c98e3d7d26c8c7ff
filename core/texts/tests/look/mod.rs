//! Colours by role: the list of them, what stands out from what, and the files of the apps that are written from it.

use std::{fs, path::Path};

use serde::Deserialize;

mod kotlin;
mod swift;

/// The list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Colours {
    words: Vec<String>,
    marks: Vec<String>,
    roles: Vec<Role>,
}

/// A colour by what it is for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    name: String,
    about: String,
    light: String,
    dark: String,
    #[serde(default)]
    android_only: bool,
}

/// The themes, by the colour that a role has in each.
const THEMES: [fn(&Role) -> &str; 2] = [|role| &role.light, |role| &role.dark];

impl Colours {
    fn read() -> Self {
        toml::from_str(&tree("core/texts/look/colours.toml")).expect("colours by role")
    }

    fn role(&self, name: &str) -> &Role {
        self.roles.iter().find(|role| role.name == name).unwrap_or_else(|| panic!("no role is called {name}"))
    }

    /// How much the first stands out from the second in a theme, by WCAG 2.2.
    fn contrast(&self, pair: &str, theme: fn(&Role) -> &str) -> f64 {
        let (one, other) = pair.split_once(" on ").expect("one on another");
        let one = luminance(theme(self.role(one)));
        let other = luminance(theme(self.role(other)));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}

fn tree(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path))
        .expect("a file of the tree")
}

/// The digits of a colour: red, green and blue, two each.
fn digits(colour: &str) -> &str {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    assert!(
        digits.len() == 6 && digits.bytes().all(|digit| b"0123456789ABCDEF".contains(&digit)),
        "{colour}"
    );
    digits
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = u8::from_str_radix(&digits(colour)[at..at + 2], 16).expect("two digits");
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

/// The files to be, by their path in the tree.
pub fn files() -> Vec<(String, String)> {
    let colours = Colours::read();
    let assets = "ios/App/Resources/Assets.xcassets";
    vec![
        ("android/ui/src/main/kotlin/jp/yui/ui/look/Colours.kt".to_owned(), kotlin::source(&colours)),
        ("ios/Sources/YuiUI/Look/Colours.swift".to_owned(), swift::source(&colours)),
        (format!("{assets}/Ground.colorset/Contents.json"), swift::ground(&colours)),
        (format!("{assets}/Mark.imageset/light.svg"), swift::mark(&colours, THEMES[0])),
        (format!("{assets}/Mark.imageset/dark.svg"), swift::mark(&colours, THEMES[1])),
    ]
}

#[test]
fn words_and_marks_stand_out_in_both_themes() {
    let colours = Colours::read();
    assert!(colours.words.len() > 10 && colours.marks.len() > 5);
    for (pairs, least) in [(&colours.words, 4.5), (&colours.marks, 3.0)] {
        for pair in pairs {
            for theme in THEMES {
                let contrast = colours.contrast(pair, theme);
                assert!(contrast >= least, "{pair}: {contrast:.2} is less than {least}");
            }
        }
    }
}

#[test]
fn contrast_is_as_the_standard_counts_it() {
    let black_on_white = (luminance("#FFFFFF") + 0.05) / (luminance("#000000") + 0.05);
    assert!((black_on_white - 21.0).abs() < 1e-9);
    assert!((luminance("#777777") - 0.1845).abs() < 1e-4);
}

#[test]
fn the_pages_of_staff_have_the_same_colours() {
    let colours = Colours::read();
    let style = tree("server/assets/staff.css");
    let held = colours.roles.iter().filter(|role| {
        let name = kebab(&role.name);
        let Some((_, rest)) = style.split_once(&format!("\n  --{name}: ")) else { return false };
        assert_eq!(rest.split(';').next(), Some(role.light.to_lowercase().as_str()), "--{name}");
        true
    });
    assert!(held.count() > 10, "the pages have roles");
}

#[test]
fn androids_first_picture_and_icon_have_the_same_colours() {
    let colours = Colours::read();
    let roles =
        [("ground", "ground"), ("mark", "primary"), ("icon_ground", "primary"), ("icon_mark", "onPrimary")];
    for (folder, theme) in ["values", "values-night"].into_iter().zip(THEMES) {
        let xml = tree(&format!("android/app/src/main/res/{folder}/colours.xml"));
        let found: Vec<_> =
            xml.lines().filter_map(|line| line.trim().strip_prefix("<color name=\"")).collect();
        assert!(found.len() >= 2, "{folder}");
        for line in found {
            let (name, colour) = line.trim_end_matches("</color>").split_once("\">").expect("a colour");
            let (_, role) = roles.iter().find(|(own, _)| *own == name).expect("a name that is known here");
            assert_eq!(colour, theme(colours.role(role)), "{folder}: {name}");
        }
    }
}

fn kebab(name: &str) -> String {
    name.chars()
        .flat_map(|c| c.is_ascii_uppercase().then_some('-').into_iter().chain([c.to_ascii_lowercase()]))
        .collect()
}
