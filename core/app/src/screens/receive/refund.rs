//! Giving a payment back, from its line.

use std::sync::Arc;

use yui_protocol::{CommandId, Points, wallet::EntryKind};

use super::moves::At;
use crate::{
    core::Core, error::AppResult, screens::turn::Turn, shop::RefundQuote, store::Party, wallet::EntryView,
};

/// How much of a line can be given back.
pub(super) fn left_of(line: &EntryView) -> Points {
    let paid = line.kind == EntryKind::Payment && line.in_ledger;
    if paid { line.amount.checked_sub(line.refunded).unwrap_or(Points::ZERO) } else { Points::ZERO }
}

impl Core {
    /// A line was pressed: what can be given back of it stands there already.
    pub(super) async fn receiving_chooses(&self, id: CommandId) -> AppResult<()> {
        let line = self.entry(Party::Shop, id).await?;
        self.receiving_becomes(|receiving| {
            if matches!(receiving.at, At::Today) {
                receiving.goes_to(At::Line(id));
                receiving.typed = left_of(&line);
            }
        });
        Ok(())
    }

    /// Asks what giving so much back would mean.
    pub(super) async fn receiving_asks_refund(&self, payment: CommandId) {
        let amount = self.receiving().typed;
        let turn = self.receiving_goes_to(At::Line(payment));
        let quoted = self.prepare_refund(payment, amount).await;
        self.receiving_hears(turn, |receiving| match quoted {
            Ok(quote) => receiving.goes_to(At::Refund(quote)),
            Err(error) => receiving.error = Some(error.of_a_question()),
        });
    }

    /// Gives it back.
    pub(super) async fn receiving_refunds(self: &Arc<Self>, quote: RefundQuote, pressed: Turn) {
        let Some((turn, _)) = self.receiving_sends(pressed) else { return };
        let given = self.refund(quote.payment, quote.amount).await;
        self.receiving_hears(turn, |receiving| match given {
            Ok(entry) => {
                receiving.goes_to(At::Over(entry.id));
                receiving.unsaid = true;
            }
            Err(error) => {
                receiving.goes_to(At::Refund(quote));
                receiving.error = Some(error);
            }
        });
    }
}
