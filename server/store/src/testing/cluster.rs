//! A PostgreSQL cluster of the test process alone, ended with the process.

use std::{
    fs,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

/// Waits for the end of its input, which comes when the test process ends in whatever way, then stops the
/// cluster and removes its folder.
const UNDERTAKER: &str =
    r#"trap '' INT TERM HUP; read -r _; "$@" -m immediate -w stop >/dev/null 2>&1; rm -rf "$FOLDER""#;

static CLUSTER: OnceLock<Cluster> = OnceLock::new();

/// Most tests ask what is stored, not whether it outlives the machine.
const QUICK: &str = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=16MB";

/// A running cluster on a Unix socket in a folder of its own, without a network.
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    schemas: AtomicU32,
    _undertaker: (Child, ChildStdin),
}

impl Cluster {
    /// The cluster of this process, without durability; made on first use.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start: a storage test that cannot run has failed.
    #[must_use]
    pub fn get() -> &'static Self {
        CLUSTER.get_or_init(|| Self::start(QUICK))
    }

    /// Another cluster, with the settings that PostgreSQL comes with: what is committed is on the disk.
    ///
    /// # Panics
    /// As [`Cluster::get`].
    #[must_use]
    pub fn durable() -> Self {
        Self::start("")
    }

    /// The folder of the socket, as PostgreSQL's own programs take it for a host.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// One of the programs that come with the server, such as `pgbench`.
    #[must_use]
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }

    /// The server's first process, of which all the others are children; none when it does not run.
    #[must_use]
    pub fn process(&self) -> Option<u32> {
        let noted = fs::read_to_string(self.folder.join("data/postmaster.pid")).ok()?;
        noted.lines().next()?.trim().parse().ok()
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

    /// A name for a schema that no other test of this process uses.
    #[must_use]
    pub fn schema(&self) -> String {
        format!("town_{}", self.schemas.fetch_add(1, Ordering::Relaxed))
    }

    fn start(settings: &str) -> Self {
        let programs = programs().expect("PostgreSQL is needed: see scripts/setup");
        let folder = tempfile::Builder::new().prefix("yui-pg").tempdir_in("/tmp").expect("temp dir").keep();
        let root = fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0);
        if root {
            run(Command::new("chown").arg("postgres:").arg(&folder));
        }
        let data = folder.join("data");
        let program = |name: &str| {
            let mut command = if root {
                let mut command = Command::new("setpriv");
                command
                    .args(["--reuid=postgres", "--regid=postgres", "--init-groups"])
                    .arg(programs.join(name));
                command
            } else {
                Command::new(programs.join(name))
            };
            command.current_dir(&folder).env("HOME", &folder).arg("-D").arg(&data);
            command
        };
        run(program("initdb").args([
            "-U",
            "yui",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "-N",
        ]));
        let settings =
            format!("-c listen_addresses='' -c unix_socket_directories={} {settings}", folder.display());
        run(program("pg_ctl")
            .arg("-w")
            .arg("-l")
            .arg(folder.join("log"))
            .arg("-o")
            .arg(settings)
            .arg("start"));
        let stop = program("pg_ctl");
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
        Self { folder, programs, schemas: AtomicU32::new(0), _undertaker: (undertaker, input) }
    }
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
