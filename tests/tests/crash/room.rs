//! A disk that is really full: a small file system in memory, in a mount namespace of its own, filled to the last page
//! under the load. Whoever asks is told so, nothing is lost, also by a kill while it is full, and all goes on when there is
//! room again.

use std::{
    fs::{self, File, Permissions},
    io::{BufRead, BufReader, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;
use tokio::time::sleep;
use yui_protocol::ErrorCode;
use yui_store::StoreUrl;
use yui_tests::{omura, process::ServerProcess};

use crate::{
    load::{End, Load, PATIENCE},
    round::all_is_well,
};

/// How many deeds are acknowledged before and after, at least.
const BETWEEN: usize = 15;
/// How many must be told that there is no room.
const TOLD: usize = 20;

/// Mounts it and holds it until its input ends, with whoever started this.
const HOLD: &str = r#"mount -t tmpfs -o size=24m yui "$1" && echo mounted && read -r _"#;

/// The file system, for as long as this lives.
struct SmallDisk {
    holder: Child,
    folder: PathBuf,
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // It may have ended by itself; the file system goes with the last process in it.
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

impl SmallDisk {
    /// One at this folder, if this machine lets us mount.
    fn mount(folder: &Path) -> Option<Self> {
        fs::create_dir_all(folder).expect("makes");
        let mut holder = Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", HOLD, "sh"])
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("unshare runs");
        let mut said = String::new();
        BufReader::new(holder.stdout.take().expect("piped")).read_line(&mut said).expect("text");
        let disk = Self { holder, folder: folder.to_owned() };
        (said == "mounted\n").then_some(disk)
    }

    /// A program like this one, run where the file system is mounted.
    fn inside(&self, program: &str, at: &Path) -> PathBuf {
        let holder = self.holder.id();
        let script = format!(
            "#!/bin/sh\nexec nsenter --target {holder} --user --mount --preserve-credentials {program} \"$@\"\n"
        );
        fs::write(at, script).expect("writes");
        fs::set_permissions(at, Permissions::from_mode(0o700)).expect("may be run");
        at.to_owned()
    }

    /// A path of it, as it is seen from outside.
    fn path(&self, below: &str) -> PathBuf {
        let seen = format!("/proc/{}/root{}", self.holder.id(), self.folder.display());
        Path::new(&seen).join(below)
    }

    /// The town's store as it lies there while nobody writes, copied to where there is room: SQLite does not take the
    /// way from outside.
    fn copied(&self) -> (TempDir, StoreUrl) {
        let to = tempfile::tempdir().expect("a folder");
        for name in ["town.sqlite", "town.sqlite-wal"] {
            fs::copy(self.path("town").join(name), to.path().join(name)).expect("copies");
        }
        let url = StoreUrl::Sqlite(to.path().join("town.sqlite"));
        (to, url)
    }

    /// Leaves no room.
    fn fill(&self) {
        let mut ballast = File::create(self.path("ballast")).expect("makes");
        while ballast.write_all(&[0; 4096]).is_ok() {}
    }

    fn make_room(&self) {
        fs::remove_file(self.path("ballast")).expect("removes");
    }
}

/// Waits until so many were told that there is no room.
async fn no_room(load: &Load) {
    let (deadline, mut told) = (Instant::now() + PATIENCE, 0);
    while told < TOLD {
        assert!(Instant::now() < deadline, "it is never full");
        sleep(Duration::from_millis(5)).await;
        let full = End::PutOff(ErrorCode::StorageFull);
        told += load.ended().iter().filter(|request| request.end == full).count();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn money_survives_a_full_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(disk) = SmallDisk::mount(&folder.path().join("data")) else {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "no file system can be mounted");
        return eprintln!("no file system can be mounted here: a full disk was not tried");
    };
    let program = disk.inside(env!("CARGO_BIN_EXE_yui-test-server"), &folder.path().join("serve-inside"));
    let program = program.to_str().expect("a plain path");
    let look = async |server: &ServerProcess, load: &Load| {
        let (_folder, store) = disk.copied();
        all_is_well(server, load, &store).await;
    };
    let mut server = omura::serve(program, folder.path(), &[]).await;
    let running = Load::begin(&server, PATIENCE).await;
    let load = running.load.clone();
    for killed in [false, true] {
        load.goes_on(BETWEEN).await;
        disk.fill();
        no_room(&load).await;
        if killed {
            server.kill().await.expect("killed");
            running.hold().await;
            // A start has something to write, and may find no room for it.
            let started = server.start_again(0).await;
            disk.make_room();
            if started.is_err() {
                server.start_again(0).await.expect("starts again");
            }
        } else {
            running.hold().await;
            look(&server, &load).await;
            disk.make_room();
        }
        look(&server, &load).await;
        load.open(&server);
    }
    load.goes_on(BETWEEN).await;
    let load = running.end(&server).await;
    look(&server, &load).await;
    server.kill().await.expect("killed");
}
