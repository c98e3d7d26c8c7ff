//! Vouchers: printed once, used once.

use chrono::NaiveDate;
use yui_protocol::{
    ErrorCode, Millis, Points,
    command::{Act, RedeemVoucher},
    wallet::EntryKind,
};
use yui_server::wallet::{
    issue,
    voucher::{self, NewBatch, PrintedVoucher},
};

use super::{STAFF, Town, entry, events, made, programme, unused};
use crate::support::{Answer, World, on_both};

on_both! {
    a_voucher_charges_once withdrawn_and_late_ones_are_refused staff_make_only_sound_ones
    its_value_counts_from_the_day_it_was_made what_is_sold_is_taken_from_the_budget
}

fn batch(town: &Town, count: usize) -> NewBatch {
    NewBatch {
        id: unused(&town.world),
        programme: programme("charge-2027"),
        amount: Points(3000),
        last_day: NaiveDate::from_ymd_opt(2027, 5, 31).expect("a day"),
        count,
    }
}

async fn make(town: &Town, count: usize) -> Vec<PrintedVoucher> {
    voucher::make(town.world.yui(), STAFF, batch(town, count)).await.expect("made")
}

async fn redeem(town: &Town, secret: &[u8]) -> Answer {
    let act = Act::RedeemVoucher(RedeemVoucher { secret: secret.to_vec() });
    town.send(&town.phone.command(&town.world, act, |_| {})).await
}

