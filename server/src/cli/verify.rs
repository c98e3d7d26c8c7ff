//! `yui-server verify-ledger`.

use std::process::ExitCode;

use yui_server::chore::{Chore, Done};
use yui_texts::{Args, keys::chores as keys};

use crate::cli::{
    chore::done,
    common::On,
    words::{Failure, say},
};

/// The exit code for a ledger that was altered.
const ALTERED: u8 = 3;

/// Verifies; an altered ledger is an exit code of its own.
pub async fn run(On { data, output, .. }: On<()>) -> Result<ExitCode, Failure> {
    let done = done(&data, Chore::VerifyLedger).await?;
    output.show(&done, || match &done {
        Done::Sound { seq, hash } => {
            say(keys::CHORE_LEDGER_SOUND, &Args::new().count("rows", *seq).words("code", hash))
        }
        Done::Altered { what } => say(keys::CHORE_LEDGER_ALTERED, &Args::new().words("words", what)),
        _ => String::new(),
    })?;
    Ok(if matches!(done, Done::Altered { .. }) { ExitCode::from(ALTERED) } else { ExitCode::SUCCESS })
}
