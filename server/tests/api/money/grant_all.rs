//! A grant to every resident: by two members of staff, each person once, whatever happens on the way.

use std::time::Duration;

use axum::http::Method;
use futures_util::{StreamExt, future::join_all};
use tokio::time::timeout;
use tower::ServiceExt;
use yui_ledger::{ChargedValue, Command, Op};
use yui_protocol::{CommandId, ErrorCode, Millis, Points, Subject, identity::Level, wallet::EntryKind};
use yui_server::{
    identity::resident,
    wallet::{
        grant_all::{self, GrantOrder, GrantState, LeftOut, NewOrder},
        issue::{self, Issue},
    },
};
use yui_store::Standing;

use super::{
    Town,
    charge::{verified, visitor},
    entry, events, feed, history, programme, settled,
};
use crate::support::{Phone, World, on_both};

on_both! {
    every_resident_receives_once a_phone_is_woken_and_shows_it it_takes_two_and_may_be_withdrawn
    what_cannot_be_is_refused_before it_goes_on_where_it_stood who_cannot_receive_is_left_out
    what_was_promised_is_not_given_by_hand who_is_left_out_for_her_level_frees_no_budget
    a_programme_that_closes_ends_it people_pay_meanwhile the_job_is_woken
}

pub const FIRST: &str = "staff-0001";
pub const SECOND: &str = "staff-0002";

pub fn order(world: &World, slug: &str, points: i64) -> NewOrder {
    NewOrder { id: Phone::command_id(world), programme: programme(slug), amount: Points(points) }
}

/// An order that two members of staff made.
pub async fn confirmed(world: &World, slug: &str, points: i64) -> CommandId {
    let new = order(world, slug, points);
    let id = new.id;
    grant_all::record(world.yui(), FIRST, new).await.expect("recorded");
    grant_all::confirm(world.yui(), SECOND, id).await.expect("confirmed");
    id
}

pub async fn run(world: &World, id: CommandId) -> GrantOrder {
    grant_all::run(world.yui(), id).await.expect("runs")
}

pub async fn residents(world: &World, numbers: std::ops::Range<u8>) -> Vec<Subject> {
    let mut subjects = Vec::new();
    for n in numbers {
        subjects.push(verified(world, n).await);
    }
    subjects
}

/// What each of them has.
pub async fn held(world: &World, subjects: &[Subject]) -> Vec<i64> {
    let subjects = subjects.to_vec();
    let looked = world.yui().town_write(move |unit| {
        Box::pin(async move {
            let now = unit.now();
            Ok(subjects.iter().map(|subject| unit.ledger().wallet(*subject, now).available.0).collect())
        })
    });
    looked.await.expect("looked at")
}

pub async fn sound(world: &World) {
    yui_store::verify(world.yui().town.reader()).await.expect("the ledger is sound");
}

pub async fn grant(world: &World, wallet: Subject, slug: &str, points: i64) -> Result<i64, ErrorCode> {
    let id = Phone::command_id(world);
    let issue = Issue { id, wallet, programme: programme(slug), amount: Points(points) };
    issue::grant(world.yui(), FIRST, issue).await.map(|entry| entry.amount.0)
}

