//! Leaving the service, and the cases in which charged value is paid back.

use axum::http::{Method, StatusCode};
use yui_ledger::{Caps, Command, LotTerms, Op};
use yui_protocol::{
    ErrorCode, Millis, Points, Subject,
    identity::{DeviceRecord, EnrolPurpose, LeaveRequest},
    wallet::LotKind,
};
use yui_server::identity::pay_back::{self, PayBackReason};
use yui_testkit::card::Person;

use crate::support::{Answer, Card, Phone, World, code_of, on_both};

on_both! {
    an_empty_wallet_is_left
    charged_value_must_be_given_up
    two_members_of_staff_pay_back
    two_who_confirm_at_once_pay_back_once
    who_comes_back_begins_anew
}

async fn leave(world: &World, phone: &Phone, give_up_balance: bool) -> Answer {
    let request = LeaveRequest { id: Phone::command_id(world), give_up_balance };
    let body = serde_json::to_string(&request).expect("serialises");
    phone.call(world, Method::POST, "/v1/identity/leave", Some(body)).await
}

async fn charge(world: &World, wallet: Subject, kind: LotKind, amount: i64) {
    let command = Command {
        id: Phone::command_id(world),
        digest: [1; 32],
        signature: None,
        op: Op::Issue {
            wallet,
            terms: LotTerms {
                kind,
                programme: "charge-2026".parse().expect("a slug"),
                last_day: world.now().plus(30 * Millis::DAY).day_jst(),
                classes: Vec::new(),
            },
            amount: Points(amount),
            caps: Caps::default(),
        },
    };
    let write = world.yui().town_write(move |unit| Box::pin(async move { unit.apply(&command).await }));
    write.await.expect("issued");
}

async fn an_empty_wallet_is_left(world: World) {
    let card = Card::of(&Person::hanako());
    let (phone, _) = Phone::registered(&world, &card).await;
    let stale = LeaveRequest { id: yui_protocol::CommandId::from_bytes([0x44; 16]), give_up_balance: false };
    let body = serde_json::to_string(&stale).expect("serialises");
    phone.call(&world, Method::POST, "/v1/identity/leave", Some(body)).await.refused(ErrorCode::IdNotV7);
    assert_eq!(leave(&world, &phone, false).await.status, StatusCode::NO_CONTENT);
    phone.get(&world, "/v1/identity/devices").await.refused(ErrorCode::DeviceRevoked);
}

/// By the card, at the counter, and again: one person, each time with a wallet that knows nothing of the last.
async fn who_comes_back_begins_anew(world: World) {
    let hanako = Person::hanako();
    let card = Card::of(&hanako);
    let (phone, first) = Phone::registered(&world, &card).await;
    charge(&world, first.subject, LotKind::Granted, 3000).await;
    assert_eq!(leave(&world, &phone, false).await.status, StatusCode::NO_CONTENT);
    // Her old key is out for good; she needs no one's leave to come with a new one.
    phone.enrol(&world, &card, EnrolPurpose::Register).await.refused(ErrorCode::DeviceRevoked);
    let (back, second) = Phone::registered(&world, &card).await;
    assert_ne!(second.subject, first.subject);
    assert_eq!(second.name, hanako.name);
    let wallet = world.yui().town.writer().run(move |unit| {
        Box::pin(async move { Ok(unit.ledger().wallet(second.subject, unit.now()).available) })
    });
    assert_eq!(wallet.await.expect("a wallet"), Points(0));
    // Only the phone of the second time is listed, and the 4-digit PIN finds the same membership.
    let devices: Vec<DeviceRecord> = back.get(&world, "/v1/identity/devices").await.json();
    assert_eq!(devices.iter().map(|device| device.id).collect::<Vec<_>>(), [back.id()]);
    let by_pin = Phone::new().enrol_by(&world, &card, EnrolPurpose::AddDevice, false).await;
    assert_eq!(Phone::profile(&by_pin).subject, second.subject);
    let people = world.yui().realm.reader().sql("SELECT id FROM person").fetch_all().await.expect("rows");
    assert_eq!(people.len(), 1);
}

async fn charged_value_must_be_given_up(world: World) {
    let (phone, profile) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    charge(&world, profile.subject, LotKind::Charged, 5000).await;
    leave(&world, &phone, false).await.refused(ErrorCode::BalanceRemains);
    // Nothing happened: she is still in.
    assert_eq!(phone.get(&world, "/v1/identity/devices").await.status, StatusCode::OK);
    assert_eq!(leave(&world, &phone, true).await.status, StatusCode::NO_CONTENT);
    let errand = world.yui().realm.reader().sql("SELECT id FROM errand").fetch_all().await.expect("rows");
    assert!(errand.is_empty());
}

