//! A PostgreSQL cluster of the test process alone: made on first use, ended with the process. A test that takes its
//! database away has one of its own.

use std::{
    fs,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Waits for the end of its input, which comes when the test process ends in whatever way, then stops the
/// cluster, which may be asleep, and removes its folder.
const UNDERTAKER: &str = r#"trap '' INT TERM HUP; read -r _; kill -CONT "$(head -n 1 "$FOLDER/data/postmaster.pid")"
    "$@" -m immediate -w stop; rm -rf "$FOLDER""#;

/// Quick, and loses at a stop what it said to be kept.
const FORGETFUL: &str =
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=16MB";

static CLUSTER: OnceLock<Cluster> = OnceLock::new();

/// A running cluster on a Unix socket in a folder of its own, without a network.
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    settings: &'static str,
    schemas: AtomicU32,
    _undertaker: (Child, ChildStdin),
}

impl Cluster {
    /// The cluster of this process. It is never stopped, and keeps nothing durably.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start: a storage test that cannot run has failed.
    #[must_use]
    pub fn get() -> &'static Self {
        CLUSTER.get_or_init(|| Self::start(FORGETFUL))
    }

    /// A cluster of the caller's own with the settings that PostgreSQL comes with, durable as a town's, to be stopped,
    /// started and measured.
    ///
    /// # Panics
    /// See [`Cluster::get`].
    #[must_use]
    pub fn own() -> Self {
        Self::start("")
    }

    /// The address of its database, in the form that `StoreUrl` takes.
    #[must_use]
    pub fn url(&self) -> String {
        self.url_through(&self.folder)
    }

    /// The same through another folder with a socket of the same name, such as a proxy's.
    #[must_use]
    pub fn url_through(&self, folder: &Path) -> String {
        format!("postgres://yui@localhost/postgres?host={}", folder.display())
    }

    /// The server's socket.
    #[must_use]
    pub fn socket(&self) -> PathBuf {
        self.folder.join(".s.PGSQL.5432")
    }

    /// The folder of the socket, as PostgreSQL's own programs take it for a host.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// One of the programs that come with the server, such as `pgbench`.
    #[must_use]
    pub fn tool(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }

    /// The number of the server's first process, of which all the others are children.
    ///
    /// # Panics
    /// When it does not run.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.postmaster().trim().parse().expect("a number")
    }

    /// A name for a schema that no other test of this process uses.
    #[must_use]
    pub fn schema(&self) -> String {
        format!("town_{}", self.schemas.fetch_add(1, Ordering::Relaxed))
    }

    /// Ends it at once, as a crash does: sessions are cut, and the next start recovers from the log. It is gone when
    /// this returns, and says when it was told to end.
    ///
    /// # Panics
    /// When it does not run.
    pub fn crash(&self) -> Instant {
        run(Command::new("kill").args(["-QUIT", &self.postmaster()]));
        let told = Instant::now();
        while self.data("postmaster.pid").exists() {
            thread::sleep(Duration::from_millis(1));
        }
        told
    }

    /// Starts it, on the same socket.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start_again(&self) {
        let sockets = format!("-c unix_socket_directories={}", self.folder.display());
        let fixed = "-c listen_addresses='' -c max_connections=200";
        run(program(&self.programs, &self.folder, "pg_ctl")
            .arg("-w")
            .arg("-l")
            .arg(self.folder.join("log"))
            .arg("-o")
            .arg(format!("{sockets} {fixed} {}", self.settings))
            .arg("start"));
    }

    /// Stops all its processes where they stand; sessions stay open and are not answered.
    ///
    /// # Panics
    /// When it does not run.
    pub fn fall_asleep(&self) {
        self.signal("-SIGSTOP");
    }

    /// Lets them go on.
    ///
    /// # Panics
    /// When it does not run.
    pub fn wake(&self) {
        self.signal("-SIGCONT");
    }

    fn data(&self, file: &str) -> PathBuf {
        self.folder.join("data").join(file)
    }

    fn postmaster(&self) -> String {
        let file = fs::read_to_string(self.data("postmaster.pid")).expect("it runs");
        file.lines().next().expect("its number").to_owned()
    }

    /// To the postmaster first, so that no session comes meanwhile.
    fn signal(&self, signal: &str) {
        let postmaster = self.postmaster();
        run(Command::new("kill").args([signal, &postmaster]));
        let children = format!("/proc/{postmaster}/task/{postmaster}/children");
        let children = fs::read_to_string(children).expect("its sessions");
        // One that has ended meanwhile needs no signal.
        let _ =
            Command::new("kill").arg(signal).args(children.split_whitespace()).stderr(Stdio::null()).status();
    }

    fn start(settings: &'static str) -> Self {
        let programs = programs().expect("PostgreSQL is needed: see scripts/setup");
        let folder = tempfile::Builder::new().prefix("yui-pg").tempdir_in("/tmp").expect("temp dir").keep();
        if is_root() {
            run(Command::new("chown").arg("postgres:").arg(&folder));
        }
        run(program(&programs, &folder, "initdb").args([
            "-U",
            "yui",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "-N",
        ]));
        let stop = program(&programs, &folder, "pg_ctl");
        let mut undertaker = Command::new("sh")
            .args(["-c", UNDERTAKER, "sh"])
            .arg(stop.get_program())
            .args(stop.get_args())
            .env("FOLDER", &folder)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("sh runs");
        let input = undertaker.stdin.take().expect("piped");
        let schemas = AtomicU32::new(0);
        let cluster = Self { folder, programs, settings, schemas, _undertaker: (undertaker, input) };
        cluster.start_again();
        cluster
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0)
}

/// A program of PostgreSQL over the cluster's data; it does not run as root.
fn program(programs: &Path, folder: &Path, name: &str) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(programs.join(name));
        command
    } else {
        Command::new(programs.join(name))
    };
    command.current_dir(folder).env("HOME", folder).arg("-D").arg(folder.join("data"));
    command
}

/// The folder of the newest server programs.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_str()?.parse().ok()?;
            let programs = entry.path().join("bin");
            programs.join("initdb").exists().then_some((version, programs))
        })
        .collect();
    found.sort();
    found.pop().map(|(_, programs)| programs)
}

fn run(command: &mut Command) {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(status.is_ok_and(|status| status.success()), "{} failed", command.get_program().display());
}
