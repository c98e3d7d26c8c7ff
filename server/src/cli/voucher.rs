//! `yui-server voucher`.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde::Serialize;
use yui_protocol::{CommandId, ErrorCode, Points, ProgrammeId};
use yui_server::{
    chore::{Chore, Done},
    wallet::voucher::{
        BATCH,
        batches::{Batch, VoucherState},
    },
};
use yui_texts::{Args as Put, keys::chores as keys};

use crate::cli::{
    chore::done,
    common::{On, act_id, amount, day, file, fresh_id, make_ready, programme, write},
    words::{Failure, Wrong, say},
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
    #[arg(long, value_name = "PROGRAMME", value_parser = programme)]
    programme: ProgrammeId,
    /// What each voucher is worth, in yen.
    #[arg(long, value_name = "YEN", value_parser = amount)]
    amount: Points,
    /// How many to make: 1 to 500.
    #[arg(long, default_value_t = 1, value_name = "NUMBER", value_parser = count)]
    count: usize,
    /// The last day on which they can be used, such as 2027-03-31.
    #[arg(long, value_name = "DAY", value_parser = day)]
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

fn count(text: &str) -> Result<usize, Wrong> {
    let fits = text.parse().ok().filter(|count| (1..=BATCH).contains(count));
    fits.ok_or_else(|| Wrong::said(keys::TYPED_COUNT, &Put::new().words("count", BATCH.to_string())))
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
                // One of the two is there: the command is not understood without it.
                let cancel = voucher.map(|voucher| Chore::VoucherCancel { voucher });
                let chore = cancel.or(batch.map(|batch| Chore::VoucherCancelBatch { batch }));
                (chore.ok_or_else(|| Failure::from(ErrorCode::MalformedRequest))?, data, output)
            }
        };
        let done = done(&data, chore).await?;
        Ok(output.show(&done, || match &done {
            Done::Batches { batches } => batches.iter().map(line).collect::<Vec<_>>().join("\n"),
            Done::VoucherStates { vouchers } => {
                let line = |(id, state): &(CommandId, VoucherState)| format!("{id}\t{}", state_words(*state));
                vouchers.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            Done::Cancelled { vouchers } => {
                let count = i64::try_from(*vouchers).unwrap_or(i64::MAX);
                say(keys::CHORE_VOUCHERS_WITHDRAWN, &Put::new().count("count", count))
            }
            _ => String::new(),
        })?)
    }
}

fn state_words(state: VoucherState) -> String {
    let key = match state {
        VoucherState::Usable => keys::CHORE_VOUCHER_USABLE,
        VoucherState::Used => keys::CHORE_VOUCHER_USED,
        VoucherState::Cancelled => keys::CHORE_VOUCHER_CANCELLED,
        VoucherState::Expired => keys::CHORE_VOUCHER_EXPIRED,
    };
    say(key, &Put::new())
}

fn line(batch: &Batch) -> String {
    let Batch { batch: id, programme, amount, made, used, cancelled, .. } = batch;
    format!("{id}\t{programme}\t{}\t{made}\t{used}\t{cancelled}", amount.0)
}

/// What issuing answers as JSON.
#[derive(Serialize)]
struct Issued<'i> {
    batch: CommandId,
    programme: &'i ProgrammeId,
    amount: Points,
    count: usize,
    last_day: NaiveDate,
    vouchers: Vec<Made<'i>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'i Path>,
}

/// A voucher; its code is given once, here or on the sheet.
#[derive(Serialize)]
struct Made<'i> {
    id: CommandId,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'i str>,
}

async fn make(On { own, data, output }: On<Issue>) -> Result<(), Failure> {
    let Issue { programme, amount, count, last_day, to, id } = own;
    if let Some(to) = &to {
        make_ready(to)?;
    }
    let batch = id.map_or_else(fresh_id, Ok)?;
    eprintln!("{}", say(keys::CHORE_BATCH, &Put::new().words("code", batch.to_string())));
    let chore = Chore::VoucherIssue { id: batch, programme: programme.clone(), amount, count, last_day };
    let Done::Vouchers { vouchers: made, sheet: page } = done(&data, chore).await? else {
        return Err(Failure::plain(keys::REFUSAL_OTHER_ANSWER));
    };
    let show = |sheet: Option<&Path>| -> Result<(), Failure> {
        let vouchers = made.iter().map(|(id, code)| Made { id: *id, code: sheet.is_none().then_some(code) });
        let vouchers = vouchers.collect();
        let issued = Issued { batch, programme: &programme, amount, count, last_day, vouchers, sheet };
        Ok(output.show(&issued, || match sheet {
            Some(sheet) => say(keys::CHORE_SHEET, &file(sheet)),
            None => made.iter().map(|(id, code)| format!("{id} {code}")).collect::<Vec<_>>().join("\n"),
        })?)
    };
    let Some(to) = to else { return show(None) };
    let sheet = to.join(format!("vouchers-{batch}.html"));
    if let Err(error) = write(&sheet, &page) {
        // They are given once: better here than nowhere.
        show(None)?;
        return Err(error);
    }
    show(Some(&sheet))
}
