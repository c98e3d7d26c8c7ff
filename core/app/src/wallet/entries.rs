//! From the ledger's entries and the outbox's rows to lines of one list.

use yui_protocol::{
    ErrorCode, Points,
    municipality::Municipality,
    wallet::{Entry, EntryKind, EntryState, Lot, LotKind, LotUse},
};
use yui_texts::{Args, Key, keys, programme};

use super::view::{EntryView, LotLine, ShopView};
use crate::{
    store::{Intent, OutboxRow, Party, RowState},
    view::{Text, Words},
};

/// What is needed to draw lines: for which party, the words, and the town's names of programmes.
#[derive(Clone, Copy)]
pub(crate) struct EntryLines<'a> {
    pub(crate) party: Party,
    pub(crate) words: Words,
    pub(crate) town: Option<&'a Municipality>,
}

impl EntryLines<'_> {
    /// A line of the ledger.
    pub(crate) fn entry(self, entry: &Entry) -> EntryView {
        let shop = entry.shop.as_ref().map(ShopView::from);
        let programme = entry.programme.as_ref().map(|id| self.programme(id.as_str()));
        EntryView {
            id: entry.id,
            kind: entry.kind,
            state: entry.state,
            at: entry.at,
            day: entry.at.day_jst(),
            amount: entry.amount,
            amount_text: self.amount(entry.amount),
            incoming: self.incoming(entry.kind),
            refunded: entry.refunded,
            expired: entry.expired,
            title: self.title(shop.as_ref(), programme, entry.kind),
            shop,
            payment: entry.payment,
            code: entry.code,
            lots: entry.lots.iter().map(|part| self.lot(part)).collect(),
            receipt: Some(entry.receipt.clone()),
            in_ledger: true,
            reason: None,
            kind_text: self.words.of(kind_key(entry.kind)),
            state_text: self.words.of(state_key(entry.state)),
            note: self.note(entry),
        }
    }

    /// A line of something on its way; none for what shows nowhere, such as an order at the till.
    pub(crate) fn pending(self, row: &OutboxRow) -> Option<EntryView> {
        let (kind, amount, shop, payment, lots) = match &row.intent {
            Intent::Command { about, .. } => {
                (about.entry?, about.amount, about.shop.as_ref(), about.payment, about.lots.as_slice())
            }
            Intent::Code { cap } if row.state == RowState::Shown => {
                (EntryKind::Payment, *cap, None, None, &[][..])
            }
            Intent::Code { .. } => return None,
        };
        let state = if row.state == RowState::Refused { EntryState::Refused } else { EntryState::Pending };
        let shop = shop.map(ShopView::from);
        let title = match row.intent {
            Intent::Code { .. } => self.words.of(keys::wallet::CODE_TITLE),
            Intent::Command { .. } => self.title(shop.as_ref(), None, kind),
        };
        Some(EntryView {
            id: row.id,
            kind,
            state,
            at: row.created_at,
            day: row.created_at.day_jst(),
            amount,
            amount_text: self.amount(amount),
            incoming: self.incoming(kind),
            refunded: Points::ZERO,
            expired: Points::ZERO,
            title,
            shop,
            payment,
            code: None,
            lots: lots.iter().map(|part| self.lot(part)).collect(),
            receipt: None,
            in_ledger: false,
            reason: row.refusal().cloned(),
            kind_text: self.words.of(kind_key(kind)),
            state_text: self.words.of(state_key(state)),
            note: Some(self.pending_note(row, amount)),
        })
    }

    /// Where a lot comes from.
    pub(crate) fn lot_kind(self, kind: LotKind) -> Text {
        self.words.of(lot_key(kind))
    }

    /// A part of a lot with its words.
    pub(crate) fn lot(self, part: &LotUse) -> LotLine {
        let kind = self.lot_kind(part.kind);
        let args =
            Args::new().words("kind", kind.plain).points("amount", part.amount).day("day", part.last_day);
        LotLine {
            lot: part.lot.0,
            kind: part.kind,
            programme: part.programme.to_string(),
            amount: part.amount,
            last_day: part.last_day,
            text: self.words.get(keys::wallet::PAY_LOT_LINE, &args),
            usable_text: None,
        }
    }

    /// A lot that lies in the wallet, with the shops in which it can be used.
    pub(crate) fn lot_in_wallet(self, lot: &Lot) -> LotLine {
        let whole = LotUse {
            lot: lot.id,
            kind: lot.kind,
            programme: lot.programme.clone(),
            amount: lot.amount,
            last_day: lot.last_day,
        };
        let restricted = self.town.filter(|_| !lot.classes.is_empty());
        let usable_text = restricted.map(|town| {
            let shops = programme::shops(self.words.0, town, &lot.classes);
            self.words.get(keys::wallet::LOT_SOME_SHOPS, &Args::new().text("classes", shops))
        });
        LotLine { usable_text, ..self.lot(&whole) }
    }

    fn amount(self, amount: Points) -> Text {
        if amount == Points::ZERO {
            self.words.of(keys::wallet::HISTORY_AMOUNT_UNKNOWN)
        } else {
            self.words.get(keys::wallet::HISTORY_AMOUNT, &Args::new().yen("amount", amount))
        }
    }

    /// A programme's name; its slug while the town's configuration is not known.
    pub(crate) fn programme(self, id: &str) -> Text {
        let known = self.town.and_then(|town| town.programmes.iter().find(|p| p.id.as_str() == id));
        known.map_or_else(|| Words::verbatim(id), |programme| self.words.of_town(&programme.name))
    }

    fn title(self, shop: Option<&ShopView>, programme: Option<Text>, kind: EntryKind) -> Text {
        match (shop, programme) {
            (Some(shop), _) => Words::verbatim(&shop.name),
            (None, Some(programme)) => programme,
            (None, None) => self.words.of(kind_key(kind)),
        }
    }

    fn incoming(self, kind: EntryKind) -> bool {
        match kind {
            EntryKind::Charge | EntryKind::Grant | EntryKind::Release => true,
            EntryKind::Refund => self.party == Party::Person,
            EntryKind::Payment | EntryKind::Capture => self.party == Party::Shop,
            EntryKind::Expiry | EntryKind::Hold | EntryKind::Settlement | EntryKind::Closure => false,
        }
    }

    fn note(self, entry: &Entry) -> Option<Text> {
        let get = |key, amount| Some(self.words.get(key, &Args::new().points("amount", amount)));
        if entry.expired > Points::ZERO {
            get(keys::wallet::RECEIPT_REFUND_EXPIRED, entry.expired)
        } else if entry.refunded > Points::ZERO {
            get(keys::wallet::RECEIPT_REFUNDED, entry.refunded)
        } else {
            None
        }
    }

    fn pending_note(self, row: &OutboxRow, amount: Points) -> Text {
        match (&row.intent, row.refusal()) {
            (Intent::Code { .. }, _) => {
                let args = Args::new().yen("amount", amount).time("time", row.valid_until);
                self.words.get(keys::wallet::CODE_OPEN, &args)
            }
            (_, Some(reason)) => self.words.error(&reason.clone().into()).body,
            (_, None) => self.words.error(&ErrorCode::AnswerLost.into()).body,
        }
    }
}