async fn a_voucher_charges_once(world: World) {
    let town = Town::new(world).await;
    let printed = make(&town, 2).await;
    let secret = *printed[0].code.secret.as_bytes();
    let signed = {
        let act = Act::RedeemVoucher(RedeemVoucher { secret: secret.to_vec() });
        town.phone.command(&town.world, act, |_| {})
    };
    let charged = town.send(&signed).await;
    let line = entry(&charged);
    assert_eq!((line.kind, line.amount), (EntryKind::Charge, Points(3000)));
    assert_eq!(line.programme, Some(programme("charge-2027")));
    assert_eq!(made(&town.send(&signed).await), made(&charged));
    redeem(&town, &secret).await.refused(ErrorCode::VoucherUsed);
    redeem(&town, &[0; 16]).await.refused(ErrorCode::VoucherUnknown);
    redeem(&town, b"short").await.refused(ErrorCode::VoucherUnknown);
    assert_eq!(town.available().await, 3000);
    // The database of the town holds neither secret.
    let rows = town.world.yui().town.reader().sql("SELECT * FROM voucher").fetch_all().await.expect("rows");
    let text = format!(
        "{:?}",
        rows.iter()
            .flat_map(|row| row.iter().map(|(_, v)| as_text(v)).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    );
    for voucher in &printed {
        let plain = yui_protocol::Base64Url::encode(voucher.code.secret.as_bytes());
        assert!(!text.contains(&plain));
    }
    assert!(text.contains(&printed[0].id.to_string()), "the search finds what is there");
}

fn as_text(value: &yui_store::Value) -> String {
    match value {
        yui_store::Value::Text(text) => text.clone(),
        yui_store::Value::Bytes(bytes) => yui_protocol::Base64Url::encode(bytes),
        yui_store::Value::Int(number) => number.to_string(),
        yui_store::Value::Null | yui_store::Value::Unfit => String::new(),
    }
}

async fn withdrawn_and_late_ones_are_refused(world: World) {
    let town = Town::new(world).await;
    let printed = make(&town, 3).await;
    let yui = town.world.yui();
    voucher::cancel(yui, STAFF, printed[0].id).await.expect("withdrawn");
    voucher::cancel(yui, STAFF, printed[0].id).await.expect("still withdrawn");
    assert_eq!(events(&town.world, "wallet.voucher_cancelled").await, 1);
    redeem(&town, printed[0].code.secret.as_bytes()).await.refused(ErrorCode::VoucherCancelled);
    assert_eq!(voucher::cancel(yui, STAFF, unused(&town.world)).await, Err(ErrorCode::VoucherUnknown));
    // From noon of 1 May to the last instant of 31 May in Japan.
    town.world.clock.advance(30 * Millis::DAY + 12 * Millis::HOUR - 1);
    entry(&redeem(&town, printed[1].code.secret.as_bytes()).await);
    let sent_on_time = town.phone.command(
        &town.world,
        Act::RedeemVoucher(RedeemVoucher { secret: printed[2].code.secret.as_bytes().to_vec() }),
        |_| {},
    );
    town.world.clock.advance(1);
    town.send(&sent_on_time).await.refused(ErrorCode::VoucherExpired);
    assert_eq!(voucher::cancel(yui, STAFF, printed[1].id).await, Err(ErrorCode::VoucherUsed));
}

async fn staff_make_only_sound_ones(world: World) {
    let town = Town::new(world).await;
    let refused = async |bend: &dyn Fn(&mut NewBatch)| {
        let mut batch = batch(&town, 1);
        bend(&mut batch);
        voucher::make(town.world.yui(), STAFF, batch).await.expect_err("refused")
    };
    assert_eq!(refused(&|b| b.programme = programme("nothing")).await, ErrorCode::ProgrammeUnknown);
    assert_eq!(refused(&|b| b.programme = programme("thanks-2027")).await, ErrorCode::ProgrammeNotCharged);
    assert_eq!(refused(&|b| b.amount = Points(0)).await, ErrorCode::AmountInvalid);
    assert_eq!(refused(&|b| b.count = 0).await, ErrorCode::MalformedRequest);
    assert_eq!(refused(&|b| b.count = voucher::BATCH + 1).await, ErrorCode::MalformedRequest);
    let yesterday = NaiveDate::from_ymd_opt(2027, 4, 30).expect("a day");
    assert_eq!(refused(&|b| b.last_day = yesterday).await, ErrorCode::ProgrammeClosed);
    let after = NaiveDate::from_ymd_opt(2028, 4, 1).expect("a day");
    assert_eq!(refused(&|b| b.last_day = after).await, ErrorCode::ProgrammeClosed);
    let value_ends = NaiveDate::from_ymd_opt(2027, 10, 31).expect("a day");
    assert_eq!(
        refused(&|b| b.last_day = value_ends.succ_opt().expect("a day")).await,
        ErrorCode::ProgrammeClosed
    );
    let latest = NewBatch { last_day: value_ends, ..batch(&town, 1) };
    assert!(voucher::make(town.world.yui(), STAFF, latest).await.is_ok());
    let twice = batch(&town, 3);
    assert_eq!(voucher::make(town.world.yui(), STAFF, twice.clone()).await.map(|made| made.len()), Ok(3));
    assert_eq!(voucher::make(town.world.yui(), STAFF, twice.clone()).await, Err(ErrorCode::IdConflict));
    assert_eq!(voucher::of_batch(town.world.yui(), twice.id).await.map(|made| made.len()), Ok(3));
}

async fn its_value_counts_from_the_day_it_was_made(world: World) {
    let town = Town::new(world).await;
    let printed = make(&town, 1).await;
    town.world.clock.advance(30 * Millis::DAY);
    entry(&redeem(&town, printed[0].code.secret.as_bytes()).await);
    town.charge(1).await;
    let ends: Vec<String> = town.wallet().await.lots.iter().map(|lot| lot.last_day.to_string()).collect();
    assert_eq!(ends, ["2027-10-31", "2027-11-30"], "six months from 1 May, and from 31 May");
}

async fn what_is_sold_is_taken_from_the_budget(world: World) {
    let town = Town::new(world).await;
    let yui = town.world.yui();
    // The programme's budget is 10,000.
    let sell = async |count, points| {
        let amount = Points(points);
        let batch = NewBatch { programme: programme("fair-2027"), amount, ..batch(&town, count) };
        voucher::make(yui, STAFF, batch).await
    };
    let charge = async |points| {
        issue::charge(yui, STAFF, town.issue("fair-2027", points)).await.map(|entry| entry.amount)
    };
    let on_vouchers = async || {
        let fair = programme("fair-2027");
        yui.town_write(move |unit| Box::pin(async move { voucher::promised(unit, &fair).await })).await
    };
    let over = Err(ErrorCode::ProgrammeBudget);
    let sold = sell(2, 3000).await.expect("made");
    assert_eq!(on_vouchers().await, Ok(Points(6000)));
    assert_eq!(charge(4001).await, over);
    assert_eq!(charge(4000).await, Ok(Points(4000)));
    assert_eq!(sell(1, 1).await.err(), Some(ErrorCode::ProgrammeBudget));
    // What was sold is kept, though nothing else is left.
    entry(&redeem(&town, sold[0].code.secret.as_bytes()).await);
    assert_eq!((charge(1).await, on_vouchers().await), (over.clone(), Ok(Points(3000))));
    voucher::cancel(yui, STAFF, sold[1].id).await.expect("withdrawn");
    assert_eq!((charge(3001).await, charge(2999).await), (over.clone(), Ok(Points(2999))));
    // One that nobody used in time is a promise no more.
    sell(1, 1).await.expect("made");
    assert_eq!(charge(1).await, over);
    town.world.clock.advance(31 * Millis::DAY);
    assert_eq!((on_vouchers().await, charge(1).await), (Ok(Points::ZERO), Ok(Points(1))));
}
