//! The help in one language. The commands themselves are declared in code, with documentation in English for who reads
//! the code; here every command and flag gets its words out of the catalogue `cli` by its name, and clap's own frame of
//! headings and marks is replaced, as clap has no languages.

use clap::{Arg, Command};
use yui_texts::{Args, Key, Lang, keys::cli as keys, text};

/// The command of clap that prints help; its subcommands are a copy of all others.
const HELP: &str = "help";

/// The whole tree of commands with the words of one language.
pub fn in_words(command: Command, lang: Lang) -> Command {
    let mut command = without_choices(command);
    // Only what is built has the commands and flags that clap adds.
    command.build();
    let after = [keys::CLI_FRAME_NOTE, keys::CLI_FRAME_EXIT, keys::CLI_FRAME_LANGUAGE];
    let after = after.map(|key| plain(lang, key)).join("\n\n");
    told(command, &[], lang).after_help(after)
}

/// Choices are told with the flag's own words: clap has a page with and one without them, where ours is one.
fn without_choices(command: Command) -> Command {
    let hidden = |arg: Arg| {
        let choices = arg.get_action().takes_values();
        arg.hide_possible_values(choices)
    };
    command.mut_args(hidden).mut_subcommands(without_choices)
}

fn told(command: Command, path: &[String], lang: Lang) -> Command {
    let say = |key| plain(lang, key);
    let is_leaf = !command.has_subcommands();
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        say(keys::CLI_FRAME_USAGE)
    );
    let command = command
        .help_template(template)
        .subcommand_help_heading(say(keys::CLI_FRAME_COMMANDS))
        .subcommand_value_name(say(keys::CLI_FRAME_COMMAND))
        .next_line_help(is_leaf)
        .mut_args(|arg| flag(arg, path, lang))
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            if name == HELP {
                return about(sub, &[name], lang);
            }
            let mut path = path.to_vec();
            path.push(name);
            told(sub, &path, lang)
        });
    let usage = usage(&command, lang);
    about(command, path, lang).override_usage(usage)
}

/// What a command does.
fn about(command: Command, path: &[String], lang: Lang) -> Command {
    let words = command_key(path).map_or_else(String::new, |key| plain(lang, key));
    command.about(words)
}

fn flag(arg: Arg, path: &[String], lang: Lang) -> Arg {
    let name = arg.get_id().to_string();
    let mut words = flag_key(path, &name).map_or_else(String::new, |key| plain(lang, key));
    for mark in marks(&arg, path, lang) {
        words.push(' ');
        words.push_str(&mark);
    }
    let heading = if arg.is_positional() { keys::CLI_FRAME_ARGUMENTS } else { keys::CLI_FRAME_OPTIONS };
    let values: Vec<String> = if arg.get_action().takes_values() {
        arg.get_value_names().into_iter().flatten().map(|name| value(name, lang)).collect()
    } else {
        Vec::new()
    };
    let arg = arg.help(words).help_heading(plain(lang, heading)).hide_default_value(true).hide_env(true);
    if values.is_empty() { arg } else { arg.value_names(values) }
}

/// What clap would add in English: the choices, what holds where nothing is given, and the setting that can give it.
fn marks(arg: &Arg, path: &[String], lang: Lang) -> Vec<String> {
    let mut marks = Vec::new();
    if !arg.get_action().takes_values() {
        return marks;
    }
    let choices: Vec<String> =
        arg.get_possible_values().iter().map(|one| choice(one.get_name(), arg, path, lang)).collect();
    if !choices.is_empty() {
        marks
            .push(text(lang, keys::CLI_FRAME_CHOICES, &Args::new().words("words", choices.join(", "))).plain);
    }
    if !arg.is_hide_default_value_set() {
        let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if !default.is_empty() {
            marks.push(
                text(lang, keys::CLI_FRAME_DEFAULT, &Args::new().words("words", default.join(", "))).plain,
            );
        }
    }
    if let Some(name) = arg.get_env() {
        let name = Args::new().words("name", name.to_string_lossy());
        marks.push(text(lang, keys::CLI_FRAME_ENVIRONMENT, &name).plain);
    }
    marks
}

/// A choice with the words of its domain: `staff --role town-counter` is `staff-role-town-counter`.
fn choice(name: &str, arg: &Arg, path: &[String], lang: Lang) -> String {
    let domain = path.first().map_or("", String::as_str);
    match Key::named(&format!("{domain}-{}-{name}", arg.get_id())) {
        Some(key) => format!("{name} ({})", plain(lang, key)),
        None => name.to_owned(),
    }
}

