//! `yui-server voucher issue`.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use yui_protocol::{Points, ProgrammeId};
use yui_server::chore::{Chore, Done};

use crate::cli::{Failure, chore::done, common::On};

/// See [`super::Command::Voucher`].
#[derive(Subcommand)]
pub enum Voucher {
    /// Make vouchers and print the text of their QR codes, one a line. They are shown this once.
    Issue(On<Issue>),
}

#[derive(Args)]
pub struct Issue {
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
        let Self::Issue(On { own: Issue { programme, amount, count, last_day }, data, output }) = self;
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
