//! What else a person can want: a voucher, a one-time code that a shop redeems, a refund, an order at the till and its
//! cancellation. Each meets every network with an app that dies while its bytes are on the way, and every death where
//! the network is good or loses the answer.

use std::sync::Arc;

use serde_json::json;
use yui_app::{
    YuiApp,
    store::{Moment, WritePoint},
};
use yui_protocol::{Points, TillId, shop::TillState, wallet::EntryKind};
use yui_testkit::deed::{Deed, Over};
use yui_tests::{fault_proxy::Network, scenario::Phone};

use crate::town::{AMOUNT, Case, MONEY, NETWORKS, POINTS, Side, Town, act, in_ledger, kept, lines};

/// Every network with the one death, and every death in the two networks that let the act through.
fn cases() -> Vec<Case> {
    let on_the_way = (WritePoint::Sending, Moment::After);
    let mut cases = Vec::new();
    for network in NETWORKS {
        for point in POINTS {
            for moment in [Moment::Before, Moment::After] {
                let passes = matches!(network, Network::On | Network::LoseAnswer);
                if passes || (point, moment) == on_the_way {
                    cases.push((network, point, moment));
                }
            }
        }
    }
    cases
}

/// Whose phone does it, and whose lives meanwhile.
fn phones(deed: Deed, town: &Town) -> [&Phone; 2] {
    if deed == Deed::Voucher { [&town.hanako, &town.maruya] } else { [&town.maruya, &town.hanako] }
}

async fn ready(deed: Deed, town: &Town, other: &YuiApp) -> Over {
    match deed {
        Deed::Voucher => {
            let made = act(&town.server, "voucher", json!({ "points": AMOUNT, "days": 30 })).await;
            Over::Text(made["voucher"].as_str().expect("a text").to_owned())
        }
        Deed::Code => {
            town.network(&town.hanako, Network::Off).await;
            let code = other.wallet().show_code().await.expect("a code needs no network");
            town.network(&town.hanako, Network::On).await;
            Over::Text(code.text)
        }
        Deed::Refund => {
            let quote = other.wallet().prepare(town.shop, AMOUNT, None).await.expect("a quote");
            Over::Payment(other.wallet().confirm(quote.id).await.expect("paid").id)
        }
        Deed::OpenTill => Over::Nothing,
        Deed::CancelTill => {
            let shop = town.maruya.open(None).await.expect("opens");
            Over::Till(shop.shop().open_till(AMOUNT, None, 3_600).await.expect("an order").id)
        }
    }
}

/// How often it was done, as far as both phones know the same and ask for nothing any more.
async fn seen(deed: Deed, app: &YuiApp, other: &YuiApp, tills: &[TillId]) -> Option<usize> {
    match deed {
        Deed::Voucher => {
            let charges = lines(app, Side::Resident, EntryKind::Charge).await;
            // The first one is the money of the counter.
            charges.iter().all(|line| line.in_ledger).then(|| charges.len() - 1)
        }
        Deed::Code | Deed::Refund => {
            let kind = if deed == Deed::Code { EntryKind::Payment } else { EntryKind::Refund };
            let shops = lines(app, Side::Shop, kind).await;
            // A code that nobody has redeemed yet stands in her list, and not in the ledger.
            let hers = lines(other, Side::Resident, kind).await;
            let same = in_ledger(&shops) == in_ledger(&hers);
            (same && shops.iter().all(|line| line.in_ledger)).then_some(shops.len())
        }
        Deed::OpenTill => app.shop().today().await.ok().map(|today| today.tills.len()),
        Deed::CancelTill => {
            let mut cancelled = 0;
            for till in tills {
                let till = app.shop().till(*till).await.ok()?;
                cancelled += usize::from(till.state == TillState::Cancelled);
            }
            Some(cancelled)
        }
    }
}

async fn every_deed(more: &[String]) {
    let folder = tempfile::tempdir().expect("a folder");
    let town = Town::begin(folder.path(), more).await;
    let (mut charged, mut taken) = (0, 0);
    for deed in Deed::ALL {
        let [dies, lives] = phones(deed, &town);
        let other = lives.open(None).await.expect("opens");
        let (mut wanted, mut tills) = (0, Vec::new());
        for case in cases() {
            let over = ready(deed, &town, &other).await;
            if let Over::Till(till) = over {
                tills.push(till);
            }
            town.dies(dies, case, async |app| deed.act(app, &over, AMOUNT).await).await;
            wanted += usize::from(kept(case));
            let app = dies.open(None).await.expect("opens again");
            let look = async || seen(deed, &app, &other, &tills).await;
            let settled = Town::settled([&app, &other], async || look().await == Some(wanted)).await;
            assert!(settled, "{deed:?} {case:?}: {:?} instead of {wanted}", look().await);
        }
        let count = i64::try_from(wanted).expect("few");
        match deed {
            Deed::Voucher => charged = count,
            Deed::Code => taken += count,
            // What was to be refunded and was not is still the shop's.
            Deed::Refund => taken += i64::try_from(cases().len()).expect("few") - count,
            Deed::OpenTill | Deed::CancelTill => {}
        }
    }
    let [hanako, maruya]: [Arc<YuiApp>; 2] =
        [town.hanako.open(None).await.expect("opens"), town.maruya.open(None).await.expect("opens")];
    let taken = Points(taken * AMOUNT.0);
    let has = Points(MONEY.0 + charged * AMOUNT.0 - taken.0);
    let known = Town::settled([&hanako, &maruya], async || {
        hanako.wallet().snapshot().await.is_ok_and(|wallet| wallet.available == has)
    })
    .await;
    assert!(known, "she has what she should");
    town.ends(&hanako, &maruya, has, taken).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_network_and_no_death_loses_or_doubles_any_other_act() {
    every_deed(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_network_and_no_death_loses_or_doubles_any_other_act_on_postgres() {
    let cluster = yui_store::testing::Cluster::get();
    let arguments = ["--postgres", &cluster.url(), "--schema", &cluster.schema()];
    every_deed(&arguments.map(str::to_owned)).await;
}
