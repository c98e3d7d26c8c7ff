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
}

/// A running forwarder; it ends when dropped.
pub struct FaultProxy {
    address: SocketAddr,
    state: Arc<Mutex<Network>>,
    changed: watch::Sender<u64>,
    task: tokio::task::JoinHandle<()>,
}

impl FaultProxy {
    /// Starts a forwarder to `server` on a loopback port; 0 takes a free one.
    pub async fn start(port: u16, server: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        let address = listener.local_addr()?;
        let state = Arc::new(Mutex::new(Network::On));
        let (changed, cuts) = watch::channel(0);
        let task = tokio::spawn(accept(listener, server, Arc::clone(&state), cuts));
        Ok(Self { address, state, changed, task })
    }

    /// Where the phone connects to.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Changes the network; open connections are cut, so that the change holds from now on.
    pub fn set(&self, network: Network) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = network;
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
    state: Arc<Mutex<Network>>,
    cuts: watch::Receiver<u64>,
) {
    while let Ok((phone, _)) = listener.accept().await {
        let network = *state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut cuts = cuts.clone();
        cuts.mark_unchanged();
        tokio::spawn(async move {
            tokio::select! {
                _ = forward(phone, server, network) => {}
                _ = cuts.changed() => {}
            }
        });
    }
}

async fn forward(mut phone: TcpStream, server: SocketAddr, network: Network) -> io::Result<()> {
    if network == Network::Off {
        return Ok(());
    }
    let mut upstream = TcpStream::connect(server).await?;
    match network {
        Network::On => {
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
        Network::Off => {}
    }
    Ok(())
}
