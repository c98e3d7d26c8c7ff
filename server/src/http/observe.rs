//! What is written down of each request: its id, method, route template, status, code and time. Never a path with
//! its values, a query, a header, a body or an address: those can name a person.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderValue, Method},
    response::Response,
};
use tracing::{Instrument, Span, instrument::Instrumented};

use crate::{
    http::{
        problem::ApiError,
        request_id::{self, RequestId},
    },
    state::Yui,
};

/// A request that is being answered.
pub(super) struct Observed {
    id: RequestId,
    method: Method,
    route: Option<MatchedPath>,
    span: Span,
    started: Instant,
}

impl Observed {
    /// From here on its time counts.
    pub(super) fn begin(id: RequestId, request: &Request) -> Self {
        let method = request.method().clone();
        let route = request.extensions().get::<MatchedPath>().cloned();
        let span = tracing::info_span!("request", %id, %method, route = template(route.as_ref()));
        Self { id, method, route, span, started: Instant::now() }
    }

    /// What is logged while it is answered names it.
    pub(super) fn within<F: Future>(&self, answer: F) -> Instrumented<F> {
        answer.instrument(self.span.clone())
    }

    /// Log line, figures and the header with its id.
    pub(super) fn end(self, yui: &Yui, response: &mut Response) {
        let took = self.started.elapsed();
        let status = response.status().as_u16();
        let code = response.extensions().get::<ApiError>().map(|error| error.code.to_string());
        yui.metrics.request(self.method.as_str(), template(self.route.as_ref()), status, took);
        // Outside the span, whose fields a line within it has to read back from their text.
        tracing::info!(
            parent: None,
            id = %self.id,
            method = %self.method,
            route = template(self.route.as_ref()),
            status,
            code = code.as_deref().unwrap_or_default(),
            micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            "answered"
        );
        if let Ok(value) = HeaderValue::from_str(&self.id.to_string()) {
            response.headers_mut().insert(request_id::HEADER, value);
        }
    }
}

fn template(route: Option<&MatchedPath>) -> &str {
    route.map_or("unmatched", MatchedPath::as_str)
}

/// Sends the process's log to standard error as one JSON object a line; `RUST_LOG` chooses how much. A panic is
/// logged with its place only, because its words may quote data.
pub fn init_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    // A second call (a test that runs two servers in one process) keeps the first subscriber.
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_current_span(true)
        .with_span_list(false)
        .try_init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a thread panicked");
    }));
}
