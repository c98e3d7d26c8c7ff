//! What came of an order at the till, of a payment that was taken, and of one given back.

use std::sync::Arc;

use yui_protocol::{Points, TillId, shop::TillState, wallet::EntryKind};
use yui_texts::{Args, keys};

use super::{
    ReceiveAction as Action, ReceiveButton, ReceiveStep as Step, ReceiveView, SpokenView,
    found::Order,
    view::{button, titled, with_error, yen},
};
use crate::{
    core::Core,
    error::AppResult,
    screens::{Ended, QrView},
    shop::TillView,
    view::{Text, Words},
    wallet::EntryView,
};

/// How soon it is looked again whether the feed has told of an order whose time ran out.
const LATE_MS: u32 = 5_000;

impl Core {
    pub(super) async fn at_till(&self, words: Words, id: TillId, withdrawn: bool) -> AppResult<ReceiveView> {
        let next = button(Action::Next, words.of(keys::shop::SHOP_NEXT_BUTTON));
        let cancel = button(Action::Cancel, words.of(keys::shop::SHOP_CANCEL));
        let till = match self.order(id).await? {
            Order::Known(till) => till,
            Order::Late(till) => {
                return Ok(ReceiveView {
                    body: vec![words.of(keys::shop::SHOP_CHECKING)],
                    amount_text: Some(yen(words, keys::wallet::HISTORY_AMOUNT, till.amount)),
                    live_ms: LATE_MS,
                    ..checking(next, till.state_text)
                });
            }
            Order::Sent if withdrawn => {
                return Ok(ReceiveView {
                    body: vec![words.of(keys::shop::SHOP_CANCEL_WAITING)],
                    ..checking(next, words.of(keys::shop::TILL_OPEN))
                });
            }
            Order::Sent => {
                return Ok(ReceiveView {
                    others: vec![cancel],
                    ..titled(Step::Sending, words.of(keys::common::WAITING))
                });
            }
            Order::Refused(error) => {
                let view = ReceiveView {
                    primary: Some(next),
                    ..titled(Step::Over, words.of(keys::shop::TILL_CANCELLED))
                };
                return Ok(with_error(words, view, &error));
            }
        };
        if till.state == TillState::Paid {
            return self.paid_at_till(words, &till).await;
        }
        let amount_text = Some(yen(words, keys::wallet::HISTORY_AMOUNT, till.amount));
        Ok(match till.state {
            TillState::Open if !withdrawn => ReceiveView {
                body: vec![till.until_text],
                qr: QrView::of(&till.code),
                live_ms: u32::try_from(till.expires_at.since(self.time.now()) + 1).unwrap_or(1),
                others: vec![cancel],
                amount_text,
                ..titled(Step::Till, words.of(keys::shop::SHOP_RECEIVE_WAIT))
            },
            TillState::Open | TillState::Paid => ReceiveView {
                body: vec![words.of(keys::shop::SHOP_CANCEL_WAITING)],
                amount_text,
                ..checking(next, till.state_text)
            },
            TillState::Cancelled => ReceiveView {
                primary: Some(next),
                amount_text,
                ..titled(Step::Over, words.of(keys::shop::SHOP_CANCELLED))
            },
            TillState::Expired => ReceiveView {
                body: vec![words.of(keys::shop::SHOP_EXPIRED)],
                primary: Some(next),
                amount_text,
                ..titled(Step::Over, till.state_text)
            },
        })
    }

    /// An order that was paid, by the payment's line as soon as that is there.
    async fn paid_at_till(&self, words: Words, till: &TillView) -> AppResult<ReceiveView> {
        let line = self.payment_of(till).await?;
        Ok(line.map_or_else(|| received(words, till.amount), |line| over(words, &line)))
    }

    /// See [`Receive::say`](super::Receive::say).
    pub(super) async fn receiving_says(self: &Arc<Self>) -> AppResult<Option<SpokenView>> {
        self.find_shown().await?;
        let turn = self.receiving().turn;
        let view = self.receive_view().await?;
        let Some(end) = view.end.filter(|end| *end != Ended::Checking) else { return Ok(None) };
        let at = {
            let mut receiving = self.receiving();
            if receiving.turn != turn || !std::mem::take(&mut receiving.unsaid) {
                return Ok(None);
            }
            receiving.at.clone()
        };
        self.receiving_is_seen(&at).await?;
        Ok(Some(SpokenView { text: view.title, language: self.words().voice().to_owned(), end }))
    }
}

/// It is not known yet what came of it, and the next customer need not wait.
fn checking(next: ReceiveButton, title: Text) -> ReceiveView {
    ReceiveView { end: Some(Ended::Checking), primary: Some(next), ..titled(Step::Over, title) }
}

fn received(words: Words, amount: Points) -> ReceiveView {
    ReceiveView {
        end: Some(Ended::Done),
        primary: Some(button(Action::Next, words.of(keys::shop::SHOP_NEXT_BUTTON))),
        others: vec![button(Action::Today, words.of(keys::shop::SHOP_TODAY))],
        ..titled(Step::Over, yen(words, keys::shop::SHOP_RECEIVED, amount))
    }
}

/// What came of a payment that was taken, or given back.
pub(super) fn over(words: Words, line: &EntryView) -> ReceiveView {
    let refund = line.kind == EntryKind::Refund;
    let end = Ended::from(line.state);
    let (title, body) = match end {
        Ended::Done if refund => {
            (yen(words, keys::shop::REFUND_DONE, line.amount), line.note.iter().cloned().collect())
        }
        Ended::Done => (yen(words, keys::shop::SHOP_RECEIVED, line.amount), facts(words, line)),
        Ended::Checking if !refund => (line.state_text.clone(), vec![words.of(keys::shop::SHOP_CHECKING)]),
        Ended::Checking | Ended::Refused => (line.state_text.clone(), line.note.iter().cloned().collect()),
    };
    let view = received(words, line.amount);
    ReceiveView {
        amount_text: (end != Ended::Done).then(|| line.amount_text.clone()),
        title,
        body,
        end: Some(end),
        primary: if refund { view.others.first().cloned() } else { view.primary },
        others: if refund { Vec::new() } else { view.others },
        ..titled(Step::Over, view.title)
    }
}

/// When, under which number, and what became of it since.
pub(super) fn facts(words: Words, line: &EntryView) -> Vec<Text> {
    let number = line
        .receipt
        .clone()
        .map(|receipt| words.get(keys::shop::SHOP_RECEIVED_RECEIPT, &Args::new().words("receipt", receipt)));
    let moment = words.get(keys::wallet::PAID_AT, &Args::new().moment("moment", line.at));
    [Some(moment), number, line.note.clone()].into_iter().flatten().collect()
}
