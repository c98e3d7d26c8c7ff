//! Every scenario file, each against a server process and phones of its own.

use std::{
    fs,
    path::{Path, PathBuf},
};

use yui_tests::{
    process::ServerProcess,
    scenario::{self, Scenario},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

async fn play(name: &str, more: &[String]) {
    let scenario =
        Scenario::read(&root().join("tests/scenarios").join(format!("{name}.json"))).expect("a scenario");
    let folder = tempfile::tempdir().expect("a folder");
    let mut arguments = vec!["--town".to_owned(), root().join("municipalities/omura").display().to_string()];
    arguments.extend_from_slice(more);
    let program = Path::new(env!("CARGO_BIN_EXE_yui-test-server"));
    let log = folder.path().join("server.log");
    let mut server =
        ServerProcess::start(program, &folder.path().join("data"), &arguments, &log).await.expect("a server");
    let outcome = scenario::run(&scenario, &mut server, folder.path().join("phones"), |_| {}).await;
    server.kill().await.expect("stopped");
    if let Some(wrong) = outcome.wrong() {
        let said = fs::read_to_string(&log).unwrap_or_default();
        let last: Vec<_> = said.lines().rev().take(8).collect();
        panic!("{name}: {wrong}\nthe server said, last line first: {last:#?}");
    }
}

macro_rules! scenarios {
    ($($test:ident = $file:literal;)+) => {
        $(
            #[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                play($file, &[]).await;
            }
        )+

        mod postgres {
            use yui_store::testing::Cluster;

            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $test() {
                    let cluster = Cluster::get();
                    let arguments = ["--postgres", &cluster.url(), "--schema", &cluster.schema()];
                    super::play($file, &arguments.map(str::to_owned)).await;
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
}