async fn every_resident_receives_once(world: World) {
    let all = residents(&world, 10..160).await;
    let tourists = [visitor(&world, 1).await, visitor(&world, 2).await];
    let estimate = grant_all::estimate(world.yui(), &programme("childcare-2027"), Points(100)).await;
    let estimate = estimate.expect("an estimate");
    let levels: Vec<_> = estimate.levels.iter().map(|of| (of.level, of.people, of.receives)).collect();
    assert_eq!(levels, [(Level::Verified, 150, true), (Level::Visitor, 2, false)]);
    assert_eq!(
        (estimate.heads, estimate.sum, estimate.left, estimate.refusal),
        (150, Points(15_000), Some(Points(100_000)), None)
    );

    let id = confirmed(&world, "childcare-2027", 100).await;
    world.clock.advance(1);
    let late = verified(&world, 200).await;
    let by_hand = grant(&world, all[140], "childcare-2027", 7).await;
    assert_eq!(by_hand, Ok(7), "another act, which changes nothing of this one");
    assert_eq!(grant_all::run_due(world.yui()).await, Ok(1));

    let ended = grant_all::find(world.yui(), id).await.expect("kept");
    assert_eq!((ended.state(), ended.heads), (GrantState::Done, 150));
    assert_eq!((ended.received, ended.left_out), (150, 2));
    let mut expected = vec![100; 150];
    expected[140] = 107;
    assert_eq!(held(&world, &all).await, expected);
    assert_eq!(held(&world, &[tourists[0], tourists[1], late]).await, [0, 0, 0]);
    assert_eq!(run(&world, id).await, ended, "what has ended is left as it is");
    assert_eq!(grant_all::run_due(world.yui()).await, Ok(0));
    assert_eq!(held(&world, &all).await, expected);
    for name in ["wallet.grant_all_recorded", "wallet.grant_all_confirmed", "wallet.grant_all_ended"] {
        assert_eq!(events(&world, name).await, 1, "{name}");
    }
    sound(&world).await;
}

async fn a_phone_is_woken_and_shows_it(world: World) {
    let town = Town::new(world).await;
    let by_hand = grant(&town.world, town.subject, "childcare-2027", 100).await;
    assert_eq!(by_hand, Ok(100));
    settled(&town.world).await;
    let proof = town.phone.proof(&town.world, &Method::GET, "/v1/events", |_| {});
    let asked = town.phone.with_proof(&Method::GET, "/v1/events", &proof, None);
    let stream = town.world.server.router.clone().oneshot(asked).await.expect("infallible");
    let mut stream = stream.into_body().into_data_stream();
    assert!(stream.next().await.is_some(), "it begins");
    let id = confirmed(&town.world, "childcare-2027", 100).await;
    run(&town.world, id).await;
    assert!(stream.next().await.is_some(), "there is news");

    let lines = history(&feed(&town.world, &town.phone).await);
    let grants: Vec<_> = lines.iter().filter(|line| line.kind == EntryKind::Grant).collect();
    let [single, of_all] = grants.as_slice() else { panic!("{grants:?}") };
    assert_eq!(of_all.programme, Some(programme("childcare-2027")));
    assert_eq!(
        (of_all.amount, of_all.state, of_all.lots[0].last_day, of_all.lots[0].kind),
        (single.amount, single.state, single.lots[0].last_day, single.lots[0].kind),
        "as a single grant is shown"
    );
    let wallet = town.wallet().await;
    assert_eq!((wallet.available, wallet.lots.len()), (Points(200), 2));
}

async fn it_takes_two_and_may_be_withdrawn(world: World) {
    let all = residents(&world, 10..12).await;
    let yui = world.yui();
    let new = order(&world, "thanks-2027", 100);
    let id = new.id;
    assert_eq!(grant_all::confirm(yui, SECOND, id).await, Err(ErrorCode::NotFound));
    assert_eq!(grant_all::record(yui, FIRST, new.clone()).await, Ok(()));
    assert_eq!(grant_all::record(yui, FIRST, new.clone()).await, Ok(()), "the same form");
    for (staff, other) in [
        (FIRST, NewOrder { amount: Points(99), ..new.clone() }),
        (FIRST, NewOrder { programme: programme("childcare-2027"), ..new.clone() }),
        (SECOND, new.clone()),
    ] {
        assert_eq!(grant_all::record(yui, staff, other).await, Err(ErrorCode::IdConflict));
    }
    assert_eq!(grant_all::confirm(yui, FIRST, id).await, Err(ErrorCode::Forbidden));
    assert_eq!(grant_all::run_due(yui).await, Ok(0), "nobody confirmed it");
    assert_eq!(run(&world, id).await.state(), GrantState::Waiting);
    assert_eq!(grant_all::withdraw(yui, SECOND, id).await, Ok(true));
    assert_eq!(grant_all::withdraw(yui, FIRST, id).await, Ok(true), "again changes nothing");
    assert_eq!(grant_all::confirm(yui, SECOND, id).await, Err(ErrorCode::NotFound));
    let ended = run(&world, id).await;
    assert_eq!(
        (ended.state(), ended.withdrawn.map(|done| done.by)),
        (GrantState::Withdrawn, Some(SECOND.into()))
    );
    assert_eq!(held(&world, &all).await, [0, 0]);

    let id = confirmed(&world, "thanks-2027", 100).await;
    assert_eq!(grant_all::confirm(yui, SECOND, id).await, Ok(()), "again changes nothing");
    assert_eq!(grant_all::withdraw(yui, FIRST, id).await, Ok(false), "too late");
    let (one, two) = tokio::join!(run(&world, id), run(&world, id));
    assert_eq!([one.received, two.received], [2, 2], "two at once give once");
    assert_eq!(held(&world, &all).await, [100, 100]);
    for (name, times) in [("recorded", 2), ("confirmed", 1), ("withdrawn", 1)] {
        assert_eq!(events(&world, &format!("wallet.grant_all_{name}")).await, times, "{name}");
    }
    assert_eq!(grant_all::last(yui, 10).await.expect("read").len(), 2);
    assert_eq!(grant_all::withdraw(yui, FIRST, Phone::command_id(&world)).await, Err(ErrorCode::NotFound));
}

