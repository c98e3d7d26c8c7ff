//! What stands before every signed command, whatever its act.

use axum::http::Method;
use yui_protocol::{
    ErrorCode, Points, ShopId, TownCode,
    command::{Act, Command, MAX_PAYLOAD, Pay, SignedCommand},
    identity::EnrolPurpose,
    wallet::Assurance,
};
use yui_server::{
    Limits,
    command::{VerifiedCommand, verify_command},
};
use yui_store::Party;
use yui_testkit::card::Person;

use crate::support::{Answer, Card, Phone, World, json, on_both};

on_both! {
    a_command_proves_its_sender
    what_is_wrong_has_its_code
    the_card_must_be_her_own
    times_count_for_new_ids_only
    a_command_that_waited_while_its_phone_was_lost_is_refused
}

fn pay() -> Act {
    Act::Pay(Pay { shop: ShopId([1; 8]), amount: Points(850), till: None })
}

async fn send(world: &World, signed: &SignedCommand) -> Answer {
    json(world, Method::POST, "/v1/commands", signed).await
}

/// What a command proves that nobody has seen before.
fn proof(world: &World, verified: &VerifiedCommand) -> Result<Assurance, ErrorCode> {
    verified.check_first_time(world.now()).map_err(|error| error.code())
}

async fn a_command_proves_its_sender(world: World) {
    let card = Card::of(&Person::hanako());
    let (phone, profile) = Phone::registered(&world, &card).await;
    let signed = phone.command(&world, pay(), |_| {});
    let verified = verify_command(world.yui(), &signed).await.expect("hers");
    assert_eq!(verified.party, Party::Person(profile.subject));
    assert_eq!(proof(&world, &verified), Ok(Assurance::DeviceUv));
    assert_eq!(verified.device, phone.id());
    let with_card = verify_command(world.yui(), &Phone::with_card(signed, &card)).await.expect("hers");
    assert_eq!(proof(&world, &with_card), Ok(Assurance::DeviceUvCard));
    assert_eq!(with_card.digest, verified.digest);
    let plain = Phone { device_uv: None, ..phone };
    let signed = plain.command(&world, pay(), |_| {});
    let verified = verify_command(world.yui(), &signed).await.expect("hers");
    assert_eq!(proof(&world, &verified), Ok(Assurance::Device));
    // The card counts only together with the key that proves the phone's user.
    let problem = send(&world, &Phone::with_card(signed, &card)).await.refused(ErrorCode::StepUpRequired);
    assert_eq!(problem.required, Some(Assurance::DeviceUv));
}

async fn what_is_wrong_has_its_code(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let good = phone.command(&world, pay(), |_| {});
    let bent = |bend: &dyn Fn(&mut SignedCommand)| {
        let mut signed = good.clone();
        bend(&mut signed);
        signed
    };
    let nagasaki = TownCode::new(420_000).expect("Nagasaki");
    let cases = [
        (bent(&|c| c.payload.0[20] ^= 1), None),
        (bent(&|c| c.payload.0.push(0)), Some(ErrorCode::NotCanonical)),
        (bent(&|c| c.payload.0.truncate(5)), Some(ErrorCode::MalformedRequest)),
        (bent(&|c| c.payload.0 = vec![0; MAX_PAYLOAD + 1]), Some(ErrorCode::TooLarge)),
        (bent(&|c| c.signature.0[0] ^= 1), Some(ErrorCode::SignatureInvalid)),
        (bent(&|c| c.key = phone.id()), Some(ErrorCode::SignatureInvalid)),
        (bent(&|c| c.key.0[0] ^= 1), Some(ErrorCode::DeviceUnknown)),
        (phone.command(&world, pay(), |c| c.town = nagasaki), Some(ErrorCode::OtherTown)),
    ];
    for (signed, code) in cases {
        let answer = send(&world, &signed).await;
        match code {
            Some(code) => drop(answer.refused(code)),
            None => assert_eq!(answer.status.as_u16(), 400),
        }
    }
    phone.call(&world, Method::POST, "/v1/identity/sign-out", None).await;
    send(&world, &good).await.refused(ErrorCode::DeviceRevoked);
}

