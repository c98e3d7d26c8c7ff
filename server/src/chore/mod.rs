//! The operator's chores at the command line. One that writes is done by the running server, to which it is handed
//! over a socket in the data folder, or by this process when none runs; both ways end in [`Chore::run`].

mod socket;

use chrono::NaiveDate;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde::{Deserialize, Serialize};
use yui_protocol::{CommandId, ErrorCode, Points, ProgrammeId, ShopId, shop::Shop};
use yui_store::{Db, StoreError};

use crate::{
    pages::{qr_svg, shops, voucher_sheet},
    shop::{self, ShopDraft, pairing, settle::Settlement},
    staff::{NewStaff, account},
    standby,
    state::Yui,
    wallet::{
        voucher::batches::{self, Batch, VoucherState},
        voucher::{self, NewBatch},
    },
};

pub use socket::{AskError, SOCKET, ask, listen};

/// Under whose name the audit has what the operator does.
pub const OPERATOR: &str = "operator";

/// How many shops are written at once, so that they share a commit.
const AT_ONCE: usize = 64;

/// Something to be done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "chore", rename_all = "snake_case", deny_unknown_fields)]
pub enum Chore {
    /// Adds a member of staff.
    StaffAdd(NewStaff),
    /// Gives a fresh one-time password.
    StaffReset {
        /// The name to sign in with.
        sign_in: String,
    },
    /// Ends an account.
    StaffEnd {
        /// The name to sign in with.
        sign_in: String,
    },
    /// All accounts.
    StaffList,
    /// Adds or changes shops.
    ShopsPut {
        /// The shops.
        drafts: Vec<ShopDraft>,
    },
    /// Adds one shop, with a pairing code for its first phone.
    ShopAdd {
        /// The shop.
        draft: ShopDraft,
    },
    /// All shops, closed ones too.
    ShopList,
    /// Closes a shop, or opens it again.
    ShopOpen {
        /// The shop.
        shop: ShopId,
        /// Whether it takes points from now on.
        open: bool,
    },
    /// Notes that a shop's takings were paid out by bank.
    ShopSettle(Settlement),
    /// The poster of a shop.
    ShopPoster {
        /// The shop.
        shop: ShopId,
    },
    /// A pairing code for a shop's phone.
    ShopPairing {
        /// The shop.
        shop: ShopId,
    },
    /// Charge vouchers.
    VoucherIssue {
        /// The id of the batch, made by who asks and kept.
        id: CommandId,
        /// A programme of charged value.
        programme: ProgrammeId,
        /// What each is worth.
        amount: Points,
        /// How many.
        count: usize,
        /// The last day on which they can be used.
        last_day: NaiveDate,
    },
    /// The batches of vouchers, or the vouchers of one.
    VoucherList {
        /// The batch; none for all batches.
        batch: Option<CommandId>,
    },
    /// Withdraws what of a batch was not used.
    VoucherCancelBatch {
        /// The batch.
        batch: CommandId,
    },
    /// Withdraws one voucher.
    VoucherCancel {
        /// The voucher.
        voucher: CommandId,
    },
    /// Plays the ledger from the first row and compares.
    VerifyLedger,
}

/// What came of it. What it holds is for the operator alone and shown once.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "done", rename_all = "snake_case")]
pub enum Done {
    /// An account's one-time password.
    OneTimePassword {
        /// The password.
        password: String,
    },
    /// An account has ended.
    Ended,
    /// All accounts: sign-in name, shown name, role.
    Staff {
        /// The accounts.
        staff: Vec<(String, String, String)>,
    },
    /// Shops were added or changed.
    Shops {
        /// Their ids, in the order given.
        shops: Vec<ShopId>,
        /// How many of them are new.
        added: usize,
    },
    /// A shop was added.
    ShopAdded {
        /// Its id.
        shop: ShopId,
        /// The text of the pairing code.
        code: String,
        /// The code as a picture.
        svg: String,
    },
    /// All shops.
    ShopList {
        /// Each with what it is owed.
        shops: Vec<(Shop, Points)>,
    },
    /// A shop as it is now.
    Shop {
        /// The shop.
        shop: Shop,
    },
    /// A pay-out is noted.
    Settled {
        /// How much was paid out.
        amount: Points,
        /// The receipt number.
        receipt: String,
    },
    /// A poster.
    Poster {
        /// The shop's name.
        name: String,
        /// The QR code.
        svg: String,
        /// The page.
        page: String,
    },
    /// A pairing code.
    Pairing {
        /// The text of the QR code.
        code: String,
        /// The code as a picture.
        svg: String,
    },
    /// Vouchers: number, text of the QR code.
    Vouchers {
        /// The vouchers.
        vouchers: Vec<(CommandId, String)>,
        /// The page to print.
        sheet: String,
    },
    /// All batches of vouchers.
    Batches {
        /// The batches.
        batches: Vec<Batch>,
    },
    /// The vouchers of a batch.
    VoucherStates {
        /// Number, and what became of it.
        vouchers: Vec<(CommandId, VoucherState)>,
    },
    /// Vouchers were withdrawn.
    Cancelled {
        /// How many.
        vouchers: u64,
    },
    /// The ledger is sound.
    Sound {
        /// The last row.
        seq: i64,
        /// Its hash, in hexadecimal.
        hash: String,
    },
    /// The ledger is not what was committed.
    Altered {
        /// In words: the row, and how it shows.
        what: String,
    },
}

