//! From an answer to a value or an error of the contract.

use serde::de::DeserializeOwned;
use yui_protocol::{ErrorCode, Problem};

use super::{HttpResponse, TransportError};
use crate::error::{AppError, AppResult};

/// The longest time after which a server lets anybody come again, in seconds; more is a fault of something in between.
const A_DAY: u32 = 24 * 60 * 60;

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
        let error = problem.map_or_else(|_| ErrorCode::AnswerMalformed.into(), AppError::from);
        Err(error.with_retry_after(self.retry_after()))
    }

    /// `Retry-After` in seconds (RFC 9110 §10.2.3). Its other form, a date, is not used between us.
    fn retry_after(&self) -> Option<u32> {
        self.header("retry-after")?.trim().parse().ok().map(|seconds: u32| seconds.min(A_DAY))
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

    #[test]
    fn how_long_to_wait_is_read_and_bounded() {
        let body = r#"{"type":"urn:yui:error:x","title":"x","status":429,"code":"rate_limited"}"#;
        for (header, millis) in [("7", 7_000), (" 3 ", 3_000), ("999999999", 900_000), ("tomorrow", 0)] {
            let mut answer = answer(429, body);
            answer.headers.push(("retry-after".to_owned(), header.to_owned()));
            assert_eq!(answer.accepted().map_err(|error| error.retry_after_ms()), Err(millis), "{header}");
        }
    }
}
