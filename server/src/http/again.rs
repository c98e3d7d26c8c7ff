//! When to ask again, out of a unit of work.

use std::sync::{Arc, OnceLock};

use yui_protocol::ErrorCode;

use super::problem::ApiError;

/// In how many seconds what a unit of work refused with `rate_limited` is taken. A unit refuses with a code alone, so
/// this goes beside it, to whoever makes the answer.
#[derive(Clone, Default)]
pub(crate) struct Again(Arc<OnceLock<u32>>);

impl Again {
    /// The refusal of a unit, which refuses once.
    pub(crate) fn in_seconds(&self, seconds: u32) -> ErrorCode {
        let _ = self.0.set(seconds);
        ErrorCode::RateLimited
    }

    /// The same for a wait in milliseconds.
    pub(crate) fn in_millis(&self, millis: i64) -> ErrorCode {
        self.in_seconds(u32::try_from(millis.max(0).unsigned_abs().div_ceil(1000)).unwrap_or(u32::MAX))
    }

    /// The unit's error as it leaves the server.
    pub(crate) fn error(&self, code: ErrorCode) -> ApiError {
        match self.0.get() {
            Some(seconds) if code == ErrorCode::RateLimited => ApiError::rate_limited(*seconds),
            _ => code.into(),
        }
    }
}
