//! What is around the screens and shared by them: the network's banner, the order of the tiles, what is said of a payment
//! later on, and how an error leads on.

mod support;

use std::{sync::Arc, time::Duration};

use support::{Phone, SHOP, Server, hanako};
use yui_app::{
    ErrorWay, YuiApp,
    screens::{PaidState, PaidView, Screen},
};
use yui_protocol::{ErrorCode, Millis, Points};
use yui_testkit::transport::FaultyTransport;

/// Waits until the banner is there, or gone.
async fn banner(app: &YuiApp, there: bool) {
    while app.screens().frame().offline.is_some() != there {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// A payment of 850 yen, and its id.
async fn paid(app: &YuiApp) -> String {
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("paid").id.to_string()
}

async fn shown(app: &YuiApp, id: &str) -> PaidView {
    app.screens().paid(id.parse().expect("an id")).await.expect("a payment")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_banner_says_what_the_last_request_found() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    assert_eq!(app.screens().frame().offline, None, "a request was answered");
    assert!(app.screens().frame().tabs.len() <= 4, "no more can be hit with a thumb");
    network.set_off(true);
    app.sync().await.expect_err("off");
    let guest = app.screens().frame().offline.expect("a banner");
    app.start();
    let hers = loop {
        let said = app.screens().frame().offline.expect("still off");
        if said != guest {
            break said;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    assert!(hers.plain.contains("支払いコード"), "what she can do: {}", hers.plain);
    network.set_off(false);
    banner(&app, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_hears_that_the_network_is_back_too() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/"));
    let phone = Phone::new();
    let app = phone.open(network.clone()).await;
    network.set_off(true);
    app.start();
    banner(&app, true).await;
    let said = app.screens().frame().offline.expect("a banner").plain;
    assert!(!said.contains("支払いコード"), "a guest has none: {said}");
    network.set_off(false);
    banner(&app, false).await;
}

#[tokio::test]
async fn tiles_are_moved_one_place_up_or_down_and_stay_there() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    let home = app.screens().home().await.expect("a home");
    let arrange = home.arrange.expect("an order to change");
    let order: Vec<_> = home.tiles.iter().map(|tile| tile.screen).collect();
    assert!(order.len() > 2);
    assert_eq!(arrange.tiles.iter().map(|tile| tile.screen).collect::<Vec<_>>(), order);
    assert!(arrange.tiles[0].up.is_none() && arrange.tiles[order.len() - 1].down.is_none());
    let up = arrange.tiles[1].up.clone().expect("a place above");
    assert!(up.text.plain.contains(&home.tiles[1].text.plain), "{}", up.text.plain);
    app.settings().order_tiles(up.order).await.expect("moved");
    let moved =
        |view: yui_app::screens::HomeView| view.tiles.iter().map(|tile| tile.screen).collect::<Vec<_>>();
    let now = moved(app.screens().home().await.expect("a home"));
    assert_eq!((now[0], now[1]), (order[1], order[0]));
    assert_eq!(now[2..], order[2..]);
    let again = phone.open(server.clone()).await;
    assert_eq!(moved(again.screens().home().await.expect("a home")), now);
}

#[tokio::test]
async fn a_payment_can_be_shown_for_some_minutes_and_is_felt_once() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    let id = paid(&app).await;
    let fresh = shown(&app, &id).await;
    assert_eq!(fresh.state, PaidState::Paid);
    assert!((1..=300_000).contains(&fresh.live_ms), "{}", fresh.live_ms);
    let to_show = fresh.show.expect("what to do with it");
    let feels = |id: &str| app.screens().feels(id.parse().expect("an id"));
    assert!(feels(&id));
    assert!(!feels(&id), "however often it is drawn");
    phone.clock.advance(5 * Millis::MINUTE);
    let old = shown(&app, &id).await;
    assert_eq!((old.state, old.live_ms), (PaidState::Paid, 0));
    assert_ne!(old.show.expect("what to do instead"), to_show);
}

#[tokio::test]
async fn what_was_given_back_does_not_look_paid() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    let id = paid(&app).await;
    let title = shown(&app, &id).await.title;
    for (state, refunded, expected) in
        [("partly_refunded", 200, PaidState::PartlyRefunded), ("refunded", 850, PaidState::Refunded)]
    {
        server.publish(serde_json::json!({
            "type": "entry", "id": id, "seq": 50 + refunded, "at": support::START, "kind": "payment", "state": state,
            "amount": 850, "refunded": refunded, "receipt": "R1"}));
        app.sync().await.expect("synced");
        let view = shown(&app, &id).await;
        assert_eq!((view.state, view.live_ms, view.show), (expected, 0, None));
        assert_ne!(view.title, title);
        assert!(view.note.plain.contains(&refunded.to_string()), "{}", view.note.plain);
    }
}

#[tokio::test]
async fn what_is_left_is_not_said_while_she_hides_it() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    let left = async || {
        let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
        quote.balance_after_text
    };
    assert!(left().await.expect("said").plain.contains("4,150"));
    app.settings().hide_balance(true).await.expect("hidden");
    assert_eq!(left().await, None);
}

#[tokio::test]
async fn why_there_is_no_code_stays_until_the_next_try() {
    let server = Arc::new(Server::new());
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    assert_eq!(app.screens().code(false).await.expect("a screen").error, None);
    for make in [true, false, false] {
        let view = app.screens().code(make).await.expect("a screen");
        assert_eq!(view.error.map(|error| error.code).as_deref(), Some("not_registered"));
    }
    let (_phone, app) = hanako(&server, server.clone()).await;
    let view = app.screens().code(true).await.expect("a code");
    assert_eq!((view.error, view.make), (None, None));
    assert!((990..=1000).contains(&view.ring), "{}", view.ring);
}

#[tokio::test]
async fn an_error_leads_where_its_button_says() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let way = |code: ErrorCode| app.explain(code.into()).way;
    assert_eq!(way(ErrorCode::Offline), ErrorWay::Again);
    assert_eq!(way(ErrorCode::InsufficientBalance), ErrorWay::Leads { screen: Screen::Home });
    assert_eq!(way(ErrorCode::AnswerLost), ErrorWay::Leads { screen: Screen::History });
    assert_eq!(way(ErrorCode::QrForeign), ErrorWay::Leads { screen: Screen::Scan });
    assert_eq!(way(ErrorCode::NotFound), ErrorWay::Back);
    assert_eq!(way(ErrorCode::Forbidden), ErrorWay::Leads { screen: Screen::Talk });
}
