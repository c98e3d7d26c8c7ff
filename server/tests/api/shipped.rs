//! The shipped program: it starts on an empty folder, serves, stops when told, and has no way to trust test cards
//! or to set the clock.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, ChildStderr, Command, Stdio},
    time::Instant,
};

use sqlx::{ConnectOptions, Connection, sqlite::SqliteConnectOptions};
use tokio::{io::AsyncReadExt, io::AsyncWriteExt, net::TcpStream};

use yui_protocol::Millis;
use yui_store::Clock;

use crate::support::town;

const PROGRAM: &str = env!("CARGO_BIN_EXE_yui-server");

#[test]
fn there_is_no_flag_for_test_cards_or_another_clock() {
    let help = Command::new(PROGRAM).args(["serve", "--help"]).env("YUI_LANG", "en").output().expect("runs");
    let help = String::from_utf8(help.stdout).expect("text").to_lowercase();
    assert!(help.contains("--platform-operator-url") && help.contains("--listen"), "{help}");
    for word in ["root", "clock", "trust-", "--test", "--local", "certificate"] {
        assert!(!help.contains(word), "{word} in {help}");
    }
    let without = Command::new(PROGRAM).arg("serve").env_clear().output().expect("runs");
    assert!(!without.status.success());
    assert!(String::from_utf8_lossy(&without.stderr).contains("--platform-operator-url"));
}

/// The town's configuration and the operator's key.
fn prepare(folder: &Path) {
    let config = toml::to_string(&town()).expect("a town");
    std::fs::write(folder.join("municipality.toml"), config).expect("writes");
    std::fs::write(folder.join("key"), "a key\n").expect("writes");
}

fn serve(folder: &Path) -> Command {
    let mut serve = Command::new(PROGRAM);
    serve
        .args([
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--platform-operator-url",
            "https://platform-operator.example",
        ])
        .args(["--platform-operator-key-file".as_ref(), folder.join("key").as_os_str()])
        .args(["--municipality".as_ref(), folder.as_os_str()])
        .args(["--data".as_ref(), folder.join("data").as_os_str()])
        .env("YUI_LANG", "en")
        .stderr(Stdio::piped());
    serve
}

/// Starts it and waits for the line that says where it listens.
fn started(serve: &mut Command) -> (Child, BufReader<ChildStderr>, String) {
    let mut server = serve.spawn().expect("starts");
    let mut told = BufReader::new(server.stderr.take().expect("piped"));
    let mut line = String::new();
    while !line.contains("listening on ") {
        let said = std::mem::take(&mut line);
        assert_ne!(told.read_line(&mut line).expect("text"), 0, "it ended: {said}");
    }
    (server, told, line)
}

#[tokio::test]
async fn a_time_before_the_last_entry_needs_an_operator_who_has_looked() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let (mut server, _told, _) = started(&mut serve(folder.path()));
    server.kill().expect("ends");
    server.wait().expect("ends");
    let file = folder.path().join("data/town/town.db");
    let mut hand = SqliteConnectOptions::new().filename(file).connect().await.expect("opens");
    let ahead = yui_store::SystemClock.now().plus(3 * Millis::HOUR);
    let text = "UPDATE meta SET head_at = $1, clock_boot = ''";
    sqlx::query(text).bind(ahead.0).execute(&mut hand).await.expect("alters");
    hand.close().await.expect("closes");

    let refused = serve(folder.path()).output().expect("runs");
    let said = String::from_utf8(refused.stderr).expect("text");
    assert!(!refused.status.success());
    assert!(said.contains("town store: the clock shows 20") && said.contains("--accept-time-jump"), "{said}");
    let (mut server, _told, _) = started(serve(folder.path()).arg("--accept-time-jump"));
    server.kill().expect("ends");
    server.wait().expect("ends");
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "the time to start is a figure that is asked for")]
async fn it_starts_serves_and_stops() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let began = Instant::now();
    let (mut server, mut told, line) = started(&mut serve(folder.path()));
    println!("ready after {} ms", began.elapsed().as_millis());
    let (_, address) = line.split_once("listening on ").expect("an address");
    let address = address.split_whitespace().next().expect("an address");
    let mut stream = TcpStream::connect(address).await.expect("connects");
    stream.write_all(b"GET /readyz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.expect("writes");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("reads");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    // No mail is set up: the answer says so, and not that something is out of reach.
    let mut stream = TcpStream::connect(address).await.expect("connects");
    let body = r#"{"email":"taro@mail.example"}"#;
    let head = format!(
        "host: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}",
        body.len()
    );
    let asked = format!("POST /v1/identity/visitor/code HTTP/1.1\r\n{head}\r\n\r\n{body}");
    stream.write_all(asked.as_bytes()).await.expect("writes");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("reads");
    assert!(answer.starts_with("HTTP/1.1 501") && answer.contains("mail_not_offered"), "{answer}");
    let stopped = Command::new("kill").args(["-TERM", &server.id().to_string()]).status().expect("kill");
    assert!(stopped.success());
    let mut rest = String::new();
    told.read_to_string(&mut rest).expect("text");
    assert!(server.wait().expect("ends").success(), "{rest}");
    assert!(!rest.contains("a key"));
}
