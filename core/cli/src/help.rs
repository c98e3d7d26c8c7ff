//! The help in one language. The commands themselves are declared in code, with documentation in English for who reads
//! the code; here every command and flag gets its words out of its program's catalogue by its name, and clap's own frame of
//! headings and marks is replaced, as clap has no languages.

use clap::{Arg, Command};
use yui_texts::{Args, Key, Lang, keys::cli as keys, text};

/// The command of clap that prints help; its subcommands are a copy of all others.
pub(crate) const HELP: &str = "help";

/// Where a program's help is.
#[derive(Clone, Copy)]
pub struct Help {
    /// What its texts' names begin with: `<prefix>-about`, `<prefix>-<command>`, `<prefix>-<command>-<flag>`. What is not
    /// there is looked for among those that all programs share (`cli-any-…`, `cli-value-…`).
    pub prefix: &'static str,
    /// What stands below every page: what holds for all commands, and the exit codes.
    pub after: &'static [Key],
}

/// The whole tree of commands with the words of one language.
#[must_use]
pub fn in_words(command: Command, help: &Help, lang: Lang) -> Command {
    let mut command = without_choices(command);
    // Only what is built has the commands and flags that clap adds.
    command.build();
    let after = help.after.iter().chain(&[keys::CLI_FRAME_LANGUAGE]);
    let after: Vec<String> = after.map(|key| plain(lang, *key)).collect();
    help.told(command, &[], lang).after_help(after.join("\n\n"))
}

/// Choices are told with the flag's own words: clap has a page with and one without them, where ours is one.
fn without_choices(command: Command) -> Command {
    let hidden = |arg: Arg| {
        let choices = arg.get_action().takes_values();
        arg.hide_possible_values(choices)
    };
    command.mut_args(hidden).mut_subcommands(without_choices)
}

impl Help {
    fn told(&self, command: Command, path: &[String], lang: Lang) -> Command {
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
            .mut_args(|arg| self.flag(arg, path, lang))
            .mut_subcommands(|sub| {
                let name = sub.get_name().to_owned();
                if name == HELP {
                    return sub.about(say(keys::CLI_HELP));
                }
                let mut path = path.to_vec();
                path.push(name);
                self.told(sub, &path, lang)
            });
        let usage = usage(&command, lang);
        let about = self.command_key(path).map_or_else(String::new, say);
        command.about(about).override_usage(usage)
    }

    fn flag(&self, arg: Arg, path: &[String], lang: Lang) -> Arg {
        let name = arg.get_id().to_string();
        let mut words = self.flag_key(path, &name).map_or_else(String::new, |key| plain(lang, key));
        for mark in marks(&arg, path, lang) {
            words.push(' ');
            words.push_str(&mark);
        }
        let heading = if arg.is_positional() { keys::CLI_FRAME_ARGUMENTS } else { keys::CLI_FRAME_OPTIONS };
        let values: Vec<String> = if arg.get_action().takes_values() {
            arg.get_value_names().into_iter().flatten().map(|name| self.value(name, lang)).collect()
        } else {
            Vec::new()
        };
        let arg = arg.help(words).help_heading(plain(lang, heading)).hide_default_value(true).hide_env(true);
        if values.is_empty() { arg } else { arg.value_names(values) }
    }

    /// What stands for a value, by the name that it has in the code.
    fn value(&self, name: &str, lang: Lang) -> String {
        self.value_key(name).map_or_else(|| name.to_owned(), |key| plain(lang, key))
    }

    /// The words of a command.
    pub(crate) fn command_key(&self, path: &[String]) -> Option<Key> {
        let name = if path.is_empty() { "about".to_owned() } else { path.join("-") };
        Key::named(&format!("{}-{name}", self.prefix))
    }

    /// The words of a flag: of this command's, of all of its kind, or of all programs'.
    pub(crate) fn flag_key(&self, path: &[String], name: &str) -> Option<Key> {
        let (prefix, name) = (self.prefix, name.replace('_', "-"));
        let own = format!("{prefix}-{}-{name}", path.join("-"));
        let kind = format!("{prefix}-{}-any-{name}", path.first().map_or("", String::as_str));
        [own, kind, format!("cli-any-{name}")].iter().find_map(|id| Key::named(id))
    }

    pub(crate) fn value_key(&self, name: &str) -> Option<Key> {
        let word = name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        [self.prefix, "cli"].iter().find_map(|prefix| Key::named(&format!("{prefix}-value-{word}")))
    }
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

pub(crate) fn plain(lang: Lang, key: Key) -> String {
    text(lang, key, &Args::new()).plain
}
