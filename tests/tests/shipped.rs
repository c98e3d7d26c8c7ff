//! The shipped binary, with a platform operator behind it as in a town's real service: a person registers with her
//! card through `core/app`, and whoever comes with a test card does not.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, atomic::AtomicI64},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::net::TcpListener;
use yui_tests::{scenario::Phone, shipped::built};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// A process that ends with the test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The simulated platform operator, and what it tells when it is ready.
fn platform_operator(key_file: &Path) -> (Process, Value) {
    let mut operator = Process(
        Command::new(env!("CARGO_BIN_EXE_yui-platform-operator"))
            .arg("--key-file")
            .arg(key_file)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts"),
    );
    let mut told = String::new();
    BufReader::new(operator.0.stdout.take().expect("piped")).read_line(&mut told).expect("text");
    (operator, serde_json::from_str(&told).expect("JSON"))
}

/// The shipped server on a free port, ready; its origin.
async fn server(folder: &Path, key_file: &Path, platform_operator_url: &Value) -> (Process, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address: SocketAddr = listener.local_addr().expect("its address");
    drop(listener);
    let origin = format!("http://{address}");
    let server = Process(
        Command::new(built("yui-server"))
            .current_dir(root())
            .args(["serve", "--listen", &address.to_string(), "--origin", &origin])
            .args(["--platform-operator-url", platform_operator_url.as_str().expect("an address")])
            .arg("--platform-operator-key-file")
            .arg(key_file)
            .arg("--data")
            .arg(folder.join("data"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts"),
    );
    let deadline = Instant::now() + Duration::from_secs(30);
    while std::net::TcpStream::connect(address).is_err() {
        assert!(Instant::now() < deadline, "the server is not ready");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    (server, origin)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_registers_at_the_shipped_server_and_a_test_card_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let key_file = folder.path().join("platform-operator.key");
    let (_operator, told) = platform_operator(&key_file);
    let (_server, origin) = server(folder.path(), &key_file, &told["url"]).await;
    let phone = async |name: &str| {
        let (folder, time) = (folder.path().join(name), Arc::new(AtomicI64::new(0)));
        Phone::new(name, folder, &origin, time, &json!({})).await.expect("a phone")
    };
    let with = |card: &str, secret: &str| json!({ "card": told[card], secret: told[secret] });

    let mut taro = phone("taro").await;
    for secret in ["password", "pin"] {
        let refused = taro.act("identity.register", &with("test_card", secret)).await.expect("a known step");
        assert_eq!(refused["error"], "certificate_wrong_usage", "{refused}");
        let looked = taro.act("guest.look", &json!({})).await.expect("a known step");
        assert_eq!(looked["registered"], false, "{looked}");
    }

    let mut hanako = phone("hanako").await;
    let registered = hanako.act("identity.register", &with("card", "password")).await.expect("a known step");
    assert_eq!(registered["state"], "enrolled", "{registered}");
    assert_eq!((&registered["name"], &registered["level"]), (&json!("田中　花子"), &json!("verified")));
    let wallet = hanako.act("wallet.snapshot", &json!({})).await.expect("a known step");
    assert_eq!(wallet["available"], 0, "{wallet}");
}
