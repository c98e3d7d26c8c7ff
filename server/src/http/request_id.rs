//! The id of a request: made here (never taken from outside, where it could carry anything), shown in the header
//! `x-request-id`, in the log line and in a problem's `instance`, so that a person can read it out.

use std::fmt;

use uuid::Uuid;

/// The header that carries it.
pub const HEADER: &str = "x-request-id";

/// See the module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RequestId(Uuid);

impl RequestId {
    /// A fresh random id.
    #[must_use]
    pub fn fresh() -> Self {
        Self(Uuid::new_v4())
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}
