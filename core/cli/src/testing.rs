//! Holds the words of a program's help against its commands, for the tests of that program.

use std::collections::BTreeSet;

use clap::Command;
use yui_texts::{Key, Lang, keys::cli as keys};

use super::{
    Help,
    help::{HELP, in_words, plain},
};

/// A text of the help: where it stands, its key, and the documentation in the code that it translates; none where the
/// code has none.
type Found = (String, Option<Key>, Option<String>);

impl Help {
    fn found(&self, command: &Command, path: &[String], found: &mut Vec<Found>) {
        let place = path.join(" ");
        let doc = command.get_about().map(ToString::to_string);
        found.push((place.clone(), self.command_key(path), doc));
        for arg in command.get_arguments() {
            let doc = arg.get_help().map(ToString::to_string);
            found.push((
                format!("{place} {}", arg.get_id()),
                self.flag_key(path, arg.get_id().as_str()),
                doc,
            ));
            if arg.get_action().takes_values() {
                let names = arg.get_value_names().into_iter().flatten();
                found.extend(names.map(|name| (format!("{place} {name}"), self.value_key(name), None)));
            }
        }
        for sub in command.get_subcommands() {
            let path = [path, &[sub.get_name().to_owned()]].concat();
            self.found(sub, &path, found);
        }
    }

    fn all(&self, command: &Command) -> Vec<Found> {
        let mut all = Vec::new();
        self.found(command, &[], &mut all);
        all
    }
}

/// Every command, flag and value has its words, and no words of the program's catalogue are left over; but those of the
/// frame, and `shared` ones, which begin so and may be another program's.
///
/// # Panics
/// Naming what is missing or left over.
pub fn words_fit(command: &Command, help: &Help, catalogue: &[Key], shared: &[&str]) {
    let mut used = BTreeSet::new();
    for (place, key, _) in help.all(command) {
        used.insert(key.unwrap_or_else(|| panic!("{place} has no words in core/texts")).id());
    }
    let frame = format!("{}-frame-", help.prefix);
    for key in catalogue.iter().map(|key| key.id()).filter(|key| !key.starts_with(&frame)) {
        let excused = shared.iter().any(|beginning| key.starts_with(beginning));
        assert!(used.contains(key) || excused, "{key} is of no command");
    }
}

/// The English words are the documentation in the code; how many were compared.
///
/// # Panics
/// Naming the first that differs.
#[must_use]
pub fn compare_english(command: &Command, help: &Help) -> usize {
    let documented = help.all(command).into_iter().filter_map(|(place, key, doc)| Some((place, key?, doc?)));
    documented
        .map(|(place, key, doc)| {
            let words = plain(Lang::En, key);
            assert_eq!(words.trim_end_matches('.'), doc.trim_end_matches('.'), "{place}: {}", key.id());
        })
        .count()
}

/// The help of every command is whole in every language, and without English of clap's own; how many pages there are in
/// one.
///
/// # Panics
/// Showing the first page that is not.
#[must_use]
pub fn read_every_page(command: &Command, help: &Help) -> usize {
    let name = command.get_name();
    let pages = Lang::ALL.map(|lang| {
        let mut told = Vec::new();
        pages(in_words(command.clone(), help, lang), &mut told);
        let usage = plain(lang, keys::CLI_FRAME_USAGE);
        for page in &told {
            assert!(page.contains(&format!("\n{usage} {name}")), "{lang}: {page}");
            assert!(page.contains(&plain(lang, keys::CLI_ANY_HELP)), "{lang}: {page}");
            let english = [
                "Usage",
                "Commands:",
                "Options:",
                "Arguments:",
                "OPTIONS",
                "COMMAND",
                "Print",
                "default",
                "env:",
            ];
            let left = english.into_iter().find(|word| page.contains(word));
            assert!(lang == Lang::En || left.is_none(), "{lang}: {left:?} in {page}");
        }
        told.len()
    });
    pages[0]
}

/// The help of every command, one after the other.
fn pages(mut command: Command, told: &mut Vec<String>) {
    told.push(command.render_help().to_string());
    let subs: Vec<_> = command.get_subcommands().filter(|sub| sub.get_name() != HELP).cloned().collect();
    for sub in subs {
        pages(sub, told);
    }
}
