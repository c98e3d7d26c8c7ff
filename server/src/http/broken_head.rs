//! A request whose head cannot be read never becomes a request: hyper answers it by itself, with a status and no
//! body. Here that answer is replaced on its way out, so that even such a sender gets a coded error.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use axum::http::StatusCode;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use yui_protocol::{ErrorCode, Problem};

use crate::http::{
    problem::{ApiError, PROBLEM_JSON},
    request_id::{self, RequestId},
};

/// A connection on which bare refusals become problems.
pub struct Explained<S> {
    stream: S,
    /// What is still to be written in place of a bare refusal.
    instead: Vec<u8>,
}

impl<S> Explained<S> {
    /// Around this connection.
    pub fn new(stream: S) -> Self {
        Self { stream, instead: Vec::new() }
    }
}

/// The problem for a head that hyper refused; none for every answer of ours, which has an id or a body.
pub(crate) fn explain(head: &[u8]) -> Option<Vec<u8>> {
    let head = std::str::from_utf8(head).ok()?;
    let bare = head.ends_with("\r\n\r\n")
        && head.contains("\r\ncontent-length: 0\r\n")
        && !head.contains(request_id::HEADER);
    let status = head.strip_prefix("HTTP/1.1 ").filter(|_| bare)?.get(..3)?;
    let status: StatusCode = status.parse().ok().filter(StatusCode::is_client_error)?;
    Some(problem(ApiError::of_status(status).code))
}

/// A whole answer with this code, for a connection that ends with it before any request was read.
pub fn problem(code: ErrorCode) -> Vec<u8> {
    let id = RequestId::fresh();
    tracing::info!(id = %id, code = %code, "a connection was refused");
    let mut problem = Problem::new(code);
    problem.instance = Some(id.to_string());
    let reason = StatusCode::from_u16(problem.status).ok().and_then(|status| status.canonical_reason());
    let body = serde_json::to_string(&problem).unwrap_or_default();
    format!(
        "HTTP/1.1 {} {}\r\ncontent-type: {PROBLEM_JSON}\r\ncache-control: no-store\r\n\
         x-content-type-options: nosniff\r\n{}: {id}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
        problem.status,
        reason.unwrap_or_default(),
        request_id::HEADER,
        body.len(),
    )
    .into_bytes()
}

impl<S: AsyncWrite + Unpin> Explained<S> {
    fn poll_instead(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.instead.is_empty() {
            let written = ready!(Pin::new(&mut self.stream).poll_write(context, &self.instead))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.instead.drain(..written);
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Explained<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Explained<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_instead(context))?;
        match explain(bytes) {
            Some(problem) => {
                self.instead = problem;
                Poll::Ready(Ok(bytes.len()))
            }
            None => Pin::new(&mut self.stream).poll_write(context, bytes),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_instead(context))?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_instead(context))?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bare_refusals_are_replaced() {
        let bare = "HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
        let told = String::from_utf8(explain(bare.as_bytes()).expect("a problem")).expect("text");
        assert!(
            told.starts_with("HTTP/1.1 400 ") && told.contains(r#""code":"malformed_request""#),
            "{told}"
        );
        let long = bare.replace("400 Bad Request", "431 Request Header Fields Too Large");
        let told = String::from_utf8(explain(long.as_bytes()).expect("a problem")).expect("text");
        assert!(told.starts_with("HTTP/1.1 413 ") && told.contains(r#""code":"too_large""#), "{told}");
        for ours in [
            bare.replace("400 Bad Request", "200 OK"),
            bare.replace("connection: close", "x-request-id: 1"),
            format!("{bare}{{}}"),
            bare.replace("\r\n\r\n", "\r\n"),
            format!(" {bare}"),
        ] {
            assert_eq!(explain(ours.as_bytes()), None, "{ours}");
        }
    }
}
