//! Doing a chore, in whichever process it ends up.

use futures_util::{StreamExt, TryStreamExt, stream};
use yui_protocol::ErrorCode;

use super::{Chore, Done, OPERATOR};
use crate::{
    ledger_check,
    pages::{qr_svg, shops, voucher_sheet},
    shop::{self, ShopDraft, pairing},
    staff::account,
    standby,
    state::Yui,
    wallet::voucher::{self, NewBatch, batches},
};

/// How many shops are written at once, so that they share a commit.
const AT_ONCE: usize = 64;

impl Chore {
    /// Does it.
    pub async fn run(self, yui: &Yui) -> Result<Done, ErrorCode> {
        // Any server can play the ledger; the rest needs what only the one that leads remembers.
        if !matches!(self, Self::VerifyLedger) {
            standby::check(yui).await?;
        }
        let town = &yui.config.municipality;
        Ok(match self {
            Self::StaffAdd(new) => one_time(&account::add(yui, OPERATOR, new).await?),
            Self::StaffReset { sign_in } => one_time(&account::reset(yui, OPERATOR, &sign_in).await?),
            Self::StaffEnd { sign_in } => {
                account::end(yui, OPERATOR, &sign_in).await?;
                Done::Ended
            }
            Self::StaffList => {
                let line = |one: crate::staff::Staff| (one.sign_in, one.shown, one.role.word().to_owned());
                Done::Staff { staff: account::list(yui.town.reader()).await?.into_iter().map(line).collect() }
            }
            Self::ShopsPut { drafts } => put_shops(yui, drafts).await?,
            Self::ShopAdd { id, draft } => {
                let (listed, code) = pairing::add_shop(yui, OPERATOR, id, draft).await?;
                let code = code.to_text();
                Done::ShopAdded {
                    shop: listed.shop.id,
                    svg: qr_svg::svg(&code, shops::LARGEST, "pairing")?,
                    code,
                }
            }
            Self::ShopList => Done::ShopList { shops: shop::settle::unsettled(yui).await? },
            Self::ShopOpen { shop, open } => {
                let listed = shop::directory::set_open(yui, OPERATOR, shop, open).await?;
                Done::Shop { shop: listed.shop.clone() }
            }
            Self::ShopSettle(settlement) => {
                let entry = shop::settle::settle(yui, OPERATOR, settlement).await?;
                Done::Settled { amount: entry.amount, receipt: entry.receipt }
            }
            Self::ShopPoster { shop } => {
                let listed = yui.shops.get(shop)?;
                Done::Poster {
                    name: listed.shop.name.clone(),
                    svg: shops::poster_svg(town, &listed)?,
                    page: shops::poster_page(town, &listed, shops::style_of(true))?,
                }
            }
            Self::ShopPairing { shop } => {
                let code = pairing::make_code(yui, OPERATOR, shop).await?.to_text();
                Done::Pairing { svg: qr_svg::svg(&code, shops::LARGEST, "pairing")?, code }
            }
            Self::ShopPhones { shop } => Done::Phones { phones: pairing::devices(yui, shop).await? },
            Self::ShopRevoke { phone } => {
                let phone = pairing::find(yui, phone).await?;
                Done::Revoked { phone: pairing::revoke(yui, OPERATOR, phone).await? }
            }
            Self::VoucherIssue { id, programme, amount, count, last_day } => {
                let batch = NewBatch { id, programme, amount, last_day, count };
                let made = voucher::make(yui, OPERATOR, batch.clone()).await?;
                Done::Vouchers {
                    sheet: voucher_sheet::page(town, &batch, &made, yui.clock.now().day_jst())?,
                    vouchers: made.into_iter().map(|one| (one.id, one.code.to_text())).collect(),
                }
            }
            Self::VoucherList { batch: None } => Done::Batches { batches: batches::all(yui).await? },
            Self::VoucherList { batch: Some(batch) } => {
                Done::VoucherStates { vouchers: batches::states(yui, batch).await? }
            }
            Self::VoucherCancelBatch { batch } => {
                Done::Cancelled { vouchers: batches::cancel(yui, OPERATOR, batch).await? }
            }
            Self::VoucherCancel { voucher } => {
                voucher::cancel(yui, OPERATOR, voucher).await?;
                Done::Cancelled { vouchers: 1 }
            }
            Self::VerifyLedger => {
                let feed = Box::pin(ledger_check::check_feed(yui));
                ledger_check::quietly(yui.town_place.clone())
                    .await
                    .done(feed)
                    .await
                    .map_err(|error| error.code())?
            }
        })
    }
}

fn one_time(password: &crate::staff::password::Password) -> Done {
    Done::OneTimePassword { password: password.reveal().to_owned() }
}

async fn put_shops(yui: &Yui, drafts: Vec<ShopDraft>) -> Result<Done, ErrorCode> {
    for draft in &drafts {
        draft.check(&yui.config.municipality)?;
    }
    let known = |draft: &ShopDraft| {
        draft.source.as_deref().is_some_and(|source| yui.shops.of_source(source).is_some())
    };
    let added = drafts.iter().filter(|draft| !known(draft)).count();
    let shops =
        stream::iter(drafts)
            .map(|draft| async move {
                shop::directory::put(yui, OPERATOR, draft).await.map(|listed| listed.shop.id)
            })
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
    Ok(Done::Shops { shops, added })
}
