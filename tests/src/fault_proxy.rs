//! A network that fails on purpose, one for each phone: a TCP forwarder between phone and server.
//!
//! Phones reach the server through it as through an HTTP forward proxy, so the URL they sign stays the server's.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use serde::{Deserialize, Serialize};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
};

/// What the network does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Network {
    /// Forwards.
    #[default]
    On,
    /// Accepts nothing and cuts what is open.
    Off,
    /// Forwards what the phone sends and cuts the line when the server answers: the answer is lost.
    LoseAnswer,
    /// Cuts the line after the first bytes of a request: the server never sees it whole.
    CutRequest,
    /// A request arrives twice; the answer to the second is the one that comes.
    Duplicate,
    /// Cuts the line; the request arrives late, just before the next one.
    Delay,
    /// Cuts the line; the request arrives later still, after the next one.
    Reorder,
}

/// A network, and what is still under way in it.
#[derive(Default)]
struct Line {
    network: Network,
    late: Vec<(Network, Vec<u8>)>,
}

/// A running forwarder; it ends when dropped.
pub struct FaultProxy {
    address: SocketAddr,
    line: Arc<Mutex<Line>>,
    changed: watch::Sender<u64>,
    task: tokio::task::JoinHandle<()>,
}

impl FaultProxy {
    /// Starts a forwarder to `server` on a loopback port; 0 takes a free one.
    pub async fn start(port: u16, server: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        let address = listener.local_addr()?;
        let line = Arc::new(Mutex::new(Line::default()));
        let (changed, cuts) = watch::channel(0);
        let task = tokio::spawn(accept(listener, server, Arc::clone(&line), cuts));
        Ok(Self { address, line, changed, task })
    }

    /// Where the phone connects to.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Changes the network; open connections are cut, so that the change holds from now on.
    pub fn set(&self, network: Network) {
        self.line.lock().unwrap_or_else(PoisonError::into_inner).network = network;
        self.changed.send_modify(|count| *count += 1);
    }
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(
    listener: TcpListener,
    server: SocketAddr,
    line: Arc<Mutex<Line>>,
    cuts: watch::Receiver<u64>,
) {
    while let Ok((phone, _)) = listener.accept().await {
        let line = Arc::clone(&line);
        let mut cuts = cuts.clone();
        cuts.mark_unchanged();
        tokio::spawn(async move {
            tokio::select! {
                _ = forward(phone, server, &line) => {}
                _ = cuts.changed() => {}
            }
        });
    }
}

async fn forward(mut phone: TcpStream, server: SocketAddr, line: &Mutex<Line>) -> io::Result<()> {
    let locked = || line.lock().unwrap_or_else(PoisonError::into_inner);
    let network = locked().network;
    if network == Network::Off {
        return Ok(());
    }
    let mut upstream = TcpStream::connect(server).await?;
    match network {
        Network::On => {
            let late = std::mem::take(&mut locked().late);
            let (delayed, reordered): (Vec<_>, _) =
                late.into_iter().partition(|(network, _)| *network == Network::Delay);
            for (_, request) in delayed {
                deliver(server, &request).await?;
            }
            if !reordered.is_empty() {
                upstream.write_all(&message(&mut phone).await?).await?;
                let answer = message(&mut upstream).await?;
                for (_, request) in reordered {
                    deliver(server, &request).await?;
                }
                phone.write_all(&answer).await?;
            }
            tokio::io::copy_bidirectional(&mut phone, &mut upstream).await?;
        }
        Network::LoseAnswer => {
            let (mut from_phone, _held) = phone.split();
            let (mut from_server, mut to_server) = upstream.split();
            let mut first = [0; 1];
            tokio::select! {
                sent = tokio::io::copy(&mut from_phone, &mut to_server) => { sent?; }
                answer = from_server.read(&mut first) => { answer?; }
            }
        }
        Network::CutRequest => {
            let mut some = [0; 64];
            let count = phone.read(&mut some).await?;
            upstream.write_all(&some[..count / 2]).await?;
        }
        Network::Duplicate => {
            let request = message(&mut phone).await?;
            deliver(server, &request).await?;
            upstream.write_all(&request).await?;
            tokio::io::copy_bidirectional(&mut phone, &mut upstream).await?;
        }
        Network::Delay | Network::Reorder => {
            let request = message(&mut phone).await?;
            locked().late.push((network, request));
        }
        Network::Off => {}
    }
    Ok(())
}

/// Brings a request to the server, on a line of its own; nobody waits for the answer but this.
async fn deliver(server: SocketAddr, request: &[u8]) -> io::Result<()> {
    let mut upstream = TcpStream::connect(server).await?;
    upstream.write_all(request).await?;
    message(&mut upstream).await.map(drop)
}

/// One whole message of HTTP/1.1 whose body, if any, has its length in the head.
async fn message(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    const END: &[u8] = b"\r\n\r\n";
    let mut message = Vec::new();
    while !message.ends_with(END) {
        message.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&message).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).await?;
    message.extend(body);
    Ok(message)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// A server that answers each request with how many it has had, and the body of this one.
    async fn server() -> SocketAddr {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async move {
            let count = Arc::new(AtomicUsize::new(0));
            while let Ok((mut phone, _)) = listener.accept().await {
                let count = count.clone();
                tokio::spawn(async move {
                    let request = message(&mut phone).await?;
                    let said = count.fetch_add(1, Ordering::SeqCst) + 1;
                    let word = char::from(*request.last().expect("a body"));
                    phone
                        .write_all(
                            format!("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{said}{word}").as_bytes(),
                        )
                        .await
                });
            }
        });
        address
    }

    async fn ask(proxy: &FaultProxy, word: char) -> Option<String> {
        let mut phone = TcpStream::connect(proxy.address()).await.expect("a line");
        let request = format!("POST / HTTP/1.1\r\ncontent-length: 1\r\n\r\n{word}");
        phone.write_all(request.as_bytes()).await.expect("sent");
        let answer = message(&mut phone).await.ok()?;
        Some(String::from_utf8(answer[answer.len() - 2..].to_vec()).expect("text"))
    }

    #[tokio::test]
    async fn each_fault_does_what_its_name_says() {
        for (fault, during, after) in [
            (Network::On, Some("1a"), Some("2b")),
            (Network::Off, None, Some("1b")),
            (Network::LoseAnswer, None, Some("2b")),
            (Network::CutRequest, None, Some("1b")),
            (Network::Duplicate, Some("2a"), Some("3b")),
            (Network::Delay, None, Some("2b")),
            (Network::Reorder, None, Some("1b")),
        ] {
            let proxy = FaultProxy::start(0, server().await).await.expect("a proxy");
            proxy.set(fault);
            assert_eq!(ask(&proxy, 'a').await.as_deref(), during, "{fault:?}");
            proxy.set(Network::On);
            assert_eq!(ask(&proxy, 'b').await.as_deref(), after, "{fault:?}");
            if fault == Network::Reorder {
                assert_eq!(ask(&proxy, 'c').await.as_deref(), Some("3c"), "it came after the next one");
            }
        }
    }
}
