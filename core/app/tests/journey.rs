//! The resident's and the shop's phone together: everything a person does, through the facade.

mod support;

use std::{collections::BTreeSet, sync::Arc};

use async_trait::async_trait;
use support::{Phone, SHOP, Server, card, code_of, draft, hanako, pairing, poster, shop_phone};
use yui_app::{
    AppError, ChangeListener, PlatformError, Topic,
    http::{HttpRequest, HttpResponse, HttpStream, HttpTransport, TransportError},
    identity::{PinPlace, WayOn, WayOnView},
    wallet::{CodeState, HistoryQuery, Intent},
};
use yui_protocol::{
    ErrorCode, Millis, Points, Problem,
    identity::Level,
    shop::TillState,
    wallet::{Assurance, EntryState},
};
use yui_testkit::{
    card::{AUTHENTICATION_PIN, SIGNATURE_PASSWORD},
    transport::{Fault, FaultyTransport},
};

#[tokio::test]
async fn a_resident_registers_pays_and_is_refunded() {
    let server = Arc::new(Server::new());
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    let guest = app.identity().snapshot().await.expect("a guest looks around");
    assert_eq!((guest.registered, guest.level, guest.town.as_str()), (false, Level::Guest, "大村市"));
    assert_eq!(code_of(app.wallet().show_code().await), ErrorCode::NotRegistered);

    let done = app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered");
    assert_eq!(
        (done.tries_left, done.identity.name.as_str(), done.identity.proves_user),
        (Some(5), "田中　花子", true)
    );

    server.charge(5_000);
    app.sync().await.expect("synced");
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!(
        (wallet.available, wallet.usable_offline, wallet.lots.len()),
        (Points(5_000), Points(3_000), 1)
    );

    let Intent::PayShop { shop } = app.wallet().scan(poster()).await.expect("a poster") else {
        panic!("a shop")
    };
    assert_eq!((shop.name.as_str(), shop.area.as_str()), ("まるや食堂", "本町"));
    for wrong in [0, -5, i64::MAX] {
        assert_eq!(
            code_of(app.wallet().prepare(shop.id, Points(wrong), None).await),
            ErrorCode::AmountInvalid
        );
    }
    assert_eq!(
        code_of(app.wallet().prepare(shop.id, Points(5_001), None).await),
        ErrorCode::InsufficientBalance
    );
    let quote = app.wallet().prepare(shop.id, Points(850), None).await.expect("a quote");
    assert_eq!(
        (quote.balance_after, quote.assurance, quote.lots.len()),
        (Points(4_150), Assurance::Device, 1)
    );
    assert_eq!(quote.button.plain, "850円を払う");
    let paid = app.wallet().confirm(quote.id).await.expect("paid");
    assert_eq!((paid.id, paid.state, paid.in_ledger), (quote.id, EntryState::Paid, true));
    let again = app.wallet().confirm(quote.id).await.expect("confirming twice is paying once");
    assert_eq!(again, paid);
    assert_eq!(server.payments().len(), 1);

    let (_shop_phone, till) = shop_phone(server.clone()).await;
    till.sync().await.expect("synced");
    let today = till.shop().today().await.expect("a list");
    assert_eq!((today.total, today.count), (Points(850), 1));
    till.shop().refund(paid.id, Points(200)).await.expect("refunded");
    app.sync().await.expect("synced");
    till.sync().await.expect("synced");
    let hers = app.wallet().entry(paid.id).await.expect("her line");
    let shops = till.shop().entry(paid.id).await.expect("the shop's line");
    assert_eq!((hers.state, hers.refunded), (EntryState::PartlyRefunded, Points(200)));
    assert_eq!((hers.id, hers.amount, hers.state, hers.at), (shops.id, shops.amount, shops.state, shops.at));
    assert!(shops.shop.is_none() && shops.lots.is_empty(), "a shop learns nothing of the payer");

    let found = HistoryQuery { search: Some("まるや".into()), ..HistoryQuery::default() };
    assert_eq!(app.wallet().history(found).await.expect("a search").lines().count(), 1);
    let page =
        app.wallet().history(HistoryQuery { limit: 2, ..HistoryQuery::default() }).await.expect("a page");
    let rest = HistoryQuery { after: page.next.clone(), ..HistoryQuery::default() };
    assert_eq!(page.lines().count() + app.wallet().history(rest).await.expect("the rest").lines().count(), 3);
    let today = Millis(support::START).day_jst();
    assert_eq!(app.wallet().csv(today, today).await.expect("a file").lines().count(), 4);

    app.identity().sign_out().await.expect("signed out");
    assert!(!app.identity().snapshot().await.expect("a guest").registered);
    assert_eq!(app.wallet().snapshot().await.expect("empty").available, Points(0));
}

