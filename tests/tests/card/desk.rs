//! A counter's desk: pcscd with two readers of vpcd, virtual cards laid on them, and programs that use them.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Output, Stdio},
    sync::{
        OnceLock,
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;
use yui_tests::shipped::built;

/// The ports of the two readers; the first is also the channel by which pcscd knows the pair.
const PORTS: [u16; 2] = [0x8C7B, 0x8C7C];

/// The name of the readers' pair.
pub const READERS: [&str; 2] = ["Yui Test Reader 00 00", "Yui Test Reader 00 01"];

/// The folder of pcscd's socket.
const SOCKET_FOLDER: &str = "/run/pcscd";

/// How long something may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A desk; what runs on it ends when it is dropped.
pub struct Desk {
    folder: TempDir,
    pcscd: Option<Child>,
}

/// A card on a reader; taken off when dropped.
pub struct Laid {
    card: Child,
    /// Held open: the card ends when this does.
    _alive: ChildStdin,
}

/// What a program said.
#[derive(Debug)]
pub struct Said {
    /// Its exit code.
    pub code: Option<i32>,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

impl Desk {
    /// Starts pcscd with two empty readers.
    pub fn set() -> Self {
        be_alone();
        let folder = tempfile::tempdir().expect("a folder");
        let readers = folder.path().join("readers");
        fs::create_dir(&readers).expect("a folder");
        let reader = format!(
            "FRIENDLYNAME \"Yui Test Reader\"\nDEVICENAME /dev/null:{port:#X}\n\
             LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID {port:#X}\n",
            port = PORTS[0]
        );
        fs::write(readers.join("vpcd"), reader).expect("a file");
        fs::write(folder.path().join("opensc.conf"), "app default { card_drivers = jpki; }\n")
            .expect("a file");
        let log = File::create(folder.path().join("pcscd.log")).expect("a file");
        let pcscd = Command::new("pcscd")
            .args(["--foreground", "--config"])
            .arg(&readers)
            .stdout(log.try_clone().expect("a file"))
            .stderr(log)
            .spawn()
            .expect("pcscd is installed (scripts/setup)");
        let desk = Self { folder, pcscd: Some(pcscd) };
        wait_for("pcscd listens", || {
            Path::new(SOCKET_FOLDER).join("pcscd.comm").exists() && PORTS.iter().all(|port| listens(*port))
        });
        desk
    }

    /// Lays a virtual card on a reader (0 or 1) and waits until pcscd has found it.
    pub fn lay(&self, reader: usize, arguments: &[&str]) -> Laid {
        let log = File::options().create(true).append(true).open(self.file("cards.log")).expect("a file");
        let mut card = Command::new(env!("CARGO_BIN_EXE_yui-virtual-card"))
            .args(["--with-parent", "--reader", &format!("127.0.0.1:{}", PORTS[reader])])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("starts");
        let told = spoken(BufReader::new(card.stdout.take().expect("piped")).lines().map_while(Result::ok));
        let alive = card.stdin.take().expect("piped");
        let laid = Laid { card, _alive: alive };
        let told = told.recv_timeout(PATIENCE).unwrap_or_default();
        assert!(told.contains("\"atr\""), "the reader did not find the card: {told}");
        wait_for("the card is there", || {
            let seen = yui_terminal::reader::Readers::open().and_then(|readers| readers.seen());
            seen.is_ok_and(|seen| {
                seen.iter().any(|seen| {
                    seen.name == READERS[reader] && seen.card != yui_terminal::reader::OnReader::Nothing
                })
            })
        });
        laid
    }

    /// The desk's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file in the desk's folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a program that is installed.
    pub fn run(&self, program: &str, arguments: &[&str]) -> Said {
        let done = self.command(Path::new(program)).args(arguments).stdin(Stdio::null()).output();
        Said::of(&done.unwrap_or_else(|error| panic!("{program} is installed (scripts/setup): {error}")))
    }

    /// Runs `yui-terminal card …`, in English, with this on its standard input.
    pub fn terminal(&self, arguments: &[&str], input: &str) -> Said {
        let mut terminal = self.start_terminal(arguments);
        // It may have ended with a refusal before it read.
        let _ = write!(terminal.stdin.take().expect("piped"), "{input}");
        Said::of(&terminal.wait_with_output().expect("it ends"))
    }

    /// Starts `yui-terminal card …` in English.
    pub fn start_terminal(&self, arguments: &[&str]) -> Child {
        self.terminal_in("en", arguments).spawn().expect("starts")
    }

    /// Runs `yui-terminal card …` as at a screen and a keyboard, in English: waits for each prompt before it types; what
    /// the screen shows.
    pub fn by_hand(&self, arguments: &[&str], typed: &[(&str, &str)]) -> String {
        let command = format!("{} card {}", terminal_program().display(), arguments.join(" "));
        let mut screen = self
            .command(Path::new("script"))
            .args(["--quiet", "--return", "--command", &command, "/dev/null"])
            .env("YUI_LANG", "en")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("script is installed (scripts/setup)");
        let mut keyboard = screen.stdin.take().expect("piped");
        let output = BufReader::new(screen.stdout.take().expect("piped"));
        let output = spoken(output.bytes().map_while(Result::ok));
        let mut shown = Vec::new();
        let mut typed = typed.iter();
        let mut next = typed.next();
        loop {
            match output.recv_timeout(PATIENCE) {
                Ok(byte) => shown.push(byte),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    // It may end in this moment.
                    let _ = screen.kill();
                    panic!("waited in vain for {next:?}: {}", String::from_utf8_lossy(&shown));
                }
            }
            if let Some((prompt, words)) = next
                && shown.ends_with(prompt.as_bytes())
            {
                // It may have ended with a refusal, which is shown.
                let _ = writeln!(keyboard, "{words}");
                next = typed.next();
            }
        }
        // It has ended, with a refusal or without.
        let _ = screen.wait();
        String::from_utf8_lossy(&shown).into_owned()
    }

    /// The command `yui-terminal card …` in one language.
    pub fn terminal_in(&self, lang: &str, arguments: &[&str]) -> Command {
        let mut terminal = self.command(terminal_program());
        terminal.arg("card").args(arguments).env("YUI_LANG", lang);
        terminal.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        terminal
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).env("OPENSC_CONF", self.file("opensc.conf"));
        command
    }

    /// The service ends, and with it the readers.
    pub fn end_service(&mut self) {
        if let Some(mut pcscd) = self.pcscd.take() {
            // It may have ended by itself.
            let _ = pcscd.kill();
            let _ = pcscd.wait();
            // Killed, it leaves its socket and its number behind.
            for left in ["pcscd.comm", "pcscd.pid"] {
                let _ = fs::remove_file(Path::new(SOCKET_FOLDER).join(left));
            }
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.end_service();
        if thread::panicking() {
            for log in ["pcscd.log", "cards.log"] {
                let said = fs::read_to_string(self.file(log)).unwrap_or_default();
                eprintln!("{log}:\n{said}");
            }
        }
    }
}

impl Laid {
    /// Waits until the card has left by itself.
    pub fn left(&mut self) {
        wait_for("the card has left", || self.card.try_wait().expect("a child").is_some());
    }
}

impl Drop for Laid {
    fn drop(&mut self) {
        // It may have left by itself.
        let _ = self.card.kill();
        let _ = self.card.wait();
    }
}

impl Said {
    /// What a program said until it ended.
    pub fn of(done: &Output) -> Self {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        Self { code: done.status.code(), out: text(&done.stdout), err: text(&done.stderr) }
    }

    /// Its output, where it did what it should.
    pub fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.out
    }

    /// Its output as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

fn terminal_program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| built("yui-terminal"))
}