async fn what_cannot_be_is_refused_before(world: World) {
    let yui = world.yui();
    let over = grant_all::record(yui, FIRST, order(&world, "thanks-2027", 3001)).await;
    assert_eq!(over, Err(ErrorCode::ProgrammePersonCap));
    residents(&world, 10..60).await;
    for (slug, points, code) in [
        ("charge-2027", 1, ErrorCode::ProgrammeUnknown),
        ("nothing-2027", 1, ErrorCode::ProgrammeUnknown),
        ("thanks-2027", 0, ErrorCode::AmountInvalid),
        ("thanks-2027", i64::MAX, ErrorCode::AmountInvalid),
        ("thanks-2027", 101, ErrorCode::ProgrammeBudget),
    ] {
        let refused = grant_all::record(yui, FIRST, order(&world, slug, points)).await;
        assert_eq!(refused, Err(code), "{slug} {points}");
    }
    let new = order(&world, "thanks-2027", 100);
    let id = new.id;
    assert_eq!(grant_all::record(yui, FIRST, new).await, Ok(()), "up to the last point");
    // Of what is left by then it has to be taken.
    assert_eq!(grant(&world, verified(&world, 60).await, "thanks-2027", 150).await, Ok(150));
    assert_eq!(grant_all::confirm(yui, SECOND, id).await, Err(ErrorCode::ProgrammeBudget));
    assert_eq!(run(&world, id).await.state(), GrantState::Waiting);
    // What another order is giving is not there for this one.
    confirmed(&world, "thanks-2027", 90).await;
    let estimate = grant_all::estimate(yui, &programme("thanks-2027"), Points(6)).await.expect("an estimate");
    assert_eq!((estimate.left, estimate.refusal), (Some(Points(260)), Some(ErrorCode::ProgrammeBudget)));
    assert_eq!(grant_all::record(yui, FIRST, order(&world, "thanks-2027", 5)).await, Ok(()));
}

pub async fn in_town(world: &World, text: &'static str) {
    let done = world.yui().town_write(move |unit| {
        Box::pin(async move {
            unit.sql(text).execute().await?;
            Ok(())
        })
    });
    done.await.expect("is done");
}

/// A fault in the fourth unit, and another server over the same store.
async fn it_goes_on_where_it_stood(world: World) {
    let mut all = residents(&world, 1..100).await;
    visitor(&world, 100).await;
    all.extend(residents(&world, 101..151).await);
    let id = confirmed(&world, "childcare-2027", 100).await;
    in_town(&world, "ALTER TABLE grant_left_out RENAME TO grant_left_out_away").await;
    let fault = grant_all::run(world.yui(), id).await;
    assert_eq!(fault, Err(ErrorCode::Internal));
    let stands = grant_all::find(world.yui(), id).await.expect("kept");
    assert_eq!(
        (stands.state(), stands.received),
        (GrantState::Running, 96),
        "three units, and nothing of the fourth"
    );
    assert_eq!(held(&world, &all).await.iter().sum::<i64>(), 9600);
    in_town(&world, "ALTER TABLE grant_left_out_away RENAME TO grant_left_out").await;

    let world = world.restart().await;
    let job = tokio::spawn(grant_all::keep_running(world.yui().clone()));
    let ended = ended(&world, id).await;
    world.yui().stopping.cancel();
    job.await.expect("it stops with the server");
    assert_eq!((ended.state(), ended.received, ended.left_out), (GrantState::Done, 149, 1));
    assert_eq!(held(&world, &all).await, vec![100; 149]);
    sound(&world).await;
}

