//! What somebody tries who writes her own client: races for what is there once, commands for another's order, bytes
//! that no client of ours makes. Nobody gains a point by it.

use axum::http::StatusCode;
use futures_util::future::join_all;
use yui_protocol::{
    ErrorCode, Millis, Points, TillId,
    changes::Record,
    command::{Act, Command, CommandAnswer, OpenTill, Pay, RedeemCode, RedeemVoucher, Refund, SignedCommand},
};
use yui_server::{
    shop::directory,
    wallet::voucher::{self, NewBatch},
};
use yui_testkit::card::Person;

use super::{STAFF, Town, code::code, entry, made, new_shop, programme, refusal, send, unused};
use crate::support::{Answer, Card, Phone, World, on_both, public, sign};

on_both! {
    one_voucher_for_two_at_once one_order_for_two_at_once refunds_at_once_give_back_no_more_than_was_paid
    an_order_is_one_shops_and_ends_at_its_instant a_shop_that_closes_in_between_takes_nothing_more
    an_id_is_one_act_whoever_uses_it a_signature_has_another_form_and_the_act_is_one bytes_that_no_client_makes_are_refused
}

/// What came of several at once: how many were accepted, and why the others were not.
fn outcome(answers: &[Answer]) -> (usize, Vec<ErrorCode>) {
    let accepted = answers.iter().filter(|answer| answer.status == StatusCode::OK).count();
    (accepted, answers.iter().filter_map(refusal).collect())
}

async fn taro(town: &Town) -> Phone {
    Phone::registered(&town.world, &Card::of(&Person::taro())).await.0
}

async fn open(town: &Town, points: i64) -> TillId {
    let act = Act::OpenTill(OpenTill { amount: Points(points), reference: None, seconds: 60 });
    match town.by_shop(act).await.json::<CommandAnswer>().records.as_slice() {
        [Record::Till(till)] => till.id,
        other => panic!("{other:?}"),
    }
}

fn for_order(town: &Town, till: TillId, points: i64) -> Act {
    Act::Pay(Pay { shop: town.shop, amount: Points(points), till: Some(till) })
}

async fn one_voucher_for_two_at_once(world: World) {
    let town = Town::new(world).await;
    let taro = taro(&town).await;
    let batch = NewBatch {
        id: unused(&town.world),
        programme: programme("charge-2027"),
        amount: Points(3000),
        last_day: town.world.now().day_jst(),
        count: 1,
    };
    let printed = voucher::make(town.world.yui(), STAFF, batch).await.expect("made");
    let act = Act::RedeemVoucher(RedeemVoucher { secret: printed[0].code.secret.as_bytes().to_vec() });
    let tries: Vec<_> = [&town.phone, &taro, &town.phone, &taro]
        .map(|phone| phone.command(&town.world, act.clone(), |_| {}))
        .into();
    let answers = join_all(tries.iter().map(|signed| town.send(signed))).await;
    assert_eq!(outcome(&answers), (1, vec![ErrorCode::VoucherUsed; 3]));
}

async fn one_order_for_two_at_once(world: World) {
    let town = Town::with_points(world, 5000).await;
    let second = Phone::new();
    let purpose = yui_protocol::identity::EnrolPurpose::AddDevice;
    Phone::profile(&second.enrol(&town.world, &town.card, purpose).await);
    let till = open(&town, 700).await;
    let tries = [&town.phone, &second, &town.phone, &second]
        .map(|phone| phone.command(&town.world, for_order(&town, till, 700), |_| {}));
    let answers = join_all(tries.iter().map(|signed| town.send(signed))).await;
    assert_eq!(outcome(&answers), (1, vec![ErrorCode::TillPaid; 3]));
    assert_eq!(town.available().await, 4300);
}

async fn refunds_at_once_give_back_no_more_than_was_paid(world: World) {
    let town = Town::with_points(world, 5000).await;
    let (paid, _) = (town.pay(1200).await, town.pay(3000).await);
    let refund = Act::Refund(Refund { payment: paid.id, amount: Points(500) });
    let tries: Vec<_> =
        (0..5).map(|_| town.shop_phone.command(&town.world, refund.clone(), |_| {})).collect();
    let answers = join_all(tries.iter().map(|signed| town.send(signed))).await;
    assert_eq!(outcome(&answers), (2, vec![ErrorCode::RefundTooLarge; 3]));
    assert_eq!(town.available().await, 1800);
}

async fn an_order_is_one_shops_and_ends_at_its_instant(world: World) {
    let town = Town::with_points(world, 5000).await;
    let (other, _) = new_shop(&town.world, "青空市場").await;
    let till = open(&town, 100).await;
    let elsewhere = Act::Pay(Pay { shop: other, amount: Points(100), till: Some(till) });
    town.send(&town.phone.command(&town.world, elsewhere, |_| {})).await.refused(ErrorCode::TillUnknown);
    let pay = town.phone.command(&town.world, for_order(&town, till, 100), |_| {});
    town.world.clock.advance(60 * Millis::SECOND + 1);
    town.send(&pay).await.refused(ErrorCode::TillExpired);
    let second = open(&town, 100).await;
    let pay = town.phone.command(&town.world, for_order(&town, second, 100), |_| {});
    town.world.clock.advance(60 * Millis::SECOND);
    entry(&town.send(&pay).await);
    assert_eq!(town.available().await, 4900);
}

