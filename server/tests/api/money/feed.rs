//! The feed: whole, in order, in pages of any size, under way while others write; and nothing in it that a shop must
//! not know.

use std::collections::HashSet;

use futures_util::future::join_all;
use sqlx::{Connection, Executor, SqliteConnection, sqlite::SqliteConnectOptions};
use yui_protocol::{
    CommandId, ErrorCode, Points,
    changes::{Changes, MOST_PLACES, Record},
    command::{Act, CommandAnswer, Pay, Refund},
    wallet::{Entry, EntryKind},
};

use yui_server::wallet::issue;
use yui_store::Party;

use super::{STAFF, Town, entry, feed, history, new_shop, page, pages, settled};
use crate::support::{World, on_both};

on_both! {
    the_first_page_says_who_she_is pages_of_any_size_say_the_same nothing_is_lost_while_others_write
    histories_agree_with_balances names_that_are_new_since_the_last_look_are_known
    a_shop_cannot_learn_who_paid a_cursor_of_a_lost_future_begins_anew
    an_answer_of_a_lost_future_begins_anew what_is_no_cursor_is_refused
}

async fn the_first_page_says_who_she_is(world: World) {
    let town = Town::new(world).await;
    let records = feed(&town.world, &town.phone).await;
    assert!(matches!(&records[0], Record::Profile(profile) if profile.subject == town.subject));
    assert!(
        records.iter().any(|record| matches!(record, Record::Device(device) if device.id == town.phone.id()))
    );
    assert!(matches!(records.last(), Some(Record::Wallet(wallet)) if wallet.available == Points::ZERO));
    let records = feed(&town.world, &town.shop_phone).await;
    assert!(matches!(records.as_slice(), [Record::Takings(takings)] if takings.unsettled == Points::ZERO));
}

async fn pages_of_any_size_say_the_same(world: World) {
    let town = Town::with_points(world, 5000).await;
    let mut last = town.pay(1).await;
    for points in 2..20 {
        last = town.pay(points).await;
    }
    let refund = Act::Refund(Refund { payment: last.id, amount: Points(5) });
    entry(&town.by_shop(refund).await);
    settled(&town.world).await;
    for phone in [&town.phone, &town.shop_phone] {
        let whole = history(&pages(&town.world, phone, 500).await);
        assert!(whole.len() >= 20);
        for limit in [1, 3, 16, 17] {
            assert_eq!(history(&pages(&town.world, phone, limit).await), whole);
        }
    }
    // Nothing new gives the same cursor and nothing else.
    let end: Changes = page(&town.world, &town.phone, "?limit=500").await.json();
    let after: Changes = page(&town.world, &town.phone, &format!("?after={}", end.cursor)).await.json();
    assert_eq!((after.records.len(), after.more, &after.cursor), (0, false, &end.cursor));
    // The refund brings the payment again, as it stands.
    town.by_shop(Act::Refund(Refund { payment: last.id, amount: Points(14) })).await;
    settled(&town.world).await;
    let news: Changes = page(&town.world, &town.phone, &format!("?after={}", end.cursor)).await.json();
    let lines = history(&news.records);
    assert_eq!(lines.iter().map(|line| line.id == last.id).collect::<Vec<_>>(), [false, true]);
    assert_eq!((lines[1].refunded, lines[1].state), (Points(19), yui_protocol::wallet::EntryState::Refunded));
}

async fn nothing_is_lost_while_others_write(world: World) {
    let town = Town::with_points(world, 50_000).await;
    let payments: Vec<_> = (0..60).map(|_| town.payment(10)).collect();
    let write = async {
        let mut made = HashSet::new();
        for some in payments.chunks(12) {
            let answers = join_all(some.iter().map(|signed| town.send(signed))).await;
            made.extend(answers.iter().map(|answer| entry(answer).id));
        }
        made
    };
    let read = async {
        let (mut seen, mut query): (Vec<CommandId>, _) = (Vec::new(), "?limit=7".to_owned());
        while seen.len() < 60 {
            let changes: Changes = page(&town.world, &town.shop_phone, &query).await.json();
            seen.extend(history(&changes.records).iter().map(|line| line.id));
            query = format!("?limit=7&after={}", changes.cursor);
            if !changes.more {
                settled(&town.world).await;
            }
        }
        seen
    };
    let (made, seen) = tokio::join!(write, read);
    assert_eq!(seen.len(), 60, "none twice");
    assert_eq!(seen.into_iter().collect::<HashSet<_>>(), made);
}