/// Fails where strangers could reach the readers, or the machine's own pcscd would be met. A kernel may put tunnels into
/// every new network; without an address and a route they lead nowhere.
fn be_alone() {
    let table = |name: &str| fs::read_to_string(Path::new("/proc/self/net").join(name));
    let of_others = |line: &&str| line.split_whitespace().next_back() != Some("lo");
    let mut others: Vec<String> = Vec::new();
    // A kernel without IPv6 has not these.
    for name in ["if_inet6", "ipv6_route"] {
        others.extend(table(name).unwrap_or_default().lines().filter(of_others).map(str::to_owned));
    }
    let routes = table("route").expect("Linux");
    others.extend(routes.lines().skip(1).filter(|line| !line.starts_with("lo\t")).map(str::to_owned));
    let addresses = table("fib_trie").expect("Linux");
    let mut address = "";
    for line in addresses.lines().map(str::trim) {
        if let Some(leaf) = line.strip_prefix("|-- ") {
            address = leaf;
        } else if line.ends_with("host LOCAL") && !address.starts_with("127.") {
            others.push(address.to_owned());
        }
    }
    assert!(others.is_empty(), "pcscd is started only where nobody else is (scripts/test card): {others:#?}");

    let left = fs::read_dir(SOCKET_FOLDER).expect("a folder of our own (scripts/test card)");
    let left: Vec<_> = left.map(|entry| entry.expect("readable").path()).collect();
    assert!(left.is_empty(), "another pcscd is or was here (scripts/test card): {left:?}");
}

/// What comes out of a pipe, so that it can be waited for with patience; disconnected when nothing more comes.
fn spoken<T: Send + 'static>(pipe: impl Iterator<Item = T> + Send + 'static) -> Receiver<T> {
    let (says, hears) = channel();
    thread::spawn(move || {
        for some in pipe {
            if says.send(some).is_err() {
                break;
            }
        }
    });
    hears
}

/// Whether something listens on a port, without connecting: a connection would be a card.
fn listens(port: u16) -> bool {
    let sockets = fs::read_to_string("/proc/self/net/tcp").unwrap_or_default();
    sockets.lines().any(|line| {
        let mut fields = line.split_whitespace().skip(1);
        let local = fields.next().unwrap_or_default();
        let state = fields.nth(1).unwrap_or_default();
        local.ends_with(&format!(":{port:04X}")) && state == "0A"
    })
}

/// Waits for something that comes by itself.
pub fn wait_for(what: &str, mut come: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !come() {
        assert!(Instant::now() < deadline, "waited in vain: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}