async fn a_shop_that_closes_in_between_takes_nothing_more(world: World) {
    let town = Town::with_points(world, 5000).await;
    let paid = town.pay(300).await;
    let till = open(&town, 100).await;
    directory::set_open(town.world.yui(), STAFF, town.shop, false).await.expect("closed");
    let pay = town.phone.command(&town.world, for_order(&town, till, 100), |_| {});
    town.send(&pay).await.refused(ErrorCode::ShopClosed);
    let code = code(&town, |_| {}).to_bytes();
    town.by_shop(Act::RedeemCode(RedeemCode { code, amount: Points(1) }))
        .await
        .refused(ErrorCode::ShopClosed);
    let more = Act::OpenTill(OpenTill { amount: Points(1), reference: None, seconds: 60 });
    town.by_shop(more).await.refused(ErrorCode::ShopClosed);
    entry(&town.by_shop(Act::Refund(Refund { payment: paid.id, amount: Points(300) })).await);
    directory::set_open(town.world.yui(), STAFF, town.shop, true).await.expect("open again");
    entry(&town.send(&pay).await);
    assert_eq!(town.available().await, 4900);
}

async fn an_id_is_one_act_whoever_uses_it(world: World) {
    let town = Town::with_points(world, 5000).await;
    let taro = taro(&town).await;
    let paid = town.pay(100).await;
    let refund = Act::Refund(Refund { payment: paid.id, amount: Points(1) });
    for (phone, act) in [
        (&taro, town.pay_act(100)),
        (&taro, Act::RedeemVoucher(RedeemVoucher { secret: vec![7; 16] })),
        (&town.shop_phone, refund),
        (&town.shop_phone, Act::RedeemCode(RedeemCode { code: vec![7; 9], amount: Points(1) })),
    ] {
        let signed = phone.command(&town.world, act, |command| command.id = paid.id);
        send(&town.world, &signed).await.refused(ErrorCode::IdConflict);
    }
    assert_eq!(town.available().await, 4900);
}

/// Whoever reads (r, s) can write (r, n − s), which is as good a signature by the same key.
async fn a_signature_has_another_form_and_the_act_is_one(world: World) {
    let town = Town::with_points(world, 5000).await;
    let twin = |signed: &SignedCommand| {
        let (r, s) = p256::ecdsa::Signature::from_slice(&signed.signature.0).expect("ours").split_scalars();
        let other = p256::ecdsa::Signature::from_scalars(r, -s).expect("two scalars");
        assert_ne!(other.to_bytes()[..], signed.signature.0[..]);
        SignedCommand { signature: yui_protocol::Signature(other.to_bytes().into()), ..signed.clone() }
    };
    let payment = town.payment(300);
    let paid = made(&town.send(&payment).await);
    assert_eq!(made(&town.send(&twin(&payment)).await), paid);
    let payment = town.payment(400);
    let paid = made(&town.send(&twin(&payment)).await);
    assert_eq!(made(&town.send(&payment).await), paid);
    assert_eq!(town.available().await, 4300);
}

async fn bytes_that_no_client_makes_are_refused(world: World) {
    let town = Town::with_points(world, 5000).await;
    // The payload of a payment ends with its amount: 850 in CBOR.
    let good = town.payment(850).payload.0;
    let (head, amount) = good.split_at(good.len() - 3);
    assert_eq!(amount, [0x19, 0x03, 0x52]);
    let hers = town.phone.device_uv.as_ref().expect("a screen lock");
    let signed = |payload: Vec<u8>| {
        let signature = sign(hers, &Command::signed_bytes(&payload));
        SignedCommand { payload: payload.into(), key: public(hers).thumbprint(), signature, card: None }
    };
    let amounts: [&[u8]; 12] = [
        &[0xf9, 0x3c, 0x00],                                     // 1.0
        &[0x63, b'8', b'5', b'0'],                               // a text
        &[0x43, 0x00, 0x03, 0x52],                               // bytes
        &[0xc2, 0x42, 0x03, 0x52],                               // a big number
        &[0xf6],                                                 // nothing
        &[0xf5],                                                 // true
        &[0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], // beyond an i64
        &[0x3b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        &[0x1a, 0x00, 0x00, 0x03, 0x52], // longer than it need be
        &[0x81, 0x01],                   // a list
        &[],
        &[0x19, 0x03],
    ];
    let unknown_field = [&[good[0] + 1], &good[1..], &[0x18, 0x63, 0x00]].concat();
    let act = good.windows(3).position(|bytes| bytes == [0x04, 0x82, 0x00]).expect("the act") + 2;
    let mut unknown_act = good.clone();
    unknown_act[act] = 0x17;
    let bent = amounts.iter().map(|amount| [head, amount].concat());
    for payload in bent.chain([unknown_field, unknown_act]) {
        let answer = town.send(&signed(payload.clone())).await;
        let code = refusal(&answer).expect("refused");
        let known = [ErrorCode::MalformedRequest, ErrorCode::NotCanonical];
        assert!(known.contains(&code), "{code}: {payload:02x?}");
    }
    assert_eq!(town.available().await, 5000);
    entry(&town.send(&signed(good)).await);
}
