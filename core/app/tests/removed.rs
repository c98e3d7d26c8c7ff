//! A phone that another one removed: what it says, how it comes back, and that it has not left by that.

mod support;

use std::sync::Arc;

use support::{Phone, Server, card, code_of, draft, hanako};
use yui_app::{
    YuiApp,
    screens::{LeaveAction, LeaveView, RegisterAction, RegisterStep, Screen},
};
use yui_protocol::{
    ErrorCode,
    identity::{EnrolPurpose, Level},
};
use yui_testkit::{
    card::SIGNATURE_PASSWORD,
    transport::{Fault, FaultyTransport},
};

async fn leaving(app: &YuiApp) -> LeaveView {
    app.screens().leave(true).await.expect("a view")
}

/// What the screen says once she has left.
async fn says_that_she_left() -> String {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    app.identity().leave(true).await.expect("left");
    leaving(&app).await.title.plain
}

#[tokio::test(flavor = "multi_thread")]
async fn it_says_so_and_one_round_with_the_card_brings_it_back() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    let home = app.screens().home().await.expect("home");
    assert!(home.notice.is_none() && home.balance.expect("hers").offline.is_some());
    server.revoke_all();
    assert_eq!(code_of(app.sync().await), ErrorCode::DeviceRevoked);
    let home = app.screens().home().await.expect("home");
    assert_eq!(home.notice.expect("told").screen, Some(Screen::Register));
    assert!(home.balance.expect("as old as it says").offline.is_none(), "nothing is paid from here");

    let register = app.register();
    register.begin(EnrolPurpose::Register, "花子の電話".into()).await.expect("begun");
    register.act(RegisterAction::Password).await.expect("started");
    register.act(RegisterAction::Next).await.expect("read");
    register.enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
    let done = register.hold(card()).await.expect("held");
    assert_eq!((done.step, done.error), (RegisterStep::Done, None));
    app.sync().await.expect("hers again");
    assert!(app.screens().home().await.expect("home").notice.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_in_front_hears_of_it_by_itself() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    server.revoke_all();
    app.start();
    let told = async {
        while app.screens().home().await.expect("home").notice.is_none() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), told).await.expect("nobody had to ask");
    app.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_brings_a_visitors_phone_back_in_one_round() {
    let server = Arc::new(Server::new());
    let app = Phone::new().open(server.clone()).await;
    for _ in 0..2 {
        app.identity().request_visitor_code("hanako@example.jp".into()).await.expect("sent");
        let done = app.identity().register_visitor("246810".into(), "電話".into()).await.expect("a visitor");
        assert_eq!(done.identity.level, Level::Visitor);
        server.revoke_all();
        assert_eq!(code_of(app.sync().await), ErrorCode::DeviceRevoked);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_from_it_is_told_that_she_has_not_left() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/identity/leave"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    // Answers that are known, and what was never sent, are no leaving either.
    assert_eq!(code_of(app.identity().leave(false).await), ErrorCode::BalanceRemains);
    network.script([Fault::NotSent]);
    assert_eq!(code_of(app.identity().leave(true).await), ErrorCode::Offline);
    server.revoke_all();
    for _ in 0..2 {
        assert_eq!(code_of(app.identity().leave(true).await), ErrorCode::DeviceRevoked);
        let view = leaving(&app).await;
        assert_eq!((view.primary.action, view.others[0].action), (LeaveAction::Home, LeaveAction::Talk));
        assert!(view.title.plain.contains("止められています"), "{}", view.title.plain);
        assert_ne!(view.title.plain, says_that_she_left().await);
    }
    assert_eq!(server.balance(), 5_000);
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("with new keys");
    app.identity().leave(true).await.expect("left");
    assert_eq!(leaving(&app).await.title.plain, says_that_she_left().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_and_lost_the_answer_finds_that_she_left() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/identity/leave"));
    let (phone, app) = hanako(&server, network.clone()).await;
    network.script([Fault::CutAfterSend]);
    assert_eq!(code_of(app.identity().leave(true).await), ErrorCode::ConnectionLost);
    drop(app);
    let app = phone.open(network).await;
    assert_eq!(code_of(app.sync().await), ErrorCode::DeviceRevoked);
    assert_ne!(leaving(&app).await.primary.action, LeaveAction::Home, "she asks once more");
    app.identity().leave(true).await.expect("left");
    assert_eq!(leaving(&app).await.title.plain, says_that_she_left().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_back_after_a_lost_answer_has_not_left_when_her_phone_is_removed_later() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/identity/leave"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    network.script([Fault::CutAfterSend]);
    assert_eq!(code_of(app.identity().leave(true).await), ErrorCode::ConnectionLost);
    assert_eq!(code_of(app.sync().await), ErrorCode::DeviceRevoked);
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("back");
    server.revoke_all();
    assert_eq!(code_of(app.identity().leave(true).await), ErrorCode::DeviceRevoked);
    assert_ne!(leaving(&app).await.title.plain, says_that_she_left().await);
}
