//! Taking the money: by an order at the till, or by the customer's code.

use std::sync::Arc;

use yui_protocol::{ErrorCode, Millis, Points, TillId, command::OpenTill};

use super::moves::{At, Code, Receiving};
use crate::{core::Core, error::AppResult, screens::turn::Turn, store::Party, wallet::Intent};

/// How long an order can be paid, in seconds: a customer at the counter opens her app meanwhile.
const TILL_SECONDS: u32 = 600;

impl Core {
    /// An order is opened, and its code shown.
    pub(super) async fn receiving_opens_till(self: &Arc<Self>, pressed: Turn) {
        let Some((turn, amount)) = self.receiving_sends(pressed) else { return };
        let (at, error) = match self.open_order(amount).await {
            Ok(till) => (At::Till { id: till, withdrawn: false }, None),
            Err(error) => (At::Amount(None), Some(error)),
        };
        self.receiving_hears(turn, |receiving| {
            receiving.goes_to(at);
            receiving.unsaid = error.is_none();
            receiving.error = error;
        });
    }

    /// Opens an order. It is kept before it is sent: one that is opened and not known of here could be paid while nobody
    /// looks.
    async fn open_order(self: &Arc<Self>, amount: Points) -> AppResult<TillId> {
        let id = self.new_id();
        self.keep_order(TillId(id.0)).await?;
        match self.send_order(id, OpenTill { amount, reference: None, seconds: TILL_SECONDS }).await {
            Ok((sent, _)) => {
                let till = TillId(sent.0);
                // It is open by now: where there is no room to keep its other id, it is shown all the same.
                if sent != id
                    && let Err(error) = self.keep_order(till).await
                {
                    self.log_failure("till", &error);
                }
                Ok(till)
            }
            Err(error) => {
                if let Err(unkept) = self.forget_order(TillId(id.0)).await {
                    self.log_failure("till", &unkept);
                }
                Err(error)
            }
        }
    }

    /// The order is withdrawn. One that was paid meanwhile stays paid, and the screen says so.
    pub(super) async fn receiving_withdraws(self: &Arc<Self>, id: TillId, pressed: Turn) {
        let Some((turn, _)) = self.receiving_sends(pressed) else { return };
        let withdrawn = self.withdraw_till(id).await;
        if withdrawn.as_ref().is_err_and(|error| error.code() == &ErrorCode::TillPaid)
            && let Err(error) = self.sync_feed(Party::Shop).await
        {
            self.log_failure("sync", &error);
        }
        self.receiving_hears(turn, |receiving| {
            receiving.goes_to(At::Till { id, withdrawn: withdrawn.is_ok() });
            receiving.unsaid = true;
            receiving.error = withdrawn.err().filter(|error| error.code() != &ErrorCode::TillPaid);
        });
    }

    /// A code was scanned where the customer's is wanted.
    pub(super) async fn receiving_scans(self: &Arc<Self>, text: String) {
        let turn = {
            let receiving = self.receiving();
            if !matches!(receiving.at, At::Scan) {
                return;
            }
            receiving.turn
        };
        let scanned = match self.scan(text.clone()).await {
            Ok(Intent::TakeCode { cap, valid_until }) => Ok(Code { text, cap, valid_until }),
            Ok(_) => Err(ErrorCode::QrForeign.into()),
            Err(error) => Err(error),
        };
        match scanned {
            Ok(code) => {
                let mut typed = None;
                self.receiving_hears(turn, |receiving| {
                    receiving.goes_to(At::Amount(Some(code.clone())));
                    typed = Some(receiving.turn).filter(|_| receiving.typed > Points::ZERO);
                });
                if let Some(turn) = typed {
                    self.receiving_takes(code, turn).await;
                }
            }
            Err(error) => drop(self.receiving_hears(turn, |receiving| receiving.error = Some(error))),
        }
    }

    /// The scanner met a customer's code: the amount comes next. An order that is open stays open.
    pub(in crate::screens) fn receiving_begins_with(&self, text: String, cap: Points, valid_until: Millis) {
        let code = Code { text, cap, valid_until };
        self.receiving_becomes(|receiving| {
            *receiving = Receiving::default();
            receiving.goes_to(At::Amount(Some(code)));
        });
    }

    /// The amount is taken by the customer's code.
    pub(super) async fn receiving_takes(self: &Arc<Self>, code: Code, pressed: Turn) {
        let Some((turn, amount)) = self.receiving_sends(pressed) else { return };
        let taken = self.receive(code.text.clone(), amount).await;
        self.receiving_hears(turn, |receiving| match taken {
            Ok(entry) => {
                receiving.goes_to(At::Over(entry.id));
                receiving.unsaid = true;
            }
            Err(error) => {
                // Another amount, or another try, may do with the same code.
                let serves = error.is_transient() || error.code() == &ErrorCode::CodeOverCap;
                receiving.goes_to(At::Amount(Some(code).filter(|_| serves)));
                receiving.error = Some(error);
            }
        });
    }
}
