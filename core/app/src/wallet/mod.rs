//! The resident's wallet: balance, paying, codes of her own, vouchers, history.

mod code;
mod entries;
mod export;
mod history;
mod pay;
mod scan;
mod shops;
mod snapshot;
mod terms;
mod view;
mod voucher;

use std::sync::Arc;

use chrono::NaiveDate;
use yui_card::Pin;
use yui_protocol::{CommandId, Points, ShopId, TillId};

use crate::{core::Core, error::AppError, platform::CardTransport, runtime};

pub use code::{CodeState, OneTimeCode};
pub(crate) use entries::EntryLines;
pub(crate) use history::before_day;
pub use history::{DayView, HistoryPage, HistoryQuery};
pub(crate) use pay::Reckoned;
pub use pay::{CardPayment, Quote};
pub use scan::Intent;
pub use shops::ShopsPage;
pub(crate) use snapshot::Known;
pub use snapshot::{Expiring, WalletView};
pub(crate) use snapshot::{SOON, soon_until};
pub use terms::{ProgrammeView, TermLine};
pub use view::{EntryView, LotLine, ShopView};

/// See the module.
#[derive(uniffi::Object)]
pub struct Wallet {
    core: Arc<Core>,
}

impl Wallet {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread, returns without blocking it, and goes on when its future is dropped.
#[uniffi::export]
impl Wallet {
    /// Balance, lots, what expires soon, what is on its way. Works without network.
    pub async fn snapshot(&self) -> Result<WalletView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.wallet_snapshot().await }).await
    }

    /// Lines of history, newest first, by day; what is pending stands among them. Works without network.
    pub async fn history(&self, query: HistoryQuery) -> Result<HistoryPage, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.history(query).await }).await
    }

    /// One line of history with its receipt: `payment_unknown` when this phone knows none of this id.
    pub async fn entry(&self, id: CommandId) -> Result<EntryView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.entry(crate::store::Party::Person, id).await }).await
    }

    /// The history between two days, both included, as a CSV file for the person.
    pub async fn csv(&self, from: NaiveDate, to: NaiveDate) -> Result<String, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.history_csv(from, to).await }).await
    }

    /// What a scanned or pasted text is. Any text at all may be given.
    pub async fn scan(&self, text: String) -> Result<Intent, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.scan(text).await }).await
    }

    /// What paying this shop would mean: the lots in the order in which they are used, the balance after, the
    /// proof it takes. Nothing is kept. `till` is the order when a till's code was scanned.
    pub async fn prepare(
        &self,
        shop: ShopId,
        amount: Points,
        till: Option<TillId>,
    ) -> Result<Quote, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.prepare(shop, amount, till).await }).await
    }

    /// Pays what was quoted. The line that comes back is paid, or pending when no answer came; then it is asked
    /// for again by itself and must not be paid again. `offline`: nothing left the phone, nothing was paid.
    /// Confirming twice is paying once.
    pub async fn confirm(&self, id: CommandId) -> Result<EntryView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.confirm(id, None).await }).await
    }

    /// Pays what was quoted, with the card's 4-digit PIN, where the quote asks for the card. How many tries it has before
    /// is in [`Identity::card_state`](crate::identity::Identity::card_state); after a wrong one in the error.
    pub async fn confirm_with_card(
        &self,
        id: CommandId,
        card: Arc<dyn CardTransport>,
        pin: String,
        last_try_confirmed: bool,
    ) -> Result<CardPayment, AppError> {
        let (core, pin) = (self.core.clone(), Arc::new(Pin::new(pin)));
        runtime::run(async move {
            let part = core.card_part(card, pin, last_try_confirmed);
            let entry = core.confirm(id, Some(&part)).await?;
            Ok(CardPayment { entry, tries_left: part.tries_left() })
        })
        .await
    }

    /// Forgets a quote.
    pub fn discard(&self, id: CommandId) {
        self.core.quotes.discard(id);
    }

    /// The person's one-time code: the one that is alive, the same bytes as before, or a new one. Works without
    /// network. `clock_went_back` when this phone cannot know what time it is.
    pub async fn show_code(&self) -> Result<OneTimeCode, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.show_code().await }).await
    }

    /// The last code and what became of it; none when there never was one.
    pub async fn code(&self) -> Result<Option<OneTimeCode>, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.last_code().await }).await
    }

    /// The town's kinds of points, with what the law wants shown of each. Works without network, and for a guest.
    pub async fn programmes(&self) -> Result<Vec<ProgrammeView>, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.programmes().await }).await
    }

    /// The shops that take points and whose name, reading or part of town holds `words`, by kana, page by page;
    /// for a guest too. `offline` without network.
    pub async fn shops(&self, words: String, after: Option<String>) -> Result<ShopsPage, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.shops(words, after).await }).await
    }

    /// Charges with a scanned voucher.
    pub async fn redeem_voucher(&self, text: String) -> Result<EntryView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.redeem_voucher(text).await }).await
    }
}
