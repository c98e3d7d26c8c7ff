//! `yui-server voucher issue`.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use yui_protocol::{Points, ProgrammeId};
use yui_server::chore::{Chore, Done};

use crate::cli::{
    Failure,
    chore::done,
    common::{Data, Output},
};

/// See [`super::Command::Voucher`].
#[derive(Args)]
pub struct Voucher {
    #[command(subcommand)]
    command: VoucherCommand,
}

#[derive(Subcommand)]
enum VoucherCommand {
    /// Make vouchers and print the text of their QR codes, one a line. They are shown this once.
    Issue(Issue),
}

#[derive(Args)]
struct Issue {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
    /// The programme, such as charge-2026: one under which people pay in.
    #[arg(long, value_name = "PROGRAMME")]
    programme: ProgrammeId,
    /// What each voucher is worth, in yen.
    #[arg(long, value_name = "YEN")]
    amount: i64,
    /// How many to make.
    #[arg(long, default_value_t = 1, value_name = "NUMBER")]
    count: usize,
    /// The last day on which they can be used, such as 2027-03-31.
    #[arg(long, value_name = "DAY")]
    last_day: NaiveDate,
}

impl Voucher {
    /// Issues.
    pub async fn run(self) -> Result<(), Failure> {
        let VoucherCommand::Issue(Issue { data, output, programme, amount, count, last_day }) = self.command;
        let chore = Chore::VoucherIssue { programme, amount: Points(amount), count, last_day };
        let done = done(&data, chore).await?;
        output.show(&done, || match &done {
            Done::Vouchers { vouchers } => {
                vouchers.iter().map(|(id, code)| format!("{id} {code}")).collect::<Vec<_>>().join("\n")
            }
            _ => String::new(),
        })
    }
}
