//! Payments sent by many clients at once, each over one connection that it keeps, and each after its last was answered.
//!
//! The clients do as little as clients can: what they use of the processor counts as ours.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

use crate::outcome::Outcome;

/// The most bytes of an answer.
const ANSWER: usize = 16 * 1024;
/// The most header lines of an answer.
const LINES: usize = 32;

/// Clients of one server.
pub struct Load<'o> {
    /// Such as `http://127.0.0.1:8080`.
    pub origin: &'o str,
    /// How many.
    pub clients: u32,
}

impl Load<'_> {
    /// The request that posts this command.
    #[must_use]
    pub fn request(&self, body: &[u8]) -> Vec<u8> {
        let (host, length) = (self.host(), body.len());
        let head = format!(
            "POST /v1/commands HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\n\
             content-length: {length}\r\n\r\n"
        );
        [head.as_bytes(), body].concat()
    }

    /// Sends all of these requests; how long each took, and all together. One that is not accepted ends the measurement.
    pub async fn run(&self, requests: Arc<Vec<Vec<u8>>>) -> Outcome<(Vec<Duration>, Duration)> {
        let mut lines = Vec::new();
        for _ in 0..self.clients {
            let line = TcpStream::connect(self.host()).await?;
            line.set_nodelay(true)?;
            lines.push(line);
        }
        let next = Arc::new(AtomicUsize::new(0));
        let (acts, began) = (requests.len(), Instant::now());
        let mut clients = JoinSet::new();
        for line in lines {
            clients.spawn(pay_on(line, requests.clone(), next.clone()));
        }
        let mut times = Vec::with_capacity(acts);
        while let Some(client) = clients.join_next().await {
            times.extend(client??);
        }
        Ok((times, began.elapsed()))
    }

    fn host(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }
}

async fn pay_on(
    mut line: TcpStream,
    requests: Arc<Vec<Vec<u8>>>,
    next: Arc<AtomicUsize>,
) -> Outcome<Vec<Duration>> {
    let (mut times, mut answer) = (Vec::new(), vec![0; ANSWER]);
    while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
        let asked = Instant::now();
        line.write_all(request).await?;
        let mut filled = 0;
        loop {
            let read = line.read(&mut answer[filled..]).await?;
            if read == 0 {
                return Err("the server ended a connection, or answers more than a payment's answer".into());
            }
            filled += read;
            if whole(&answer[..filled])? {
                break;
            }
        }
        times.push(asked.elapsed());
    }
    Ok(times)
}

/// Whether this is the whole answer of a payment that was accepted.
fn whole(answer: &[u8]) -> Outcome<bool> {
    let mut lines = [httparse::EMPTY_HEADER; LINES];
    let mut head = httparse::Response::new(&mut lines);
    let httparse::Status::Complete(body_at) = head.parse(answer)? else { return Ok(false) };
    if head.code != Some(200) {
        return Err(format!("a payment was refused: {}", String::from_utf8_lossy(answer)).into());
    }
    let length = head.headers.iter().find(|line| line.name.eq_ignore_ascii_case("content-length"));
    let length: usize = std::str::from_utf8(length.ok_or("an answer without a length")?.value)?.parse()?;
    Ok(answer.len() >= body_at + length)
}