async fn histories_agree_with_balances(world: World) {
    let town = Town::with_points(world, 20_000).await;
    let mut seed: i64 = 2027;
    let mut random = |most: i64| {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        seed / 65_536 % most + 1
    };
    let mut payments = Vec::new();
    for _ in 0..60 {
        match random(4) {
            1 => drop(town.charge(random(500)).await),
            2 if !payments.is_empty() => {
                let place = usize::try_from(random(1000)).expect("small") % payments.len();
                // Some are more than what is left of the payment, and are refused.
                let act = Act::Refund(Refund { payment: payments[place], amount: Points(random(200)) });
                town.by_shop(act).await;
            }
            _ => payments.push(town.pay(random(300)).await.id),
        }
    }
    let (hers, theirs) = (feed(&town.world, &town.phone).await, feed(&town.world, &town.shop_phone).await);
    let sum = |lines: &[Entry], kind| -> i64 {
        lines.iter().filter(|line| line.kind == kind).map(|line| line.amount.0).sum()
    };
    let lines = history(&hers);
    let (paid, back) = (sum(&lines, EntryKind::Payment), sum(&lines, EntryKind::Refund));
    assert!(paid > 0 && back > 0);
    assert_eq!(lines.iter().map(|line| line.refunded.0).sum::<i64>(), back);
    assert_eq!(town.available().await, sum(&lines, EntryKind::Charge) - paid + back);
    assert!(
        matches!(theirs.last(), Some(Record::Takings(takings)) if takings.unsettled == Points(paid - back))
    );
    let facts = |lines: Vec<Entry>| -> Vec<_> {
        let common = lines.into_iter().filter(|line| line.kind != EntryKind::Charge);
        common.map(|line| (line.id, line.amount, line.state, line.at, line.refunded)).collect()
    };
    assert_eq!(facts(lines), facts(history(&theirs)));
}

async fn names_that_are_new_since_the_last_look_are_known(world: World) {
    let town = Town::with_points(world, 100).await;
    assert_eq!(history(&feed(&town.world, &town.phone).await).len(), 1);
    // A programme, classes and a shop that the log did not name before.
    let coupon = town.issue("childcare-2027", 700);
    issue::grant(town.world.yui(), STAFF, coupon).await.expect("granted");
    let (shop, _) = new_shop(&town.world, "青空市場").await;
    let act = Act::Pay(Pay { shop, amount: Points(30), till: None });
    entry(&town.send(&town.phone.command(&town.world, act, |_| {})).await);
    let lines = history(&feed(&town.world, &town.phone).await);
    let named: Vec<_> =
        lines.iter().map(|line| (line.kind, line.shop.as_ref().map(|shop| shop.id))).collect();
    assert_eq!(
        named,
        [(EntryKind::Charge, None), (EntryKind::Grant, None), (EntryKind::Payment, Some(shop))]
    );
    let wallet = town.wallet().await;
    assert_eq!(
        wallet.lots.iter().map(|lot| lot.amount.0).collect::<Vec<_>>(),
        [70, 700],
        "in order of their end"
    );
    assert_eq!(wallet.lots[1].classes, ["baby"]);
}

async fn a_shop_cannot_learn_who_paid(world: World) {
    let town = Town::with_points(world, 5000).await;
    let paid = town.pay(100).await;
    town.pay(200).await;
    town.by_shop(Act::Refund(Refund { payment: paid.id, amount: Points(50) })).await;
    settled(&town.world).await;
    let body = page(&town.world, &town.shop_phone, "").await.body;
    let text = String::from_utf8(body).expect("text");
    assert!(text.contains(&paid.id.to_string()), "the search finds what is there");
    let her_keys = [town.phone.id().to_string(), town.subject.to_string()];
    for secret in
        her_keys.iter().map(String::as_str).chain(["lot", "programme", "charge-2027", "田中", "subject"])
    {
        assert!(!text.contains(secret), "{secret}");
    }
}

