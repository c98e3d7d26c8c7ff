//! Whoever plays against a server leaves none behind, however it ends.

use std::{
    io::{BufRead, BufReader, Read},
    net::TcpStream,
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use yui_tests::omura;

/// A busy machine may take its time.
const SOON: Duration = Duration::from_mins(1);

fn ended(child: &mut Child) -> bool {
    let began = Instant::now();
    while began.elapsed() < SOON {
        if child.try_wait().expect("a child").is_some() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    child.kill().expect("killed");
    false
}

/// The rest of what is told from a line on that holds a word.
fn until(told: &mut BufReader<ChildStdout>, word: &str) -> String {
    let mut line = String::new();
    while !line.contains(word) {
        line.clear();
        assert_ne!(told.read_line(&mut line).expect("text"), 0, "it ended before {word}");
    }
    line
}

#[test]
fn a_server_ends_with_whoever_started_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Command::new(env!("CARGO_BIN_EXE_yui-test-server"))
        .args(["--with-parent", "--town"])
        .arg(omura::folder())
        .arg("--data")
        .arg(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts");
    let mut told = BufReader::new(server.stdout.take().expect("piped"));
    until(&mut told, "control");
    assert!(server.try_wait().expect("a child").is_none());
    drop(server.stdin.take());
    assert!(ended(&mut server), "it outlives the one who started it");
}

#[test]
fn a_demo_that_is_told_to_stop_takes_its_server_with_it() {
    let mut demo = Command::new(env!("CARGO_BIN_EXE_yui-demo"))
        .args(["--lang", "en"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    let mut told = BufReader::new(demo.stdout.take().expect("piped"));
    let line = until(&mut told, "/healthz");
    let address =
        line.trim().strip_prefix("http://").and_then(|rest| rest.split('/').next()).expect("an address");
    assert!(TcpStream::connect(address).is_ok(), "it serves at {address}");
    let stopped = Command::new("kill").args(["-TERM", &demo.id().to_string()]).status().expect("kill");
    assert!(stopped.success());
    assert!(ended(&mut demo), "the demo goes on");
    let mut rest = String::new();
    demo.stderr.take().expect("piped").read_to_string(&mut rest).expect("text");
    assert!(demo.wait().expect("ended").success(), "{rest}");
    assert!(TcpStream::connect(address).is_err(), "its server goes on at {address}");
}
