//! Charges at the counter and grants under a programme: once, audited, within budget, caps and levels; and their end.

use yui_protocol::{
    ErrorCode, Millis, Points, Subject,
    identity::Level,
    wallet::{EntryKind, LotKind},
};
use yui_server::{
    identity::resident::{self, Known},
    wallet::{
        expire,
        issue::{self, Issue},
    },
};
use yui_store::{Party, testing::SetClock};

use super::{STAFF, Town, entry, events};
use crate::support::{World, on_both};

on_both! {
    a_form_sent_twice_is_one_charge kinds_levels_and_caps_are_kept budget_and_person_cap_are_kept
    a_programme_has_its_days what_ran_out_goes_in_bounded_steps
}

async fn a_form_sent_twice_is_one_charge(world: World) {
    let town = Town::new(world).await;
    let issue = town.issue("charge-2027", 5000);
    let first = issue::charge(town.world.yui(), STAFF, issue.clone()).await.expect("charged");
    assert_eq!((first.kind, first.amount), (EntryKind::Charge, Points(5000)));
    assert_eq!(issue::charge(town.world.yui(), STAFF, issue.clone()).await, Ok(first));
    let other = Issue { amount: Points(5001), ..issue };
    assert_eq!(issue::charge(town.world.yui(), STAFF, other).await, Err(ErrorCode::IdConflict));
    assert_eq!(town.available().await, 5000);
    assert_eq!(events(&town.world, "wallet.charged").await, 1, "one row for the audit");
}

async fn kinds_levels_and_caps_are_kept(world: World) {
    let town = Town::new(world).await;
    let yui = town.world.yui();
    let charge = async |issue| issue::charge(yui, STAFF, issue).await.map(|entry| entry.amount.0);
    let grant = async |issue| issue::grant(yui, STAFF, issue).await.map(|entry| entry.amount.0);
    assert_eq!(charge(town.issue("thanks-2027", 1)).await, Err(ErrorCode::ProgrammeUnknown));
    assert_eq!(grant(town.issue("charge-2027", 1)).await, Err(ErrorCode::ProgrammeUnknown));
    assert_eq!(charge(town.issue("charge-2027", 0)).await, Err(ErrorCode::AmountInvalid));
    assert_eq!(charge(town.issue("charge-2027", 2_000_001)).await, Err(ErrorCode::OverBalanceCap));
    assert_eq!(charge(town.issue("charge-2027", 2_000_000)).await, Ok(2_000_000));
    assert_eq!(charge(town.issue("charge-2027", 1)).await, Err(ErrorCode::OverBalanceCap));
    let nobody = Issue { wallet: Subject::from_bytes([9; 16]), ..town.issue("charge-2027", 1) };
    assert_eq!(charge(nobody).await, Err(ErrorCode::NotFound));

    let visitor = visitor(&town.world, 1).await;
    let to_visitor = |programme, points| Issue { wallet: visitor, ..town.issue(programme, points) };
    assert_eq!(grant(to_visitor("thanks-2027", 1)).await, Err(ErrorCode::LevelTooLow));
    assert_eq!(charge(to_visitor("charge-2027", 10_001)).await, Err(ErrorCode::OverBalanceCap));
    assert_eq!(charge(to_visitor("charge-2027", 10_000)).await, Ok(10_000));
}

async fn budget_and_person_cap_are_kept(world: World) {
    let town = Town::new(world).await;
    let yui = town.world.yui();
    let grant = async |points| issue::grant(yui, STAFF, town.issue("thanks-2027", points)).await;
    assert_eq!(grant(3001).await.expect_err("refused"), ErrorCode::ProgrammePersonCap);
    let given = grant(3000).await.expect("granted");
    assert_eq!((given.kind, given.lots[0].kind), (EntryKind::Grant, LotKind::Granted));
    assert_eq!(grant(1).await.expect_err("refused"), ErrorCode::ProgrammePersonCap);
    // Spending does not make room for more.
    town.pay(3000).await;
    assert_eq!(grant(1).await.expect_err("refused"), ErrorCode::ProgrammePersonCap);
    let others = [verified(&town.world, 2).await, verified(&town.world, 3).await];
    let to = async |wallet, points| {
        let issue = Issue { wallet, ..town.issue("thanks-2027", points) };
        issue::grant(yui, STAFF, issue).await.map(|entry| entry.amount.0)
    };
    assert_eq!(to(others[0], 1500).await, Ok(1500));
    assert_eq!(to(others[1], 501).await, Err(ErrorCode::ProgrammeBudget));
    let (one, two) = tokio::join!(to(others[0], 500), to(others[1], 500));
    assert_eq!([one, two].into_iter().flatten().count(), 1, "two at once do not pass the budget");
}

async fn a_programme_has_its_days(world: World) {
    let town = Town::new(world).await;
    // From noon on 1 May 2027 to the last instant of 31 March 2028.
    town.world.clock.advance(336 * Millis::DAY - 12 * Millis::HOUR - 1);
    assert!(issue::charge(town.world.yui(), STAFF, town.issue("charge-2027", 1)).await.is_ok());
    town.world.clock.advance(1);
    let late = issue::charge(town.world.yui(), STAFF, town.issue("charge-2027", 1)).await;
    assert_eq!(late, Err(ErrorCode::ProgrammeClosed));
}

async fn what_ran_out_goes_in_bounded_steps(world: World) {
    let town = Town::with_points(world, 1000).await;
    let yui = town.world.yui();
    for n in 10..80 {
        let issue = Issue { wallet: verified(&town.world, n).await, ..town.issue("charge-2027", 5) };
        issue::charge(yui, STAFF, issue).await.expect("charged");
    }
    let coupon = issue::grant(yui, STAFF, town.issue("childcare-2027", 700)).await.expect("granted");
    assert_eq!(coupon.lots[0].kind, LotKind::Coupon);
    // Six months from 1 May: the last day is 31 October.
    to_midnight_after(&town.world.clock, 183);
    town.world.clock.advance(-1);
    assert_eq!(expire::run_due(yui).await, Ok(0), "the last day is usable to its last instant");
    entry(&town.send(&town.payment(1)).await);
    town.world.clock.advance(1);
    town.send(&town.payment(1)).await.refused(ErrorCode::InsufficientBalance);
    assert_eq!(expire::run_due(yui).await, Ok(71));
    assert_eq!(expire::run_due(yui).await, Ok(0));
    let wallet = town.wallet().await;
    assert_eq!((wallet.available, wallet.lots.len()), (Points(700), 1), "the coupon lives on");
    // The bread shop is not where it can be spent.
    town.send(&town.payment(1)).await.refused(ErrorCode::InsufficientBalance);
}

/// So many days after noon of the test's first day, at midnight in Japan after it.
fn to_midnight_after(clock: &SetClock, days: i64) {
    clock.advance(days * Millis::DAY + 12 * Millis::HOUR);
}

pub async fn visitor(world: &World, n: u8) -> Subject {
    known(world, n, Level::Visitor).await
}

pub async fn verified(world: &World, n: u8) -> Subject {
    known(world, n, Level::Verified).await
}

/// A resident as the realm would enrol one.
async fn known(world: &World, n: u8, level: Level) -> Subject {
    let subject = Subject::from_bytes([n; 16]);
    let enrol = world.yui().town_write(move |unit| {
        Box::pin(async move {
            let known = Known { level, attributes: None, card_last_day: None };
            resident::enrol(unit, subject, &known).await?;
            unit.notify(Party::Person(subject), "profile");
            Ok(())
        })
    });
    enrol.await.expect("enrolled");
    subject
}