/// What a phone was shown after the backup is gone. The log has gone on since, and further than the phone's cursor.
async fn a_cursor_of_a_lost_future_begins_anew(world: World) {
    let mut town = Town::with_points(world, 5000).await;
    let kept = town.pay(1).await;
    settled(&town.world).await;
    let common: Changes = page(&town.world, &town.phone, "?limit=500").await.json();
    let mut copy = Vec::new();
    yui_store::export(town.world.yui().town.reader(), &mut copy).await.expect("exports");
    let lost = town.pay(2).await;
    settled(&town.world).await;
    let future: Changes = page(&town.world, &town.phone, "?limit=500").await.json();
    assert!(history(&future.records).iter().any(|line| line.id == lost.id));

    town.world = town.world.put_back(&copy).await;
    town.phone.log_in(&town.world).await;
    let (other, another) = (town.pay(3).await, town.pay(4).await);
    settled(&town.world).await;
    let after = async |cursor: &str, limit: u32| -> Changes {
        page(&town.world, &town.phone, &format!("?limit={limit}&after={cursor}")).await.json()
    };
    let ids = |changes: &Changes| history(&changes.records).iter().map(|line| line.id).collect::<Vec<_>>();

    let anew = after(&future.cursor, 500).await;
    assert!(anew.anew);
    let lines = ids(&anew);
    assert_eq!(lines[lines.len() - 3..], [kept.id, other.id, another.id]);
    assert!(matches!(&anew.records[0], Record::Profile(_)), "all that there is to know");
    let first: Changes = page(&town.world, &town.phone, "?limit=500").await.json();
    assert_eq!((anew.records, &anew.cursor, first.anew), (first.records, &first.cursor, false));
    let small = after(&future.cursor, 1).await;
    assert!(small.anew && small.more);
    assert_eq!((small.complete_until, anew.complete_until), (None, Some(town.world.now())));
    assert!(!after(&small.cursor, 1).await.anew, "only the first page begins anew");

    let on = after(&common.cursor, 500).await;
    assert_eq!((on.anew, ids(&on)), (false, vec![other.id, another.id]), "from the common past one goes on");
}

/// A wallet is of the whole log, and an answer brings it before the feed does: a phone whose own cursor lies inside the
/// backup was shown it too.
async fn an_answer_of_a_lost_future_begins_anew(world: World) {
    let mut town = Town::with_points(world, 5000).await;
    let kept = town.pay(1).await;
    settled(&town.world).await;
    let common: Changes = page(&town.world, &town.phone, "?limit=500").await.json();
    let backed_up = common.shown.cursor;
    let mut copy = Vec::new();
    yui_store::export(town.world.yui().town.reader(), &mut copy).await.expect("exports");
    let from = async |town: &Town, shown: &str| -> Changes {
        let query = format!("?limit=500&after={}&shown={shown}", common.cursor);
        page(&town.world, &town.phone, &query).await.json()
    };
    // Rows of others move what her wallet is of, and not her cursor.
    new_shop(&town.world, "青空市場").await;
    settled(&town.world).await;
    let looked = from(&town, &backed_up).await;
    assert_eq!((looked.anew, &looked.cursor), (false, &common.cursor));
    let looked = looked.shown.cursor;
    let answer: CommandAnswer = town.send(&town.payment(2)).await.json();
    let answered = answer.shown.expect("said");
    assert!(answered.seq >= answer.seq);
    assert!(!from(&town, &answered.cursor).await.anew, "while it is there");

    town.world = town.world.put_back(&copy).await;
    town.phone.log_in(&town.world).await;
    // The log goes on, and further than what was shown.
    let others = [town.pay(3).await, town.pay(4).await, town.pay(5).await];
    settled(&town.world).await;
    // An act that waited was answered by the log of now, before the feed is read; and a reader names no more than this.
    let waited: CommandAnswer = town.send(&town.payment(6)).await.json();
    let now = waited.shown.expect("said").cursor;
    settled(&town.world).await;
    assert!(!from(&town, &now).await.anew);
    let full = vec![now.as_str(); MOST_PLACES - 1].join(",");
    let (last, first) = (format!("{full},{looked}"), format!("{},{full}", answered.cursor));
    for gone in [&looked, &answered.cursor, &last, &first] {
        let anew = from(&town, gone).await;
        assert!(anew.anew);
        let lines: Vec<_> = history(&anew.records).iter().map(|line| line.id).collect();
        assert_eq!(lines[lines.len() - 5..], [kept.id, others[0].id, others[1].id, others[2].id, waited.id]);
        assert!(
            matches!(anew.records.last(), Some(Record::Wallet(wallet)) if wallet.available == Points(4981))
        );
        let next = anew.shown.cursor;
        assert!(!from(&town, &next).await.anew, "once is enough");
    }
    assert!(!from(&town, &backed_up).await.anew, "what the backup holds is there");
    let only = format!("?shown={}", answered.cursor);
    let only: Changes = page(&town.world, &town.phone, &only).await.json();
    assert!(only.anew, "before it read its feed at all");
}

