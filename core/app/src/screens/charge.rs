//! Charging: where one can, and the voucher that was scanned, from the question to what it brought.

use std::sync::Arc;

use yui_protocol::CommandId;
use yui_texts::{Args, keys};

use super::{Ended, Screen, WayView, asked::Stands};
use crate::{
    Topic,
    core::Core,
    error::AppResult,
    store::Party,
    view::{ErrorView, Text, Words},
    wallet::EntryView,
};

/// Charging.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ChargeView {
    /// What it asks, or says.
    pub title: Text,
    /// Words below it.
    pub body: Vec<Text>,
    /// How a voucher ended.
    pub end: Option<Ended>,
    /// Whether a voucher is on its way.
    pub sending: bool,
    /// Why it brought nothing.
    pub error: Option<ErrorView>,
    /// The button that charges by the voucher; none while there is none.
    pub charge: Option<Text>,
    /// The main button where there is nothing to charge by: to the scanner, or home.
    pub way: Option<WayView>,
}

impl Core {
    /// A voucher was scanned: by what is answered its screen knows it again.
    pub(super) fn charging_begins(&self, voucher: String) -> CommandId {
        let id = self.new_id();
        self.charging.begins(id, voucher, None);
        self.notifier.changed([Topic::Wallet]);
        id
    }

    pub(super) async fn charge_view(&self, about: Option<CommandId>) -> AppResult<ChargeView> {
        let words = self.words();
        Ok(match self.charging.of(about) {
            None => self.where_to_charge(words).await?,
            Some((Some(line), _)) => over(words, &self.entry(Party::Person, line).await?),
            Some((None, Stands::Asked(error))) => ChargeView {
                body: vec![words.of(keys::wallet::VOUCHER_ASK)],
                charge: Some(words.of(keys::wallet::VOUCHER_BUTTON)),
                error: error.map(|error| words.error(&error)),
                ..titled(words.of(keys::wallet::VOUCHER_TITLE))
            },
            Some((None, _)) => ChargeView { sending: true, ..titled(words.of(keys::common::WAITING)) },
        })
    }

    async fn where_to_charge(&self, words: Words) -> AppResult<ChargeView> {
        let town = self.municipality().await?;
        let said = |own| yui_texts::town_words(words.0, own);
        let desk =
            Args::new().text("office", said(&town.contact.name)).text("hours", said(&town.contact.hours));
        Ok(ChargeView {
            body: vec![words.of(keys::wallet::CHARGE_BODY), words.get(keys::wallet::CHARGE_WHERE, &desk)],
            way: Some(WayView::to(Screen::Scan, words.of(keys::common::SCAN_BUTTON))),
            ..titled(words.of(Screen::Charge.key()))
        })
    }

    /// She confirmed; a second tap while the first is on its way does nothing.
    pub(super) async fn charge(self: &Arc<Self>, about: CommandId) -> AppResult<ChargeView> {
        if let Some(voucher) = self.charging.sends(about) {
            self.notifier.changed([Topic::Wallet]);
            let charged = self.redeem_voucher(voucher).await;
            self.charging.hears(about, charged.map(|entry| Some(entry.id)));
            self.notifier.changed([Topic::Wallet]);
        }
        self.charge_view(Some(about)).await
    }
}

fn titled(title: Text) -> ChargeView {
    ChargeView { title, body: Vec::new(), end: None, sending: false, error: None, charge: None, way: None }
}

/// What a voucher brought, as its line says.
fn over(words: Words, line: &EntryView) -> ChargeView {
    let end = Ended::from(line.state);
    let done = || words.get(keys::wallet::CHARGE_DONE, &Args::new().points("amount", line.amount));
    ChargeView {
        body: line.note.iter().cloned().collect(),
        end: Some(end),
        way: Some(WayView::to(Screen::Home, words.of(keys::wallet::PAID_DONE))),
        ..titled(if end == Ended::Done { done() } else { line.state_text.clone() })
    }
}
