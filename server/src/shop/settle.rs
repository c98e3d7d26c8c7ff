//! Paying takings out to a shop: the money goes by bank, the ledger notes it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use yui_ledger::{Command, Op};
use yui_protocol::{CommandId, ErrorCode, Points, ShopId, shop::Shop, wallet::Entry};
use yui_store::Party;

use super::noted;
use crate::{state::Yui, wallet::entry};

/// A pay-out as staff write it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// The id of the act, made with the form and kept: the same id is the same pay-out.
    pub id: CommandId,
    /// To whom.
    pub shop: ShopId,
    /// How much, at most the shop's unsettled balance.
    pub amount: Points,
}

impl Settlement {
    fn digest(&self) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"yui/settle/v1")
            .chain_update(self.shop.0)
            .chain_update(self.amount.0.to_be_bytes())
            .finalize()
            .into()
    }
}

/// Every shop, closed ones too, with what it took and was not yet paid out.
pub async fn unsettled(yui: &Yui) -> Result<Vec<(Shop, Points)>, ErrorCode> {
    let shops = yui.shops.all();
    yui.town_write(move |unit| {
        Box::pin(async move {
            let owed = |shop: Shop| {
                let points = unit.ledger().shop_unsettled(shop.id);
                (shop, points)
            };
            Ok(shops.into_iter().map(owed).collect())
        })
    })
    .await
}

/// What all shops together took and were not yet paid out.
pub async fn unsettled_in_all(yui: &Yui) -> Result<Points, ErrorCode> {
    let owed = unsettled(yui).await?;
    Ok(Points(owed.iter().map(|(_, points)| points.0).sum()))
}

/// Notes a pay-out, once. Refused: `shop_unknown`, `amount_invalid`, `insufficient_balance`, `id_conflict`.
pub async fn settle(yui: &Yui, staff: &str, settlement: Settlement) -> Result<Entry, ErrorCode> {
    let Settlement { id, shop, amount } = settlement;
    yui.shops.get(shop)?;
    let command =
        Command { id, digest: settlement.digest(), signature: None, op: Op::Settle { shop, amount } };
    let staff = staff.to_owned();
    let posted = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let known = unit.find(id).await?.is_some();
                let posted = unit.apply(&command).await?;
                if !known {
                    noted(unit, &staff, "shop.settled", shop);
                }
                Ok(posted)
            })
        })
        .await?;
    Ok(entry::made(&posted, Party::Shop(shop), &yui.shops))
}
