//! The order that is shown: kept before it is sent, so that it is found again after the app was killed.

use yui_protocol::{CommandId, ErrorCode, TillId, shop::TillState};

use super::moves::At;
use crate::{
    AppError,
    core::Core,
    error::AppResult,
    shop::TillView,
    store::{Meta, OutboxRow, WritePoint},
};

/// An order, as far as this phone knows of it.
pub(super) enum Order {
    /// The shop's feed, or the answer, brought it.
    Known(TillView),
    /// It was sent, and no answer came yet.
    Sent,
    /// There is none.
    Refused(AppError),
}

impl Order {
    /// Whether it can be paid, or may be.
    pub(super) fn is_open(&self) -> bool {
        match self {
            Self::Known(till) => till.state == TillState::Open,
            Self::Sent => true,
            Self::Refused(_) => false,
        }
    }
}

impl Core {
    /// An order, by its id.
    pub(super) async fn order(&self, id: TillId) -> AppResult<Order> {
        match self.till(id).await {
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

    pub(super) async fn keep_order(&self, id: TillId) -> AppResult<()> {
        self.write(WritePoint::Other, move |unit| unit.put_meta(Meta::OpenTill, &id)).await
    }

    pub(super) async fn forget_order(&self) -> AppResult<()> {
        self.write(WritePoint::Other, |unit| unit.drop_meta(Meta::OpenTill)).await
    }

    /// Looks once for an order that was shown when the app was killed: open, or paid and not said yet.
    pub(super) async fn find_order(&self) -> AppResult<()> {
        let turn = {
            let receiving = self.receiving();
            if receiving.looked || !matches!(receiving.at, At::Amount(None)) {
                return Ok(());
            }
            receiving.turn
        };
        let kept: Option<TillId> = self.read(|unit| unit.meta(Meta::OpenTill)).await?;
        let found = match kept {
            Some(id) => {
                let order = self.order(id).await?;
                let paid = matches!(&order, Order::Known(till) if till.state == TillState::Paid);
                Some(id).filter(|_| paid || order.is_open())
            }
            None => None,
        };
        let mut receiving = self.receiving();
        if receiving.turn == turn {
            receiving.looked = true;
            if let Some(id) = found {
                receiving.goes_to(At::Till(id, false));
                receiving.unsaid = true;
            }
        }
        Ok(())
    }
}
