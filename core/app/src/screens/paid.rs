//! What the shop is shown: paid, being checked, or not paid. It follows the payment's line, so it is right after the app
//! was killed as well.

use yui_protocol::{CommandId, wallet::EntryState};
use yui_texts::{Args, keys};

use crate::{core::Core, error::AppResult, store::Party, view::Text, wallet::ShopView};

/// Whether it is paid.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum PaidState {
    /// In the town's book.
    Paid,
    /// On its way; it must not be paid again.
    Checking,
    /// Nothing was paid.
    Refused,
}

/// A payment, to be shown to the shop.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct PaidView {
    /// The payment.
    pub id: CommandId,
    /// Whether it is paid.
    pub state: PaidState,
    /// The same in words.
    pub title: Text,
    /// How much, large.
    pub amount_text: Text,
    /// Who was paid.
    pub shop: Option<ShopView>,
    /// When, to the second.
    pub moment: Text,
    /// The whole in one sentence, for who listens; while it is checked, what not to do; when refused, why.
    pub note: Text,
    /// What to do with this screen.
    pub show: Text,
    /// The button that leads home.
    pub done: Text,
}

impl Core {
    pub(super) async fn paid(&self, id: CommandId) -> AppResult<PaidView> {
        let entry = self.entry(Party::Person, id).await?;
        let words = self.words();
        let state = match entry.state {
            EntryState::Pending => PaidState::Checking,
            EntryState::Refused => PaidState::Refused,
            _ => PaidState::Paid,
        };
        let shop = entry.shop.as_ref().map(|shop| shop.name.clone()).unwrap_or_default();
        let sentence = || {
            let args = Args::new().yen("amount", entry.amount).words("shop", shop);
            words.get(keys::wallet::PAID_AMOUNT, &args)
        };
        Ok(PaidView {
            id,
            state,
            title: match state {
                PaidState::Paid => words.of(keys::wallet::PAID_TITLE),
                PaidState::Checking | PaidState::Refused => entry.state_text.clone(),
            },
            note: match state {
                PaidState::Paid => sentence(),
                PaidState::Checking => words.of(keys::wallet::PAY_PENDING),
                PaidState::Refused => entry.note.clone().unwrap_or_default(),
            },
            amount_text: entry.amount_text.clone(),
            moment: words.get(keys::wallet::PAID_AT, &Args::new().moment("moment", entry.at)),
            show: words.of(keys::wallet::PAID_SHOW),
            done: words.of(keys::wallet::PAID_DONE),
            shop: entry.shop,
        })
    }
}
