//! HTTP as a port: one request, whole answer; or one request and a stream. Above it lies the typed [`Api`],
//! below it reqwest, or in tests anything that answers.

mod api;
mod problem;
mod reach;
mod reqwest_transport;
mod sse;

use async_trait::async_trait;
use tokio::sync::mpsc;

pub use api::Api;
pub(crate) use api::{ChangesPage, CommandResult, known};
pub(crate) use reach::{Noticing, Reach};
pub(crate) use reqwest_transport::ReqwestTransport;
pub(crate) use sse::EventReader;

/// The longest answer that is read, in bytes.
pub const MAX_ANSWER: usize = 4 * 1024 * 1024;

/// A method.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// A request to the town's server.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The method.
    pub method: Method,
    /// Origin, path and query.
    pub url: String,
    /// Headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body; empty when none.
    pub body: Vec<u8>,
}

/// Method and path only: headers and body may hold tokens and personal data.
impl std::fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method.word(), self.url.split('?').next().unwrap_or_default())
    }
}

/// A whole answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HttpResponse {
    /// The status.
    pub status: u16,
    /// Headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl HttpResponse {
    /// The first header of this name (small letters).
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// An answer that goes on: its chunks arrive until the channel closes. Dropping it ends the connection.
#[derive(Debug)]
pub struct HttpStream {
    /// Status and headers; the body only when the status is not 200.
    pub head: HttpResponse,
    /// The chunks.
    pub chunks: mpsc::Receiver<Vec<u8>>,
}

/// Why there is no answer. The difference decides whether a payment may have happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TransportError {
    /// No connection: not one byte of the request left the phone.
    NotSent,
    /// It may have arrived; no answer came.
    Lost,
}

/// What carries requests.
#[async_trait]
pub trait HttpTransport: Send + Sync {
    /// Sends a request and waits for the whole answer.
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError>;

    /// Sends a request whose answer is a stream.
    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError>;
}
