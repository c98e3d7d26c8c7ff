//! From an answer to a value or an error of the contract.

use serde::de::DeserializeOwned;
use yui_protocol::{ErrorCode, Problem};

use super::{HttpResponse, TransportError};
use crate::error::{AppError, AppResult};

impl From<TransportError> for AppError {
    fn from(error: TransportError) -> Self {
        match error {
            TransportError::NotSent => ErrorCode::Offline,
            TransportError::Lost => ErrorCode::AnswerLost,
        }
        .into()
    }
}

impl HttpResponse {
    /// The body of a success as JSON, or the problem it carries.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> AppResult<T> {
        self.accepted()?;
        serde_json::from_slice(&self.body).map_err(|_| ErrorCode::AnswerMalformed.into())
    }

    /// Nothing, or the problem it carries. An error page of something between us and the server is no answer
    /// of the server: `answer_malformed`, which may be asked again.
    pub(crate) fn accepted(&self) -> AppResult<()> {
        if (200..300).contains(&self.status) {
            return Ok(());
        }
        let problem = serde_json::from_slice::<Problem>(&self.body);
        Err(problem.map_or_else(|_| ErrorCode::AnswerMalformed.into(), AppError::from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> HttpResponse {
        HttpResponse { status, headers: Vec::new(), body: body.as_bytes().to_vec() }
    }

    #[test]
    fn a_problem_becomes_its_code_and_a_proxy_page_does_not() {
        let body =
            r#"{"type":"urn:yui:error:x","title":"x","status":409,"code":"code_used","instance":"r-1"}"#;
        assert_eq!(answer(409, body).accepted().map_err(|e| e.code().clone()), Err(ErrorCode::CodeUsed));
        let page = answer(502, "<html>Bad gateway</html>").accepted();
        assert_eq!(
            page.map_err(|e| (e.code().clone(), e.is_transient())),
            Err((ErrorCode::AnswerMalformed, true))
        );
        assert_eq!(answer(204, "").accepted(), Ok(()));
    }
}
