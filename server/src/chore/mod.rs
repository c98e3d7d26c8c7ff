//! The operator's chores at the command line. One that writes is done by the running server, to which it is handed
//! over a socket in the data folder, or by this process when none runs; both ways end in [`Chore::run`].
//!
//! Here is what can be asked, and what comes of it.

mod run;
mod socket;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yui_audit::Report;
use yui_protocol::{CommandId, Points, ProgrammeId, ShopId, shop::Shop};

use crate::{
    ledger_check::FeedStanding,
    shop::{ShopDraft, ShortId, pairing::ShopDevice, settle::Settlement},
    staff::NewStaff,
    wallet::voucher::batches::{Batch, VoucherState},
};

pub use socket::{AskError, SOCKET, ask, listen};

/// Under whose name the audit has what the operator does.
pub const OPERATOR: &str = "operator";

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
        /// Its id, made by who asks and kept.
        id: ShopId,
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
    /// The phones of a shop.
    ShopPhones {
        /// The shop.
        shop: ShopId,
    },
    /// Revokes a shop's phone that was lost.
    ShopRevoke {
        /// The phone.
        phone: ShortId,
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
    /// Checks the ledger from the first row, twice.
    VerifyLedger,
}

impl Chore {
    /// Whether a new town can begin with it; any other is about what is there already.
    #[must_use]
    pub fn begins(&self) -> bool {
        matches!(
            self,
            Self::StaffAdd(_) | Self::ShopsPut { .. } | Self::ShopAdd { .. } | Self::VoucherIssue { .. }
        )
    }
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
    /// The phones of a shop, revoked ones too.
    Phones {
        /// The phones.
        phones: Vec<ShopDevice>,
    },
    /// A phone speaks for its shop no more.
    Revoked {
        /// The phone.
        phone: ShopDevice,
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
        /// Whether the feed, too, is what the ledger makes of it.
        feed: FeedStanding,
        /// What adding up the rows alone came to.
        audit: Report,
    },
    /// The ledger is not what was committed.
    Altered {
        /// What the replay found, in words: the row, and how it shows; none where it found nothing.
        what: Option<String>,
        /// What adding up the rows alone found; none where they could not be read.
        audit: Option<Report>,
    },
}
