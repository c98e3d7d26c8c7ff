//! A town's data folder and the real program over it, served or not.

use std::{
    fs::Permissions,
    io::{BufRead, BufReader, Read, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use sqlx::{Connection, PgConnection};
use yui_store::testing::Cluster;

const PROGRAM: &str = env!("CARGO_BIN_EXE_yui-server");

/// A town's data folder, on one engine.
pub struct Town {
    pub folder: tempfile::TempDir,
    pub data: PathBuf,
    pub database: Option<String>,
    /// The clerk's setting of the language.
    pub language: &'static str,
}

impl Town {
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("platform-operator.key"), "a key\n").expect("writes");
        Self { data: folder.path().join("data"), folder, database: None, language: "C.UTF-8" }
    }

    /// Its schemas are the program's own, so there is one such town a test process.
    pub fn postgres() -> Self {
        Self { database: Some(Cluster::get().url()), ..Self::sqlite() }
    }

    /// Another such town in a database of its own, of the same cluster.
    pub fn postgres_named(name: &str) -> Self {
        let url = Cluster::get().url();
        sql(&url, &format!("CREATE DATABASE {name}"));
        Self { database: Some(url.replacen("/postgres?", &format!("/{name}?"), 1)), ..Self::sqlite() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let municipality = Path::new(env!("CARGO_MANIFEST_DIR")).join("../municipalities/omura");
        let mut command = Command::new(PROGRAM);
        command
            .args(words)
            .env("YUI_DATA", &self.data)
            .env("YUI_MUNICIPALITY", municipality)
            .env("LC_ALL", self.language)
            .env_remove("YUI_LANG")
            .env("RUST_LOG", "off");
        match &self.database {
            Some(database) => command.env("YUI_DATABASE", database),
            None => command.env_remove("YUI_DATABASE"),
        };
        command
    }

    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("runs")
    }

    /// Runs it; what it says on standard output.
    #[track_caller]
    pub fn told(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    /// The same with `--json`.
    #[track_caller]
    pub fn json(&self, words: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.told(words)).expect("JSON")
    }

    pub fn serve(&self) -> Running {
        self.serve_with(&[])
    }

    pub fn serve_with(&self, more: &[&str]) -> Running {
        self.serve_until("ready in ", more)
    }

    /// Serves, and waits until it has said this.
    pub fn serve_until(&self, said: &str, more: &[&str]) -> Running {
        let mut child = self
            .command(&[
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--platform-operator-url",
                "https://platform-operator.example",
            ])
            .arg("--platform-operator-key-file")
            .arg(self.path("platform-operator.key"))
            .args(more)
            .env("RUST_LOG", "warn")
            .stderr(Stdio::piped())
            .spawn()
            .expect("starts");
        let mut told = BufReader::new(child.stderr.take().expect("piped"));
        let mut line = String::new();
        let mut before = String::new();
        while !line.contains(said) {
            before += &std::mem::take(&mut line);
            assert_ne!(told.read_line(&mut line).expect("text"), 0, "it ended: {before}");
        }
        let rest = std::thread::spawn(move || told.lines().map_while(Result::ok).collect::<Vec<_>>());
        Running { child, before, ready: line, rest: Some(rest) }
    }
}

/// A running server; stopped at the end.
pub struct Running {
    pub child: Child,
    /// What it said before it was ready.
    pub before: String,
    pub ready: String,
    rest: Option<std::thread::JoinHandle<Vec<String>>>,
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> String {
        let (_, rest) = self.ready.split_once("listening on ").expect("an address");
        rest.split_whitespace().next().expect("an address").to_owned()
    }

    /// Within how many milliseconds it was ready.
    pub fn ready_in(&self) -> u64 {
        let (_, rest) = self.ready.split_once("ready in ").expect("a figure");
        rest.split(' ').next().and_then(|figure| figure.parse().ok()).expect("a figure")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
        if let Some(rest) = self.rest.take() {
            let _ = rest.join();
        }
    }
}

/// Puts a realm's key where it belongs, for its owner alone.
pub fn put_key(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("writes");
    std::fs::set_permissions(path, Permissions::from_mode(0o600)).expect("changes");
}

/// Runs a statement that is not the program's.
pub fn sql(url: &str, text: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut connection = PgConnection::connect(url).await.expect("connects");
        let text = sqlx::AssertSqlSafe(text.to_owned());
        sqlx::raw_sql(text).execute(&mut connection).await.expect("runs");
        connection.close().await.expect("closes");
    });
}

/// Asks for a path of the server at this address.
pub fn get(address: &str, path: &str) -> String {
    send(address, &format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n"))
}

/// Sends JSON to a path of the server at this address.
pub fn post(address: &str, path: &str, json: &str) -> String {
    let length = json.len();
    send(
        address,
        &format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n\
             content-length: {length}\r\n\r\n{json}"
        ),
    )
}

/// Sends a request as it stands to the server at this address.
pub fn send(address: &str, request: &str) -> String {
    let mut stream = std::net::TcpStream::connect(address).expect("connects");
    stream.write_all(request.as_bytes()).expect("writes");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

/// What a clerk is told when it is not done; nothing may be done then.
#[track_caller]
pub fn refused(town: &Town, words: &[&str]) -> String {
    let output = town.run(words);
    assert!(!output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).expect("text")
}
