//! What is shown is found again after the app was killed: the order, which is kept before it is sent, and the payment
//! that was taken or given back.

use yui_protocol::{CommandId, ErrorCode, Millis, TillId, shop::TillState, wallet::EntryState};

use super::moves::At;
use crate::{
    AppError,
    core::Core,
    error::AppResult,
    shop::TillView,
    store::{Meta, OutboxRow, Party, WritePoint},
    sync::FEED_LAG,
};

/// How long after a payment it is still said aloud.
const NEW: i64 = 10 * Millis::MINUTE;

/// An order, as far as this phone knows of it.
pub(super) enum Order {
    /// The shop's feed, or the answer, brought it.
    Known(TillView),
    /// Its time ran out, and the feed has not told since whether it was paid before.
    Late(TillView),
    /// It was sent, and no answer came yet.
    Sent,
    /// There is none.
    Refused(AppError),
}

impl Order {
    /// Whether it can be paid, or may have been.
    pub(super) fn is_open(&self) -> bool {
        match self {
            Self::Known(till) => till.state == TillState::Open,
            Self::Late(_) | Self::Sent => true,
            Self::Refused(_) => false,
        }
    }
}

impl Core {
    /// An order, by its id.
    pub(super) async fn order(&self, id: TillId) -> AppResult<Order> {
        match self.till(id).await {
            Ok(till) if till.state == TillState::Expired && !self.feed_is_past(till.expires_at).await? => {
                Ok(Order::Late(till))
            }
            Ok(till) => Ok(Order::Known(till)),
            Err(error) if error.code() == &ErrorCode::TillUnknown => {
                let row = self.read(move |unit| unit.outbox_row(CommandId(id.0))).await?;
                Ok(match row {
                    Some(row) if row.is_on_its_way() => Order::Sent,
                    row => Order::Refused(
                        row.and_then(|row: OutboxRow| row.reason).map_or(error, AppError::from),
                    ),
                })
            }
            Err(error) => Err(error),
        }
    }

    /// Whether the shop's feed has told all that was done until then.
    async fn feed_is_past(&self, moment: Millis) -> AppResult<bool> {
        let told: Option<Millis> = self.read(|unit| unit.meta(Meta::SyncedAt(Party::Shop))).await?;
        Ok(told.is_some_and(|told| told.since(moment) > FEED_LAG))
    }

    pub(super) async fn keep_order(&self, id: TillId) -> AppResult<()> {
        self.write(WritePoint::Other, move |unit| unit.put_meta(Meta::OpenTill, &id)).await
    }

    /// That order is shown no more.
    pub(super) async fn forget_order(&self, id: TillId) -> AppResult<()> {
        self.write(WritePoint::Other, move |unit| match unit.meta(Meta::OpenTill)? {
            Some::<TillId>(kept) if kept == id => unit.drop_meta(Meta::OpenTill),
            _ => Ok(()),
        })
        .await
    }

    /// Looks once for what was shown when the app was killed, and not said yet: a payment that was taken or given back,
    /// else an order that is open or was paid.
    pub(super) async fn find_shown(&self) -> AppResult<()> {
        let turn = {
            let receiving = self.receiving();
            if receiving.looked || !matches!(receiving.at, At::Amount(None)) {
                return Ok(());
            }
            receiving.turn
        };
        let found = match self.unseen(Party::Shop).await? {
            Some(line) => {
                Some((At::Over(line.id), line.state == EntryState::Pending || self.is_new(line.at)))
            }
            None => self.find_order().await?,
        };
        let mut receiving = self.receiving();
        if receiving.turn == turn {
            receiving.looked = true;
            if let Some((at, unsaid)) = found {
                receiving.goes_to(at);
                receiving.unsaid = unsaid;
            }
        }
        Ok(())
    }

    /// The order that was shown, and whether it is still to be said what came of it.
    async fn find_order(&self) -> AppResult<Option<(At, bool)>> {
        let kept: Option<TillId> = self.read(|unit| unit.meta(Meta::OpenTill)).await?;
        let Some(id) = kept else { return Ok(None) };
        let order = self.order(id).await?;
        let unsaid = match &order {
            Order::Known(till) if till.state == TillState::Paid => {
                self.payment_of(till).await?.is_some_and(|line| self.is_new(line.at))
            }
            order if order.is_open() => true,
            _ => return Ok(None),
        };
        Ok(Some((At::Till { id, withdrawn: false }, unsaid)))
    }

    /// Whether it was a moment ago, so that who hears of it knows which payment is meant.
    fn is_new(&self, moment: Millis) -> bool {
        self.time.now().since(moment) < NEW
    }
}
