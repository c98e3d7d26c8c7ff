//! `yui-server voucher`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use yui_protocol::{CommandId, Points, ProgrammeId};
use yui_server::{
    chore::{Chore, Done},
    wallet::voucher::{BATCH, batches::Batch},
};

use crate::cli::{
    Failure,
    chore::done,
    common::{On, SOMETHING_ELSE, act_id, fresh_id, make_ready, write},
};

/// See [`super::Command::Voucher`].
#[derive(Subcommand)]
pub enum Voucher {
    /// Make vouchers, and print the text of their QR codes or write a sheet of them to be printed and cut. They are shown
    /// this once.
    Issue(On<Issue>),
    /// List the batches of vouchers (id, programme, yen each, how many were made, used, cancelled), or with --batch what
    /// became of each voucher of one.
    List(On<Which>),
    /// Withdraw a voucher that was not used, or with --batch all that were not used of a batch whose sheet was lost.
    Cancel(On<Cancel>),
}

#[derive(Args)]
pub struct Issue {
    /// The programme, such as charge-2026: one under which people pay in.
    #[arg(long, value_name = "PROGRAMME")]
    programme: ProgrammeId,
    /// What each voucher is worth, in yen.
    #[arg(long, value_name = "YEN", value_parser = clap::value_parser!(i64).range(1..=Points::MAX_ACT.0))]
    amount: i64,
    /// How many to make: 1 to 500.
    #[arg(long, default_value_t = 1, value_name = "NUMBER", value_parser = count)]
    count: usize,
    /// The last day on which they can be used, such as 2027-03-31.
    #[arg(long, value_name = "DAY")]
    last_day: NaiveDate,
    /// Write a sheet to this folder, a page of A4 to be opened, printed and cut, instead of printing the texts.
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
    /// The id of the batch, made here and printed unless given. Where no answer came, ask `voucher list` for it: the same
    /// id never makes a second batch.
    #[arg(long, value_name = "ID", value_parser = act_id)]
    id: Option<CommandId>,
}

#[derive(Args)]
pub struct Which {
    /// The id of a batch.
    #[arg(long, value_name = "ID", value_parser = act_id)]
    batch: Option<CommandId>,
}

#[derive(Args)]
pub struct Cancel {
    /// The number of a voucher, as it stands on it.
    #[arg(value_name = "VOUCHER", value_parser = act_id, required_unless_present = "batch", conflicts_with = "batch")]
    voucher: Option<CommandId>,
    /// The id of a batch.
    #[arg(long, value_name = "ID", value_parser = act_id)]
    batch: Option<CommandId>,
}

fn count(text: &str) -> Result<usize, String> {
    let fits = text.parse().ok().filter(|count| (1..=BATCH).contains(count));
    fits.ok_or_else(|| format!("a batch has 1 to {BATCH} vouchers"))
}

impl Voucher {
    /// Does it.
    pub async fn run(self) -> Result<(), Failure> {
        let (chore, data, output) = match self {
            Self::Issue(issue) => return make(issue).await,
            Self::List(On { own: Which { batch }, data, output }) => {
                (Chore::VoucherList { batch }, data, output)
            }
            Self::Cancel(On { own: Cancel { voucher, batch }, data, output }) => {
                let chore = match (voucher, batch) {
                    (Some(voucher), _) => Chore::VoucherCancel { voucher },
                    (None, Some(batch)) => Chore::VoucherCancelBatch { batch },
                    (None, None) => return Err("a voucher or --batch is needed".into()),
                };
                (chore, data, output)
            }
        };
        let done = done(&data, chore).await?;
        output.show(&done, || match &done {
            Done::Batches { batches } => batches.iter().map(line).collect::<Vec<_>>().join("\n"),
            Done::VoucherStates { vouchers } => {
                let line = |(id, state): &(CommandId, _)| format!("{id}\t{state}");
                vouchers.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            Done::Cancelled { vouchers } => format!("{vouchers} vouchers withdrawn."),
            _ => String::new(),
        })
    }
}

fn line(batch: &Batch) -> String {
    let Batch { batch: id, programme, amount, made, used, cancelled, .. } = batch;
    format!("{id}\t{programme}\t{}\t{made}\t{used}\t{cancelled}", amount.0)
}

async fn make(On { own, data, output }: On<Issue>) -> Result<(), Failure> {
    let Issue { programme, amount, count, last_day, to, id } = own;
    if let Some(to) = &to {
        make_ready(to)?;
    }
    let id = id.map_or_else(fresh_id, Ok)?;
    eprintln!("Batch {id}.");
    let chore = Chore::VoucherIssue { id, programme, amount: Points(amount), count, last_day };
    let done = done(&data, chore).await?;
    let Done::Vouchers { vouchers, sheet } = &done else {
        return Err(SOMETHING_ELSE.into());
    };
    let codes = || vouchers.iter().map(|(id, code)| format!("{id} {code}")).collect::<Vec<_>>().join("\n");
    let Some(to) = to else { return output.show(&done, codes) };
    let page = to.join(format!("vouchers-{id}.html"));
    if let Err(error) = write(&page, sheet) {
        // They are given once: better here than nowhere.
        output.show(&done, codes)?;
        return Err(error);
    }
    output.show(&done, || {
        format!("Wrote {}; open the page, print it on A4 and delete it: it holds the codes.", page.display())
    })
}
