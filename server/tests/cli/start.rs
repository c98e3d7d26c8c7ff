//! What a server needs before it starts, and where it can be reached then.

use std::{
    fs::Permissions,
    io::{Read, Write},
    net::TcpStream,
    os::unix::fs::PermissionsExt,
    time::{Duration, Instant},
};

use sqlx::{Connection, Executor, PgConnection};
use yui_store::testing::Cluster;

use crate::town::{Town, get, put_key, refused, send};

#[test]
fn an_empty_folder_is_served_within_a_second() {
    let town = Town::sqlite();
    // The first start reads the program from the disk; the figure is about an empty data folder.
    let best = (0..3)
        .map(|_| {
            let _ = std::fs::remove_dir_all(&town.data);
            town.serve().ready_in()
        })
        .min();
    assert!(best.is_some_and(|millis| millis < 1000), "ready in {best:?} ms");
}

#[test]
fn without_a_verifier_it_does_not_start() {
    let town = Town::sqlite();
    let output = town.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    let mut empty = std::fs::File::create(town.path("platform-operator.key")).expect("a file");
    empty.write_all(b"\n").expect("writes");
    let key = town.path("platform-operator.key");
    let words = [
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--platform-operator-url",
        "https://platform-operator.example",
        "--platform-operator-key-file",
    ];
    let output = town.command(&words).arg(key).output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("key is missing"));
}

/// An alarm that cannot be mailed is no alarm: it is said at the start, and not in the night.
#[test]
fn the_operators_mail_needs_an_address_and_a_mail_program() {
    let town = Town::sqlite();
    let serve = [
        "serve",
        "--platform-operator-url",
        "https://operator.example",
        "--platform-operator-key-file",
        "key",
    ];
    let mailer = ["--sendmail", "/usr/sbin/sendmail", "--mail-from", "yui@town.example"];
    for (with, address, said) in [
        (&[][..], "operator@town.example", "--sendmail"),
        (&mailer, "operator@town.example,other@town.example", "name@town.example"),
        (&mailer, "operator", "name@town.example"),
    ] {
        let words = [&serve[..], with, &["--operator-mail", address]].concat();
        let output = town.run(&words);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(said), "{address}: {told}");
    }
}

/// The disk with the realm is not mounted, or that with the town: no command makes a store or a key in its place.
#[test]
fn what_was_not_found_is_not_made_anew() {
    let town = Town::sqlite();
    town.told(&["staff", "add", "--name", "suzuki", "--shown", "鈴木", "--role", "town-counter"]);
    let (key, elsewhere) = (town.data.join("realm.key"), town.path("elsewhere"));
    let serve = ["serve", "--listen", "127.0.0.1:0", "--platform-operator-url", "https://operator.example"];
    let operators_key = town.path("platform-operator.key");
    let serve =
        [&serve[..], &["--platform-operator-key-file", operators_key.to_str().expect("text")]].concat();
    for (lost, with_key, said) in [
        ("realm", false, "the town's store is in use and the realm's is new"),
        ("realm", true, "the town's store is in use and the realm's is new"),
        ("town", true, "the realm's store is in use and the town's is new"),
    ] {
        let (place, kept) = (town.data.join(lost), std::fs::read(&key).expect("a key"));
        std::fs::rename(&place, &elsewhere).expect("moves");
        if !with_key {
            std::fs::remove_file(&key).expect("is removed");
        }
        for words in [&serve[..], &["staff", "list"], &["migrate"]] {
            let told = refused(&town, words);
            assert!(told.contains(said), "{lost} {words:?}: {told}");
            let store = place.join(format!("{lost}.db"));
            assert!(!store.exists(), "{lost} {words:?}");
            assert_eq!(std::fs::read(&key).ok(), with_key.then(|| kept.clone()), "{lost} {words:?}");
        }
        std::fs::remove_dir_all(&place).expect("an empty folder");
        std::fs::rename(&elsewhere, &place).expect("moves back");
        put_key(&key, &kept);
        town.told(&["staff", "list"]);
    }
}

