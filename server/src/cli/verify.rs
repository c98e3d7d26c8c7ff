//! `yui-server verify-ledger`: by the running server, or by reading alone when none runs. The writer would refuse to
//! begin on the very rows that are looked for.

use std::process::ExitCode;

use yui_server::chore::{self, Chore, Done};
use yui_store::{StoreError, StoreUrl, open_reader, verify_feed};
use yui_texts::{Args, keys::chores as keys};

use crate::cli::{
    chore::asked,
    common::On,
    words::{Failure, say},
};

/// The exit code for a ledger that was altered.
const ALTERED: u8 = 3;

/// Verifies; an altered ledger, or a feed that does not follow from it, is an exit code of its own.
pub async fn run(On { data, output, .. }: On<()>) -> Result<ExitCode, Failure> {
    let (done, feed) = match asked(&data, &Chore::VerifyLedger).await? {
        Some(done) => (done, keys::CHORE_FEED_REBUILT),
        None => (by_reading(&data.town(&data.municipality()?)).await?, keys::CHORE_FEED_DIFFERS),
    };
    output.show(&done, || match &done {
        Done::Sound { seq, hash, feed_sound } => {
            let sound = say(keys::CHORE_LEDGER_SOUND, &Args::new().count("rows", *seq).words("code", hash));
            if *feed_sound { sound } else { format!("{sound}\n{}", say(feed, &Args::new())) }
        }
        Done::Altered { what } => say(keys::CHORE_LEDGER_ALTERED, &Args::new().words("words", what)),
        _ => String::new(),
    })?;
    let altered = matches!(done, Done::Altered { .. } | Done::Sound { feed_sound: false, .. });
    Ok(if altered { ExitCode::from(ALTERED) } else { ExitCode::SUCCESS })
}

async fn by_reading(town: &StoreUrl) -> Result<Done, StoreError> {
    let reader = open_reader(town).await?;
    let done = chore::verify(&reader, verify_feed(town, &reader)).await;
    reader.close().await;
    done
}
