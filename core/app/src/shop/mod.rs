//! The shop's role on a phone: pairing, the till, taking codes, the day's list, refunds.

mod pairing;
mod refund;
mod takings;
mod till;

use std::sync::Arc;

use yui_protocol::{CommandId, Points, TillId};

use crate::{
    AppError,
    core::Core,
    runtime,
    store::Party,
    wallet::{EntryView, HistoryPage, HistoryQuery, ShopView},
};

pub use refund::RefundQuote;
pub use takings::TodayView;
pub use till::TillView;

/// See the module.
#[derive(uniffi::Object)]
pub struct ShopRole {
    core: Arc<Core>,
}

impl ShopRole {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread, returns without blocking it, and goes on when its future is dropped.
#[uniffi::export]
impl ShopRole {
    /// Takes the role that a pairing code gives. `forbidden` while this phone speaks for another shop:
    /// [`Self::unpair`] first.
    pub async fn pair(&self, text: String) -> Result<ShopView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.pair(text).await }).await
    }

    /// The shop this phone speaks for, or none.
    pub async fn paired(&self) -> Result<Option<ShopView>, AppError> {
        let core = self.core.clone();
        runtime::run(
            async move { core.paired_shop().await.map(|paired| paired.map(|p| ShopView::from(&p.shop))) },
        )
        .await
    }

    /// Gives the role back: its key and all that was known of the shop are removed from this phone.
    pub async fn unpair(&self) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.unpair().await }).await
    }

    /// The text of the shop's own QR code, the one on its poster. Works without network.
    pub async fn poster_code(&self) -> Result<String, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.poster_code().await }).await
    }

    /// Opens an order and answers with the code to show. `seconds` from 30 to 3,600.
    pub async fn open_till(
        &self,
        amount: Points,
        reference: Option<String>,
        seconds: u32,
    ) -> Result<TillView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.open_till(amount, reference, seconds).await }).await
    }

    /// An order as it stands.
    pub async fn till(&self, id: TillId) -> Result<TillView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.till(id).await }).await
    }

    /// Withdraws an order. Without network it is withdrawn as soon as there is one again.
    pub async fn cancel_till(&self, id: TillId) -> Result<TillView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.cancel_till(id).await }).await
    }

    /// Takes an amount by a payer's one-time code.
    pub async fn receive(&self, text: String, amount: Points) -> Result<EntryView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.receive(text, amount).await }).await
    }

    /// What giving so much of a payment back would do, to be shown before it is confirmed. Needs the network; refused
    /// as the refund itself.
    pub async fn prepare_refund(&self, payment: CommandId, amount: Points) -> Result<RefundQuote, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.prepare_refund(payment, amount).await }).await
    }

    /// Gives a payment back, whole or in part.
    pub async fn refund(&self, payment: CommandId, amount: Points) -> Result<EntryView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.refund(payment, amount).await }).await
    }

    /// The day's list with its total. Works without network.
    pub async fn today(&self) -> Result<TodayView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.takings_today().await }).await
    }

    /// All lines, newest first, by day. Works without network.
    pub async fn history(&self, query: HistoryQuery) -> Result<HistoryPage, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.history_of(Party::Shop, query).await }).await
    }

    /// One line with its receipt.
    pub async fn entry(&self, id: CommandId) -> Result<EntryView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.entry(Party::Shop, id).await }).await
    }
}
