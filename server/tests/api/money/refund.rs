//! Refunds: to the lots that paid, in parts, out of what was not paid out yet.

use yui_protocol::{
    CommandId, ErrorCode, Millis, Points,
    command::{Act, Refund},
    shop::{RefundQuote, RefundQuoteRequest},
    wallet::{EntryKind, EntryState},
};
use yui_server::{
    shop::settle::{self, Settlement},
    wallet::{expire, issue},
};

use axum::http::Method;

use super::{STAFF, Town, entry, feed, history, new_shop, send, unused};
use crate::support::{Answer, Phone, World, on_both};

on_both! {
    parts_add_up_to_the_payment only_the_shop_and_only_what_it_has onto_a_lot_that_ran_out
    what_is_given_back_may_pass_the_balance_cap a_quote_tells_before_and_moves_nothing a_quote_tells_what_has_run_out
}

async fn refund(town: &Town, payment: CommandId, points: i64) -> Answer {
    town.by_shop(Act::Refund(Refund { payment, amount: Points(points) })).await
}

async fn parts_add_up_to_the_payment(world: World) {
    let town = Town::with_points(world, 5000).await;
    let paid = town.pay(1200).await;
    let first = entry(&refund(&town, paid.id, 200).await);
    assert_eq!(
        (first.kind, first.state, first.payment),
        (EntryKind::Refund, EntryState::Done, Some(paid.id))
    );
    for phone in [&town.phone, &town.shop_phone] {
        let lines = history(&feed(&town.world, phone).await);
        let line = lines.iter().find(|line| line.id == paid.id).expect("the payment");
        assert_eq!(
            (line.state, line.refunded, line.amount),
            (EntryState::PartlyRefunded, Points(200), Points(1200))
        );
    }
    refund(&town, paid.id, 1001).await.refused(ErrorCode::RefundTooLarge);
    refund(&town, paid.id, 0).await.refused(ErrorCode::AmountInvalid);
    entry(&refund(&town, paid.id, 1000).await);
    refund(&town, paid.id, 1).await.refused(ErrorCode::RefundTooLarge);
    let (hers, theirs) =
        (history(&feed(&town.world, &town.phone).await), history(&feed(&town.world, &town.shop_phone).await));
    let facts = |lines: &[yui_protocol::wallet::Entry]| -> Vec<_> {
        lines
            .iter()
            .filter(|l| l.kind != EntryKind::Charge)
            .map(|l| (l.id, l.amount, l.state, l.at))
            .collect()
    };
    assert_eq!(facts(&hers), facts(&theirs));
    assert_eq!(facts(&hers)[0].2, EntryState::Refunded);
    assert_eq!(town.available().await, 5000);
}

async fn only_the_shop_and_only_what_it_has(world: World) {
    let town = Town::with_points(world, 5000).await;
    let paid = town.pay(1000).await;
    refund(&town, unused(&town.world), 1).await.refused(ErrorCode::PaymentUnknown);
    let (_, other) = new_shop(&town.world, "青空市場").await;
    let act = Act::Refund(Refund { payment: paid.id, amount: Points(1) });
    send(&town.world, &other.command(&town.world, act.clone(), |_| {}))
        .await
        .refused(ErrorCode::PaymentUnknown);
    town.send(&town.phone.command(&town.world, act, |_| {})).await.refused(ErrorCode::Forbidden);

    let settlement = Settlement { id: unused(&town.world), shop: town.shop, amount: Points(900) };
    let settled = settle::settle(town.world.yui(), STAFF, settlement).await.expect("paid out");
    assert_eq!(settled.kind, EntryKind::Settlement);
    let again = settle::settle(town.world.yui(), STAFF, settlement).await;
    assert_eq!(again, Ok(settled), "the same form is one pay-out");
    let more = Settlement { id: unused(&town.world), amount: Points(101), ..settlement };
    assert_eq!(settle::settle(town.world.yui(), STAFF, more).await, Err(ErrorCode::InsufficientBalance));
    refund(&town, paid.id, 101).await.refused(ErrorCode::RefundNotCovered);
    entry(&refund(&town, paid.id, 100).await);
    assert_eq!(town.available().await, 4100);
}

