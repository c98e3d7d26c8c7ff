//! Payments: once whatever happens, within the limits, by the right key.

use futures_util::future::join_all;
use yui_protocol::{
    CLOCK_SKEW, CommandId, ErrorCode, Millis, Points, ShopId,
    command::{Act, Pay},
    identity::EnrolPurpose,
    wallet::{Assurance, EntryKind, EntryState},
};
use yui_server::shop::directory;
use yui_testkit::card::Person;

use super::{STAFF, Town, bent, entry, feed, history, made, refusal, send, signed_by};
use crate::support::{Card, Phone, World, on_both};

on_both! {
    payer_and_shop_see_the_same the_same_command_is_one_payment an_accepted_command_is_answered_for_ever
    wrong_amounts_shops_and_keys_are_refused two_phones_cannot_spend_the_same_points
    two_phones_cannot_pass_a_bound_together proofs_are_asked_for_at_their_bounds limits_hold_to_the_last_point
    a_wrong_clock_is_told a_repeated_command_is_answered_to_its_sender_only
}

async fn payer_and_shop_see_the_same(world: World) {
    let town = Town::with_points(world, 5000).await;
    let paid = town.pay(850).await;
    assert_eq!((paid.kind, paid.state, paid.amount), (EntryKind::Payment, EntryState::Paid, Points(850)));
    assert_eq!(paid.lots.iter().map(|lot| lot.amount.0).sum::<i64>(), 850);
    assert_eq!(paid.shop.as_ref().map(|shop| (shop.id, shop.name.as_str())), Some((town.shop, "花子パン")));
    assert!(paid.receipt.ends_with(&format!("-{}", paid.seq)), "{}", paid.receipt);

    let hers = history(&feed(&town.world, &town.phone).await);
    assert_eq!(
        hers.iter().map(|line| line.kind).collect::<Vec<_>>(),
        [EntryKind::Charge, EntryKind::Payment]
    );
    assert_eq!(hers[1], paid);
    let theirs = history(&feed(&town.world, &town.shop_phone).await);
    assert_eq!(theirs.len(), 1);
    let seen = &theirs[0];
    assert_eq!((seen.id, seen.amount, seen.state, seen.at), (paid.id, paid.amount, paid.state, paid.at));
    assert!(seen.lots.is_empty() && seen.programme.is_none());
    assert_eq!(town.available().await, 4150);
}

async fn the_same_command_is_one_payment(world: World) {
    let town = Town::with_points(world, 5000).await;
    let signed = town.payment(850);
    let answers = join_all((0..8).map(|_| town.send(&signed))).await;
    for answer in &answers {
        assert_eq!(answer.status.as_u16(), 200);
        assert_eq!(made(answer), made(&answers[0]));
    }
    assert_eq!(town.available().await, 4150);
    let other = bent(&town, &signed, |command| command.act = town.pay_act(851));
    town.send(&other).await.refused(ErrorCode::IdConflict);
    assert_eq!(town.available().await, 4150);
}

async fn an_accepted_command_is_answered_for_ever(world: World) {
    let town = Town::with_points(world, 900).await;
    let signed = town.payment(850);
    let first = town.send(&signed).await;
    directory::set_open(town.world.yui(), STAFF, town.shop, false).await.expect("closed");
    town.world.clock.advance(3 * Millis::DAY);
    let again = town.send(&signed).await;
    assert_eq!(made(&first), made(&again));
    // One that was never accepted gets no such grace.
    town.send(&town.payment(1)).await.refused(ErrorCode::ShopClosed);
    // Also when memory has let go of it, and after a restart.
    town.charge(1).await;
    assert_eq!(made(&town.send(&signed).await), made(&first));
    let world = town.world.restart().await;
    assert_eq!(made(&send(&world, &signed).await), made(&first));
}

async fn a_repeated_command_is_answered_to_its_sender_only(world: World) {
    let town = Town::with_points(world, 5000).await;
    let signed = town.payment(850);
    let first = town.send(&signed).await;
    // A phone that lost its signed bytes in a crash signs the kept payload again: the same act.
    let again = signed_by(&signed, &town.phone.device);
    assert_ne!(again.signature, signed.signature);
    assert_eq!(made(&town.send(&again).await), made(&first));
    let (taro, _) = Phone::registered(&town.world, &Card::of(&Person::taro())).await;
    town.send(&signed_by(&signed, &taro.device)).await.refused(ErrorCode::IdConflict);
    assert_eq!(town.available().await, 4150);
}

async fn wrong_amounts_shops_and_keys_are_refused(world: World) {
    let town = Town::with_points(world, 5000).await;
    for amount in [0, -1, 1_000_000_000, i64::MAX, i64::MIN] {
        town.send(&town.payment(amount)).await.refused(ErrorCode::AmountInvalid);
    }
    town.send(&town.payment(5001)).await.refused(ErrorCode::InsufficientBalance);
    let nowhere = Act::Pay(Pay { shop: ShopId([9; 8]), amount: Points(1), till: None });
    town.send(&town.phone.command(&town.world, nowhere, |_| {})).await.refused(ErrorCode::ShopUnknown);
    town.by_shop(town.pay_act(1)).await.refused(ErrorCode::Forbidden);
    assert_eq!(town.available().await, 5000);
    assert_eq!(history(&feed(&town.world, &town.phone).await).len(), 1, "nothing but the charge");
}