async fn who_cannot_receive_is_left_out(world: World) {
    let town = Town::with_points(world, 2_000_000).await;
    let world = &town.world;
    let yui = world.yui();
    let all = residents(world, 10..16).await;
    let tourist = visitor(world, 1).await;
    assert_eq!(grant(world, all[0], "thanks-2027", 2950).await, Ok(2950));
    let id = confirmed(world, "thanks-2027", 100).await;
    world.clock.advance(1);
    let [left, closed] = [all[1], all[2]];
    let close = Command {
        id: Phone::command_id(world),
        digest: [1; 32],
        signature: None,
        op: Op::Close { wallet: closed, charged: ChargedValue::GivenUp },
    };
    let gone = yui.town_write(move |unit| {
        Box::pin(async move {
            resident::mark_left(unit, left).await?;
            unit.apply(&close).await?;
            Ok(())
        })
    });
    gone.await.expect("gone");

    let ended = run(world, id).await;
    assert_eq!((ended.state(), ended.received, ended.left_out), (GrantState::Done, 3, 5));
    assert_eq!(held(world, &all).await, [2950, 0, 0, 100, 100, 100]);
    let mut expected = vec![
        LeftOut { subject: tourist, code: ErrorCode::LevelTooLow },
        LeftOut { subject: all[0], code: ErrorCode::ProgrammePersonCap },
        LeftOut { subject: left, code: ErrorCode::PersonLeft },
        LeftOut { subject: closed, code: ErrorCode::WalletClosed },
        LeftOut { subject: town.subject, code: ErrorCode::OverBalanceCap },
    ];
    expected.sort_by_key(|left_out| left_out.subject);
    let mut codes = grant_all::by_code(yui, id).await.expect("counted");
    codes.sort_by_key(|(code, _)| code.to_string());
    let counted: Vec<_> = codes.iter().map(|(code, people)| (code.as_str(), *people)).collect();
    assert_eq!(
        counted,
        [
            ("level_too_low", 1),
            ("over_balance_cap", 1),
            ("person_left", 1),
            ("programme_person_cap", 1),
            ("wallet_closed", 1)
        ]
    );
    let seen = events(world, "resident.found").await;
    assert_eq!(grant_all::people(yui, FIRST, id, None).await, Ok(expected.clone()));
    assert_eq!(events(world, "resident.found").await - seen, 5, "each look is noted");
    let rest = grant_all::people(yui, FIRST, id, Some(expected[3].subject)).await;
    assert_eq!(rest, Ok(expected[4..].to_vec()));
    let nobody = grant_all::people(yui, FIRST, Phone::command_id(world), None).await;
    assert_eq!(nobody, Err(ErrorCode::NotFound));
    sound(world).await;
}

async fn what_was_promised_is_not_given_by_hand(world: World) {
    let all = residents(&world, 10..60).await;
    let id = confirmed(&world, "thanks-2027", 90).await;
    // 5000 for all, of which the order was promised 4500: five of eight come in time.
    let by_hand = join_all((0..8).map(|n| grant(&world, all[n], "thanks-2027", 100)));
    let (ended, given) = tokio::join!(run(&world, id), by_hand);
    assert_eq!((ended.state(), ended.received), (GrantState::Done, 50));
    assert!(given.iter().all(|one| matches!(one, Ok(100) | Err(ErrorCode::ProgrammeBudget))), "{given:?}");
    assert_eq!(given.iter().flatten().count(), 5, "{given:?}");
    assert_eq!(held(&world, &all).await.iter().sum::<i64>(), 5000, "up to the last point");
    sound(&world).await;
}

