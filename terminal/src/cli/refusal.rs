//! Why the card was not used, as one sentence for the clerk, and for a program as code and exit code.

use std::{fmt::Display, io, process::ExitCode};

use serde_json::json;
use yui_card::CardError;
use yui_cli::{Output, Untold, coded, file_fault, lang, say};
use yui_protocol::ErrorCode;
use yui_terminal::reader::Fault;
use yui_texts::{
    Args, Key,
    keys::{chores, identity, reader as keys},
};

/// The exit code when nothing was there to be read: it can be tried again with card and reader in their place.
const NOT_THERE: u8 = 3;
/// The exit code when it was the PIN.
const PIN: u8 = 4;

/// Why the card was not used.
#[derive(Debug)]
pub struct Refusal {
    words: String,
    code: ErrorCode,
    tries_left: Option<u8>,
}

impl Refusal {
    /// In a sentence of the catalogue.
    pub fn said(code: ErrorCode, key: Key, args: &Args) -> Self {
        Self { words: say(key, args), code, tries_left: None }
    }

    /// In the words that all programs have for this code.
    pub fn of(code: ErrorCode) -> Self {
        let words = yui_texts::error(lang(), &code);
        let args = Args::new().words("name", words.title.plain).words("words", words.body.plain);
        Self::said(code, keys::READER_REFUSAL, &args)
    }

    /// A last try that nobody agreed to spend.
    pub fn last_try() -> Self {
        let words = say(keys::READER_LAST_TRY_FLAG, &Args::new());
        Self { words, code: ErrorCode::PinLastTry, tries_left: Some(1) }
    }

    /// What is typed cannot be read here: the screen or standard input failed.
    pub fn input(error: impl Into<io::Error>) -> Self {
        Self { words: file_fault(&error.into()), code: ErrorCode::Internal, tries_left: None }
    }

    /// A file that cannot be read.
    pub fn file(file: &impl ToString, error: &io::Error) -> Self {
        let args = Args::new().words("file", file.to_string()).words("words", file_fault(error));
        Self::said(ErrorCode::MalformedRequest, chores::REFUSAL_AT, &args)
    }

    /// It does not work on this computer.
    pub fn technical(what: &impl Display) -> Self {
        let args = Args::new().words("words", what.to_string());
        Self::said(ErrorCode::Internal, chores::REFUSAL_TECHNICAL, &args)
    }

    /// Tells it, and ends the program.
    pub fn told(&self, output: &Output) -> ExitCode {
        if output.json {
            let refusal = json!({ "error": self.code.as_str(), "tries_left": self.tries_left });
            // Where the reader is gone there is nobody to tell.
            let _ = output.show(&refusal, String::new);
        }
        eprintln!("yui-terminal: {}", coded(&self.words, &self.code));
        match self.code {
            ErrorCode::ReaderAbsent
            | ErrorCode::ReaderUndecided
            | ErrorCode::CardAbsent
            | ErrorCode::CardInUse
            | ErrorCode::CardLost => ExitCode::from(NOT_THERE),
            ErrorCode::PinFormat | ErrorCode::PinWrong | ErrorCode::PinLastTry | ErrorCode::PinBlocked => {
                ExitCode::from(PIN)
            }
            _ => ExitCode::FAILURE,
        }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        let (code, none) = (fault.code(), Args::new());
        let (key, args) = match fault {
            Fault::NoService => (keys::READER_NO_SERVICE, none),
            Fault::NoReader => (keys::READER_NONE, none),
            Fault::Unknown { wish, known } => {
                (keys::READER_UNKNOWN, none.words("name", wish).words("words", known.join(", ")))
            }
            Fault::Several(names) => (keys::READER_SEVERAL, none.words("words", names.join(", "))),
            Fault::NoCard => (keys::READER_NO_CARD, none),
            Fault::InUse => (keys::READER_CARD_IN_USE, none),
            Fault::Mute => (keys::READER_MUTE, none),
            Fault::Removed => (keys::READER_CARD_REMOVED, none),
            Fault::ReaderGone => (keys::READER_GONE, none),
            Fault::Service(error) => (keys::READER_FAULT, none.words("words", error.to_string())),
        };
        Self::said(code, key, &args)
    }
}

impl From<CardError> for Refusal {
    fn from(error: CardError) -> Self {
        let CardError { code, tries_left, .. } = error;
        let refusal = match (&code, tries_left) {
            (ErrorCode::PinWrong, Some(left)) => {
                let left = Args::new().count("count", left.into());
                Self::said(code, identity::PIN_WRONG_DIGITS, &left)
            }
            (ErrorCode::PinBlocked, _) => Self::said(code, identity::PIN_BLOCKED_DIGITS_BODY, &Args::new()),
            (ErrorCode::CertificateAbsent, _) => {
                Self::said(code, keys::READER_CERTIFICATE_ABSENT, &Args::new())
            }
            _ => Self::of(code),
        };
        Self { tries_left, ..refusal }
    }
}

impl From<Untold> for Refusal {
    fn from(why: Untold) -> Self {
        let args = Args::new().words("words", why.0);
        Self::said(ErrorCode::Internal, chores::REFUSAL_OUTCOME, &args)
    }
}
