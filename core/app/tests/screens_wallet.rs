//! The screens about her points and about the app: lots, limits, conditions, the file of the history, notices, about.

mod support;

use std::sync::Arc;

use serde_json::{Value, json};
use support::{Phone, START, Server, card, draft, hanako};
use yui_app::{
    AppConfig, Seams, YuiApp,
    notices::{NewsView, NoticeKind},
    screens::{NoticeView, Screen, enrol_purpose},
};
use yui_protocol::{CommandId, Millis, Points, TownCode, identity::EnrolPurpose};
use yui_testkit::{card::SIGNATURE_PASSWORD, keys::TestKeys};

const DAY: i64 = Millis::DAY;

/// A line of the history as another's act brings it.
fn entry(kind: &str, at: i64, amount: i64) -> Value {
    json!({"type": "entry", "id": CommandId::new(Millis(at), rand::random()), "seq": 90, "at": at, "kind": kind,
           "state": "done", "amount": amount, "refunded": 0, "receipt": "R90"})
}

fn lot(id: i64, amount: i64, last_day: &str, classes: &[&str]) -> Value {
    json!({"id": id, "kind": "coupon", "programme": "charge-2026", "amount": amount, "last_day": last_day,
           "classes": classes, "issued_at": START - DAY})
}

fn wallet(lots: &[Value]) -> Value {
    let sum: i64 = lots.iter().filter_map(|lot| lot["amount"].as_i64()).sum();
    json!({"type": "wallet", "seq": 99, "available": sum, "held": 0, "lots": lots})
}

/// A phone of Omura, whose configuration came with the app.
async fn in_omura(phone: &Phone) -> Arc<YuiApp> {
    let text = include_str!("../../../municipalities/omura/municipality.toml");
    let town = yui_rules::municipality::parse(text).expect("Omura");
    assert_eq!(Ok(town.code), TownCode::new(422_053));
    let bundled = serde_json::to_string(&town).expect("serialises");
    let config = AppConfig { bundled_municipality: Some(bundled), ..phone.config() };
    let seams = Seams { transport: Some(Arc::new(Server::new())), ..Seams::default() };
    YuiApp::open_with(config, phone.platform(), seams).await.expect("opens")
}

async fn lines(app: &YuiApp) -> Vec<NoticeView> {
    let view = app.screens().notices().await.expect("notices");
    view.days.into_iter().flat_map(|day| day.lines).collect()
}

