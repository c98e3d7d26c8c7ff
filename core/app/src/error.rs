//! The one error of the facade, and the one that the phone's own services may answer with.

use yui_protocol::{ErrorCode, Millis, Problem, Retry, wallet::Assurance};

/// Why a call failed. What a person reads about it is `YuiApp::explain`; this is for the program.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error, uniffi::Error)]
#[uniffi::export(Display)]
pub enum AppError {
    /// The one kind there is; branch on `code`.
    #[error("{code}")]
    Failed {
        /// The stable code, the same as on the wire; a code newer than this app comes as it was written.
        code: ErrorCode,
        /// How many tries the card's PIN or password has left, where the card said so.
        tries_left: Option<u32>,
        /// The proof that is needed, with `step_up_required`.
        required: Option<Assurance>,
        /// The request's id, for the telephone.
        instance: Option<String>,
        /// The server's time, where it matters.
        server_time: Option<Millis>,
        /// The HTTP status it came with; 0 for what the phone found by itself.
        status: u32,
        /// How many seconds the server asks to be left alone; none when it did not.
        retry_after: Option<u32>,
    },
}

/// The longest that a phone leaves a server alone because it was asked to, in seconds.
const LONGEST_PAUSE: i64 = 15 * 60;

/// The result of every call of the facade.
pub type AppResult<T> = Result<T, AppError>;

impl AppError {
    /// The code.
    #[must_use]
    pub fn code(&self) -> &ErrorCode {
        let Self::Failed { code, .. } = self;
        code
    }

    /// Tries left on the card, where it said so.
    #[must_use]
    pub fn tries_left(&self) -> Option<u32> {
        let Self::Failed { tries_left, .. } = self;
        *tries_left
    }

    /// The proof that is needed, with `step_up_required`.
    #[must_use]
    pub fn required(&self) -> Option<Assurance> {
        let Self::Failed { required, .. } = self;
        *required
    }

    /// The server's time, where the answer carried it.
    #[must_use]
    pub fn server_time(&self) -> Option<Millis> {
        let Self::Failed { server_time, .. } = self;
        *server_time
    }

    /// After how many seconds the server lets it be tried again (RFC 9110 §10.2.3); none when it did not say.
    #[must_use]
    pub fn retry_after(&self) -> Option<u32> {
        let Self::Failed { retry_after, .. } = self;
        *retry_after
    }

    /// For how many milliseconds the phone leaves the server alone by itself; 0 when it was not asked to.
    #[must_use]
    pub fn retry_after_ms(&self) -> i64 {
        i64::from(self.retry_after().unwrap_or(0)).min(LONGEST_PAUSE) * Millis::SECOND
    }

    /// The same error with what the server asks for in `Retry-After`, in seconds.
    #[must_use]
    pub fn with_retry_after(mut self, seconds: Option<u32>) -> Self {
        let Self::Failed { retry_after, .. } = &mut self;
        *retry_after = seconds;
        self
    }

    /// The same error of what only asked: an answer that is lost moved nothing, so that it is as if there were no network.
    #[must_use]
    pub(crate) fn of_a_question(self) -> Self {
        match self.code() {
            ErrorCode::AnswerLost | ErrorCode::ConnectionLost => ErrorCode::Offline.into(),
            _ => self,
        }
    }

    /// The same error of an act that moves no money and may be asked for again: nobody is told not to pay.
    #[must_use]
    pub(crate) fn of_an_act(self) -> Self {
        if self.code() == &ErrorCode::AnswerLost { ErrorCode::ConnectionLost.into() } else { self }
    }

    /// The same error with the proof that is needed.
    #[must_use]
    pub fn with_required(mut self, proof: Assurance) -> Self {
        let Self::Failed { required, .. } = &mut self;
        *required = Some(proof);
        self
    }

    /// The same error with the card's tries left.
    #[must_use]
    pub fn with_tries_left(mut self, left: Option<u32>) -> Self {
        let Self::Failed { tries_left, .. } = &mut self;
        *tries_left = left;
        self
    }

    /// Whether the very same request may be sent again and can still succeed. A code newer than this app is
    /// judged by the HTTP status it came with.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        let Self::Failed { code, status, .. } = self;
        match code {
            ErrorCode::Unknown(_) => *status >= 500,
            known => known.retry() == Retry::SameRequest,
        }
    }
}

impl From<ErrorCode> for AppError {
    fn from(code: ErrorCode) -> Self {
        Self::Failed {
            code,
            tries_left: None,
            required: None,
            instance: None,
            server_time: None,
            status: 0,
            retry_after: None,
        }
    }
}

impl From<Problem> for AppError {
    fn from(problem: Problem) -> Self {
        Self::Failed {
            code: problem.code,
            tries_left: None,
            required: problem.required,
            instance: problem.instance,
            server_time: problem.server_time,
            status: problem.status.into(),
            retry_after: None,
        }
    }
}

/// What a service of the phone may answer with instead of a result.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error, uniffi::Error)]
#[uniffi::export(Display)]
pub enum PlatformError {
    /// The phone has no screen lock, so the key cannot be.
    #[error("no screen lock")]
    NoScreenLock,
    /// The person did not confirm with face, finger or screen lock.
    #[error("user not verified")]
    UserNotVerified,
    /// The person closed the system's window.
    #[error("cancelled")]
    Cancelled,
    /// The card left the reader.
    #[error("card lost")]
    CardLost,
    /// There is no such key on this phone (any more).
    #[error("no such key")]
    KeyAbsent,
    /// What was to be opened was sealed on another phone.
    #[error("sealed elsewhere")]
    SealedElsewhere,
    /// Anything else.
    #[error("platform failed")]
    Failed,
}

/// UniFFI puts the host's whole stack trace into the reason; it is dropped here and reaches no one.
impl From<uniffi::UnexpectedUniFFICallbackError> for PlatformError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

impl From<PlatformError> for AppError {
    fn from(error: PlatformError) -> Self {
        match error {
            PlatformError::NoScreenLock => ErrorCode::NoScreenLock,
            PlatformError::UserNotVerified => ErrorCode::UserNotVerified,
            PlatformError::Cancelled => ErrorCode::Cancelled,
            PlatformError::CardLost => ErrorCode::CardLost,
            PlatformError::KeyAbsent => ErrorCode::NotRegistered,
            PlatformError::SealedElsewhere => ErrorCode::StorageSealed,
            PlatformError::Failed => ErrorCode::PlatformFailed,
        }
        .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stack_trace_of_the_host_is_dropped() {
        let host =
            uniffi::UnexpectedUniFFICallbackError::new("java.lang.IllegalStateException: Hanako\n at X.kt:4");
        let error = AppError::from(PlatformError::from(host));
        assert_eq!(error.code(), &ErrorCode::PlatformFailed);
        assert!(!format!("{error:?} {error}").contains("Hanako"));
    }

    #[test]
    fn a_code_newer_than_the_app_is_judged_by_its_status() {
        let mut problem = Problem::new(ErrorCode::Unknown("moon_closed".into()));
        assert!(AppError::from(problem.clone()).is_transient());
        problem.status = 409;
        let error = AppError::from(problem);
        assert!(!error.is_transient());
        assert_eq!(error.code().as_str(), "moon_closed");
    }
}
