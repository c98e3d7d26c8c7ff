//! Why a rule says no, with the proof that would change its mind.

use yui_protocol::{ErrorCode, wallet::Assurance};

/// A refusal by a rule.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{code}")]
pub struct Refusal {
    /// The reason.
    pub code: ErrorCode,
    /// The proof that is needed, with `step_up_required`.
    pub required: Option<Assurance>,
}

impl Refusal {
    /// `step_up_required` with the proof that is needed.
    #[must_use]
    pub fn step_up(required: Assurance) -> Self {
        Self { code: ErrorCode::StepUpRequired, required: Some(required) }
    }
}

impl From<ErrorCode> for Refusal {
    fn from(code: ErrorCode) -> Self {
        Self { code, required: None }
    }
}