/// In each case that the law allows: charged value only, and two different members of staff.
async fn two_members_of_staff_pay_back(world: World) {
    let yui = world.yui();
    for (reason, word, person, paid) in [
        (PayBackReason::MovedAway, "moved_away", Person::taro(), 5000),
        (PayBackReason::Died, "died", Person::ichiro(), 1200),
        (PayBackReason::CloseDown, "close_down", Person::hanako(), 0),
    ] {
        let (phone, profile) = Phone::registered(&world, &Card::of(&person)).await;
        let subject = profile.subject;
        if paid > 0 {
            charge(&world, subject, LotKind::Charged, paid).await;
        }
        charge(&world, subject, LotKind::Granted, 3000).await;
        let case = pay_back::record(yui, "staff-1", subject, reason).await.expect("a case");
        let second = pay_back::record(yui, "staff-2", subject, reason).await;
        assert_eq!(code_of(second), ErrorCode::IdConflict);
        assert_eq!(code_of(pay_back::confirm(yui, "staff-1", case).await), ErrorCode::Forbidden);
        assert_eq!(
            phone.get(&world, "/v1/identity/devices").await.status,
            StatusCode::OK,
            "nothing happened"
        );
        assert_eq!(pay_back::confirm(yui, "staff-2", case).await, Ok(Points(paid)), "charged value only");
        assert_eq!(
            pay_back::confirm(yui, "staff-2", case).await,
            Ok(Points(paid)),
            "a lost answer is told again"
        );
        let late = pay_back::confirm(yui, "staff-3", case).await;
        assert_eq!(code_of(late), ErrorCode::PayBackConfirmed, "the money is paid back once");

        let row = yui.town.reader().sql("SELECT * FROM pay_back_case WHERE subject = $1").bind(subject);
        let row = row.fetch_one().await.expect("one case");
        let text = |name| row.get::<String>(name).expect("text");
        assert_eq!(
            [text("reason"), text("recorded_by"), text("confirmed_by")],
            [word, "staff-1", "staff-2"].map(str::to_owned)
        );
        assert_eq!(row.get::<i64>("paid_back").expect("a number"), paid);
        for name in ["identity.pay_back_recorded", "identity.pay_back_confirmed"] {
            assert_eq!(who_did(&world, name, subject).await.len(), 1, "{name}");
        }
        assert_ne!(
            who_did(&world, "identity.pay_back_recorded", subject).await,
            who_did(&world, "identity.pay_back_confirmed", subject).await
        );
        let left = yui.town_write(move |unit| {
            Box::pin(async move { Ok(unit.ledger().wallet(subject, unit.now()).lots.len()) })
        });
        assert_eq!(left.await, Ok(0), "the granted points end too, and are paid to nobody");
        phone.get(&world, "/v1/identity/devices").await.refused(ErrorCode::DeviceRevoked);
        let late = pay_back::record(yui, "staff-1", subject, reason).await;
        assert_eq!(code_of(late), ErrorCode::PersonLeft);
    }
    yui_store::verify(yui.town.reader()).await.expect("the ledger is sound");
}

/// Cash leaves the till by hand: of two who confirm in the same moment one pays it back, and only she is told the sum.
async fn two_who_confirm_at_once_pay_back_once(world: World) {
    let yui = world.yui();
    for person in [Person::hanako(), Person::taro(), Person::ichiro()] {
        let (_, profile) = Phone::registered(&world, &Card::of(&person)).await;
        charge(&world, profile.subject, LotKind::Charged, 700).await;
        let case = pay_back::record(yui, "staff-1", profile.subject, PayBackReason::MovedAway).await;
        let case = case.expect("a case");
        let (second, third) =
            tokio::join!(pay_back::confirm(yui, "staff-2", case), pay_back::confirm(yui, "staff-3", case));
        let told = [&second, &third].map(|answer| answer == &Ok(Points(700)));
        let refused = [&second, &third].map(|answer| answer == &Err(ErrorCode::PayBackConfirmed));
        assert_eq!(refused, told.map(|told| !told), "{second:?} {third:?}");
        assert_ne!(told[0], told[1], "{second:?} {third:?}");
    }
}

/// Who is in the log with this act on this person.
async fn who_did(world: &World, action: &str, subject: Subject) -> Vec<String> {
    let town = &world.yui().town;
    let rows = town.reader().sql("SELECT seq FROM event ORDER BY seq").fetch_all().await.expect("rows");
    let seqs: Vec<i64> = rows.iter().map(|row| row.get("seq").expect("a number")).collect();
    let logged = town.log().rows(&seqs).await.expect("rows");
    let by = logged.into_iter().filter_map(|row| match row {
        yui_store::Logged::Event { event, .. }
            if event.name == action && event.party == Some(yui_store::Party::Person(subject)) =>
        {
            Some(event.actor)
        }
        _ => None,
    });
    by.collect()
}
