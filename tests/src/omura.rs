//! Omura, as whole-system tests begin with it: a server of the town, and the shop where people pay.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use yui_protocol::TownCode;

use crate::process::ServerProcess;

/// The town's code.
///
/// # Panics
/// Never: its check digit is right.
#[must_use]
pub fn code() -> TownCode {
    TownCode::new(422_053).expect("Omura")
}

/// The town's folder of configuration.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../municipalities/omura")
}

/// Starts `program` (the `yui-test-server` binary) for the town, with further arguments. Its data go to `data` in this
/// folder, its log to `server.log`.
///
/// # Panics
/// When it does not start.
pub async fn serve(program: &str, folder: &Path, more: &[String]) -> ServerProcess {
    let town = ["--town".to_owned(), self::folder().display().to_string()];
    let (data, log) = (folder.join("data"), folder.join("server.log"));
    let server = ServerProcess::start(Path::new(program), &data, &[&town, more].concat(), &log).await;
    server.expect("a server")
}

/// Adds the shop: its id, what its poster says and a pairing code, as the control port answers.
///
/// # Panics
/// When the server does not take it.
pub async fn add_shop(server: &ServerProcess) -> Value {
    let shop = json!({"name": "まるや食堂", "kana": "マルヤショクドウ", "area": "本町", "classes": ["food"]});
    let shop = server.control("shop.add", &shop).await.expect("a shop");
    assert_eq!(shop.get("error"), None, "{shop}");
    shop
}
