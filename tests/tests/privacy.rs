//! After the journey, nothing that must never be kept is anywhere: not in databases of server or phones, not in
//! logs at their most talkative, not in what phones were told.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};
use yui_store::testing::Cluster;
use yui_testkit::leaks::{Leak, Secret, search_folder};
use yui_tests::{
    process::ServerProcess,
    scenario::{self, Outcome, Scenario},
};

/// The journeys in which a card is read: registration, wrong passwords, a second phone, a lost one, a step-up, a
/// replaced card, leaving, a visitor who shows her card later.
const JOURNEYS: [&str; 8] = [
    "01-the-job",
    "02-wrong-password",
    "08-lost-phone",
    "09-step-up",
    "10-two-phones",
    "13-replaced-card",
    "17-leaving",
    "21-visitor",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// What the card of a played scenario holds, and what was typed.
async fn secrets(server: &ServerProcess, outcome: &Outcome) -> Vec<Secret> {
    let mut secrets = vec![
        Secret::text("password", "YUITEST2026"),
        Secret::text("wrong password", "WRONG1"),
        Secret::pin("4-digit PIN", "4649"),
    ];
    for made in outcome.steps.iter().filter(|result| result.step.action == "card.make") {
        let card =
            server.control("card.secrets", &json!({ "card": made.answer["card"] })).await.expect("answers");
        secrets.push(Secret::text("number", card["number"].as_str().expect("12 digits")));
        for certificate in card["certificates"].as_array().expect("two") {
            secrets.push(Secret::bytes("certificate", &from_hex(certificate)));
        }
        for serial in card["serials"].as_array().expect("two") {
            let serial = serial.as_u64().and_then(|n| u32::try_from(n).ok()).expect("a serial number");
            secrets.push(Secret::serial("serial number", serial));
        }
    }
    secrets
}

fn from_hex(text: &Value) -> Vec<u8> {
    let digits = text.as_str().expect("hex").as_bytes();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("hex");
    digits.chunks(2).map(byte).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_of_a_card_is_anywhere_after_the_journeys() {
    for name in JOURNEYS {
        search_after(name, None).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_of_a_card_is_anywhere_on_postgres() {
    for name in JOURNEYS {
        search_after(name, Some(Cluster::get())).await;
    }
}

/// All rows of a database, as `pg_dump` writes them, beside the other files.
fn dump(url: &str, to: &Path) {
    let status =
        Command::new("pg_dump").arg("--file").arg(to).arg(url).status().expect("pg_dump is installed");
    assert!(status.success());
    assert!(fs::metadata(to).expect("a dump").len() > 10_000, "the dump holds the tables");
}

async fn search_after(name: &str, postgres: Option<&Cluster>) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = root().join("tests/scenarios").join(format!("{name}.json"));
    let scenario = Scenario::read(&file).expect("a scenario");
    let town = root().join("municipalities/omura").display().to_string();
    let mut more = ["--town", &town, "--log", "trace"].map(str::to_owned).to_vec();
    if let Some(cluster) = postgres {
        more.extend(["--postgres", &cluster.url(), "--schema", &cluster.schema()].map(str::to_owned));
    }
    let program = Path::new(env!("CARGO_BIN_EXE_yui-test-server"));
    let (data, phones) = (folder.path().join("data"), folder.path().join("phones"));
    fs::create_dir(&data).expect("a folder");
    let mut server =
        ServerProcess::start(program, &data, &more, &data.join("server.log")).await.expect("a server");
    let outcome = scenario::run(&scenario, &mut server, phones, |_| {}).await;
    assert_eq!(outcome.wrong(), None, "{name}");
    let secrets = secrets(&server, &outcome).await;
    server.kill().await.expect("stopped");
    if let Some(cluster) = postgres {
        dump(&cluster.url(), &data.join("dump.sql"));
    }

    let told: Vec<&Value> = outcome.steps.iter().map(|result| &result.answer).collect();
    fs::write(folder.path().join("answers"), format!("{told:?}")).expect("written");
    assert!(fs::metadata(data.join("server.log")).expect("a log").len() > 10_000, "the log is talkative");
    let leaks: Vec<Leak> = search_folder(folder.path(), &secrets).expect("readable");
    assert_eq!(leaks, [], "{name}");

    // The search itself works in this folder: what is planted is found.
    for secret in &secrets {
        let (_, spelling) = &secret.spellings()[0];
        let planted = data.join("planted");
        fs::write(&planted, spelling).expect("written");
        assert_ne!(search_folder(&data, std::slice::from_ref(secret)).expect("readable"), []);
        fs::remove_file(&planted).expect("removed");
    }
}
