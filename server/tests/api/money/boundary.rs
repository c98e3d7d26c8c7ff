//! The edges, met through the API: the last millisecond of a lot's last day in Japan, a hundred at once for the last point
//! of a budget, numbers that no integer of ours holds.

use axum::http::StatusCode;
use chrono::NaiveDate;
use futures_util::future::join_all;
use yui_protocol::{
    ErrorCode, Millis,
    command::{Command, SignedCommand},
};
use yui_server::{staff::Role, wallet::expire};

use super::{Town, entry};
use crate::{
    pages::{Browser, field, leads_to, text},
    support::{Phone, World, on_both, sign},
};

on_both! {
    value_ends_with_the_last_millisecond_of_its_last_day_in_japan
    a_hundred_at_once_for_the_last_point_of_a_budget
    numbers_beyond_the_integers_are_no_amounts
}

/// Charged at the last instant of a day: six months, to the day that 民法143条 says; 2028 has a 29 February.
const LIVES: [(&str, &str); 13] = [
    ("2027-05-31", "2027-11-30"),
    ("2027-06-30", "2027-12-29"),
    ("2027-07-31", "2028-01-30"),
    ("2027-08-29", "2028-02-28"),
    ("2027-08-30", "2028-02-29"),
    ("2027-08-31", "2028-02-29"),
    ("2027-09-30", "2028-03-29"),
    ("2027-10-31", "2028-04-30"),
    ("2027-11-30", "2028-05-29"),
    ("2027-12-31", "2028-06-30"),
    ("2028-01-31", "2028-07-30"),
    ("2028-02-29", "2028-08-28"),
    ("2028-03-31", "2028-09-30"),
];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The last millisecond of a day in Japan, which is 14:59:59.999 in UTC.
fn end_of(day: NaiveDate) -> Millis {
    Millis::start_of_day_jst(day.succ_opt().expect("in the calendar")).plus(-1)
}

/// What happens at the end of a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Edge {
    Charged { until: NaiveDate },
    LastDay,
}

async fn value_ends_with_the_last_millisecond_of_its_last_day_in_japan(world: World) {
    let town = Town::new(world).await;
    let mut edges: Vec<_> = LIVES
        .iter()
        .flat_map(|(from, until)| {
            [(day(from), Edge::Charged { until: day(until) }), (day(until), Edge::LastDay)]
        })
        .collect();
    edges.sort();
    edges.dedup();
    let to = |at: Millis| town.world.clock.advance(at.0 - town.world.now().0);
    // What is left of what ends on a day.
    let mut left: Vec<(NaiveDate, i64)> = Vec::new();
    let from = |left: &[(NaiveDate, i64)], day| -> i64 {
        left.iter().filter(|(until, _)| *until >= day).map(|(_, points)| points).sum()
    };
    for (today, edge) in edges {
        to(end_of(today));
        match edge {
            Edge::Charged { until } => {
                let charged = town.charge(100).await;
                assert_eq!(charged.lots[0].last_day, until, "charged on {today}");
                left.push((until, 100));
            }
            Edge::LastDay => {
                assert_eq!(town.available().await, from(&left, today), "all of {today}");
                let paid = town.pay(1).await;
                assert_eq!(
                    (paid.at, paid.lots[0].last_day),
                    (end_of(today), today),
                    "what ends first is used first"
                );
                let used = left.iter_mut().find(|(until, _)| *until == today).expect("a lot");
                used.1 -= 1;
                town.world.clock.advance(1);
                let tomorrow = today.succ_opt().expect("in the calendar");
                let lives = from(&left, tomorrow);
                assert_eq!(town.available().await, lives, "the instant after {today}");
                town.send(&town.payment(lives + 1)).await.refused(ErrorCode::InsufficientBalance);
                assert_eq!(expire::run_due(town.world.yui()).await, Ok(1));
                assert_eq!(town.available().await, lives);
            }
        }
    }
    assert_eq!(town.available().await, 0);
}

/// Registers somebody without a phone, born on the nth day of 1950; her page.
async fn registered(world: &World, desk: &mut Browser, n: u64) -> String {
    let birth = (day("1950-01-01") + chrono::Days::new(n)).to_string();
    let page = text(&desk.open(world, "/staff/register").await);
    let (token, id) = (field(&page, "token"), field(&page, "id"));
    let fields = [
        ("name", "田中　花子"),
        ("kana", "タナカ　ハナコ"),
        ("birth", birth.as_str()),
        ("sex", "2"),
        ("address", "長崎県大村市玖島１丁目"),
        ("telephone", "０９５７-00-0000"),
        ("checked", "1"),
        ("token", &token),
        ("id", &id),
    ];
    leads_to(&desk.post(world, "/staff/register", &fields).await)
}

