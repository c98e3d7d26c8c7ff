//! One line of the history, with everything that is known of it.

use yui_protocol::CommandId;
use yui_texts::{Args, keys};

use crate::{
    core::Core,
    error::AppResult,
    store::Party,
    view::Text,
    wallet::{EntryView, LotLine},
};

/// A receipt.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ReceiptView {
    /// "Receipt".
    pub title: Text,
    /// The line: who, how much, how it stands.
    pub entry: EntryView,
    /// When.
    pub moment: Text,
    /// "In the town's book ✓"; none before it is.
    pub in_book: Option<Text>,
    /// Its number; none before it has one.
    pub number: Option<Text>,
    /// How much of it was given back.
    pub refunded: Option<Text>,
    /// That a part given back had run out.
    pub expired: Option<Text>,
    /// What it used or brought, part by part.
    pub lots: Vec<LotLine>,
    /// The button that gives it away as a text.
    pub share: Text,
    /// That text.
    pub shared: String,
}

impl Core {
    pub(super) async fn receipt(&self, id: CommandId) -> AppResult<ReceiptView> {
        let entry = self.entry(Party::Person, id).await?;
        let words = self.words();
        let yen = |key, amount| words.get(key, &Args::new().yen("amount", amount));
        let moment = words.get(keys::wallet::PAID_AT, &Args::new().moment("moment", entry.at));
        let number = entry
            .receipt
            .clone()
            .map(|receipt| words.get(keys::wallet::RECEIPT_NUMBER, &Args::new().words("receipt", receipt)));
        let refunded = (entry.refunded.0 > 0).then(|| yen(keys::wallet::RECEIPT_REFUNDED, entry.refunded));
        let said = [&entry.kind_text, &entry.title, &entry.amount_text, &moment, &entry.state_text];
        let shared: Vec<_> =
            said.into_iter().chain(&refunded).chain(&number).map(|text| text.plain.as_str()).collect();
        Ok(ReceiptView {
            title: words.of(keys::wallet::RECEIPT_TITLE),
            in_book: entry.in_ledger.then(|| words.of(keys::wallet::RECEIPT_IN_BOOK)),
            expired: (entry.expired.0 > 0).then(|| yen(keys::wallet::RECEIPT_REFUND_EXPIRED, entry.expired)),
            lots: entry.lots.clone(),
            share: words.of(keys::common::SHARE),
            shared: shared.join("\n"),
            moment,
            number,
            refunded,
            entry,
        })
    }
}
