//! Who may use a phone, and who no longer: visitors, staff who look first, second phones, removed ones.

mod support;

use std::sync::Arc;

use support::{Phone, SHOP, Server, card, code_of, draft, hanako};
use yui_app::{
    AppConfig, DeviceKeys, KeyName, Seams, YuiApp,
    identity::RegistrationState,
    screens::{RegisterAction, RegisterStep, Screen},
    wallet::HistoryQuery,
};
use yui_protocol::{
    ErrorCode, Points,
    identity::{EnrolPurpose, Level},
};
use yui_testkit::{
    card::SIGNATURE_PASSWORD,
    transport::{Fault, FaultyTransport},
};

#[tokio::test]
async fn a_visitor_registers_by_a_code_that_is_good_once() {
    let server = Arc::new(Server::new());
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    app.identity().request_visitor_code(" hanako@example.jp ".into()).await.expect("sent");
    let wrong = app.identity().register_visitor("135791".into(), "電話".into()).await;
    assert_eq!(code_of(wrong), ErrorCode::RegistrationCodeWrong);
    let done = app.identity().register_visitor("246810 ".into(), "電話".into()).await.expect("registered");
    assert_eq!((done.state, done.identity.level), (RegistrationState::Enrolled, Level::Visitor));
    assert!(done.identity.greeting.is_none(), "nobody is greeted without a name");
    app.sync().await.expect("the feed is hers");
    let again = Phone::new().open(server.clone()).await;
    let used = again.identity().register_visitor("246810".into(), "電話".into()).await;
    assert_eq!(code_of(used), ErrorCode::RegistrationCodeWrong);
}

#[tokio::test]
async fn a_code_leaves_a_registered_phone_the_key_that_its_card_brought() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    assert!(app.identity().snapshot().await.expect("who").proves_user);
    app.identity().request_visitor_code("hanako@example.jp".into()).await.expect("sent");
    let done = app.identity().register_visitor("246810".into(), "電話".into()).await.expect("registered");
    assert!(done.identity.proves_user);
    // On a phone that is nobody's yet, such a key is of no registration and goes before anything is sent.
    let (phone, server) = (Phone::new(), Arc::new(Server::new()));
    phone.keys.make(KeyName::DeviceUv).expect("made");
    let app = phone.open(server.clone()).await;
    app.identity().request_visitor_code("hanako@example.jp".into()).await.expect("sent");
    let done = app.identity().register_visitor("246810".into(), "電話".into()).await.expect("registered");
    assert!(!done.identity.proves_user);
}

#[tokio::test]
async fn a_visitor_whose_answer_was_lost_is_let_in_with_the_code_that_is_used_up() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/identity/visitor"));
    let phone = Phone::new();
    let app = phone.open(network.clone()).await;
    app.identity().request_visitor_code("hanako@example.jp".into()).await.expect("sent");
    network.script([Fault::CutAfterSend]);
    let lost = app.identity().register_visitor("246810".into(), "電話".into()).await;
    assert_eq!(code_of(lost), ErrorCode::ConnectionLost);
    assert!(!app.identity().snapshot().await.expect("a guest").registered);
    let done = app.identity().register_visitor("246810".into(), "電話".into()).await.expect("the same phone");
    assert_eq!((done.state, done.identity.level), (RegistrationState::Enrolled, Level::Visitor));
}

