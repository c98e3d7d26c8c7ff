//! `yui-server verify-ledger`.

use std::process::ExitCode;

use yui_server::chore::{Chore, Done};

use crate::cli::{Failure, chore::done, common::On};

/// The exit code for a ledger that was altered.
const ALTERED: u8 = 3;

/// Verifies; an altered ledger is an exit code of its own.
pub async fn run(On { data, output, .. }: On<()>) -> Result<ExitCode, Failure> {
    let done = done(&data, Chore::VerifyLedger).await?;
    output.show(&done, || match &done {
        Done::Sound { seq, hash } => format!("The ledger is sound: {seq} rows, head {hash}."),
        Done::Altered { what } => format!("THE LEDGER WAS ALTERED: {what}."),
        _ => String::new(),
    })?;
    Ok(if matches!(done, Done::Altered { .. }) { ExitCode::from(ALTERED) } else { ExitCode::SUCCESS })
}