async fn who_is_left_out_for_her_level_frees_no_budget(world: World) {
    residents(&world, 10..60).await;
    let id = confirmed(&world, "thanks-2027", 60).await;
    // As after a unit that met visitors alone, who were never among the heads.
    in_town(&world, "UPDATE grant_order SET left_out = 50").await;
    let second = grant_all::record(world.yui(), FIRST, order(&world, "thanks-2027", 50)).await;
    assert_eq!(second, Err(ErrorCode::ProgrammeBudget), "3000 of 5000 are promised");
    assert_eq!(run(&world, id).await.received, 50);
}

async fn a_programme_that_closes_ends_it(world: World) {
    let all = residents(&world, 10..13).await;
    // From noon on 1 May 2027 to the last instant of 31 March 2028.
    world.clock.advance(336 * Millis::DAY - 12 * Millis::HOUR - 1);
    let new = order(&world, "thanks-2027", 5);
    let waits = new.id;
    assert_eq!(grant_all::record(world.yui(), FIRST, new).await, Ok(()));
    let id = confirmed(&world, "thanks-2027", 100).await;
    world.clock.advance(1);
    let ended = run(&world, id).await;
    assert_eq!((ended.state(), ended.received), (GrantState::Stopped(ErrorCode::ProgrammeClosed), 0));
    assert_eq!(held(&world, &all).await, [0, 0, 0]);
    assert_eq!(grant_all::confirm(world.yui(), SECOND, waits).await, Err(ErrorCode::ProgrammeClosed));
    let late = grant_all::record(world.yui(), FIRST, order(&world, "thanks-2027", 5)).await;
    assert_eq!(late, Err(ErrorCode::ProgrammeClosed));
}

async fn people_pay_meanwhile(world: World) {
    let town = Town::with_points(world, 5000).await;
    residents(&town.world, 10..250).await;
    let id = confirmed(&town.world, "childcare-2027", 100).await;
    let payments: Vec<_> = (0..30).map(|_| town.payment(10)).collect();
    let pay = async {
        for some in payments.chunks(3) {
            for answer in join_all(some.iter().map(|signed| town.send(signed))).await {
                entry(&answer);
            }
        }
    };
    let (ended, ()) = tokio::join!(run(&town.world, id), pay);
    assert_eq!((ended.state(), ended.received), (GrantState::Done, 241));
    assert_eq!(town.available().await, 5000 - 300 + 100);
    sound(&town.world).await;
}

/// The job rests once there is nothing to do; whoever confirms an order wakes it.
async fn the_job_is_woken(world: World) {
    residents(&world, 10..12).await;
    let job = tokio::spawn(grant_all::keep_running(world.yui().clone()));
    for round in 1..=2 {
        let id = confirmed(&world, "thanks-2027", round).await;
        let ended = timeout(SOON, ended(&world, id)).await;
        assert_eq!(ended.expect("without a minute of waiting").received, 2);
    }
    world.yui().stopping.cancel();
    job.await.expect("it stops with the server");
}

/// Half of what the job waits for where nobody wakes it.
const SOON: Duration = Duration::from_secs(30);

async fn ended(world: &World, id: CommandId) -> GrantOrder {
    loop {
        let order = grant_all::find(world.yui(), id).await.expect("kept");
        if order.ended.is_some() {
            break order;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn the_job_of_who_takes_over_is_woken_on_postgres() {
    let first = World::postgres().await;
    residents(&first, 10..12).await;
    let second = first.beside().await;
    let job = tokio::spawn(grant_all::keep_running(second.yui().clone()));
    let id = confirmed(&first, "thanks-2027", 10).await;
    first.stop().await;
    second.stands(Standing::Leading).await;
    let ended = timeout(SOON, ended(&second, id)).await.expect("without a minute of waiting");
    assert_eq!((ended.state(), ended.received), (GrantState::Done, 2));
    second.yui().stopping.cancel();
    job.await.expect("it stops with the server");
}
