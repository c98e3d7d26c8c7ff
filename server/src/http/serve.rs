//! The listener: HTTP/1.1 behind a TLS-ending proxy, with bounds on headers and their time (slow senders), on answers
//! that are not read (slow readers) and on the connections of one network, Nagle's delay off, and a stop that lets
//! running requests finish.

use std::{convert::Infallible, io, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::Request};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
    signal::unix::{SignalKind, signal},
    sync::Semaphore,
    task::JoinSet,
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;
use yui_protocol::ErrorCode;

use crate::{
    http::{
        broken_head::{self, Explained},
        network::Peer,
        patient::Patient,
        places::Places,
    },
    state::Yui,
};

/// A request's head must be complete by then; an idle kept-alive connection ends after it too.
const HEAD_TIME: Duration = Duration::from_secs(15);
/// The most bytes of a request's head.
const HEAD_BYTES: usize = 16 * 1024;
/// The most header lines.
const HEAD_LINES: usize = 64;
/// The most connections at once; more wait in the kernel's queue.
pub(super) const CONNECTIONS: usize = 4096;
/// How long running requests may take to finish after a stop.
const DRAIN: Duration = Duration::from_secs(10);

/// Serves until the server is stopping, then stops accepting and waits for what runs (streams end themselves on
/// the same token); whatever still runs after ten seconds is cut.
pub async fn serve(listener: TcpListener, router: Router, yui: Yui) {
    let (stopping, limits) = (yui.stopping.clone(), yui.config.limits);
    let of_network = Places::new(limits.network_connections, &yui.config.trusted_proxies);
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut connections = JoinSet::new();
    loop {
        let place = tokio::select! {
            () = stopping.cancelled() => break,
            Ok(place) = Arc::clone(&places).acquire_owned() => place,
        };
        let accepted = tokio::select! {
            () = stopping.cancelled() => break,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file descriptors and the like: wait for one to come free, never spin.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let (router, peer) = (router.clone(), Peer(peer.ip()));
        let (stopping, own) = (stopping.clone(), of_network.take(peer.0));
        connections.spawn(async move {
            if own.is_some() {
                connection(Patient::new(stream, limits.write_time), peer, router, stopping).await;
            } else {
                refuse(stream).await;
            }
            drop((own, place));
        });
        while connections.try_join_next().is_some() {}
    }
    drop(listener);
    let drained = async { while connections.join_next().await.is_some() {} };
    let _ = tokio::time::timeout(DRAIN, drained).await;
    connections.shutdown().await;
}

/// Tells a connection that its network has too many; it is not waited for.
async fn refuse(mut stream: TcpStream) {
    let problem = broken_head::problem(ErrorCode::RateLimited);
    let _ = tokio::time::timeout(Duration::from_secs(1), stream.write_all(&problem)).await;
}

async fn connection(stream: Patient<TcpStream>, peer: Peer, router: Router, stopping: CancellationToken) {
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        let router = router.clone();
        async move {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(peer);
            let response = router.oneshot(request).await;
            Ok::<_, Infallible>(response.unwrap_or_else(|never| match never {}))
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_headers(HEAD_LINES)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(Explained::new(stream)), service);
    tokio::pin!(connection);
    tokio::select! {
        // A broken connection is the other side's affair.
        _ = connection.as_mut() => return,
        () = stopping.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}

/// Cancelled when the process gets one of these signals. It listens from this call on: none is missed while nobody
/// waits.
pub fn stop_on(signals: &[SignalKind]) -> io::Result<CancellationToken> {
    let stop = CancellationToken::new();
    for kind in signals {
        let (mut signal, stop) = (signal(*kind)?, stop.clone());
        tokio::spawn(async move {
            signal.recv().await;
            stop.cancel();
        });
    }
    Ok(stop)
}