fn kind_key(kind: EntryKind) -> Key {
    match kind {
        EntryKind::Charge => keys::wallet::KIND_CHARGE,
        EntryKind::Grant => keys::wallet::KIND_GRANT,
        EntryKind::Payment => keys::wallet::KIND_PAYMENT,
        EntryKind::Refund => keys::wallet::KIND_REFUND,
        EntryKind::Expiry => keys::wallet::KIND_EXPIRY,
        EntryKind::Hold => keys::wallet::KIND_HOLD,
        EntryKind::Capture => keys::wallet::KIND_CAPTURE,
        EntryKind::Release => keys::wallet::KIND_RELEASE,
        EntryKind::Settlement => keys::wallet::KIND_SETTLEMENT,
        EntryKind::Closure => keys::wallet::KIND_CLOSURE,
    }
}

fn state_key(state: EntryState) -> Key {
    match state {
        EntryState::Pending => keys::wallet::STATE_PENDING,
        EntryState::Refused => keys::wallet::STATE_REFUSED,
        EntryState::Done => keys::wallet::STATE_DONE,
        EntryState::Paid => keys::wallet::STATE_PAID,
        EntryState::PartlyRefunded => keys::wallet::STATE_PARTLY_REFUNDED,
        EntryState::Refunded => keys::wallet::STATE_REFUNDED,
    }
}

fn lot_key(kind: LotKind) -> Key {
    match kind {
        LotKind::Charged => keys::wallet::LOT_CHARGED,
        LotKind::Granted => keys::wallet::LOT_GRANTED,
        LotKind::Coupon => keys::wallet::LOT_COUPON,
        LotKind::Reward => keys::wallet::LOT_REWARD,
    }
}

#[cfg(test)]
mod tests {
    use yui_protocol::{LotId, Millis};
    use yui_texts::Lang;

    use super::*;

    #[test]
    fn a_lot_that_not_every_shop_takes_says_where_it_can_be_used() {
        let text = include_str!("../../../../municipalities/omura/municipality.toml");
        let town = yui_rules::municipality::parse(text).expect("Omura");
        let lines = |lang| EntryLines { party: Party::Person, words: Words(lang), town: Some(&town) };
        let lot = |classes: &[&str]| Lot {
            id: LotId(1),
            kind: LotKind::Coupon,
            programme: town.programmes[2].id.clone(),
            amount: Points(500),
            last_day: "2027-03-31".parse().expect("a day"),
            classes: classes.iter().map(|class| (*class).to_owned()).collect(),
            issued_at: Millis(0),
        };
        let said = |lang, classes: &[&str]| lines(lang).lot_in_wallet(&lot(classes)).usable_text;
        assert_eq!(said(Lang::Ja, &[]), None);
        let shown = said(Lang::Ja, &["baby", "health"]).map(|text| text.plain);
        assert_eq!(shown.as_deref(), Some("使えるお店：子ども・赤ちゃん用品 / 薬・健康"));
        let simple = said(Lang::JaSimple, &["health"]).expect("said");
        assert!(simple.runs.iter().any(|run| run.ruby.as_deref() == Some("けんこう")), "{simple:?}");
    }
}
