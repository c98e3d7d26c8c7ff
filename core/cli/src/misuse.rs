//! What was typed wrong, in the clerk's words. clap says what it found as a kind and its parts; its own sentences are
//! English only.

use std::{error::Error as _, fmt};

use clap::error::{ContextKind, ErrorKind};
use yui_texts::{
    Args, Key,
    keys::{chores as keys, cli},
};

use super::say;

/// Why a value that was typed does not fit: the rule for it.
#[derive(Debug)]
pub struct Wrong(String);

impl Wrong {
    /// The rule in words.
    #[must_use]
    pub fn said(key: Key, args: &Args) -> Self {
        Self(say(key, args))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

/// Why a command was not understood: what is wrong, how it is used, and where more is found.
#[must_use]
pub fn explained(error: &clap::Error) -> String {
    let meant: Vec<String> = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]
        .into_iter()
        .filter_map(|kind| part(error, kind))
        .collect();
    let meant =
        (!meant.is_empty()).then(|| say(keys::MISUSE_MEANT, &Args::new().words("words", meant.join(", "))));
    let wrong = joined([Some(sentence(error)), meant], "\n");
    // clap's heading ends with the first blank.
    let usage = part(error, ContextKind::Usage).and_then(|usage| {
        let (_, usage) = usage.split_once(' ')?;
        Some(format!("{} {usage}", say(cli::CLI_FRAME_USAGE, &Args::new())))
    });
    joined([Some(wrong), usage, Some(say(keys::MISUSE_MORE, &Args::new()))], "\n\n")
}

fn joined<const N: usize>(parts: [Option<String>; N], with: &str) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(with)
}

fn sentence(error: &clap::Error) -> String {
    let flag = part(error, ContextKind::InvalidArg).unwrap_or_default();
    let args = Args::new().words("flag", flag.clone());
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => value(error, args),
        ErrorKind::TooManyValues => {
            let value = part(error, ContextKind::InvalidValue).unwrap_or_default();
            say(keys::MISUSE_VALUE, &args.words("value", value))
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say(keys::MISUSE_VALUE_MISSING, &args)
        }
        ErrorKind::UnknownArgument => say(keys::MISUSE_UNKNOWN, &args),
        ErrorKind::InvalidSubcommand => {
            let name = part(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            say(keys::MISUSE_COMMAND, &Args::new().words("name", name))
        }
        ErrorKind::MissingSubcommand => {
            let known = part(error, ContextKind::ValidSubcommand).unwrap_or_default();
            say(keys::MISUSE_COMMAND_MISSING, &Args::new().words("words", known))
        }
        ErrorKind::MissingRequiredArgument => say(keys::MISUSE_MISSING, &Args::new().words("words", flag)),
        ErrorKind::ArgumentConflict => match part(error, ContextKind::PriorArg) {
            Some(other) if other != flag => say(keys::MISUSE_CONFLICT, &args.words("words", other)),
            _ => say(keys::MISUSE_TWICE, &args),
        },
        _ => say(keys::MISUSE_OTHER, &Args::new()),
    }
}

/// A value that does not fit, with the choices or the rule where there is one.
fn value(error: &clap::Error, args: Args) -> String {
    let Some(value) = part(error, ContextKind::InvalidValue) else {
        return say(keys::MISUSE_VALUE_MISSING, &args);
    };
    let args = args.words("value", value);
    let rule = error.source().and_then(|source| source.downcast_ref::<Wrong>()).map(ToString::to_string);
    let choices = part(error, ContextKind::ValidValue)
        .map(|choices| say(keys::MISUSE_CHOICES, &Args::new().words("words", choices)));
    match rule.or(choices) {
        Some(why) => say(keys::MISUSE_VALUE_WHY, &args.words("words", why)),
        None => say(keys::MISUSE_VALUE, &args),
    }
}

/// A part of what clap found; none when it is empty.
fn part(error: &clap::Error, kind: ContextKind) -> Option<String> {
    error.get(kind).map(ToString::to_string).filter(|part| !part.is_empty())
}
