//! Every scenario file, each against a server process and phones of its own. Afterwards, nothing that a card holds and
//! nothing that was typed for it is anywhere: not in the stores of server and phones, not in logs at their most
//! talkative, not in what phones were told.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use yui_testkit::leaks::Search;
use yui_tests::{
    leftovers, omura,
    scenario::{self, Scenario},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// Plays a scenario, with the stores in a PostgreSQL database where one is given with the beginning of the schemas'
/// names.
async fn play(name: &str, postgres: Option<(String, String)>) {
    let scenario =
        Scenario::read(&root().join("tests/scenarios").join(format!("{name}.json"))).expect("a scenario");
    let folder = tempfile::tempdir().expect("a folder");
    let mut arguments = ["--log", "trace"].map(str::to_owned).to_vec();
    if let Some((url, schema)) = &postgres {
        arguments.extend(["--postgres", url, "--schema", schema].map(str::to_owned));
    }
    let log = folder.path().join("server.log");
    let mut server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder.path(), &arguments).await;
    let outcome = scenario::run(&scenario, &mut server, folder.path().join("phones"), |_| {}).await;
    server.kill().await.expect("stopped");
    if let Some(wrong) = outcome.wrong() {
        let said = fs::read_to_string(&log).unwrap_or_default();
        let last: Vec<_> = said.lines().rev().take(8).collect();
        panic!("{name}: {wrong}\nthe server said, last line first: {last:#?}");
    }

    let told: Vec<&Value> = outcome.steps.iter().map(|result| &result.answer).collect();
    fs::write(folder.path().join("answers"), format!("{told:?}")).expect("written");
    assert!(fs::metadata(&log).expect("a log").len() > 10_000, "the log is talkative");
    leftovers::forget_durations(&log).expect("rewritten");
    let secrets = leftovers::secrets(&outcome);
    assert!(secrets.len() > 3, "cards were made");
    let stores = postgres
        .as_ref()
        .map(|(url, schema)| (url.as_str(), ["town", "realm"].map(|store| format!("{schema}_{store}"))));
    let leaks = leftovers::leaks(&Search::new(&secrets), folder.path(), stores).await.expect("searched");
    assert_eq!(leaks, [], "{name}");
}

macro_rules! scenarios {
    ($($test:ident = $file:literal;)+) => {
        $(
            #[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                play($file, None).await;
            }
        )+

        mod postgres {
            use yui_store::testing::Cluster;

            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $test() {
                    let cluster = Cluster::get();
                    super::play($file, Some((cluster.url(), cluster.schema()))).await;
                }
            )+
        }

        #[test]
        fn every_file_is_played() {
            let mut files: Vec<_> = fs::read_dir(root().join("tests/scenarios"))
                .expect("the folder")
                .map(|entry| entry.expect("readable").file_name().into_string().expect("a name"))
                .collect();
            files.sort();
            assert_eq!(files, [$(concat!($file, ".json")),+]);
        }
    };
}

scenarios! {
    the_job = "01-the-job";
    wrong_password = "02-wrong-password";
    lost_answer = "03-lost-answer";
    offline_code = "04-offline-code";
    refunds = "05-refunds";
    expired_lot = "06-expired-lot";
    insufficient_balance = "07-insufficient-balance";
    lost_phone = "08-lost-phone";
    step_up = "09-step-up";
    two_phones = "10-two-phones";
    voucher = "11-voucher";
    till = "12-till";
    replaced_card = "13-replaced-card";
    odd_cards = "14-odd-cards";
    shop_phone = "15-shop-phone";
    no_screen_lock = "16-no-screen-lock";
    leaving = "17-leaving";
    strange_codes = "18-strange-codes";
    wrong_clock = "19-wrong-clock";
    server_restarts = "20-server-restarts";
    visitor = "21-visitor";
    dead_certificates = "22-dead-certificates";
    forgotten_pin = "23-forgotten-pin";
    signing_out = "24-signing-out";
    paid_out = "25-paid-out";
    no_network = "26-no-network";
}