#[tokio::test]
async fn a_registration_in_review_counts_when_staff_let_it_through() {
    let server = Arc::new(Server::new());
    server.review_registrations();
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    let asked = app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("an answer");
    assert_eq!(asked.state, RegistrationState::InReview);
    let waiting = app.identity().check_review().await.expect("asked");
    assert_eq!((waiting.registered, waiting.review_reference.as_deref()), (false, Some("A-7")));
    assert_eq!(code_of(app.wallet().show_code().await), ErrorCode::NotRegistered);
    // A wrong code, typed meanwhile, costs nothing of what the card is about to bring.
    let wrong = app.identity().register_visitor("0".into(), "電話".into()).await;
    assert_eq!(code_of(wrong), ErrorCode::RegistrationCodeWrong);
    drop(app);
    server.take_registrations();
    let app = phone.open(server.clone()).await;
    let done = app.identity().check_review().await.expect("asked again");
    assert_eq!((done.registered, done.level, done.review_reference), (true, Level::Verified, None));
    assert!(done.proves_user, "with the key for large amounts");
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_staff_refuse_is_told_so_shown_the_way_to_them_and_may_register_anew() {
    let server = Arc::new(Server::new());
    server.review_registrations();
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("an answer");
    let key = phone.keys.public_key(KeyName::Device).expect("a key store");
    server.refuse_reviews();
    app.identity().check_review().await.expect("asked");
    let notice = app.screens().home().await.expect("home").notice.expect("told");
    assert_eq!(notice.screen, Some(Screen::Register));

    drop(app);
    let app = phone.open(server.clone()).await;
    let register = app.register();
    let refused = register.begin(EnrolPurpose::Register, "電話".into()).await.expect("begun");
    assert_eq!((&refused.title, refused.step), (&notice.text, RegisterStep::Review));
    assert_eq!(refused.primary.map(|button| button.action), Some(RegisterAction::Talk));
    let others: Vec<_> = refused.others.iter().map(|button| button.action).collect();
    assert_eq!(others, [RegisterAction::Again, RegisterAction::Finish]);

    let need = register.act(RegisterAction::Again).await.expect("from the beginning");
    assert_eq!((need.step, need.needs.len()), (RegisterStep::Need, 3));
    assert!(app.screens().home().await.expect("home").notice.is_none(), "she has read it");
    server.take_registrations();
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered");
    assert_ne!(phone.keys.public_key(KeyName::Device).expect("a key store"), key, "it is another one");
    app.sync().await.expect("hers");
}

#[tokio::test]
async fn who_registers_anew_before_she_heard_of_a_refusal_does_so_with_other_keys() {
    let server = Arc::new(Server::new());
    server.review_registrations();
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    let keys = || [KeyName::Device, KeyName::DeviceUv].map(|name| phone.keys.public_key(name));
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("an answer");
    let first = keys();
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("the same answer");
    assert_eq!(keys(), first, "staff are still looking");
    server.refuse_reviews();
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("another answer");
    assert!(keys().iter().zip(&first).all(|(key, old)| key != old));
    assert!(app.identity().snapshot().await.expect("who").review_reference.is_some());
}

#[tokio::test]
async fn who_registers_beside_too_many_that_wait_is_sent_to_staff() {
    let server = Arc::new(Server::new());
    server.refuse_registrations();
    let app = Phone::new().open(server.clone()).await;
    let refused = app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await;
    let told = app.explain(refused.expect_err("staff have to decide first"));
    assert_eq!((told.code.as_str(), told.again.is_none()), ("too_many_reviews", true), "no wait helps");
    let guest = app.identity().snapshot().await.expect("a guest");
    assert_eq!((guest.registered, guest.review_reference), (false, None), "it does not wait itself");
    server.take_registrations();
    let done = app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("they decided");
    assert_eq!(done.state, RegistrationState::Enrolled);
}

#[tokio::test]
async fn a_second_phone_sees_the_same_and_removes_the_first() {
    let server = Arc::new(Server::new());
    let (first, app) = hanako(&server, server.clone()).await;
    let (_second, other) = {
        let phone = Phone::new();
        let app = phone.open(server.clone()).await;
        app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered");
        app.sync().await.expect("synced");
        (phone, app)
    };
    assert_eq!(other.wallet().snapshot().await.expect("hers").available, Points(5_000));
    let list = other.identity().devices().await.expect("a list");
    assert_eq!(list.iter().map(|phone| phone.this_phone).filter(|this| *this).count(), 1);
    let gone = list.iter().find(|phone| !phone.this_phone).expect("the other one").id;
    let list = other.identity().remove_device(gone).await.expect("removed");
    assert!(list.iter().find(|phone| phone.id == gone).expect("still listed").revoked);

    assert_eq!(code_of(app.sync().await), ErrorCode::DeviceRevoked);
    // Its keys are good for nothing; registering again with the card makes new ones.
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered anew");
    app.sync().await.expect("hers again");
    drop(app);
    first.open(server.clone()).await.sync().await.expect("and after a restart");
}

#[tokio::test]
async fn signing_out_is_finished_also_when_the_app_died_in_the_middle_of_it() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    phone.keys.lose_all();
    assert_eq!(code_of(app.sync().await), ErrorCode::NotRegistered);
    app.identity().sign_out().await.expect("nothing is left to ask the server");
    assert!(!app.identity().snapshot().await.expect("a guest").registered);
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered anew");
}

#[tokio::test]
async fn a_role_that_was_taken_away_does_not_keep_the_other_from_its_feed() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    server.revoke_all();
    app.shop().pair(support::pairing()).await.expect("paired");
    server.paid_by_another(700);
    assert_eq!(code_of(app.sync().await), ErrorCode::DeviceRevoked);
    assert_eq!(app.shop().today().await.expect("a list").total, Points(700));
}

#[tokio::test]
async fn a_wrong_pairing_code_costs_no_role() {
    let server = Arc::new(Server::new());
    let app = Phone::new().open(server.clone()).await;
    app.shop().pair(support::pairing()).await.expect("paired");
    server.refuse_pairing(true);
    assert_eq!(code_of(app.shop().pair(support::pairing()).await), ErrorCode::PairingUnknown);
    server.refuse_pairing(false);
    server.paid_by_another(300);
    app.sync().await.expect("the shop's feed is still read");
    assert_eq!(app.shop().today().await.expect("a list").total, Points(300));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_who_never_registers_looks_around_and_the_app_learns_of_the_town_by_itself() {
    let server = Arc::new(Server::new());
    let phone = Phone::new();
    let config = AppConfig { bundled_municipality: None, ..phone.config() };
    let seams = Seams { transport: Some(server.clone()), ..Seams::default() };
    let app = YuiApp::open_with(config, phone.platform(), seams).await.expect("opens");
    assert_eq!(app.identity().snapshot().await.expect("a guest").town, "");
    app.start();
    let heard = async {
        while app.identity().snapshot().await.expect("a guest").town != "大村市" {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), heard).await.expect("heard");
    app.stop();
    app.sync().await.expect("a guest has nothing to sync, and it is no error");
    assert_eq!(app.wallet().snapshot().await.expect("an empty wallet").level, Level::Guest);
    assert_eq!(app.wallet().history(HistoryQuery::default()).await.expect("empty").lines().count(), 0);
    for refused in [
        app.wallet().show_code().await.map(drop),
        app.wallet().prepare(SHOP, Points(100), None).await.map(drop),
        app.identity().devices().await.map(drop),
        app.identity().leave(false).await,
    ] {
        assert_eq!(code_of(refused), ErrorCode::NotRegistered);
    }
}