#[tokio::test]
async fn a_code_works_without_network_and_is_the_same_after_a_restart() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/"));
    let (phone, app) = hanako(&server, network.clone()).await;
    let (_shop_phone, till) = shop_phone(server.clone()).await;
    network.set_off(true);
    let code = app.wallet().show_code().await.expect("a code without network");
    assert_eq!((code.cap, code.state, code.seconds_left), (Points(3_000), CodeState::Alive, 300));
    drop(app);
    let app = phone.open(network.clone()).await;
    let again = app.wallet().show_code().await.expect("the same code");
    assert_eq!((again.text.as_str(), again.id), (code.text.as_str(), code.id));
    let pending = app.wallet().history(HistoryQuery::default()).await.expect("history without network");
    assert_eq!(
        pending.lines().map(|line| line.state).collect::<Vec<_>>(),
        [EntryState::Pending, EntryState::Done]
    );

    assert_eq!(code_of(till.shop().receive(code.text.clone(), Points(3_001)).await), ErrorCode::CodeOverCap);
    let paid = till.shop().receive(code.text.clone(), Points(1_200)).await.expect("paid by code");
    assert_eq!(code_of(till.shop().receive(code.text.clone(), Points(1_200)).await), ErrorCode::CodeUsed);
    network.set_off(false);
    app.sync().await.expect("synced");
    let used = app.wallet().code().await.expect("a state").expect("a code");
    assert_eq!((used.state, used.amount, used.entry), (CodeState::Used, Some(Points(1_200)), Some(paid.id)));
    assert_eq!(app.wallet().snapshot().await.expect("a wallet").available, Points(3_800));

    let unused = app.wallet().show_code().await.expect("another");
    assert_ne!(unused.text, code.text);
    phone.clock.advance(301_000);
    server.advance(301_000);
    let open = app.wallet().code().await.expect("a state").expect("a code");
    assert_eq!(open.state, CodeState::Open, "until the feed says what became of it");
    app.sync().await.expect("synced");
    let open = app.wallet().code().await.expect("a state").map(|code| code.state);
    assert_eq!(open, Some(CodeState::Open), "a payment of its last second may reach the feed later");
    phone.clock.advance(60_000);
    server.advance(60_000);
    app.sync().await.expect("synced");
    assert_eq!(app.wallet().code().await.expect("a state").map(|c| c.state), Some(CodeState::Expired));
}

#[tokio::test]
async fn a_clock_set_back_makes_no_code_and_a_wrong_one_still_pays() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    phone.clock.set_wall(support::START - 3 * Millis::DAY);
    assert_eq!(code_of(app.wallet().show_code().await), ErrorCode::ClockWentBack);
    phone.clock.reboot();
    drop(app);
    let app = phone.open(server.clone()).await;
    assert_eq!(code_of(app.wallet().show_code().await), ErrorCode::ClockWentBack, "also after a restart");
    app.sync().await.expect("receiving goes on");
    assert!(app.wallet().show_code().await.is_ok(), "the server was asked");

    // Days wrong while the phone was off: the server's answer puts it right, and the payment happens once.
    phone.clock.reboot();
    phone.clock.set_wall(support::START + 5 * Millis::DAY);
    let quote = app.wallet().prepare(SHOP, Points(100), None).await.expect("a quote");
    let paid = app.wallet().confirm(quote.id).await.expect("paid with the right time");
    assert_eq!((paid.state, server.payments().len()), (EntryState::Paid, 1));
}