#[test]
fn figures_are_for_this_machine_or_on_an_address_of_their_own() {
    let town = Town::sqlite();
    let running = town.serve_with(&["--metrics-listen", "127.0.0.1:0"]);
    let address = |text: &str, after: &str| {
        let (_, rest) = text.split_once(after).expect("an address");
        rest.split_whitespace().next().expect("an address").to_owned()
    };
    let figures = get(&address(&running.before, "figures on "), "/metrics");
    assert!(figures.starts_with("HTTP/1.1 200") && figures.contains("yui_registered_keys 0"), "{figures}");
    let own = address(&running.ready, "listening on ");
    let near = get(&own, "/metrics");
    assert!(near.starts_with("HTTP/1.1 200") && near.contains("yui_registered_keys 0"), "{near}");
    for mark in ["via: 1.1 proxy", "x-real-ip: 203.0.113.7"] {
        let passed_on = get(&own, &format!("/metrics HTTP/1.1\r\n{mark}\r\nx-rest:"));
        assert!(passed_on.starts_with("HTTP/1.1 404"), "{passed_on}");
    }
    let led_here = "GET /metrics HTTP/1.1\r\nhost: led.here.example\r\nconnection: close\r\n\r\n";
    let led_here = send(&own, led_here);
    assert!(led_here.starts_with("HTTP/1.1 404"), "{led_here}");
    drop(running);
    // Whoever ends TLS here is not known: a stranger would look like somebody on this machine.
    for proxy in [&[][..], &["--trusted-proxy", "127.0.0.1"], &["--trusted-proxy", "192.0.2.1"]] {
        let running = town.serve_with(&[&["--origin", "https://yui.example"], proxy].concat());
        let unknown = get(&address(&running.ready, "listening on "), "/metrics");
        assert!(unknown.starts_with("HTTP/1.1 404"), "{proxy:?}: {unknown}");
        assert!(!running.before.contains("/metrics"), "{proxy:?}: {}", running.before);
    }
}

/// A key that was put back with the wrong mode would keep no secret, and nobody would notice.
#[test]
fn a_key_that_others_may_read_is_refused_with_the_way_on() {
    let town = Town::sqlite();
    town.told(&["staff", "add", "--name", "suzuki", "--shown", "鈴木", "--role", "town-counter"]);
    let key = town.data.join("realm.key");
    std::fs::set_permissions(&key, Permissions::from_mode(0o644)).expect("changes");
    let told = refused(&town, &["staff", "list"]);
    assert!(told.contains(&key.display().to_string()) && told.contains("chmod 600"), "{told}");
    std::fs::set_permissions(&key, Permissions::from_mode(0o600)).expect("changes");
    town.told(&["staff", "list"]);
}

#[test]
fn what_a_server_makes_is_its_owners_alone() {
    let town = Town::sqlite();
    let _running = town.serve();
    let mut folders = vec![town.data.clone()];
    let mut names = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
            let made = entry.metadata().expect("is there");
            assert_eq!(made.permissions().mode() & 0o077, 0, "{}", entry.path().display());
            if made.is_dir() {
                folders.push(entry.path());
            }
            names.push(entry.file_name().into_string().expect("text"));
        }
    }
    for name in ["realm.key", "operator.sock", "town.db", "realm.db"] {
        assert!(names.iter().any(|made| made == name), "{name}: {names:?}");
    }
}

#[test]
fn nothing_crosses_a_network_in_the_clear() {
    let town = Town::sqlite();
    let key = town.path("platform-operator.key");
    let start = |operator: &str, origin: &str| {
        let words =
            ["serve", "--listen", "127.0.0.1:0", "--platform-operator-url", operator, "--origin", origin];
        let output =
            town.command(&words).arg("--platform-operator-key-file").arg(&key).output().expect("runs");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).expect("text")
    };
    let said = start("http://platform-operator.example", "https://yui.example");
    assert!(said.contains("--platform-operator-url must be https://"), "{said}");
    let said = start("https://platform-operator.example", "http://yui.example");
    assert!(said.contains("--origin must be https://"), "{said}");
}