async fn what_is_no_cursor_is_refused(world: World) {
    let town = Town::new(world).await;
    let first: Changes = page(&town.world, &town.phone, "").await.json();
    let place = first.shown.cursor;
    let places = |count| format!("?shown={}", vec![place.as_str(); count].join(","));
    let (most, more) = (places(MOST_PLACES), places(MOST_PLACES + 1));
    let looked: Changes = page(&town.world, &town.phone, &most).await.json();
    assert!(!looked.anew);
    let (open, none_between) = (format!("?shown={place},"), format!("?shown={place},,{place}"));
    for query in [
        "?after=1",
        "?after=",
        "?shown=",
        "?shown=1",
        &open,
        &none_between,
        &more,
        "?after=AgAAAAAAAAAB",
        "?limit=0",
        "?limit=501",
        "?before=1",
    ] {
        page(&town.world, &town.phone, query).await.refused(ErrorCode::MalformedRequest);
    }
}

/// The writer does not wait for whoever follows its log: an act is done and answered, and the feed says that it trails.
#[tokio::test]
async fn a_follower_that_is_held_back_keeps_no_act_waiting() {
    let town = Town::with_points(World::sqlite().await, 5000).await;
    settled(&town.world).await;
    let file = SqliteConnectOptions::new().filename(town.world.feed_file());
    let mut holder = SqliteConnection::connect_with(&file).await.expect("opens");
    holder.execute("BEGIN IMMEDIATE").await.expect("holds the follower's file");
    let before = town.pay(850).await;
    settled(&town.world).await;
    let shown: Changes = page(&town.world, &town.phone, "").await.json();
    assert!(history(&shown.records).iter().any(|line| line.id == before.id), "memory needs no file");

    let yui = town.world.yui().clone();
    let rebuilt = tokio::spawn(async move { yui.town.feed().rebuild().await });
    while town.world.yui().town.feed().lag() == 0 {
        tokio::task::yield_now().await;
    }
    let paid = town.pay(850).await;
    assert!(town.world.yui().town.feed().lag() > 1);
    let trailing: Changes = page(&town.world, &town.phone, "").await.json();
    assert!(history(&trailing.records).iter().all(|line| line.id != paid.id));
    assert_eq!(trailing.complete_until, None, "what was committed before may be missing");

    holder.execute("ROLLBACK").await.expect("lets it go");
    rebuilt.await.expect("runs").expect("begins again");
    settled(&town.world).await;
    let query = format!("?after={}", trailing.cursor);
    let whole: Changes = page(&town.world, &town.phone, &query).await.json();
    assert!(history(&whole.records).iter().any(|line| line.id == paid.id));
    assert!(whole.complete_until.is_some() && town.world.yui().town.feed().lag() == 0);
}

/// Whatever another hand wrote into the feed's file.
#[tokio::test]
async fn a_row_that_the_feed_gives_to_another_is_not_shown() {
    let town = Town::with_points(World::sqlite().await, 5000).await;
    let paid = town.pay(850).await;
    settled(&town.world).await;
    let (other, phone) = new_shop(&town.world, "青空市場").await;
    let file = SqliteConnectOptions::new().filename(town.world.feed_file());
    let mut hand = SqliteConnection::connect_with(&file).await.expect("opens");
    let key = Party::Shop(other).key();
    let planted = sqlx::query("INSERT INTO feed (party, seq) VALUES ($1, $2)").bind(key).bind(paid.seq);
    planted.execute(&mut hand).await.expect("plants");
    let records = feed(&town.world, &phone).await;
    assert!(history(&records).is_empty(), "{records:?}");
}