#[tokio::test]
async fn a_stronger_proof_is_asked_for_and_given() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    server.charge(895_000);
    app.sync().await.expect("synced");
    for (amount, assurance) in [
        (99_999, Assurance::Device),
        (100_000, Assurance::DeviceUv),
        (499_999, Assurance::DeviceUv),
        (500_000, Assurance::DeviceUvCard),
    ] {
        let quote = app.wallet().prepare(SHOP, Points(amount), None).await.expect("a quote");
        assert_eq!(quote.assurance, assurance, "{amount}");
    }
    let quote = app.wallet().prepare(SHOP, Points(100_000), None).await.expect("a quote");
    phone.keys.set_user_verifies(false);
    assert_eq!(code_of(app.wallet().confirm(quote.id).await), ErrorCode::UserNotVerified);
    assert_eq!(server.payments().len(), 0);
    phone.keys.set_user_verifies(true);
    app.wallet().confirm(quote.id).await.expect("the same quote, confirmed");

    let quote = app.wallet().prepare(SHOP, Points(400_000), None).await.expect("a quote");
    assert_eq!(code_of(app.wallet().confirm(quote.id).await), ErrorCode::StepUpRequired);
    let wrong = app
        .wallet()
        .confirm_with_card(quote.id, card(), "9999".into(), false)
        .await
        .expect_err("a wrong PIN");
    assert_eq!((wrong.code(), wrong.tries_left()), (&ErrorCode::PinWrong, Some(2)));
    let paid = app.wallet().confirm_with_card(quote.id, card(), AUTHENTICATION_PIN.into(), false).await;
    assert_eq!(paid.expect("paid with the card").tries_left, Some(3));
    assert_eq!(server.payments().len(), 2);

    phone.keys.set_screen_lock(false);
    assert_eq!(code_of(app.wallet().prepare(SHOP, Points(100_000), None).await), ErrorCode::NoScreenLock);
}

#[tokio::test]
async fn the_password_is_asked_for_with_care() {
    let server = Arc::new(Server::new());
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    let card = card();
    assert_eq!(code_of(app.identity().register(draft("AB"), card.clone(), None).await), ErrorCode::PinFormat);
    let state = app.identity().card_state(card.clone()).await.expect("a card");
    assert_eq!((state.password_tries, state.pin_tries), (Some(5), Some(3)));
    for left in (1..5).rev() {
        let error = app.identity().register(draft("WRONG1"), card.clone(), None).await.expect_err("wrong");
        assert_eq!((error.code(), error.tries_left()), (&ErrorCode::PinWrong, Some(left)));
    }
    let error = app.identity().register(draft("WRONG1"), card.clone(), None).await.expect_err("asked first");
    assert_eq!((error.code(), error.tries_left()), (&ErrorCode::PinLastTry, Some(1)));
    let sure = yui_app::identity::RegisterDraft { last_try_confirmed: true, ..draft("WRONG1") };
    assert_eq!(code_of(app.identity().register(sure, card.clone(), None).await), ErrorCode::PinBlocked);
    let prompt = |left, after| app.identity().pin_prompt(PinPlace::RegisterPassword, left, after);
    assert!(prompt(Some(2), None).last_try.is_none() && prompt(Some(1), None).last_try.is_some());
    let wrong = AppError::from(ErrorCode::PinWrong).with_tries_left(Some(4));
    let said = prompt(Some(5), Some(wrong));
    assert_eq!(said.tries_left, Some(4), "what the card said last");
    assert!(said.can_enter && said.wrong.is_some_and(|words| words.plain.contains("あと4回")));
    assert!(!prompt(None, Some(AppError::from(ErrorCode::PinBlocked).with_tries_left(Some(0)))).can_enter);
    card.pull_out_after(3);
    assert_eq!(
        code_of(app.identity().register(draft(SIGNATURE_PASSWORD), card, None).await),
        ErrorCode::CardLost
    );
    assert!(!app.identity().snapshot().await.expect("a guest").registered);
}

