//! The way from a subcommand to the running server: HTTP over a socket in the data folder that only the folder's
//! owner can open.

use std::{
    fs, io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, State},
    http::{Request, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use hyper_util::rt::TokioIo;
use serde::{Deserialize, Serialize};
use tokio::net::{UnixListener, UnixStream};
use yui_protocol::ErrorCode;

use super::{Chore, Done};
use crate::state::Yui;

/// The socket's name in the data folder.
pub const SOCKET: &str = "operator.sock";

/// A list of some ten thousand shops.
const LARGEST: usize = 32 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Refused {
    refused: String,
}

/// Why a chore could not be asked of a running server.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// No server runs on this data.
    #[error("no server runs on this data")]
    NobodyThere,
    /// The server refuses it.
    #[error("refused: {0}")]
    Refused(ErrorCode),
    /// The connection broke; whether it was done is not known.
    #[error("the server's answer was lost")]
    Lost,
}

/// Takes chores until the server stops. Only one that holds the store's lock may call this: a socket that is left
/// over from a server that died is replaced.
pub fn listen(yui: Yui, data: &Path) -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let path: PathBuf = data.join(SOCKET);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(&path)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
    let stopping = yui.stopping.clone().cancelled_owned();
    let routes =
        Router::new().route("/chore", post(take)).layer(DefaultBodyLimit::max(LARGEST)).with_state(yui);
    Ok(async move {
        if let Err(error) = axum::serve(listener, routes).with_graceful_shutdown(stopping).await {
            tracing::error!(%error, "the operator's socket failed");
        }
        // The next server makes its own; one that is left lying about does no harm.
        let _ = fs::remove_file(path);
    })
}

async fn take(State(yui): State<Yui>, body: Bytes) -> Response {
    let done = match serde_json::from_slice::<Chore>(&body) {
        Ok(chore) => chore.run(&yui).await,
        Err(_) => Err(ErrorCode::MalformedRequest),
    };
    match done {
        Ok(done) => Json(done).into_response(),
        Err(code) => (StatusCode::CONFLICT, Json(Refused { refused: code.to_string() })).into_response(),
    }
}

/// Hands a chore to the server that runs on this data.
pub async fn ask(data: &Path, chore: &Chore) -> Result<Done, AskError> {
    let stream = UnixStream::connect(data.join(SOCKET)).await.map_err(|_| AskError::NobodyThere)?;
    let lost = |_| AskError::Lost;
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(lost)?;
    let connection = tokio::spawn(connection);
    let body = serde_json::to_vec(chore).map_err(|_| AskError::Lost)?;
    let request = Request::post("/chore")
        .header(header::HOST, "operator")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body))
        .map_err(|_| AskError::Lost)?;
    let answer = sender.send_request(request).await.map_err(lost)?;
    let status = answer.status();
    let body =
        axum::body::to_bytes(Body::new(answer.into_body()), LARGEST).await.map_err(|_| AskError::Lost)?;
    connection.abort();
    if status.is_success() {
        return serde_json::from_slice(&body).map_err(|_| AskError::Lost);
    }
    let refused: Refused = serde_json::from_slice(&body).map_err(|_| AskError::Lost)?;
    Err(AskError::Refused(ErrorCode::from_word(&refused.refused)))
}
