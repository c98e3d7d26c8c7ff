//! The shipped program: it starts on an empty folder, serves, stops when told, and has no way to trust test cards
//! or to set the clock.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Command, Stdio},
    time::Instant,
};

use tokio::{io::AsyncReadExt, io::AsyncWriteExt, net::TcpStream};

use crate::support::town;

const PROGRAM: &str = env!("CARGO_BIN_EXE_yui-server");

#[test]
fn there_is_no_flag_for_test_cards_or_another_clock() {
    let help = Command::new(PROGRAM).args(["serve", "--help"]).output().expect("runs");
    let help = String::from_utf8(help.stdout).expect("text").to_lowercase();
    assert!(help.contains("--operator-url") && help.contains("--listen"), "{help}");
    for word in ["root", "clock", "trust-", "--test", "--local", "certificate"] {
        assert!(!help.contains(word), "{word} in {help}");
    }
    let without = Command::new(PROGRAM).arg("serve").env_clear().output().expect("runs");
    assert!(!without.status.success());
    assert!(String::from_utf8_lossy(&without.stderr).contains("--operator-url"));
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "the time to start is a figure that is asked for")]
async fn it_starts_serves_and_stops() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = toml::to_string(&town()).expect("a town");
    std::fs::write(folder.path().join("municipality.toml"), config).expect("writes");
    std::fs::write(folder.path().join("key"), "a key\n").expect("writes");
    let began = Instant::now();
    let mut server = Command::new(PROGRAM)
        .args(["serve", "--listen", "127.0.0.1:0", "--operator-url", "https://operator.example"])
        .args(["--operator-key-file".as_ref(), folder.path().join("key").as_os_str()])
        .args(["--municipality".as_ref(), folder.path().as_os_str()])
        .args(["--data".as_ref(), folder.path().join("data").as_os_str()])
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    let mut told = BufReader::new(server.stderr.take().expect("piped"));
    let mut line = String::new();
    while !line.contains("listening on ") {
        let said = std::mem::take(&mut line);
        assert_ne!(told.read_line(&mut line).expect("text"), 0, "it ended: {said}");
    }
    println!("ready after {} ms", began.elapsed().as_millis());
    let (_, address) = line.split_once("listening on ").expect("an address");
    let address = address.split_whitespace().next().expect("an address");
    let mut stream = TcpStream::connect(address).await.expect("connects");
    stream.write_all(b"GET /readyz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.expect("writes");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("reads");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let stopped = Command::new("kill").args(["-TERM", &server.id().to_string()]).status().expect("kill");
    assert!(stopped.success());
    let mut rest = String::new();
    told.read_to_string(&mut rest).expect("text");
    assert!(server.wait().expect("ends").success(), "{rest}");
    assert!(!rest.contains("a key"));
}
