//! Why a command was not done, as one sentence in the clerk's language. Whatever comes from below becomes such a sentence
//! here; what only who repairs the program understands (the words of a database or of the machine) stands behind it as it
//! came.

use std::{fmt, io};

use yui_cli::Untold;
use yui_protocol::ErrorCode;
use yui_server::{
    Apart, Ended, StartError,
    identity::realm_key::{FileError, KeyError},
    import::Unreadable,
};
use yui_store::StoreError;
use yui_texts::{Args, Key, keys::chores as keys};

use super::{lang, say};

/// Why a command was not done.
#[derive(Debug)]
pub struct Failure {
    words: String,
    /// Why a chore was refused that was understood.
    refused: Option<ErrorCode>,
}

impl Failure {
    /// A sentence of the catalogue.
    pub fn said(key: Key, args: &Args) -> Self {
        Self::of_words(say(key, args))
    }

    fn of_words(words: String) -> Self {
        Self { words, refused: None }
    }

    /// A sentence of the catalogue into which nothing is put.
    pub fn plain(key: Key) -> Self {
        Self::said(key, &Args::new())
    }

    /// What does not work, with the words of whoever says so.
    pub fn technical(key: Key, what: &impl ToString) -> Self {
        Self::said(key, &Args::new().words("words", what.to_string()))
    }

    /// What it is about, such as a file, before the sentence.
    pub fn at(what: &impl ToString, why: impl Into<Self>) -> Self {
        Self::said(
            keys::REFUSAL_AT,
            &Args::new().words("file", what.to_string()).words("words", why.into().words),
        )
    }

    /// The file of the realm's key cannot be used.
    pub fn of_key(file: &impl ToString, error: FileError) -> Self {
        match error {
            FileError::Io(error) => Self::at(file, error),
            FileError::Length => Self::at(file, Self::plain(keys::STORE_KEY_LENGTH)),
            FileError::Open => Self::said(keys::STORE_KEY_OPEN, &Args::new().words("file", file.to_string())),
        }
    }

    /// The sentence with its code, for who asks elsewhere what it means.
    pub fn coded(self, code: &ErrorCode) -> Self {
        Self::of_words(yui_cli::coded(&self.words, code))
    }

    /// What this code means for this command, where the sentence that all share would not tell.
    pub fn meaning(self, code: &ErrorCode, key: Key, args: &Args) -> Self {
        if self.refused.as_ref() == Some(code) { Self::said(key, args).coded(code) } else { self }
    }

    /// The sentence with what an operator does about a refusal that only she can settle.
    fn with_way_on(self, code: &ErrorCode) -> Self {
        match way_on(code) {
            Some(key) => self.within(key),
            None => self,
        }
    }

    /// The sentence inside another one.
    pub fn within(self, key: Key) -> Self {
        Self::technical(key, &self)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl From<ErrorCode> for Failure {
    fn from(code: ErrorCode) -> Self {
        let words = yui_texts::error(lang(), &code).title.plain;
        let failure = Self::of_words(words).coded(&code).with_way_on(&code);
        Self { refused: Some(code), ..failure }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::of_words(yui_cli::file_fault(&error))
    }
}

impl From<Untold> for Failure {
    fn from(why: Untold) -> Self {
        Self::technical(keys::REFUSAL_OUTCOME, &why.0)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Foreign(_) => Self::plain(keys::STORE_FOREIGN),
            StoreError::Absent => Self::plain(keys::STORE_ABSENT),
            StoreError::OtherVersion(what) => Self::technical(keys::STORE_OTHER_VERSION, &what),
            StoreError::InUse => Self::plain(keys::STORE_IN_USE),
            StoreError::Full => Self::plain(keys::STORE_FULL),
            StoreError::Unavailable => Self::plain(keys::STORE_UNAVAILABLE),
            StoreError::NoDatabase => Self::plain(keys::STORE_NO_DATABASE),
            StoreError::ClockInDoubt { shown, expected } => {
                let args = Args::new()
                    .words("shown", shown.jst().to_rfc3339())
                    .words("expected", expected.jst().to_rfc3339());
                Self::said(keys::STORE_CLOCK, &args)
            }
            StoreError::NotEmpty(what) => Self::technical(keys::STORE_NOT_EMPTY, &what),
            StoreError::Import(line, what) => {
                Self::said(keys::STORE_LINE, &Args::new().words("row", line.to_string()).words("words", what))
            }
            StoreError::File(error) => error.into(),
            other => Self::technical(keys::STORE_FAULT, &other),
        }
    }
}

impl From<Unreadable> for Failure {
    fn from(why: Unreadable) -> Self {
        Self::of_words(why.told(lang()))
    }
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Store(store, error) => {
                let code = error.code();
                let failure = Self::from(error).within(store_of(store));
                if way_on(&code).is_some() { failure.coded(&code).with_way_on(&code) } else { failure }
            }
            StartError::Read(error) => error.into(),
            StartError::Key(KeyError::Missing(file)) => {
                Self::said(keys::STORE_KEY_MISSING, &Args::new().words("file", file))
            }
            StartError::Key(KeyError::Other) => Self::plain(keys::STORE_KEY_OTHER),
            StartError::Key(KeyError::File(file, error)) => Self::of_key(&file, error),
            StartError::Apart(apart) => Self::plain(match apart {
                Apart::TownAlone => keys::STORE_APART_REALM,
                Apart::RealmAlone => keys::STORE_APART_TOWN,
                Apart::Strangers => keys::STORE_APART_OTHER,
            }),
            StartError::Write(code) => code.into(),
            StartError::Random => Self::plain(keys::REFUSAL_RANDOM),
        }
    }
}

fn way_on(code: &ErrorCode) -> Option<Key> {
    match code {
        ErrorCode::ServerClock => Some(keys::REFUSAL_CLOCK),
        ErrorCode::LedgerStopped => Some(keys::REFUSAL_LEDGER),
        _ => None,
    }
}

impl From<Ended> for Failure {
    fn from(why: Ended) -> Self {
        let why = match why {
            Ended::OtherLeads => keys::REFUSAL_OTHER_LEADS,
            Ended::OtherKey => keys::STORE_KEY_OTHER,
        };
        Self::plain(why).within(keys::REFUSAL_ENDED)
    }
}

/// The sentence that names one of the two stores.
pub fn store_of(name: &str) -> Key {
    if name == "town" { keys::REFUSAL_TOWN_STORE } else { keys::REFUSAL_REALM_STORE }
}
