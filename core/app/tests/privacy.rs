//! What lies in the phone's files and in its log: nothing that says who, where, or how to get in.

mod support;

use std::{path::Path, sync::Arc};

use support::{SHOP, Server, code_of, draft, hanako, pairing};
use yui_app::{AppError, YuiApp};
use yui_protocol::{ErrorCode, Points, Problem};
use yui_testkit::{
    card::{AUTHENTICATION_PIN, CardBuilder, Person, SIGNATURE_PASSWORD},
    leaks::{Secret, search_folder},
    transport::{Fault, FaultyTransport},
};

/// Whether a word stands in a file of the store, the journal and its index too, in any spelling.
fn in_files(folder: &Path, word: &str) -> bool {
    !search_folder(folder, &[Secret::text(word, word)]).expect("readable").is_empty()
}

/// A day of a resident who has a shop.
async fn a_day(server: &Arc<Server>, network: &FaultyTransport, app: &YuiApp) {
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    network.script([Fault::Drop]);
    app.wallet().confirm(quote.id).await.expect("pending");
    app.shop().pair(pairing()).await.expect("paired");
    app.wallet().show_code().await.expect("a code");
    app.identity().devices().await.expect("a list");
    let mut refusal = Problem::new(ErrorCode::Unknown("hanako_was_here".into()));
    refusal.status = 409;
    server.refuse_next(refusal);
    let refused = app.sync().await;
    assert!(refused.is_ok(), "{refused:?}");
}

#[tokio::test]
async fn the_files_say_nothing_of_the_person_and_the_log_nothing_but_codes() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (phone, app) = hanako(&server, network.clone()).await;
    a_day(&server, &network, &app).await;
    let folder = phone.folder.path();
    assert!(in_files(folder, "person") && in_files(folder, "entry"), "the search finds what is in the clear");
    let subject = app.identity().snapshot().await.expect("who").subject;
    let shop = SHOP.to_string();
    let secrets = ["田中", "花子", "まるや", "本町", "verified", &subject, &shop, SIGNATURE_PASSWORD];
    for secret in secrets {
        assert!(!in_files(folder, secret), "{secret} is in the clear");
    }
    let shop = [Secret::bytes("a shop's id", &SHOP.0)];
    assert_eq!(search_folder(folder, &shop).expect("readable"), [], "nor a shop's id as bytes");

    server.revoke_all();
    let _ = app.sync().await;
    let lines = phone.log.lines();
    assert!(!lines.is_empty(), "something was logged");
    for line in &lines {
        let (level, text) = line.split_once(' ').expect("a level");
        let (doing, code) = text.split_once(": ").expect("what failed: the code");
        let known = ErrorCode::ALL.iter().any(|known| known.as_str() == code) || code == "unknown";
        assert!(level == "Warning" && known && doing.bytes().all(|b| b.is_ascii_lowercase()), "{line}");
    }
    assert!(lines.iter().any(|line| line.ends_with("unknown")), "a server's own words are not repeated");
}

#[tokio::test]
async fn who_signs_out_leaves_nothing_behind_not_even_sealed() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (phone, app) = hanako(&server, network.clone()).await;
    a_day(&server, &network, &app).await;
    let sealed: Vec<Secret> = {
        let file = rusqlite::Connection::open(phone.file()).expect("opens");
        let mut rows = file
            .prepare(
                "SELECT sealed FROM record UNION SELECT sealed FROM outbox UNION SELECT wire FROM outbox",
            )
            .expect("tables");
        let rows = rows.query_map([], |row| row.get::<_, Option<Vec<u8>>>(0)).expect("rows");
        rows.filter_map(|row| row.expect("a row")).map(|value| Secret::bytes("sealed", &value)).collect()
    };
    let folder = phone.folder.path();
    let found =
        |secret: &Secret| !search_folder(folder, std::slice::from_ref(secret)).expect("readable").is_empty();
    assert!(sealed.len() > 3 && sealed.iter().all(found));
    app.shop().unpair().await.expect("given back");
    app.identity().sign_out().await.expect("signed out");
    assert!(!sealed.iter().any(found), "deleted is overwritten, in the journal too");
}

#[tokio::test]
async fn no_error_and_no_debug_text_repeats_what_was_typed() {
    let server = Arc::new(Server::new());
    let phone = support::Phone::new();
    let app = phone.open(server.clone()).await;
    let wrong = "WRONG99";
    let card = Arc::new(CardBuilder::new(&Person::hanako()).build());
    let error: AppError = app.identity().register(draft(wrong), card, None).await.expect_err("wrong");
    let said = format!("{error:?} {error} {:?} {}", draft(wrong), draft(wrong));
    assert!(said.contains("pin_wrong") && !said.contains(wrong), "{said}");
    let code = code_of(app.wallet().redeem_voucher(format!("YUI1:{AUTHENTICATION_PIN}")).await);
    assert_eq!(code, ErrorCode::NotRegistered);
    assert!(phone.log.lines().is_empty());
}

#[tokio::test]
async fn a_copied_database_is_useless_and_its_owner_begins_anew() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    drop(app);
    let other = support::Phone::new();
    // Whole: what is going on in the first app may keep its latest writes in the log beside the file.
    for file in std::fs::read_dir(phone.folder.path()).expect("a folder") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), other.folder.path().join(file.file_name())).expect("copied");
    }
    let opened = other.try_open(other.folder.path(), server.clone(), None).await.map(drop);
    assert_eq!(code_of(opened), ErrorCode::StorageSealed);
    let app = YuiApp::open_afresh(other.config(), other.platform()).await.expect("begun anew");
    assert!(!app.identity().snapshot().await.expect("a guest").registered);
}