#[tokio::test]
async fn two_taps_on_one_button_pay_once() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    let wallet = app.wallet();
    let (first, second) = tokio::join!(wallet.confirm(quote.id), wallet.confirm(quote.id));
    assert_eq!(first.expect("paid"), second.expect("paid by the first"));
    assert_eq!(server.payments().len(), 1);
}

#[tokio::test]
async fn what_a_newer_server_says_is_no_error() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    server.publish(serde_json::json!({"type": "moon_phase", "phase": "full"}));
    server.publish(serde_json::json!({"type": "entry", "kind": "teleport"}));
    server.charge(100);
    app.sync().await.expect("the rest is read");
    assert_eq!(app.wallet().snapshot().await.expect("a wallet").available, Points(5_100));

    let mut refusal = Problem::new(ErrorCode::Unknown("moon_closed".into()));
    refusal.status = 409;
    server.refuse_next(refusal);
    let quote = app.wallet().prepare(SHOP, Points(100), None).await.expect("a quote");
    let error: AppError = app.wallet().confirm(quote.id).await.expect_err("refused");
    assert_eq!(error.code().as_str(), "moon_closed");
    assert!(!app.explain(error).title.plain.is_empty());
}

#[tokio::test]
async fn a_removed_phone_says_so_and_pays_nothing() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    server.revoke_all();
    assert_eq!(code_of(app.sync().await), ErrorCode::DeviceRevoked);
    let quote = app.wallet().prepare(SHOP, Points(100), None).await.expect("a quote");
    assert_eq!(code_of(app.wallet().confirm(quote.id).await), ErrorCode::DeviceRevoked);
    assert_eq!(server.payments().len(), 0);
}

#[tokio::test]
async fn a_till_is_shown_and_withdrawn() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/"));
    let phone = Phone::new();
    let app = phone.open(network.clone()).await;
    app.shop().pair(pairing()).await.expect("paired");
    let till = app.shop().open_till(Points(850), Some("A-1".into()), 120).await.expect("an order");
    let Intent::PayTill { amount, .. } = app.wallet().scan(till.code.clone()).await.expect("our code") else {
        panic!("a till's code")
    };
    assert_eq!((amount, till.state), (Points(850), TillState::Open));
    network.set_off(true);
    app.shop().cancel_till(till.id).await.expect("withdrawn as soon as there is a network");
    network.set_off(false);
    app.sync().await.expect("synced");
    assert_eq!(app.shop().till(till.id).await.expect("the order").state, TillState::Cancelled);
}

/// Hears what changed, for a test that waits for it.
struct Ear(std::sync::Mutex<std::sync::mpsc::Sender<Vec<Topic>>>);

