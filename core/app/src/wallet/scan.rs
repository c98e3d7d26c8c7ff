//! Any code a resident can meet, as what she can do with it.

use yui_protocol::{
    ErrorCode, Millis, Points, ShopId, TillId,
    qr::{self, Scanned},
    shop::{Till, TillState},
};

use super::view::ShopView;
use crate::{core::Core, error::AppResult, store::Party};

/// What a scanned text means.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Enum)]
pub enum Intent {
    /// A shop's poster: the person types the amount.
    PayShop {
        /// The shop.
        shop: ShopView,
    },
    /// An order at a till: the amount is the shop's.
    PayTill {
        /// The shop.
        shop: ShopView,
        /// The order.
        till: TillId,
        /// How much.
        amount: Points,
        /// Until when.
        expires_at: Millis,
        /// The shop's order reference, when the server could be asked.
        reference: Option<String>,
    },
    /// A payer's one-time code, for a shop's phone.
    TakeCode {
        /// The most that can be taken.
        cap: Points,
        /// Until when.
        valid_until: Millis,
    },
    /// A charge voucher.
    Voucher,
    /// A code that makes this phone a shop's.
    PairShop {
        /// The shop.
        shop: ShopView,
    },
    /// The printed card of a person without a phone.
    PrintedCard,
    /// A shop's code of JPQR, which other services pay.
    OtherService,
    /// A payer's code of another service.
    OtherPayer,
    /// A web address; asked about before it is opened.
    Link {
        /// The address.
        url: String,
    },
}

impl Core {
    pub(crate) async fn scan(&self, text: String) -> AppResult<Intent> {
        match self.scanned(&text)? {
            Scanned::Shop(code) => {
                Ok(Intent::PayShop { shop: self.shop_view(code.shop, &code.merchant.name).await? })
            }
            Scanned::Till(code) => {
                if self.time.now() > code.expires_at {
                    return Err(ErrorCode::TillExpired.into());
                }
                let shop = self.shop_view(code.shop, &code.merchant.name).await?;
                let reference = self.till_as_asked(code.till).await?.and_then(|till| till.reference);
                Ok(Intent::PayTill {
                    shop,
                    till: code.till,
                    amount: code.amount,
                    expires_at: code.expires_at,
                    reference,
                })
            }
            Scanned::OneTime(code) => {
                Ok(Intent::TakeCode { cap: code.face.cap, valid_until: code.face.valid_until })
            }
            Scanned::Voucher(_) => Ok(Intent::Voucher),
            Scanned::Pairing(code) => Ok(Intent::PairShop { shop: self.shop_view(code.shop, "").await? }),
            Scanned::PrintedCard(_) => Ok(Intent::PrintedCard),
            Scanned::Jpqr(_) => Ok(Intent::OtherService),
            Scanned::JpqrPayer => Ok(Intent::OtherPayer),
            Scanned::Link(url) => Ok(Intent::Link { url }),
        }
    }

    /// A code of this town: `other_town` for another's.
    pub(crate) fn scanned(&self, text: &str) -> AppResult<Scanned> {
        Ok(qr::parse(text.trim())?.of_town(self.town)?)
    }

    /// The shop as the directory knows it, or by the name in its code when that cannot be asked.
    async fn shop_view(&self, id: ShopId, name: &str) -> AppResult<ShopView> {
        let known = self.shop(id).await?;
        Ok(known.as_ref().map_or_else(
            || ShopView { id, name: name.to_owned(), area: String::new(), open: true },
            ShopView::from,
        ))
    }

    /// The order as the server has it, when it can be asked: `till_paid`, `till_cancelled` or `till_expired`
    /// when it can no longer be paid.
    async fn till_as_asked(&self, id: TillId) -> AppResult<Option<Till>> {
        if !self.speaks_for(Party::Person).await? {
            return Ok(None);
        }
        let till: Till = match self.session(Party::Person).get(&format!("/v1/tills/{id}")).await {
            Ok(answer) => answer.json()?,
            Err(error) if error.is_transient() => return Ok(None),
            Err(error) => return Err(error),
        };
        match till.state {
            TillState::Open => Ok(Some(till)),
            TillState::Paid => Err(ErrorCode::TillPaid.into()),
            TillState::Cancelled => Err(ErrorCode::TillCancelled.into()),
            TillState::Expired => Err(ErrorCode::TillExpired.into()),
        }
    }
}