#[test]
fn a_server_that_knows_no_proxy_says_so() {
    let town = Town::sqlite();
    let alone = town.serve_with(&["--origin", "https://yui.example"]).before.clone();
    assert!(alone.contains("--trusted-proxy"), "{alone}");
    let behind = ["--origin", "https://yui.example", "--trusted-proxy", "127.0.0.1"];
    let behind = town.serve_with(&behind).before.clone();
    assert!(!behind.contains("--trusted-proxy"), "{behind}");
}

#[test]
fn a_server_says_where_it_is_reached_or_asks() {
    let town = Town::sqlite();
    let running = town.serve();
    let (_, listening) = running.ready.trim().split_once("listening on ").expect("an address");
    let (address, origin) = listening.split_once(" as ").expect("an origin");
    assert_eq!(origin, format!("http://{address}"), "derived from where it listens");
    drop(running);
    let serve =
        ["serve", "--listen", "0.0.0.0:0", "--platform-operator-url", "https://platform-operator.example"];
    let output = town
        .command(&serve)
        .arg("--platform-operator-key-file")
        .arg(town.path("platform-operator.key"))
        .output();
    let output = output.expect("runs");
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).expect("text");
    assert!(told.contains("--origin is missing"), "{told}");
}

/// Who looks at the terminal is told what a balancer is.
#[test]
fn a_server_that_stands_by_on_postgres_says_so() {
    let town = Town::postgres_named("stands_by");
    let leads = town.serve();
    assert!(get(&leads.address(), "/readyz").starts_with("HTTP/1.1 200"));
    let beside = Town { database: town.database.clone(), ..Town::sqlite() };
    std::fs::create_dir_all(&beside.data).expect("is made");
    std::fs::copy(town.data.join("realm.key"), beside.data.join("realm.key")).expect("is copied");
    let waits = beside.serve_until("stands by after ", &[]);
    assert!(!waits.before.contains("ready in"), "{}", waits.before);
    assert!(waits.ready.contains("another server answers for the town"), "{}", waits.ready);
    assert!(get(&waits.address(), "/readyz").starts_with("HTTP/1.1 503"));
}

/// Whatever starts the server again must see that it did not stop because it was told to.
#[tokio::test]
async fn a_server_that_ends_by_itself_on_postgres_says_that_it_failed() {
    // Beside the town of the other test on this engine.
    let url = Cluster::get().url();
    let mut hand = PgConnection::connect(&url).await.expect("connects");
    hand.execute("CREATE DATABASE of_its_own").await.expect("is made");
    let url = url.replace("/postgres?", "/of_its_own?");
    let town = Town { database: Some(url.clone()), ..Town::sqlite() };
    let mut running = town.serve();
    let (_, address) = running.ready.split_once("listening on ").expect("an address");
    let address = address.split_whitespace().next().expect("an address").to_owned();
    let mut hand = PgConnection::connect(&url).await.expect("connects");
    for text in
        ["UPDATE realm.realm_key SET key_check = 'another'", "UPDATE realm.meta SET epoch = epoch + 1"]
    {
        hand.execute(text).await.expect("is done");
    }
    // It sees at its next beat that another has led, leads again, and looks at the key when somebody asks.
    let until = Instant::now() + Duration::from_mins(2);
    let ended = loop {
        if let Some(ended) = running.child.try_wait().expect("is ours") {
            break ended;
        }
        assert!(Instant::now() < until, "it goes on");
        if let Ok(mut stream) = TcpStream::connect(&address) {
            // It may end while we ask.
            let _ = write!(stream, "GET /v1/municipality HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
            let _ = stream.read_to_end(&mut Vec::new());
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    assert_eq!(ended.code(), Some(1));
}