async fn onto_a_lot_that_ran_out(world: World) {
    let town = Town::with_points(world, 1000).await;
    let paid = town.pay(400).await;
    town.world.clock.advance(200 * Millis::DAY);
    assert_eq!(expire::run_due(town.world.yui()).await, Ok(1));
    assert_eq!(expire::run_due(town.world.yui()).await, Ok(0));
    let back = entry(&refund(&town, paid.id, 300).await);
    assert_eq!((back.amount, back.expired), (Points(300), Points(300)));
    let lines = history(&feed(&town.world, &town.phone).await);
    let kinds: Vec<_> = lines.iter().map(|line| (line.kind, line.amount.0)).collect();
    assert_eq!(
        kinds,
        [
            (EntryKind::Charge, 1000),
            (EntryKind::Payment, 400),
            (EntryKind::Expiry, 600),
            (EntryKind::Refund, 300)
        ]
    );
    assert_eq!(lines[3].expired, Points(300), "she is told");
    assert_eq!((town.available().await, town.wallet().await.lots.len()), (0, 0));
}

async fn what_is_given_back_may_pass_the_balance_cap(world: World) {
    let town = Town::with_points(world, 1_000_000).await;
    let paid = town.pay(90_000).await;
    // Up to the cap of 2,000,000, and then 90,000 come back.
    town.charge(1_000_000).await;
    town.charge(90_000).await;
    entry(&refund(&town, paid.id, 90_000).await);
    assert_eq!(town.available().await, 2_090_000);
    let more = async |points| {
        let issue = town.issue("charge-2027", points);
        issue::charge(town.world.yui(), STAFF, issue).await.map(|entry| entry.amount)
    };
    assert_eq!(more(1).await, Err(ErrorCode::OverBalanceCap), "nothing more until she is below");
    town.pay(90_000).await;
    assert_eq!(more(1).await, Err(ErrorCode::OverBalanceCap));
    town.pay(1).await;
    assert_eq!(more(2).await, Err(ErrorCode::OverBalanceCap));
    assert_eq!(more(1).await, Ok(Points(1)));
}

async fn quote(town: &Town, by: &Phone, payment: CommandId, points: i64) -> Answer {
    let asked = RefundQuoteRequest { payment, amount: Points(points) };
    let body = serde_json::to_string(&asked).expect("JSON");
    by.call(&town.world, Method::POST, "/v1/shop/refund-quote", Some(body)).await
}

async fn a_quote_tells_before_and_moves_nothing(world: World) {
    let town = Town::with_points(world, 5000).await;
    let paid = town.pay(1200).await;
    entry(&refund(&town, paid.id, 200).await);
    let head = town.world.yui().town.writer().clone();
    let seq = |unit: &mut yui_store::Unit| unit.ledger().head().seq;
    let before = head.run(move |unit| Box::pin(async move { Ok(seq(unit)) })).await.expect("a head");
    let told: RefundQuote = quote(&town, &town.shop_phone, paid.id, 300).await.json();
    let expected =
        RefundQuote { payment: paid.id, amount: Points(300), expired: Points::ZERO, left: Points(700) };
    assert_eq!(told, expected);
    for (points, code) in
        [(1001, ErrorCode::RefundTooLarge), (0, ErrorCode::AmountInvalid), (-1, ErrorCode::AmountInvalid)]
    {
        quote(&town, &town.shop_phone, paid.id, points).await.refused(code);
    }
    let nothing = unused(&town.world);
    quote(&town, &town.shop_phone, nothing, 1).await.refused(ErrorCode::PaymentUnknown);
    quote(&town, &town.phone, paid.id, 1).await.refused(ErrorCode::Forbidden);
    let (_, stranger) = new_shop(&town.world, "青空市場").await;
    quote(&town, &stranger, paid.id, 1).await.refused(ErrorCode::PaymentUnknown);
    let again: RefundQuote = quote(&town, &town.shop_phone, paid.id, 1000).await.json();
    assert_eq!((again.left, again.expired), (Points(0), Points(0)));
    let after = head.run(move |unit| Box::pin(async move { Ok(seq(unit)) })).await.expect("a head");
    assert!(after > before, "the other shop was added");
    assert_eq!(town.available().await, 4000);
    entry(&refund(&town, paid.id, 1000).await);
    quote(&town, &town.shop_phone, paid.id, 1).await.refused(ErrorCode::RefundTooLarge);
}

async fn a_quote_tells_what_has_run_out(world: World) {
    let mut town = Town::with_points(world, 1000).await;
    let paid = town.pay(400).await;
    // Long after, so that the payment is looked up in the store, by a restarted server as by the same.
    town.world.clock.advance(200 * Millis::DAY);
    town.shop_phone.log_in(&town.world).await;
    let told: RefundQuote = quote(&town, &town.shop_phone, paid.id, 300).await.json();
    assert_eq!((told.expired, told.left), (Points(300), Points(100)));
    let back = entry(&refund(&town, paid.id, 300).await);
    assert_eq!(back.expired, told.expired, "as it was told");
}
