//! HTTPS by reqwest: rustls with ring, the certificates of the platform.

use std::time::Duration;

use async_trait::async_trait;
use futures_util::StreamExt;
use reqwest::{Client, Response};
use tokio::sync::{OnceCell, mpsc};
use yui_protocol::ErrorCode;

use super::{HttpRequest, HttpResponse, HttpStream, HttpTransport, MAX_ANSWER, Method, TransportError};
use crate::{error::AppResult, runtime};

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(8);
/// How long an ordinary answer may take.
const ANSWER: Duration = Duration::from_secs(20);
/// How long a stream may be silent; the server sends a comment more often.
const SILENCE: Duration = Duration::from_secs(90);

/// The real network.
#[derive(Default)]
pub(crate) struct ReqwestTransport {
    /// Made when it is first needed: an app opens and works without network on a phone that cannot make one.
    client: OnceCell<Client>,
}

impl ReqwestTransport {
    async fn client(&self) -> Result<&Client, TransportError> {
        // Where none can be made, nothing leaves the phone.
        self.client.get_or_try_init(|| runtime::blocking(client)).await.map_err(|_| TransportError::NotSent)
    }

    async fn start(&self, request: HttpRequest, whole: Option<Duration>) -> Result<Response, TransportError> {
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut builder = self.client().await?.request(method, &request.url).body(request.body);
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        if let Some(whole) = whole {
            builder = builder.timeout(whole);
        }
        builder.send().await.map_err(|error| lost_or_not_sent(&error))
    }
}

/// A client with no redirects, no cookies and no proxy of its own. Reads the certificates of the platform.
fn client() -> AppResult<Client> {
    // Another part of the process may have chosen already; any provider it chose is good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .connect_timeout(CONNECT)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|_| ErrorCode::PlatformFailed.into())
}

fn lost_or_not_sent(error: &reqwest::Error) -> TransportError {
    if error.is_connect() || error.is_builder() { TransportError::NotSent } else { TransportError::Lost }
}

fn head(response: &Response) -> HttpResponse {
    let headers = response
        .headers()
        .iter()
        .filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned())))
        .collect();
    HttpResponse { status: response.status().as_u16(), headers, body: Vec::new() }
}

async fn body(mut response: Response) -> Result<Vec<u8>, TransportError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|_| TransportError::Lost)? {
        if body.len() + chunk.len() > MAX_ANSWER {
            return Err(TransportError::Lost);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

#[async_trait]
impl HttpTransport for ReqwestTransport {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let response = self.start(request, Some(ANSWER)).await?;
        let head = head(&response);
        Ok(HttpResponse { body: body(response).await?, ..head })
    }

    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError> {
        let response = tokio::time::timeout(ANSWER, self.start(request, None))
            .await
            .map_err(|_| TransportError::Lost)??;
        let mut head = head(&response);
        let (sender, chunks) = mpsc::channel(16);
        if head.status == 200 {
            let mut stream = response.bytes_stream();
            tokio::spawn(async move {
                loop {
                    let next = tokio::select! {
                        () = sender.closed() => return,
                        next = tokio::time::timeout(SILENCE, stream.next()) => next,
                    };
                    let Ok(Some(Ok(bytes))) = next else { return };
                    if sender.send(bytes.to_vec()).await.is_err() {
                        return;
                    }
                }
            });
        } else {
            head.body = body(response).await?;
        }
        Ok(HttpStream { head, chunks })
    }
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
    };

    use super::*;

    fn request(listener: &TcpListener) -> HttpRequest {
        let url = format!("http://{}/v1/time", listener.local_addr().expect("an address"));
        HttpRequest { method: Method::Get, url, headers: Vec::new(), body: Vec::new() }
    }

    /// Answers one connection with these bytes and closes it.
    async fn answers(bytes: &'static [u8]) -> (HttpRequest, tokio::task::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let request = request(&listener);
        let server = tokio::spawn(async move {
            let (mut socket, _) = listener.accept().await.expect("a connection");
            let mut buffer = [0; 1024];
            let _ = socket.read(&mut buffer).await.expect("a request");
            socket.write_all(bytes).await.expect("an answer");
        });
        (request, server)
    }

    #[tokio::test]
    async fn what_never_left_is_told_from_what_may_have_arrived() {
        let transport = ReqwestTransport::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let nobody = request(&listener);
        drop(listener);
        assert_eq!(transport.send(nobody).await, Err(TransportError::NotSent));

        let (cut, server) = answers(b"").await;
        assert_eq!(transport.send(cut).await, Err(TransportError::Lost));
        server.await.expect("it was asked");
        let (half, server) = answers(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf").await;
        assert_eq!(transport.send(half).await, Err(TransportError::Lost));
        server.await.expect("it was asked");

        let (whole, server) =
            answers(b"HTTP/1.1 401 No\r\nDPoP-Nonce: n\r\ncontent-length: 2\r\n\r\n{}").await;
        let answer = transport.send(whole).await.expect("an answer");
        assert_eq!(
            (answer.status, answer.header("dpop-nonce"), answer.body.as_slice()),
            (401, Some("n"), &b"{}"[..])
        );
        server.await.expect("it was asked");
    }

    #[tokio::test]
    async fn a_stream_comes_in_chunks_and_ends() {
        let transport = ReqwestTransport::default();
        let (events, server) =
            answers(b"HTTP/1.1 200 OK\r\ncontent-length: 22\r\n\r\nevent: news\ndata: {}\n\n").await;
        let mut stream = transport.stream(events).await.expect("a stream");
        let mut all = Vec::new();
        while let Some(chunk) = stream.chunks.recv().await {
            all.extend(chunk);
        }
        assert_eq!(all, b"event: news\ndata: {}\n\n");
        server.await.expect("it was asked");
    }
}