async fn the_card_must_be_her_own(world: World) {
    let hanako = Card::of(&Person::hanako());
    let (phone, _) = Phone::registered(&world, &hanako).await;
    Phone::registered(&world, &Card::of(&Person::taro())).await;
    let signed = phone.command(&world, pay(), |_| {});
    let others = Phone::with_card(signed.clone(), &Card::of(&Person::taro()));
    send(&world, &others).await.refused(ErrorCode::WrongCard);
    let unknown = Phone::with_card(signed.clone(), &Card::of(&Person::ichiro()));
    send(&world, &unknown).await.refused(ErrorCode::WrongCard);
    // Her certificate, with another card's signature; and her signature over another command.
    let mut forged = Phone::with_card(signed.clone(), &hanako);
    forged.card.as_mut().expect("a card").signature = others.card.expect("a card").signature;
    send(&world, &forged).await.refused(ErrorCode::SignatureInvalid);
    let mut moved = Phone::with_card(phone.command(&world, pay(), |_| {}), &hanako);
    moved.card = Phone::with_card(signed.clone(), &hanako).card;
    send(&world, &moved).await.refused(ErrorCode::SignatureInvalid);
    world.revoked.revoke(&hanako.authentication);
    send(&world, &Phone::with_card(signed, &hanako)).await.refused(ErrorCode::CertificateRevoked);
}

async fn times_count_for_new_ids_only(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let attempt = async |bend: &dyn Fn(&mut Command)| {
        let signed = phone.command(&world, pay(), bend);
        proof(&world, &verify_command(world.yui(), &signed).await.expect("hers"))
    };
    let day = yui_protocol::Millis::DAY;
    assert_eq!(attempt(&|_| {}).await, Ok(Assurance::DeviceUv));
    let future = |c: &mut Command| {
        c.issued_at = c.issued_at.plus(day);
        c.id = yui_protocol::CommandId::new(c.issued_at, [1; 10]);
        c.valid_until = c.valid_until.plus(day);
    };
    assert_eq!(attempt(&future).await, Err(ErrorCode::ClockSkew));
    assert_eq!(attempt(&|c| c.issued_at = c.issued_at.plus(-day)).await, Err(ErrorCode::ClockSkew));
    assert_eq!(attempt(&|c| c.valid_until = c.issued_at.plus(-1)).await, Err(ErrorCode::CommandExpired));
    assert_eq!(
        attempt(&|c| c.id = yui_protocol::CommandId::from_bytes([0x44; 16])).await,
        Err(ErrorCode::IdNotV7)
    );
    let signed = phone.command(&world, pay(), |_| {});
    let verified = verify_command(world.yui(), &signed).await.expect("hers");
    world.clock.advance(day);
    assert_eq!(proof(&world, &verified), Err(ErrorCode::CommandExpired));
}

/// The signature was looked at before the loss was told; its turn in the writer comes after.
async fn a_command_that_waited_while_its_phone_was_lost_is_refused(world: World) {
    let card = Card::of(&Person::hanako());
    let (phone, _) = Phone::registered(&world, &card).await;
    let signed = phone.command(&world, pay(), |_| {});
    let verified = verify_command(world.yui(), &signed).await.expect("hers");
    let lost = Phone::new().enrol(&world, &card, EnrolPurpose::ReplaceLost).await;
    assert_eq!(lost.status.as_u16(), 200);
    assert_eq!(proof(&world, &verified), Err(ErrorCode::DeviceRevoked), "when its turn comes");
    send(&world, &signed).await.refused(ErrorCode::DeviceRevoked);
}

#[tokio::test]
async fn a_removed_phone_does_not_use_up_the_bound_of_the_others() {
    let most = 20;
    let world = World::with_limits(Limits { commands_per_minute: most, ..Limits::default() }).await;
    let card = Card::of(&Person::hanako());
    let (lost, _) = Phone::registered(&world, &card).await;
    let phone = Phone::new();
    Phone::profile(&phone.enrol(&world, &card, EnrolPurpose::ReplaceLost).await);
    let mut bounded = 0;
    for n in 0..3 * most {
        let answer = send(&world, &lost.command(&world, pay(), |_| {})).await;
        match answer.json::<yui_protocol::Problem>().code {
            ErrorCode::DeviceRevoked => {}
            ErrorCode::RateLimited if n >= most => bounded += 1,
            other => panic!("{other:?} at {n}"),
        }
    }
    assert!(bounded > 0, "nothing bounds a removed phone");
    send(&world, &phone.command(&world, pay(), |_| {})).await.refused(ErrorCode::ShopUnknown);
    // One that is in has its bound, and is told when to come again.
    for _ in 0..10 * most {
        let answer = send(&world, &phone.command(&world, pay(), |_| {})).await;
        if answer.json::<yui_protocol::Problem>().code == ErrorCode::RateLimited {
            assert!(answer.headers.contains_key("retry-after"));
            return;
        }
    }
    panic!("nothing bounds a wallet");
}