/// The channels of what is to be notified.
async fn check(app: &YuiApp) -> Vec<String> {
    let news = app.notices().check().await.expect("checked");
    news.into_iter().map(|NewsView { channel, .. }| channel).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lot_that_runs_out_first_stands_first_and_says_so() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    let home = app.screens().home().await.expect("home").balance.expect("a balance");
    assert_eq!(home.lots.screen, Screen::Lots);
    server.publish(wallet(&[
        lot(1, 5_000, "2027-05-22", &[]),
        lot(2, 300, "2026-12-10", &["food"]),
        lot(3, 40, "2026-11-01", &[]),
    ]));
    app.sync().await.expect("synced");
    let view = app.screens().lots().await.expect("lots");
    let [first, second] = view.lots.as_slice() else { panic!("what has run out is gone: {:?}", view.lots) };
    assert_eq!((first.lot, first.amount.plain.as_str()), (2, "300ポイント"));
    assert!(first.until.plain.starts_with("12月10日"), "{}", first.until.plain);
    assert!(first.soon.is_some() && first.usable.plain.starts_with("使えるお店"), "{first:?}");
    assert!(second.until.plain.starts_with("2027年5月22日"), "{}", second.until.plain);
    assert!(second.soon.is_none() && second.usable.plain == "すべてのお店で使えます", "{second:?}");
    assert!(view.empty.is_none() && view.balance.plain.contains("5,300"), "{}", view.balance.plain);
    let ways: Vec<_> = view.ways.iter().map(|way| way.screen).collect();
    assert_eq!(ways, [Screen::Points, Screen::Limits]);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_points_it_is_said_how_to_come_to_some() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let view = app.screens().lots().await.expect("lots");
    assert!(view.lots.is_empty() && view.empty.expect("words").plain.contains("窓口"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_left_today_is_less_what_was_paid_today() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    server.publish(entry("payment", START - DAY, 7_000));
    server.publish(entry("payment", START, 850));
    app.sync().await.expect("synced");
    let view = app.screens().limits().await.expect("limits");
    assert_eq!(view.left_today.expect("words").plain, "きょうは、あと899,150円まで払えます");
    let bounds: Vec<_> = view.bounds.iter().map(|text| text.plain.as_str()).collect();
    assert_eq!(
        bounds,
        [
            "1回の支払い：600,000円まで",
            "1日の支払い：900,000円まで",
            "通信できないとき：1回3,000円まで",
            "残高：1,000,000円まで",
        ]
    );
    let proofs: Vec<_> = view.proofs.iter().map(|text| text.plain.as_str()).collect();
    assert!(proofs[0].starts_with("100,000円以上") && proofs[1].contains("マイナンバーカード"), "{proofs:?}");
    assert!(view.register.is_none() && view.raise.len() == 1, "{:?}", view.raise);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_screen_lock_is_told_what_to_do_for_more() {
    let server = Arc::new(Server::new());
    let phone = Phone { keys: Arc::new(TestKeys::new(false)), ..Phone::new() };
    let app = phone.open(server.clone()).await;
    let guest = app.screens().limits().await.expect("limits");
    assert!(guest.left_today.is_none() && guest.level.plain.contains("登録すると"));
    assert_eq!(guest.register.map(|way| way.screen), Some(Screen::Register));
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered");
    let view = app.screens().limits().await.expect("limits");
    assert!(view.raise[0].plain.contains("画面ロックをつけて"), "{:?}", view.raise);
    let purpose = view.register.map(|way| (way.screen, enrol_purpose(way.about)));
    assert_eq!(purpose, Some((Screen::Register, EnrolPurpose::RenewUserKey)));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_points_says_what_the_law_wants_said() {
    let phone = Phone::new();
    let view = in_omura(&phone).await.screens().points().await.expect("points");
    assert!(view.programmes.len() > 2);
    for programme in &view.programmes {
        let labels: Vec<_> = programme.lines.iter().map(|line| line.label.plain.as_str()).collect();
        for wanted in
            ["発行者", "受け取れる上限", "有効期限", "使えるお店", "問い合わせ先", "不正に使われたときの補償"]
        {
            assert!(labels.contains(&wanted), "{}: {labels:?}", programme.name.plain);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_is_given_away_by_the_month() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    server.publish(entry("payment", START - 40 * DAY, 7_777));
    app.sync().await.expect("synced");
    let history = app.screens().history(String::new(), 1).await.expect("a history");
    assert_eq!(history.share.map(|way| way.screen), Some(Screen::Export));
    let view = app.screens().export().await.expect("months");
    let said: Vec<_> = view.periods.iter().map(|p| (p.text.plain.as_str(), p.file.as_str())).collect();
    assert_eq!(
        said,
        [
            ("2026年11月", "yui-2026-11.csv"),
            ("2026年10月", "yui-2026-10.csv"),
            ("すべての月", "yui-2026-10-2026-11.csv")
        ]
    );
    let rows = async |at: usize| {
        let period = &view.periods[at];
        app.wallet().csv(period.from, period.to).await.expect("a file").lines().count() - 1
    };
    assert_eq!((rows(0).await, rows(1).await, rows(2).await), (1, 1, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_of_the_night_of_new_year_is_of_japans_january() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    // 2026-12-31 15:00 UTC is midnight in Japan.
    server.publish(entry("payment", 1_798_729_200_000, 100));
    app.sync().await.expect("synced");
    let view = app.screens().export().await.expect("months");
    let january = &view.periods[0];
    assert_eq!(
        (january.from.to_string(), january.to.to_string()),
        ("2027-01-01".into(), "2027-01-31".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_history_nothing_can_be_given_away() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let view = app.screens().export().await.expect("months");
    assert!(view.periods.is_empty() && view.empty.is_some());
    assert!(app.screens().history(String::new(), 1).await.expect("a history").share.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_did_is_told_and_leads_to_it() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    let grant = entry("grant", START - 1, 300);
    server.publish(grant.clone());
    server.publish(entry("payment", START, 850));
    server.publish(wallet(&[lot(1, 300, "2026-12-10", &[])]));
    server.publish(
        json!({"type": "profile", "subject": "0199c0de-0000-4000-8000-000000000001", "level": "verified",
        "name": "田中　花子", "card_last_day": "2027-01-31"}),
    );
    app.sync().await.expect("synced");
    let said: Vec<_> =
        lines(&app).await.into_iter().map(|line| (line.text.plain, line.screen, line.about)).collect();
    let receipt = |line: &(String, Option<Screen>, Option<String>)| {
        line.1 == Some(Screen::Receipt) && line.2.as_deref() == grant["id"].as_str()
    };
    assert!(said.iter().any(receipt), "{said:?}");
    let screens: Vec<_> = said.iter().map(|line| line.1).collect();
    assert_eq!(
        screens,
        // The charge and the grant of today; lots from yesterday; the card since 90 days before its end.
        [Some(Screen::Receipt), Some(Screen::Receipt), Some(Screen::Lots), Some(Screen::Card)],
        "{said:?}"
    );
    assert_eq!(said.iter().filter(|line| line.0 == "支払いが記録されました").count(), 0, "she paid by hand");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_phone_of_hers_is_told_of_but_not_the_one_before() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    let own = app.identity().devices().await.expect("phones")[0].id;
    let device = |id: &str, added: i64, revoked: Option<i64>| {
        let mut device = json!({"type": "device", "id": id, "name": "もう1台", "added_at": added,
            "seen_day": "2026-11-23", "proves_user": true});
        if let Some(at) = revoked {
            device["revoked_at"] = json!(at);
        }
        device
    };
    assert_ne!(own.to_string(), "A".repeat(43));
    server.publish(device(&"A".repeat(43), START - DAY, None));
    server.publish(device(&format!("{}E", "B".repeat(42)), START + 1, Some(START + 2)));
    phone.clock.advance(1000);
    app.sync().await.expect("synced");
    let said: Vec<_> =
        lines(&app).await.into_iter().filter(|line| line.screen == Some(Screen::Devices)).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[1].text.plain.starts_with("新しいスマートフォンが追加されました"), "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notification_says_once_that_there_is_something_and_never_what() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    let asked = server.requests();
    assert!(check(&app).await.is_empty());
    assert_eq!(server.requests(), asked, "who wants nothing asks nobody");
    app.notices().want(NoticeKind::Money, true).await.expect("wanted");
    let on = |view: yui_app::screens::NoticesView| view.switches.iter().map(|s| s.on).collect::<Vec<_>>();
    assert_eq!(on(app.screens().notices().await.expect("notices")), [true, false, false]);
    assert!(check(&app).await.is_empty(), "what was there before");

    server.charge(1_234);
    let news = app.notices().check().await.expect("checked");
    let [one] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((one.channel.as_str(), one.title.plain.as_str()), ("payments", "新しいお知らせがあります"));
    for text in [&one.title, &one.body] {
        assert!(!text.plain.contains("1,234") && !text.plain.contains("花子"), "{}", text.plain);
    }
    assert!(check(&app).await.is_empty(), "told");

    drop(app);
    let app = phone.open(server.clone()).await;
    server.charge(1);
    assert_eq!(check(&app).await, ["payments"], "also after the app was ended");
    app.notices().want(NoticeKind::Money, false).await.expect("not wanted");
    server.charge(1);
    assert!(check(&app).await.is_empty());
    app.identity().sign_out().await.expect("signed out");
    assert_eq!(on(app.screens().notices().await.expect("notices")), [false, false, false]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ends_soon_is_told_without_network_too() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    server.publish(wallet(&[lot(1, 300, "2026-12-31", &[])]));
    app.sync().await.expect("synced");
    app.notices().want(NoticeKind::Deadlines, true).await.expect("wanted");
    server.set_feed_down(true);
    assert!(check(&app).await.is_empty(), "38 days before");
    server.advance(9 * DAY);
    phone.clock.advance(9 * DAY);
    assert_eq!(check(&app).await, ["notices"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_while_the_app_was_in_front_is_not_notified_later() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    app.notices().want(NoticeKind::Money, true).await.expect("wanted");
    app.start();
    server.charge(100);
    while app.wallet().snapshot().await.expect("a wallet").available < Points(5_100) {
        tokio::task::yield_now().await;
    }
    app.stop();
    assert!(check(&app).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_staff_is_told_that_her_registration_is_through() {
    let (server, phone) = (Arc::new(Server::new()), Phone::new());
    server.review_registrations();
    let app = phone.open(server.clone()).await;
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("asked");
    app.notices().want(NoticeKind::Safety, true).await.expect("wanted");
    assert!(check(&app).await.is_empty());
    server.take_registrations();
    phone.keys.set_locked(true);
    assert_eq!(check(&app).await, ["notices"], "in her pocket, too");
    phone.keys.set_locked(false);
    assert!(lines(&app).await.iter().any(|line| line.text.plain == "登録の確認が終わりました"));
    assert!(check(&app).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_staff_refuse_is_told_so_in_the_back() {
    let (server, phone) = (Arc::new(Server::new()), Phone::new());
    server.review_registrations();
    let app = phone.open(server.clone()).await;
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("asked");
    app.notices().want(NoticeKind::Safety, true).await.expect("wanted");
    server.refuse_reviews();
    assert_eq!(check(&app).await, ["notices"]);
    let told = lines(&app).await;
    let line = told.iter().find(|line| line.text.plain == "登録できませんでした").expect("a line");
    assert_eq!(line.screen, Some(Screen::Talk));
    assert!(check(&app).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_that_takes_its_role_away_takes_nobody_her_notices() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    app.notices().want(NoticeKind::Money, true).await.expect("wanted");
    app.shop().pair(support::pairing()).await.expect("paired");
    server.revoke_shops();
    server.charge(700);
    assert_eq!(check(&app).await, ["payments"]);
    assert_eq!(
        support::code_of(app.sync().await),
        yui_protocol::ErrorCode::DeviceRevoked,
        "whoever asks hears it"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_that_was_removed_is_told_so() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    app.notices().want(NoticeKind::Safety, true).await.expect("wanted");
    server.revoke_all();
    assert_eq!(support::code_of(app.notices().check().await), yui_protocol::ErrorCode::DeviceRevoked);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_app_says_what_it_is_and_what_is_in_it() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let about = app.screens().about().await.expect("about");
    let facts: Vec<_> = about.facts.iter().map(|line| line.value.plain.as_str()).collect();
    assert_eq!(facts[..3], [env!("CARGO_PKG_VERSION"), "大村市", "結の窓口"]);
    assert!(facts[3].contains("MIT OR Apache-2.0"), "{}", facts[3]);
    assert_eq!(about.kept.len(), 4);
    let ways: Vec<_> = about.ways.iter().map(|way| way.screen).collect();
    assert_eq!(ways, [Screen::Points, Screen::Licences]);

    let licences = app.screens().licences();
    let names =
        |at: usize| licences.parts[at].lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>();
    assert!(
        names(0).contains(&"rusqlite")
            && names(1).contains(&"androidx.compose.foundation:foundation-android")
    );
    for line in licences.parts.iter().flat_map(|part| &part.lines) {
        assert!(![&line.name, &line.version, &line.licence].iter().any(|cell| cell.is_empty()), "{line:?}");
    }
    let ways: Vec<_> =
        app.screens().settings(None).await.expect("settings").ways.iter().map(|way| way.screen).collect();
    for screen in [Screen::Limits, Screen::Notices, Screen::Points, Screen::About] {
        assert!(ways.contains(&screen), "{ways:?}");
    }
}
