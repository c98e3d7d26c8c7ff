//! The test server as a process of its own, started and stopped by whoever plays against it.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, ChildStdin, Command},
    time::timeout,
};

use crate::server::Addresses;

/// How long a server may take to be ready on a busy machine.
const READY: Duration = Duration::from_mins(1);

/// A running test server; the process ends when this is dropped.
pub struct ServerProcess {
    child: Child,
    /// Held open: the process ends when this does, so that none outlives whoever plays against it.
    alive: ChildStdin,
    arguments: Vec<String>,
    program: PathBuf,
    log: PathBuf,
    addresses: Addresses,
    http: reqwest::Client,
}

impl ServerProcess {
    /// Starts `program` (the `yui-test-server` binary) with a data folder and further arguments, and waits until it
    /// is ready. Its log goes to `log`.
    pub async fn start(program: &Path, data: &Path, more: &[String], log: &Path) -> Result<Self, String> {
        let mut arguments = vec!["--with-parent".to_owned(), "--data".to_owned(), data.display().to_string()];
        arguments.extend_from_slice(more);
        let (child, alive, addresses) = spawn(program, &arguments, log).await?;
        Ok(Self {
            child,
            alive,
            arguments,
            program: program.to_owned(),
            log: log.to_owned(),
            addresses,
            http: crate::http_client(),
        })
    }

    /// Where it is reached.
    #[must_use]
    pub fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// The number of the process; none once it has ended.
    #[must_use]
    pub fn id(&self) -> Option<u32> {
        self.child.id()
    }

    /// The file its log goes to.
    #[must_use]
    pub fn log(&self) -> &Path {
        &self.log
    }

    /// Does a thing of the control port; a refusal is an answer with `error`.
    pub async fn control(&self, action: &str, with: &Value) -> Result<Value, String> {
        let url = format!("{}/control/{action}", self.addresses.control);
        let body = if with.is_null() { &json!({}) } else { with };
        let answer = self.http.post(url).json(body).send().await.map_err(|e| format!("control port: {e}"))?;
        answer.json().await.map_err(|e| format!("control port: {e}"))
    }

    /// Ends the process at once, as a power cut would.
    pub async fn kill(&mut self) -> Result<(), String> {
        self.child.kill().await.map_err(|e| e.to_string())
    }

    /// Sends the process a signal by its name, such as `SIGSTOP`.
    pub async fn signal(&self, signal: &str) -> Result<(), String> {
        let process = self.child.id().ok_or("the process has ended")?.to_string();
        let sent =
            Command::new("kill").args(["-s", signal, &process]).status().await.map_err(|e| e.to_string())?;
        if sent.success() { Ok(()) } else { Err(format!("{signal} was not sent")) }
    }

    /// Starts it again over the same data and on the same ports, with its clock `ahead` milliseconds of the
    /// machine's. Cards and the networks' states are gone; phones come before this, not after.
    pub async fn start_again(&mut self, ahead: i64) -> Result<(), String> {
        let port =
            |origin: &String| origin.rsplit_once(':').map_or_else(String::new, |(_, port)| port.to_owned());
        let Addresses { origin, control, networks, .. } = &self.addresses;
        let networks: Vec<_> = networks.iter().map(port).collect();
        let ports =
            ["--port", &port(origin), "--control-port", &port(control), "--networks", &networks.join(",")];
        let mut arguments = self.arguments.clone();
        arguments.extend(ports.map(str::to_owned));
        arguments.extend(["--ahead".to_owned(), ahead.to_string()]);
        (self.child, self.alive, self.addresses) = spawn(&self.program, &arguments, &self.log).await?;
        Ok(())
    }

    /// Waits until the process ends by itself.
    pub async fn wait(&mut self) {
        // An error means that it is gone already.
        let _ = self.child.wait().await;
    }
}

async fn spawn(
    program: &Path,
    arguments: &[String],
    log: &Path,
) -> Result<(Child, ChildStdin, Addresses), String> {
    let log_file = std::fs::File::options().create(true).append(true).open(log).map_err(|e| e.to_string())?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(log_file)
        .kill_on_drop(true)
        .spawn()
        .map_err(|e| format!("{}: {e}", program.display()))?;
    let stdout = child.stdout.take().ok_or("no output")?;
    let alive = child.stdin.take().ok_or("no input")?;
    let mut lines = BufReader::new(stdout).lines();
    let ready = timeout(READY, lines.next_line()).await.map_err(|_| "the server is not ready".to_owned())?;
    let Ok(Some(line)) = ready else {
        let said = std::fs::read_to_string(log).unwrap_or_default();
        let last: Vec<_> = said.lines().rev().take(5).collect();
        return Err(format!("the server ended before it was ready: {last:?}"));
    };
    let addresses = serde_json::from_str(&line).map_err(|e| format!("{line}: {e}"))?;
    Ok((child, alive, addresses))
}