async fn two_phones_cannot_spend_the_same_points(world: World) {
    let town = Town::with_points(world, 5000).await;
    let second = Phone::new();
    Phone::profile(&second.enrol(&town.world, &town.card, EnrolPurpose::AddDevice).await);
    let payments: Vec<_> = (0..6)
        .map(|n| if n % 2 == 0 { &town.phone } else { &second })
        .map(|phone| phone.command(&town.world, town.pay_act(2000), |_| {}))
        .collect();
    let answers = join_all(payments.iter().map(|signed| town.send(signed))).await;
    let accepted = answers.iter().filter(|answer| answer.status.as_u16() == 200).count();
    assert_eq!(accepted, 2);
    for refused in answers.iter().filter_map(refusal) {
        assert_eq!(refused, ErrorCode::InsufficientBalance);
    }
    assert_eq!(town.available().await, 1000);
}

async fn two_phones_cannot_pass_a_bound_together(world: World) {
    let town = Town::with_points(world, 200_000).await;
    let second = Phone { device_uv: None, ..Phone::new() };
    Phone::profile(&second.enrol(&town.world, &town.card, EnrolPurpose::AddDevice).await);
    let one = town.plain_payment(60_000);
    let other = second.command(&town.world, town.pay_act(60_000), |_| {});
    let (one, other) = tokio::join!(send(&town.world, &one), send(&town.world, &other));
    let refused: Vec<_> = [&one, &other].into_iter().filter_map(refusal).collect();
    assert_eq!(refused, [ErrorCode::StepUpRequired]);
    assert_eq!(town.available().await, 140_000);
}

async fn proofs_are_asked_for_at_their_bounds(world: World) {
    let town = Town::with_points(world, 1_000_000).await;
    let needs = async |signed, proof| {
        assert_eq!(town.send(&signed).await.refused(ErrorCode::StepUpRequired).required, Some(proof));
    };
    needs(town.plain_payment(100_000), Assurance::DeviceUv).await;
    needs(town.payment(500_000), Assurance::DeviceUvCard).await;
    entry(&town.send(&town.plain_payment(99_999)).await);
    // What was paid within the window counts, so splitting does not help.
    needs(town.plain_payment(1), Assurance::DeviceUv).await;
    needs(town.payment(400_001), Assurance::DeviceUvCard).await;
    town.pay(400_000).await;
    let last = town.payment(1);
    needs(last.clone(), Assurance::DeviceUvCard).await;
    entry(&town.send(&Phone::with_card(last, &town.card)).await);
    // A day later the window has moved on.
    town.world.clock.advance(Millis::DAY + 1);
    entry(&town.send(&town.plain_payment(99_999)).await);
}

async fn limits_hold_to_the_last_point(world: World) {
    let town = Town::with_points(world, 1_000_000).await;
    town.charge(1_000_000).await;
    let by_card = async |points| town.send(&Phone::with_card(town.payment(points), &town.card)).await;
    by_card(1_000_001).await.refused(ErrorCode::OverPaymentLimit);
    entry(&by_card(1_000_000).await);
    by_card(200_001).await.refused(ErrorCode::OverDailyLimit);
    entry(&by_card(200_000).await);
    // The day ends at midnight in Japan, twelve hours after the test's noon.
    town.world.clock.advance(12 * Millis::HOUR);
    entry(&by_card(1).await);
}

async fn a_wrong_clock_is_told(world: World) {
    let town = Town::with_points(world, 5000).await;
    let ahead = town.phone.command(&town.world, town.pay_act(1), |command| {
        command.issued_at = command.issued_at.plus(5 * Millis::DAY);
        command.valid_until = command.valid_until.plus(5 * Millis::DAY);
        command.id = CommandId::new(command.issued_at, [3; 10]);
    });
    let problem = town.send(&ahead).await.refused(ErrorCode::ClockSkew);
    assert_eq!(problem.server_time, Some(town.world.now()));
    let fast = |by: i64| {
        town.phone.command(&town.world, town.pay_act(1), |command| {
            command.issued_at = command.issued_at.plus(by);
            command.id = CommandId::new(command.issued_at, [4; 10]);
            command.valid_until = command.issued_at.plus(Millis::MINUTE);
        })
    };
    town.send(&fast(CLOCK_SKEW + 1)).await.refused(ErrorCode::ClockSkew);
    entry(&town.send(&fast(CLOCK_SKEW)).await);
    let behind = town.payment(1);
    town.world.clock.advance(5 * Millis::DAY);
    let problem = town.send(&behind).await.refused(ErrorCode::CommandExpired);
    assert_eq!(problem.server_time, Some(town.world.now()));
}
