//! A payment, through every network with every death of the app.

use yui_app::store::Moment;
use yui_protocol::{
    Points,
    wallet::{EntryKind, EntryState},
};

use crate::town::{AMOUNT, MONEY, NETWORKS, POINTS, Side, Town, in_ledger, kept, lines};

/// One after the other, on one phone that lives through all of it.
async fn every_network_with_every_death(more: &[String]) {
    let folder = tempfile::tempdir().expect("a folder");
    let town = Town::begin(folder.path(), more).await;
    let maruya = town.maruya.open(None).await.expect("opens");
    let mut wanted = 0;
    for network in NETWORKS {
        for point in POINTS {
            for moment in [Moment::Before, Moment::After] {
                let case = (network, point, moment);
                town.dies(&town.hanako, case, async |app| {
                    let quote = app.wallet().prepare(town.shop, AMOUNT, None).await?;
                    let line = app.wallet().confirm(quote.id).await?;
                    assert!(
                        matches!(line.state, EntryState::Paid | EntryState::Pending),
                        "{case:?}: {line:?}"
                    );
                    Ok::<_, yui_app::AppError>(())
                })
                .await;
                wanted += usize::from(kept(case));
                let app = town.hanako.open(None).await.expect("opens again");
                let same = Town::settled([&app, &maruya], async || {
                    let hers = lines(&app, Side::Resident, EntryKind::Payment).await;
                    let shops = lines(&maruya, Side::Shop, EntryKind::Payment).await;
                    let paid = hers.iter().chain(&shops);
                    let all_paid =
                        paid.into_iter().all(|line| line.state == EntryState::Paid && line.amount == AMOUNT);
                    all_paid && hers.len() == wanted && in_ledger(&hers) == in_ledger(&shops)
                })
                .await;
                assert!(same, "{case:?}: both know the same {wanted} payments");
            }
        }
    }
    let app = town.hanako.open(None).await.expect("opens again");
    app.sync().await.expect("synced");
    assert_eq!(app.wallet().snapshot().await.expect("a wallet").pending, Points(0));
    let spent = Points(AMOUNT.0 * i64::try_from(wanted).expect("few"));
    town.ends(&app, &maruya, Points(MONEY.0 - spent.0), spent).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_network_with_every_death_neither_loses_nor_doubles_a_payment() {
    every_network_with_every_death(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_network_with_every_death_neither_loses_nor_doubles_a_payment_on_postgres() {
    let cluster = yui_store::testing::Cluster::get();
    let arguments = ["--postgres", &cluster.url(), "--schema", &cluster.schema()];
    every_network_with_every_death(&arguments.map(str::to_owned)).await;
}
