//! `yui-server verify-ledger`.

use std::process::ExitCode;

use clap::Args;
use yui_server::chore::{Chore, Done};

use crate::cli::{
    Failure,
    chore::done,
    common::{Data, Output},
};

/// The exit code for a ledger that was altered.
const ALTERED: u8 = 3;

/// See [`super::Command::VerifyLedger`].
#[derive(Args)]
pub struct VerifyLedger {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

impl VerifyLedger {
    /// Verifies; an altered ledger is an exit code of its own.
    pub async fn run(self) -> Result<ExitCode, Failure> {
        let done = done(&self.data, Chore::VerifyLedger).await?;
        self.output.show(&done, || match &done {
            Done::Sound { seq, hash } => format!("The ledger is sound: {seq} rows, head {hash}."),
            Done::Altered { what } => format!("THE LEDGER WAS ALTERED: {what}."),
            _ => String::new(),
        })?;
        Ok(if matches!(done, Done::Altered { .. }) { ExitCode::from(ALTERED) } else { ExitCode::SUCCESS })
    }
}