fn usage(command: &Command, lang: Lang) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.split_once(' ').map_or("", |(_, usage)| usage);
    usage.replace("[OPTIONS]", &plain(lang, keys::CLI_FRAME_OPTIONAL))
}

/// What stands for a value, by the name that it has in the code.
fn value(name: &str, lang: Lang) -> String {
    value_key(name).map_or_else(|| name.to_owned(), |key| plain(lang, key))
}

fn plain(lang: Lang, key: Key) -> String {
    text(lang, key, &Args::new()).plain
}

fn command_key(path: &[String]) -> Option<Key> {
    if path.is_empty() { Some(keys::CLI_ABOUT) } else { Key::named(&format!("cli-{}", path.join("-"))) }
}

/// The words of a flag: of this command's, of all of its kind, or of all.
fn flag_key(path: &[String], name: &str) -> Option<Key> {
    let name = name.replace('_', "-");
    let own = format!("cli-{}-{name}", path.join("-"));
    let kind = format!("cli-{}-any-{name}", path.first().map_or("", String::as_str));
    [own, kind, format!("cli-any-{name}")].iter().find_map(|id| Key::named(id))
}

fn value_key(name: &str) -> Option<Key> {
    let word = name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    Key::named(&format!("cli-value-{word}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::Arguments;

    /// Each text of the help with the documentation in the code that it translates; none where the code has none.
    fn found(command: &Command, path: &[String], found: &mut Vec<(String, Option<Key>, Option<String>)>) {
        let place = path.join(" ");
        let doc = command.get_about().map(ToString::to_string);
        found.push((place.clone(), command_key(path), doc));
        for arg in command.get_arguments() {
            let doc = arg.get_help().map(ToString::to_string);
            found.push((format!("{place} {}", arg.get_id()), flag_key(path, arg.get_id().as_str()), doc));
            if arg.get_action().takes_values() {
                let names = arg.get_value_names().into_iter().flatten();
                found.extend(names.map(|name| (format!("{place} {name}"), value_key(name), None)));
            }
        }
        for sub in command.get_subcommands() {
            let path = [path, &[sub.get_name().to_owned()]].concat();
            self::found(sub, &path, found);
        }
    }

    fn all() -> Vec<(String, Option<Key>, Option<String>)> {
        let mut all = Vec::new();
        found(&Arguments::command(), &[], &mut all);
        all
    }

    #[test]
    fn every_command_flag_and_value_has_its_words_and_no_words_are_left_over() {
        let mut used: BTreeSet<&str> = BTreeSet::from(["cli-help", "cli-any-help", "cli-any-version"]);
        for (place, key, _) in all() {
            used.insert(key.unwrap_or_else(|| panic!("{place} has no words in core/texts")).id());
        }
        for key in keys::ALL {
            assert!(
                used.contains(key.id()) || key.id().starts_with("cli-frame-"),
                "{} is of no command",
                key.id()
            );
        }
    }

    #[test]
    fn the_english_words_are_those_of_the_code() {
        let mut compared = 0;
        for (place, key, doc) in all() {
            let (Some(key), Some(doc)) = (key, doc) else { continue };
            let words = plain(Lang::En, key);
            assert_eq!(words.trim_end_matches('.'), doc.trim_end_matches('.'), "{place}: {}", key.id());
            compared += 1;
        }
        assert!(compared > 60, "{compared}");
    }

    /// The help of every command, one after the other.
    fn pages(mut command: Command, pages: &mut Vec<String>) {
        pages.push(command.render_help().to_string());
        for sub in command.get_subcommands().filter(|sub| sub.get_name() != HELP).cloned().collect::<Vec<_>>()
        {
            self::pages(sub, pages);
        }
    }

    #[test]
    fn the_help_of_every_command_is_whole_in_every_language() {
        for lang in Lang::ALL {
            let mut told = Vec::new();
            pages(in_words(Arguments::command(), lang), &mut told);
            assert!(told.len() > 20, "{}", told.len());
            let usage = plain(lang, keys::CLI_FRAME_USAGE);
            for page in told {
                assert!(page.contains(&format!("\n{usage} yui-server")), "{lang}: {page}");
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
        }
    }

    #[test]
    fn a_flag_says_what_holds_without_it() {
        let command = in_words(Arguments::command(), Lang::Ja);
        let staff = command.find_subcommand("staff").and_then(|staff| staff.find_subcommand("add"));
        let page = staff.expect("a command").clone().render_help().to_string();
        for part in ["data", "YUI_DATA", "YUI_DATABASE", "town-counter (", "body-accounts ("] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}