async fn a_hundred_at_once_for_the_last_point_of_a_budget(world: World) {
    let mut counter = Browser::of(&world, "counter", Role::TownCounter).await;
    let mut people = Vec::new();
    for n in 0..102 {
        people.push(registered(&world, &mut counter, n).await);
    }
    let mut programmes = Browser::of(&world, "programmes", Role::TownProgrammes).await;
    let token = programmes.token(&world, &format!("{}/grant", people[0])).await;
    let give = async |person: &str, points: &str| {
        let (id, mut desk) = (Phone::command_id(&world).to_string(), programmes.clone());
        let fields = [
            ("token", token.as_str()),
            ("id", &id),
            ("amount", points),
            ("programme", "thanks-2027"),
            ("confirmed", "1"),
        ];
        desk.post(&world, &format!("{person}/grant"), &fields).await
    };
    // The budget is 5,000.
    leads_to(&give(&people[100], "3000").await);
    leads_to(&give(&people[101], "1999").await);
    let answers = join_all(people[..100].iter().map(|person| give(person, "1"))).await;
    let (given, refused): (Vec<_>, Vec<_>) =
        answers.iter().partition(|answer| answer.status == StatusCode::SEE_OTHER);
    assert_eq!((given.len(), refused.len()), (1, 99), "the last point is one person's");
    for answer in refused {
        assert!(text(answer).contains("programme_budget"), "{}", answer.status);
    }
    let issued = "SELECT issued FROM programme WHERE slug = 'thanks-2027'";
    let issued = world.yui().town.reader().sql(issued).fetch_one().await.expect("a row");
    assert_eq!(issued.get::<i64>("issued").ok(), Some(5000));
    yui_store::verify(world.yui().town.reader()).await.expect("sound");
}

/// A payment of an amount that is written in nine bytes, with these nine in its place.
fn payment_of(town: &Town, number: [u8; 9]) -> SignedCommand {
    let signed = town.payment(i64::MAX);
    let largest = [0x1B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
    let mut payload = signed.payload.0.clone();
    let at = payload.windows(9).position(|nine| nine == largest).expect("the amount");
    payload[at..at + 9].copy_from_slice(&number);
    let key = town.phone.device_uv.as_ref().expect("a key");
    let signature = sign(key, &Command::signed_bytes(&payload));
    SignedCommand { payload: payload.into(), signature, ..signed }
}

async fn numbers_beyond_the_integers_are_no_amounts(world: World) {
    let town = Town::with_points(world, 1000).await;
    let [most, all] = [0x80, 0xFF];
    for (head, first, rest, code) in [
        // The largest and the least that fit are none to pay.
        (0x1B, 0x7F, 0xFF, ErrorCode::AmountInvalid),
        (0x3B, 0x7F, 0xFF, ErrorCode::AmountInvalid),
        // 2⁶³ and 2⁶⁴ − 1; −2⁶³ − 1 and −2⁶⁴.
        (0x1B, most, 0x00, ErrorCode::MalformedRequest),
        (0x1B, all, 0xFF, ErrorCode::MalformedRequest),
        (0x3B, most, 0x00, ErrorCode::MalformedRequest),
        (0x3B, all, 0xFF, ErrorCode::MalformedRequest),
    ] {
        let mut number = [rest; 9];
        (number[0], number[1]) = (head, first);
        town.send(&payment_of(&town, number)).await.refused(code);
    }
    // Staff who type a number that long.
    let mut desk = Browser::of(&town.world, "counter", Role::BodyCounter).await;
    let path = format!("/staff/person/{}/charge", town.subject);
    let token = desk.token(&town.world, &path).await;
    for amount in
        ["9223372036854775807", "9223372036854775808", "18446744073709551616", "-9223372036854775808"]
    {
        let id = Phone::command_id(&town.world).to_string();
        let fields = [
            ("token", token.as_str()),
            ("id", &id),
            ("amount", amount),
            ("programme", "charge-2027"),
            ("confirmed", "1"),
        ];
        let answer = desk.post(&town.world, &path, &fields).await;
        assert!(answer.status.is_client_error() && text(&answer).contains("amount_invalid"), "{amount}");
    }
    entry(&town.send(&town.payment(1000)).await);
    assert_eq!(town.available().await, 0);
}