impl Chore {
    /// Does it.
    pub async fn run(self, yui: &Yui) -> Result<Done, ErrorCode> {
        // Any server can play the ledger; the rest needs what only the one that leads remembers.
        if !matches!(self, Self::VerifyLedger) {
            standby::check(yui).await?;
        }
        let town = &yui.config.municipality;
        Ok(match self {
            Self::StaffAdd(new) => one_time(&account::add(yui, OPERATOR, new).await?),
            Self::StaffReset { sign_in } => one_time(&account::reset(yui, OPERATOR, &sign_in).await?),
            Self::StaffEnd { sign_in } => {
                account::end(yui, OPERATOR, &sign_in).await?;
                Done::Ended
            }
            Self::StaffList => {
                let line = |one: crate::staff::Staff| (one.sign_in, one.shown, one.role.word().to_owned());
                Done::Staff { staff: account::list(yui.town.reader()).await?.into_iter().map(line).collect() }
            }
            Self::ShopsPut { drafts } => put_shops(yui, drafts).await?,
            Self::ShopAdd { draft } => {
                let (listed, code) = pairing::add_shop(yui, OPERATOR, draft).await?;
                let code = code.to_text();
                Done::ShopAdded {
                    shop: listed.shop.id,
                    svg: qr_svg::svg(&code, shops::LARGEST, "pairing")?,
                    code,
                }
            }
            Self::ShopList => Done::ShopList { shops: shop::settle::unsettled(yui).await? },
            Self::ShopOpen { shop, open } => {
                let listed = shop::directory::set_open(yui, OPERATOR, shop, open).await?;
                Done::Shop { shop: listed.shop.clone() }
            }
            Self::ShopSettle(settlement) => {
                let entry = shop::settle::settle(yui, OPERATOR, settlement).await?;
                Done::Settled { amount: entry.amount, receipt: entry.receipt }
            }
            Self::ShopPoster { shop } => {
                let listed = yui.shops.get(shop)?;
                Done::Poster {
                    name: listed.shop.name.clone(),
                    svg: shops::poster_svg(town, &listed)?,
                    page: shops::poster_page(town, &listed, shops::style_of(true))?,
                }
            }
            Self::ShopPairing { shop } => {
                let code = pairing::make_code(yui, OPERATOR, shop).await?.to_text();
                Done::Pairing { svg: qr_svg::svg(&code, shops::LARGEST, "pairing")?, code }
            }
            Self::VoucherIssue { id, programme, amount, count, last_day } => {
                let batch = NewBatch { id, programme, amount, last_day, count };
                let made = voucher::make(yui, OPERATOR, batch.clone()).await?;
                Done::Vouchers {
                    sheet: voucher_sheet::page(town, &batch, &made, yui.clock.now().day_jst())?,
                    vouchers: made.into_iter().map(|one| (one.id, one.code.to_text())).collect(),
                }
            }
            Self::VoucherList { batch: None } => Done::Batches { batches: batches::all(yui).await? },
            Self::VoucherList { batch: Some(batch) } => {
                Done::VoucherStates { vouchers: batches::states(yui, batch).await? }
            }
            Self::VoucherCancelBatch { batch } => {
                Done::Cancelled { vouchers: batches::cancel(yui, OPERATOR, batch).await? }
            }
            Self::VoucherCancel { voucher } => {
                voucher::cancel(yui, OPERATOR, voucher).await?;
                Done::Cancelled { vouchers: 1 }
            }
            Self::VerifyLedger => verify(yui.town.reader()).await.map_err(|error| error.code())?,
        })
    }
}

/// Plays the ledger of this store; an error only where it cannot be read at all.
pub async fn verify(town: &Db) -> Result<Done, StoreError> {
    match yui_store::verify(town).await {
        Ok(head) => Ok(Done::Sound { seq: head.seq, hash: yui_store::hex(&head.hash) }),
        Err(error) if error.is_damage() => Ok(Done::Altered { what: error.to_string() }),
        Err(error) => Err(error),
    }
}

fn one_time(password: &crate::staff::password::Password) -> Done {
    Done::OneTimePassword { password: password.reveal().to_owned() }
}

async fn put_shops(yui: &Yui, drafts: Vec<ShopDraft>) -> Result<Done, ErrorCode> {
    for draft in &drafts {
        draft.check(&yui.config.municipality)?;
    }
    let known = |draft: &ShopDraft| {
        draft.source.as_deref().is_some_and(|source| yui.shops.of_source(source).is_some())
    };
    let added = drafts.iter().filter(|draft| !known(draft)).count();
    let shops =
        stream::iter(drafts)
            .map(|draft| async move {
                shop::directory::put(yui, OPERATOR, draft).await.map(|listed| listed.shop.id)
            })
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
    Ok(Done::Shops { shops, added })
}
