//! Payments sent by many clients at once, each over one connection that it keeps, and each after its last was answered.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use http_body_util::{BodyExt, Full};
use hyper::{Request, body::Bytes, client::conn::http1::SendRequest, header};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, task::JoinSet};

use crate::{measure::turns::Turn, outcome::Outcome};

/// Clients of one server.
pub struct Load<'o> {
    /// Such as `http://127.0.0.1:8080`.
    pub origin: &'o str,
    /// How many.
    pub clients: u32,
}

impl Load<'_> {
    /// Sends all of them; one that is not accepted ends the measurement.
    pub async fn run(&self, bodies: Arc<Vec<Vec<u8>>>) -> Outcome<Turn> {
        let host = self.origin.trim_start_matches("http://").to_owned();
        let mut lines = Vec::new();
        for _ in 0..self.clients {
            lines.push(connect(&host).await?);
        }
        let next = Arc::new(AtomicUsize::new(0));
        let (acts, began) = (bodies.len(), Instant::now());
        let mut clients = JoinSet::new();
        for line in lines {
            clients.spawn(pay_on(line, host.clone(), bodies.clone(), next.clone()));
        }
        let mut times = Vec::with_capacity(acts);
        while let Some(client) = clients.join_next().await {
            times.extend(client??);
        }
        Ok(Turn::of(times, began.elapsed(), Duration::ZERO))
    }
}

async fn connect(host: &str) -> Outcome<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(host).await?;
    stream.set_nodelay(true)?;
    let (line, driver) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(driver);
    Ok(line)
}

async fn pay_on(
    mut line: SendRequest<Full<Bytes>>,
    host: String,
    bodies: Arc<Vec<Vec<u8>>>,
    next: Arc<AtomicUsize>,
) -> Outcome<Vec<Duration>> {
    let mut times = Vec::new();
    while let Some(body) = bodies.get(next.fetch_add(1, Ordering::Relaxed)) {
        let request = Request::post("/v1/commands")
            .header(header::HOST, &host)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Full::from(body.clone()))?;
        let asked = Instant::now();
        line.ready().await?;
        let answer = line.send_request(request).await?;
        let status = answer.status();
        let said = answer.into_body().collect().await?.to_bytes();
        if status != 200 {
            return Err(format!("a payment was refused: {status} {}", String::from_utf8_lossy(&said)).into());
        }
        times.push(asked.elapsed());
    }
    Ok(times)
}
