//! Requests in process.

use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode},
};
use serde::de::DeserializeOwned;
use tower::ServiceExt;
use yui_protocol::{ErrorCode, Problem};

use super::World;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as a type.
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|e| panic!("{e}: {} {}", self.status, String::from_utf8_lossy(&self.body)))
    }

    /// The problem, which must be complete and carry this code.
    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "a code reads better than a reference to one")]
    pub fn refused(&self, code: ErrorCode) -> Problem {
        let problem: Problem = self.json();
        assert_eq!(self.problem(), code);
        assert_eq!(problem.status, code.status());
        let id = self.headers["x-request-id"].to_str().expect("text");
        assert_eq!(problem.instance.as_deref(), Some(id));
        problem
    }

    /// The code of a problem, whose status is that of the code; on the operator's own address no request has an id.
    pub fn problem(&self) -> ErrorCode {
        let code = self.json::<Problem>().code;
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!(self.status.as_u16(), code.status());
        code
    }
}

/// Sends a request through the server's router.
pub async fn request(world: &World, request: Request<Body>) -> Answer {
    send(world.server.router.clone(), request).await
}

/// Asks the operator's own address.
pub async fn operation(world: &World, path: &str) -> Answer {
    let asked = Request::get(path).body(Body::empty()).expect("a request");
    send(yui_server::http::operation(world.yui()), asked).await
}

async fn send(router: axum::Router, request: Request<Body>) -> Answer {
    let response = router.oneshot(request).await.expect("infallible");
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
    Answer { status: parts.status, headers: parts.headers, body }
}

/// Sends JSON.
pub async fn json(world: &World, method: Method, path: &str, body: &impl serde::Serialize) -> Answer {
    let built = Request::builder().method(method).uri(path).header("content-type", "application/json");
    let body = serde_json::to_vec(body).expect("serialises");
    request(world, built.body(Body::from(body)).expect("a request")).await
}
