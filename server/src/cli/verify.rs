//! `yui-server verify-ledger`: by the running server, or by reading alone when none runs. The writer would refuse to
//! begin on the very rows that are looked for.

use std::process::ExitCode;

use yui_server::chore::{self, Chore, Done};
use yui_store::{StoreError, StoreUrl, open_reader};
use yui_texts::{Args, keys::chores as keys};

use crate::cli::{
    chore::asked,
    common::On,
    words::{Failure, say},
};

/// The exit code for a ledger that was altered.
const ALTERED: u8 = 3;

/// Verifies; an altered ledger is an exit code of its own.
pub async fn run(On { data, output, .. }: On<()>) -> Result<ExitCode, Failure> {
    let done = match asked(&data, &Chore::VerifyLedger).await? {
        Some(done) => done,
        None => by_reading(&data.town(&data.municipality()?)).await?,
    };
    output.show(&done, || match &done {
        Done::Sound { seq, hash } => {
            say(keys::CHORE_LEDGER_SOUND, &Args::new().count("rows", *seq).words("code", hash))
        }
        Done::Altered { what } => say(keys::CHORE_LEDGER_ALTERED, &Args::new().words("words", what)),
        _ => String::new(),
    })?;
    Ok(if matches!(done, Done::Altered { .. }) { ExitCode::from(ALTERED) } else { ExitCode::SUCCESS })
}

async fn by_reading(town: &StoreUrl) -> Result<Done, StoreError> {
    let reader = open_reader(town).await?;
    let done = chore::verify(&reader).await;
    reader.close().await;
    done
}