impl ChangeListener for Ear {
    fn changed(&self, topics: Vec<Topic>) -> Result<(), PlatformError> {
        // The test may be over.
        self.0.lock().expect("unpoisoned").send(topics).map_err(|_| PlatformError::Failed)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shop_sees_a_payment_without_asking() {
    let server = Arc::new(Server::new());
    let (_phone, hanako) = hanako(&server, server.clone()).await;
    let (_shop_phone, till) = shop_phone(server.clone()).await;
    let (sender, heard) = std::sync::mpsc::channel();
    let _listening = till.listen(Arc::new(Ear(std::sync::Mutex::new(sender))));
    till.start();
    let quote = hanako.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    let paid = hanako.wallet().confirm(quote.id).await.expect("paid");
    while till.shop().entry(paid.id).await.is_err() {
        heard.recv_timeout(std::time::Duration::from_secs(20)).expect("told within the time");
    }
    till.stop();
    assert_eq!(till.shop().entry(paid.id).await.expect("the line").amount, Points(850));
}

/// A network that keeps commands back until it is told to let them go.
struct Holding {
    inner: Arc<Server>,
    let_go: tokio::sync::Semaphore,
}

#[async_trait]
impl HttpTransport for Holding {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        if request.url.ends_with("/v1/commands") {
            drop(self.let_go.acquire().await);
        }
        self.inner.send(request).await
    }

    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError> {
        self.inner.stream(request).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_shows_while_its_answer_is_awaited() {
    let server = Arc::new(Server::new());
    let network = Arc::new(Holding { inner: server.clone(), let_go: tokio::sync::Semaphore::new(0) });
    let (_phone, app) = hanako(&server, network.clone()).await;
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    let (sender, heard) = std::sync::mpsc::channel();
    let _listening = app.listen(Arc::new(Ear(std::sync::Mutex::new(sender))));
    let (payer, id) = (app.clone(), quote.id);
    let paying = tokio::spawn(async move { payer.wallet().confirm(id).await });
    loop {
        heard.recv_timeout(std::time::Duration::from_secs(20)).expect("told within the time");
        if app.wallet().snapshot().await.expect("a wallet").pending == Points(850) {
            break;
        }
    }
    assert_eq!(app.wallet().entry(id).await.expect("a line").state, EntryState::Pending);
    assert!(!paying.is_finished());
    network.let_go.add_permits(1);
    assert_eq!(paying.await.expect("no panic").expect("paid").state, EntryState::Paid);
}

#[tokio::test]
async fn an_order_is_withdrawn_only_after_it_was_opened() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let phone = Phone::new();
    let app = phone.open(network.clone()).await;
    app.shop().pair(pairing()).await.expect("paired");
    // The answer is lost twice; meanwhile the feed has shown the order.
    network.script([Fault::CutAfterSend, Fault::CutAfterSend]);
    assert_eq!(code_of(app.shop().open_till(Points(850), None, 120).await), ErrorCode::AnswerLost);
    app.sync().await.expect("synced");
    let open = app.shop().today().await.expect("a list").tills;
    let [till] = open.as_slice() else { panic!("one order: {open:?}") };
    let waiting = app.shop().cancel_till(till.id).await.expect("kept");
    assert_eq!(waiting.state, TillState::Open, "until the order's own answer is there");
    app.sync().await.expect("synced");
    assert_eq!(app.shop().till(till.id).await.expect("the order").state, TillState::Cancelled);
    assert!(app.shop().today().await.expect("a list").tills.is_empty());
}

#[tokio::test]
async fn whatever_is_wrong_with_a_card_has_its_own_words_and_a_way_on_in_every_language() {
    let server = Arc::new(Server::new());
    let app = Phone::new().open(server.clone()).await;
    for language in app.settings().languages() {
        app.settings().set_language(language.tag.clone()).await.expect("a language of ours");
        for place in [PinPlace::RegisterPassword, PinPlace::RegisterPin, PinPlace::PayPin] {
            let prompt = app.identity().pin_prompt(place, Some(0), None);
            let mut troubles = vec![prompt.forgotten, prompt.blocked.expect("no try is left")];
            let codes = [
                ErrorCode::CertificateAbsent,
                ErrorCode::CertificateRevoked,
                ErrorCode::CertificateExpired,
                ErrorCode::CertificateNotYetValid,
                ErrorCode::CertificateUntrusted,
            ];
            troubles.extend(codes.map(|code| {
                app.identity().card_trouble(place, code.into()).expect("another try mends nothing")
            }));
            let said: BTreeSet<_> = troubles.iter().map(|t| (&t.title.plain, &t.body.plain)).collect();
            assert_eq!(said.len(), troubles.len(), "{} {place:?}: each its own words", language.tag);
            for trouble in &troubles {
                assert!(
                    !trouble.ways.is_empty() && trouble.ways.iter().all(|way| !way.text.plain.is_empty())
                );
                let counter = trouble.ways.iter().find(|way| way.way == WayOn::Counter);
                let reached = |way: &WayOnView| way.place.is_some() && way.telephone == "0957-00-0000";
                assert!(counter.is_none_or(reached), "{} {place:?}: where and when", language.tag);
            }
            assert!(app.identity().card_trouble(place, ErrorCode::PinWrong.into()).is_none());
        }
    }
}
