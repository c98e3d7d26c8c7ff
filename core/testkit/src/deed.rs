//! What a person can want done beside paying a shop that she stands in: the acts that every network and every death of
//! the app are tried on.

use yui_app::{AppError, YuiApp};
use yui_protocol::{CommandId, Points, TillId};

/// A kind of act.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deed {
    /// A resident charges with a voucher.
    Voucher,
    /// A shop takes an amount by a one-time code.
    Code,
    /// A shop gives something of a payment back.
    Refund,
    /// A shop opens an order at its till.
    OpenTill,
    /// A shop withdraws an order.
    CancelTill,
}

/// What an act is over, which others made ready.
pub enum Over {
    /// The text of a voucher or of a one-time code.
    Text(String),
    /// A payment.
    Payment(CommandId),
    /// An order.
    Till(TillId),
    /// Nothing is needed.
    Nothing,
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Voucher, Self::Code, Self::Refund, Self::OpenTill, Self::CancelTill];

    /// Does it; the error that the person was told, if any.
    pub async fn act(self, app: &YuiApp, over: &Over, amount: Points) -> Result<(), AppError> {
        match over {
            Over::Text(text) if self == Self::Voucher => {
                app.wallet().redeem_voucher(text.clone()).await.map(drop)
            }
            Over::Text(text) => app.shop().receive(text.clone(), amount).await.map(drop),
            Over::Payment(payment) => app.shop().refund(*payment, amount).await.map(drop),
            Over::Till(till) => app.shop().cancel_till(*till).await.map(drop),
            Over::Nothing => app.shop().open_till(amount, None, 3_600).await.map(drop),
        }
    }
}
