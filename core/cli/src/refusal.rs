//! The sentences of refusals that every program shares.

use std::io;

use yui_protocol::ErrorCode;
use yui_texts::{Args, keys::chores as keys};

use super::say;

/// A sentence with its code, for who asks elsewhere what it means.
#[must_use]
pub fn coded(words: &str, code: &ErrorCode) -> String {
    say(keys::REFUSAL_CODE, &Args::new().words("words", words).words("code", code.to_string()))
}

/// What is the matter with a file or an address.
#[must_use]
pub fn file_fault(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let key = match error.kind() {
        Kind::NotFound => keys::FILE_MISSING,
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => keys::FILE_DENIED,
        Kind::AlreadyExists => keys::FILE_EXISTS,
        Kind::StorageFull | Kind::QuotaExceeded => keys::FILE_FULL,
        Kind::NotADirectory => keys::FILE_NO_FOLDER,
        Kind::IsADirectory => keys::FILE_FOLDER,
        Kind::InvalidData => keys::FILE_NOT_TEXT,
        Kind::AddrInUse => keys::FILE_ADDRESS_IN_USE,
        Kind::AddrNotAvailable => keys::FILE_ADDRESS_UNKNOWN,
        _ => {
            let code = error.raw_os_error().map_or_else(|| error.to_string(), |code| code.to_string());
            return say(keys::FILE_FAULT, &Args::new().words("code", code));
        }
    };
    say(key, &Args::new())
}
