//! The stronger proof that a refusal asks for. A unit of the writer refuses with a code alone, so the proof goes
//! beside it, to whoever makes the answer.

use std::sync::{Arc, OnceLock};

use yui_protocol::{ErrorCode, wallet::Assurance};
use yui_rules::Refusal;
use yui_store::UnitError;

use crate::http::problem::ApiError;

/// See the module.
#[derive(Clone, Default, Debug)]
pub(super) struct RequiredProof(Arc<OnceLock<Assurance>>);

impl RequiredProof {
    /// The refusal as the unit's error.
    pub(super) fn refuse(&self, refusal: Refusal) -> UnitError {
        if let Some(required) = refusal.required {
            // A unit refuses once.
            let _ = self.0.set(required);
        }
        refusal.code.into()
    }

    /// The unit's error as it leaves the server.
    pub(super) fn error(&self, code: ErrorCode) -> ApiError {
        self.0.get().map_or_else(|| code.into(), |required| ApiError::step_up(*required))
    }
}
