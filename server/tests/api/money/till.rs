//! Orders at a till: opened, scanned, paid once, withdrawn, run out.

use axum::http::Method;
use yui_protocol::{
    ErrorCode, Millis, Points, TillId,
    changes::Record,
    command::{Act, CancelTill, CommandAnswer, OpenTill, Pay, Refund},
    shop::{Till, TillState},
};

use super::{Town, entry, feed, made, new_shop, send, signed_by};
use crate::support::{Answer, World, on_both};

on_both! { an_order_is_paid_once an_order_is_withdrawn_or_runs_out what_cannot_be_an_order_is_refused }

fn open_act(points: i64) -> Act {
    Act::OpenTill(OpenTill {
        amount: Points(points),
        reference: Some("12番テーブル".to_owned()),
        seconds: 300,
    })
}

#[track_caller]
fn till(answer: &Answer) -> Till {
    match answer.json::<CommandAnswer>().records.as_slice() {
        [Record::Till(till)] => till.clone(),
        other => panic!("{other:?}"),
    }
}

async fn pay(town: &Town, till: TillId, points: i64) -> Answer {
    let act = Act::Pay(Pay { shop: town.shop, amount: Points(points), till: Some(till) });
    town.send(&town.phone.command(&town.world, act, |_| {})).await
}

async fn look(town: &Town, till: TillId) -> Till {
    town.phone.call(&town.world, Method::GET, &format!("/v1/tills/{till}"), None).await.json()
}

async fn an_order_is_paid_once(world: World) {
    let town = Town::with_points(world, 5000).await;
    let signed = town.shop_phone.command(&town.world, open_act(850), |_| {});
    let opened = town.send(&signed).await;
    let order = till(&opened);
    assert_eq!((order.state, order.amount, order.shop), (TillState::Open, Points(850), town.shop));
    assert_eq!(look(&town, order.id).await, order);
    pay(&town, order.id, 849).await.refused(ErrorCode::TillAmountDiffers);
    let act = Act::Pay(Pay { shop: town.shop, amount: Points(850), till: Some(order.id) });
    let payment = town.phone.command(&town.world, act, |_| {});
    let answer = town.send(&payment).await;
    let paid = entry(&answer);
    assert_eq!(made(&town.send(&payment).await), made(&answer), "a lost answer is given again");
    assert_eq!(paid.code.map(|code| code.0), Some(order.id.0), "the receipt names the order");
    pay(&town, order.id, 850).await.refused(ErrorCode::TillPaid);
    assert_eq!(town.available().await, 4150);
    assert_eq!(made(&town.send(&signed).await), made(&opened), "the answer to the opening stays what it was");
    let tills: Vec<TillState> = feed(&town.world, &town.shop_phone)
        .await
        .iter()
        .filter_map(|record| if let Record::Till(till) = record { Some(till.state) } else { None })
        .collect();
    assert_eq!(tills, [TillState::Paid, TillState::Paid], "by its opening and by its payment, as it stands");
    town.by_shop(Act::CancelTill(CancelTill { till: order.id })).await.refused(ErrorCode::TillPaid);
}

async fn an_order_is_withdrawn_or_runs_out(world: World) {
    let town = Town::with_points(world, 5000).await;
    let order = till(&town.by_shop(open_act(100)).await);
    let cancel = Act::CancelTill(CancelTill { till: order.id });
    let (_, other) = new_shop(&town.world, "青空市場").await;
    send(&town.world, &other.command(&town.world, cancel.clone(), |_| {}))
        .await
        .refused(ErrorCode::TillUnknown);
    let signed = town.shop_phone.command(&town.world, cancel.clone(), |_| {});
    let cancelled = town.send(&signed).await;
    assert_eq!(till(&cancelled).state, TillState::Cancelled);
    assert_eq!(made(&town.send(&signed).await), made(&cancelled));
    town.by_shop(cancel).await.refused(ErrorCode::TillCancelled);
    pay(&town, order.id, 100).await.refused(ErrorCode::TillCancelled);

    let late = till(&town.by_shop(open_act(100)).await);
    town.world.clock.advance(300 * Millis::SECOND + 1);
    pay(&town, late.id, 100).await.refused(ErrorCode::TillExpired);
    assert_eq!(look(&town, late.id).await.state, TillState::Expired);
    pay(&town, TillId::from_bytes([7; 16]), 100).await.refused(ErrorCode::TillUnknown);
    assert_eq!(town.available().await, 5000);
}

async fn what_cannot_be_an_order_is_refused(world: World) {
    let town = Town::with_points(world, 5000).await;
    let act = |amount, reference: &str, seconds| {
        Act::OpenTill(OpenTill { amount: Points(amount), reference: Some(reference.to_owned()), seconds })
    };
    town.by_shop(act(0, "", 300)).await.refused(ErrorCode::AmountInvalid);
    town.by_shop(act(1, "", 29)).await.refused(ErrorCode::MalformedRequest);
    town.by_shop(act(1, "", 3601)).await.refused(ErrorCode::MalformedRequest);
    town.by_shop(act(1, &"長".repeat(26), 300)).await.refused(ErrorCode::MalformedRequest);
    for unseen in ["a\nb", "\u{202e}21", "卓\u{200b}1", "\u{feff}1", "卓\u{2066}1"] {
        town.by_shop(act(1, unseen, 300)).await.refused(ErrorCode::MalformedRequest);
    }
    // One id is one act, also across acts that move money and acts that do not.
    let order = till(&town.by_shop(open_act(100)).await);
    let reused = town.phone.command(&town.world, town.pay_act(1), |command| command.id.0 = order.id.0);
    town.send(&reused).await.refused(ErrorCode::IdConflict);
    let paid = town.pay(1).await;
    let reused = town.shop_phone.command(&town.world, open_act(1), |command| command.id = paid.id);
    town.send(&reused).await.refused(ErrorCode::IdConflict);
    let refund = Act::Refund(Refund { payment: paid.id, amount: Points(1) });
    let reused = town.shop_phone.command(&town.world, refund, |command| command.id.0 = order.id.0);
    town.send(&reused).await.refused(ErrorCode::IdConflict);
    // An opening is answered again to the shop that opened, and to no other.
    let opening = town.shop_phone.command(&town.world, open_act(100), |_| {});
    till(&town.send(&opening).await);
    let (_, other) = new_shop(&town.world, "青空市場").await;
    send(&town.world, &signed_by(&opening, &other.device)).await.refused(ErrorCode::IdConflict);
}
