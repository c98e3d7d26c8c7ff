//! What was accepted once is answered for ever: a phone whose answer was lost is not told "refused" because its card,
//! its key or its shop has ended since. What is new is refused.

use yui_protocol::{
    CommandId, ErrorCode, Points,
    changes::Record,
    command::{Act, CommandAnswer, OpenTill, RedeemCode, RedeemVoucher, Refund, SignedCommand},
    identity::EnrolPurpose,
    wallet::Assurance,
};
use yui_server::{
    shop::pairing,
    wallet::voucher::{self, NewBatch},
};

use super::{STAFF, Town, code::code, entry, made, programme, send, unused};
use crate::support::{Answer, Phone, World, on_both};

on_both! {
    the_card_ran_out_since the_phone_was_lost_since the_shops_phone_was_revoked_since
}

async fn again(town: &Town, signed: &SignedCommand, first: &Answer) -> CommandAnswer {
    let answer = town.send(signed).await;
    assert_eq!(made(&answer), made(first));
    answer.json()
}

async fn the_card_ran_out_since(world: World) {
    let town = Town::with_points(world, 1_200_000).await;
    let signed = Phone::with_card(town.payment(500_000), &town.card);
    let first = town.send(&signed).await;
    entry(&first);

    let fresh = || Phone::with_card(town.payment(500_000), &town.card);
    town.world.revoked.out_of_reach(true);
    again(&town, &signed, &first).await;
    town.send(&fresh()).await.refused(ErrorCode::VerifierUnavailable);
    town.world.revoked.out_of_reach(false);
    town.world.revoked.revoke(&town.card.authentication);
    again(&town, &signed, &first).await;
    town.send(&fresh()).await.refused(ErrorCode::CertificateRevoked);
    // Not even the proof has to come again; another payload under the id is another act.
    again(&town, &SignedCommand { card: None, ..signed.clone() }, &first).await;
    let other = town.phone.command(&town.world, town.pay_act(1), |command| command.id = made(&first).0);
    town.send(&other).await.refused(ErrorCode::IdConflict);
    let needed = town.send(&town.payment(500_000)).await.refused(ErrorCode::StepUpRequired);
    assert_eq!(needed.required, Some(Assurance::DeviceUvCard));
    assert_eq!(town.available().await, 700_000);
}

async fn the_phone_was_lost_since(world: World) {
    let mut town = Town::with_points(world, 5000).await;
    let (signed, waiting) = (town.payment(850), town.payment(1));
    let first = town.send(&signed).await;
    let printed = {
        let batch = NewBatch {
            id: unused(&town.world),
            programme: programme("charge-2027"),
            amount: Points(300),
            last_day: town.world.now().day_jst(),
            count: 1,
        };
        voucher::make(town.world.yui(), STAFF, batch).await.expect("made")
    };
    let act = Act::RedeemVoucher(RedeemVoucher { secret: printed[0].code.secret.as_bytes().to_vec() });
    let charge = town.phone.command(&town.world, act, |_| {});
    let charged = town.send(&charge).await;

    let mut fresh = Phone::new();
    Phone::profile(&fresh.enrol(&town.world, &town.card, EnrolPurpose::ReplaceLost).await);
    fresh.log_in(&town.world).await;
    for (signed, first) in [(&signed, &first), (&charge, &charged)] {
        // What came after is none of a lost phone's business.
        let answer = again(&town, signed, first).await;
        assert!(matches!(answer.records.as_slice(), [Record::Entry(_)]), "{answer:?}");
    }
    town.send(&waiting).await.refused(ErrorCode::DeviceRevoked);
    town.send(&Phone::with_card(waiting, &town.card)).await.refused(ErrorCode::DeviceRevoked);

    let world = town.world.restart().await;
    assert_eq!(made(&send(&world, &signed).await), made(&first), "also by a server that read its keys anew");
    town = Town { world, phone: fresh, ..town };
    assert_eq!(town.available().await, 4450);
}

async fn the_shops_phone_was_revoked_since(world: World) {
    let town = Town::with_points(world, 5000).await;
    let by_shop = |act| town.shop_phone.command(&town.world, act, |_| {});
    let code = code(&town, |_| {}).to_bytes();
    let redeem = by_shop(Act::RedeemCode(RedeemCode { code, amount: Points(900) }));
    let redeemed = town.send(&redeem).await;
    let paid: CommandId = entry(&redeemed).id;
    let refund = |points| by_shop(Act::Refund(Refund { payment: paid, amount: Points(points) }));
    let open = by_shop(Act::OpenTill(OpenTill { amount: Points(100), reference: None, seconds: 300 }));
    let back = refund(200);
    let (refunded, opened) = (town.send(&back).await, town.send(&open).await);
    entry(&refunded);

    pairing::revoke(town.world.yui(), STAFF, town.shop_phone.id()).await.expect("revoked");
    for (signed, first) in [(&redeem, &redeemed), (&back, &refunded), (&open, &opened)] {
        assert_eq!(again(&town, signed, first).await.records.len(), 1, "no takings");
    }
    town.send(&refund(1)).await.refused(ErrorCode::DeviceRevoked);
    assert_eq!(town.available().await, 4300);
}
