//! What the shop is shown: paid, being checked, or not paid. It follows the payment's line, so it is right after the app
//! was killed as well.

use std::sync::PoisonError;

use yui_protocol::{CommandId, Millis, wallet::EntryState};
use yui_texts::{Args, keys};

use crate::{core::Core, error::AppResult, store::Party, view::Text, wallet::ShopView};

/// Whether it is paid.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum PaidState {
    /// In the town's book.
    Paid,
    /// Paid, and a part of it given back.
    PartlyRefunded,
    /// Paid, and all of it given back.
    Refunded,
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
    /// The whole in one sentence, for who listens; while it is checked, what not to do; when refused, why; when given back,
    /// how much of it.
    pub note: Text,
    /// What to do with this screen, and once that is over, what to do instead; none for what is not to be shown.
    pub show: Option<Text>,
    /// For how many milliseconds more a pattern moves on it; 0 when it is not to be shown any more. Then this record is to
    /// be asked for anew.
    pub live_ms: u32,
    /// The button that leads home.
    pub done: Text,
}

/// For how long after it was paid a shop may be shown it: longer than the way to a till, and too short to lend it to
/// somebody else.
const LIVE: i64 = 5 * Millis::MINUTE;

impl Core {
    /// Whether how a payment ended is to be felt and heard: the first time that this is asked.
    pub(super) fn feels(&self, id: CommandId) -> bool {
        self.felt.lock().unwrap_or_else(PoisonError::into_inner).insert(id)
    }

    pub(super) async fn paid(&self, id: CommandId) -> AppResult<PaidView> {
        let entry = self.entry(Party::Person, id).await?;
        let words = self.words();
        let state = match entry.state {
            EntryState::Pending => PaidState::Checking,
            EntryState::Refused => PaidState::Refused,
            EntryState::PartlyRefunded => PaidState::PartlyRefunded,
            EntryState::Refunded => PaidState::Refunded,
            EntryState::Paid | EntryState::Done => PaidState::Paid,
        };
        let live = match state {
            PaidState::Paid => entry.at.plus(LIVE).since(self.time.now()).clamp(0, LIVE),
            _ => 0,
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
                _ => entry.state_text.clone(),
            },
            note: match state {
                PaidState::Paid => sentence(),
                PaidState::Checking => words.of(keys::wallet::PAY_PENDING),
                PaidState::Refused => entry.note.clone().unwrap_or_default(),
                PaidState::PartlyRefunded | PaidState::Refunded => {
                    words.get(keys::wallet::RECEIPT_REFUNDED, &Args::new().yen("amount", entry.refunded))
                }
            },
            amount_text: entry.amount_text.clone(),
            moment: words.get(keys::wallet::PAID_AT, &Args::new().moment("moment", entry.at)),
            show: (state == PaidState::Paid)
                .then(|| words.of(if live > 0 { keys::wallet::PAID_SHOW } else { keys::wallet::PAID_ENDED })),
            live_ms: u32::try_from(live).unwrap_or(0),
            done: words.of(keys::wallet::PAID_DONE),
            shop: entry.shop,
        })
    }
}
