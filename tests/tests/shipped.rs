//! The shipped binary, with a platform operator behind it as in a town's real service: a person registers with her
//! card through `core/app`, and staff work beside the running server.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, atomic::AtomicI64},
    time::{Duration, Instant},
};

use serde_json::json;
use tokio::net::TcpListener;
use yui_card::{KeyKind, Sex};
use yui_testkit::{
    card::{CardBuilder, Person, SIGNATURE_PASSWORD, serve},
    pki,
    platform_operator::SimulatedPlatformOperator,
};
use yui_tests::{clock::OffsetClock, scenario::Phone, server};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// Builds the shipped binary as a person would, and says where it is.
fn shipped_binary() -> PathBuf {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--package", "yui-server", "--bin", "yui-server", "--message-format", "json"])
        .current_dir(root())
        .stderr(Stdio::null())
        .output()
        .expect("cargo runs");
    assert!(built.status.success());
    let messages = String::from_utf8(built.stdout).expect("text");
    let mut executables = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        message["executable"].as_str().map(PathBuf::from)
    });
    executables.next_back().expect("an executable")
}

struct Stopped(Child);

impl Drop for Stopped {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn free_port() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    listener.local_addr().expect("its address")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_registers_at_the_shipped_server_through_a_platform_operator() {
    let folder = tempfile::tempdir().expect("a folder");
    let person = Person::new(
        "田中　花子",
        "長崎県大村市玖島１丁目２５番地",
        "1990-04-01",
        Sex::Female,
        "91827364000",
        0,
    );
    let card = CardBuilder::new(&person);
    let verifier = Arc::new(server::verifier(Arc::default()).expect("test roots"));
    let operator = SimulatedPlatformOperator::new("town-key", verifier, Arc::new(OffsetClock::default()));
    let roots = pki::trusted();
    operator.knows(&roots.signature.issue(&card.leaf(KeyKind::Signature)), "operator-person-1");
    operator.knows(&roots.authentication.issue(&card.leaf(KeyKind::Authentication)), "operator-person-1");
    let platform_operator_listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let platform_operator_url =
        format!("http://{}", platform_operator_listener.local_addr().expect("its address"));
    tokio::spawn(axum::serve(platform_operator_listener, operator.router()).into_future());

    let key_file = folder.path().join("platform-operator.key");
    std::fs::write(&key_file, "town-key\n").expect("written");
    let address = free_port().await;
    let origin = format!("http://{address}");
    let _server = Stopped(
        Command::new(shipped_binary())
            .current_dir(root())
            .args(["serve", "--listen", &address.to_string(), "--origin", &origin])
            .args(["--platform-operator-url", &platform_operator_url, "--platform-operator-key-file"])
            .arg(&key_file)
            .arg("--data")
            .arg(folder.path().join("data"))
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

    let card_listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let card_address = card_listener.local_addr().expect("its address").to_string();
    tokio::spawn(serve(card_listener, card.build()));
    let mut phone =
        Phone::new("hanako", folder.path().join("hanako"), &origin, Arc::new(AtomicI64::new(0)), &json!({}))
            .await
            .expect("a phone");
    let registered = phone
        .act("identity.register", &json!({ "card": card_address, "password": SIGNATURE_PASSWORD }))
        .await
        .expect("a known step");
    assert_eq!(registered["state"], "enrolled", "{registered}");
    assert_eq!(registered["name"], "田中　花子");
    let wallet = phone.act("wallet.snapshot", &json!({})).await.expect("a known step");
    assert_eq!(wallet["available"], 0, "{wallet}");
}
