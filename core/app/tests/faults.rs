//! Networks that fail and apps that are killed, at every point there is: a payment happens once or not at all,
//! and the phone ends up knowing which.

mod support;

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use support::{Phone, SHOP, Server, hanako, shop_phone, voucher};
use yui_app::{
    YuiApp,
    store::{Moment, StoreFault, WritePoint},
    wallet::HistoryQuery,
};
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, Problem,
    wallet::{EntryKind, EntryState},
};
use yui_testkit::{
    card::SIGNATURE_PASSWORD,
    deed::{Deed, Over},
    store_fault::DiesAt,
    transport::{Fault, FaultyTransport},
};

/// Id and amount of every payment in her list, oldest first; none may be pending.
async fn known_payments(app: &YuiApp) -> Vec<(String, i64)> {
    let history = app.wallet().history(HistoryQuery::default()).await.expect("history");
    let mut payments: Vec<_> = history
        .lines()
        .filter(|line| line.kind == EntryKind::Payment && line.state != EntryState::Refused)
        .inspect(|line| assert_eq!(line.state, EntryState::Paid, "{line:?}"))
        .map(|line| (line.id.to_string(), line.amount.0))
        .collect();
    payments.reverse();
    payments
}

#[tokio::test]
async fn every_two_faults_in_a_row_neither_lose_nor_double_a_payment() {
    for first in Fault::ALL {
        for second in Fault::ALL {
            let server = Arc::new(Server::new());
            let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
            let (phone, app) = hanako(&server, network.clone()).await;
            network.script([first, second]);
            let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
            let said = app.wallet().confirm(quote.id).await;
            let balance = app.wallet().snapshot().await.expect("a wallet");
            // Two more lives: one that meets the second fault, one with a good network.
            drop(app);
            let app = phone.open(network.clone()).await;
            app.sync().await.expect("synced");
            network.settle().await;
            app.sync().await.expect("synced");
            app.sync().await.expect("synced");
            let payments = server.payments();
            match &said {
                Ok(line) if line.state == EntryState::Paid => {
                    assert_eq!(payments.len(), 1, "{first:?} {second:?}");
                }
                Ok(line) => {
                    assert_eq!((line.state, balance.pending), (EntryState::Pending, Points(850)));
                    assert_eq!(payments.len(), 1, "{first:?} {second:?}");
                }
                Err(error) => {
                    assert_eq!((error.code(), first), (&ErrorCode::Offline, Fault::NotSent));
                    assert_eq!(payments.len(), 0, "nothing left the phone");
                }
            }
            assert_eq!(known_payments(&app).await, payments, "{first:?} {second:?}");
            assert_eq!(app.wallet().snapshot().await.expect("a wallet").available.0, server.balance());
        }
    }
}

#[tokio::test]
async fn a_kill_at_every_write_neither_loses_nor_doubles_a_payment() {
    let mut deaths = Vec::new();
    for network_fault in [Fault::None, Fault::CutAfterSend, Fault::Drop] {
        for n in 0.. {
            let server = Arc::new(Server::new());
            let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
            let (phone, app) = hanako(&server, network.clone()).await;
            drop(app);
            let fault = Arc::new(DiesAt::nth(n));
            let app = phone
                .try_open(phone.folder.path(), network.clone(), Some(fault.clone()))
                .await
                .expect("opens");
            network.script([network_fault]);
            let kept = match app.wallet().prepare(SHOP, Points(850), None).await {
                Ok(quote) => app.wallet().confirm(quote.id).await.is_ok(),
                Err(_) => false,
            };
            let _ = app.sync().await;
            let death = fault.death();
            drop(app);
            network.script([]);
            let app = phone.open(network.clone()).await;
            app.sync().await.expect("synced");
            let payments = server.payments();
            assert_eq!(known_payments(&app).await, payments, "{death:?}");
            assert_eq!(app.wallet().snapshot().await.expect("a wallet").available.0, server.balance());
            // From the moment the intent is kept, what the person confirmed happens, exactly once.
            let kept_before_death =
                !matches!(death, Some((WritePoint::Other, _) | (WritePoint::Intent, Moment::Before)));
            if kept || kept_before_death {
                assert_eq!(payments.len(), 1, "{network_fault:?} {death:?}");
            } else {
                assert_eq!(payments.len(), 0, "{network_fault:?} {death:?}");
            }
            match death {
                Some(death) => deaths.push(death),
                None => break,
            }
        }
    }
    for point in
        [WritePoint::Intent, WritePoint::Signed, WritePoint::Sending, WritePoint::Answered, WritePoint::Page]
    {
        for moment in [Moment::Before, Moment::After] {
            assert!(deaths.contains(&(point, moment)), "a death at {point:?} {moment:?} was tried");
        }
    }
}

#[tokio::test]
async fn a_kill_while_a_code_is_made_leaves_one_code_at_most() {
    for n in 0.. {
        let server = Arc::new(Server::new());
        let (phone, app) = hanako(&server, server.clone()).await;
        drop(app);
        let fault = Arc::new(DiesAt::nth(n));
        let app =
            phone.try_open(phone.folder.path(), server.clone(), Some(fault.clone())).await.expect("opens");
        let shown = app.wallet().show_code().await;
        drop(app);
        let app = phone.open(server.clone()).await;
        let code = app.wallet().show_code().await.expect("a code");
        if let Ok(shown) = &shown {
            assert_eq!((&shown.text, shown.id), (&code.text, code.id), "what was shown is shown again");
        }
        let again = app.wallet().show_code().await.expect("the same");
        assert_eq!(again.text, code.text);
        app.sync().await.expect("synced");
        let pending = app.wallet().history(HistoryQuery::default()).await.expect("history");
        assert_eq!(pending.lines().filter(|line| line.state == EntryState::Pending).count(), 1);
        if fault.death().is_none() {
            break;
        }
    }
}

/// How often the server did it.
fn done(deed: Deed, server: &Server) -> usize {
    let told = |kind: &'static str, member: &'static str, word: &'static str| {
        server.told(move |record| record["type"] == kind && record[member] == word)
    };
    match deed {
        // The first charge is the money of the counter.
        Deed::Voucher => told("entry", "kind", "charge") - 1,
        Deed::Code => server.payments().len(),
        // Both sides are told of a refund.
        Deed::Refund => told("entry", "kind", "refund") / 2,
        Deed::OpenTill => told("till", "state", "open"),
        Deed::CancelTill => told("till", "state", "cancelled"),
    }
}

/// A phone ready for a deed, and what it is over.
struct Scene {
    server: Arc<Server>,
    network: Arc<FaultyTransport>,
    phone: Phone,
    over: Over,
}

impl Scene {
    async fn set(deed: Deed) -> Self {
        let server = Arc::new(Server::new());
        let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
        if deed == Deed::Voucher {
            server.sell_voucher([4; 16], 1_000);
            let (phone, _) = hanako(&server, network.clone()).await;
            return Self { server, network, phone, over: Over::Text(voucher([4; 16])) };
        }
        let (phone, app) = shop_phone(network.clone()).await;
        let over = match deed {
            Deed::Code => {
                let (_hers, hanako) = hanako(&server, server.clone()).await;
                Over::Text(hanako.wallet().show_code().await.expect("a code").text)
            }
            Deed::Refund => Over::Payment(server.paid_by_another(850)),
            Deed::CancelTill => {
                Over::Till(app.shop().open_till(Points(850), None, 120).await.expect("an order").id)
            }
            Deed::Voucher | Deed::OpenTill => Over::Nothing,
        };
        Self { server, network, phone, over }
    }
}

#[tokio::test]
async fn a_kill_at_every_write_neither_loses_nor_doubles_any_other_act() {
    for deed in Deed::ALL {
        for network_fault in [Fault::None, Fault::CutAfterSend] {
            for n in 0.. {
                let scene = Scene::set(deed).await;
                let fault = Arc::new(DiesAt::nth(n));
                let app = scene
                    .phone
                    .try_open(scene.phone.folder.path(), scene.network.clone(), Some(fault.clone()))
                    .await
                    .expect("opens");
                scene.network.script([network_fault]);
                let _ = deed.act(&app, &scene.over, Points(200)).await;
                let _ = app.sync().await;
                drop(app);
                scene.network.script([]);
                let app = scene.phone.open(scene.network.clone()).await;
                app.sync().await.expect("synced");
                app.sync().await.expect("nothing is left");
                let death = fault.death();
                let wanted = usize::from(death != Some((WritePoint::Intent, Moment::Before)));
                assert_eq!(done(deed, &scene.server), wanted, "{deed:?} {network_fault:?} {death:?}");
                if death.is_none() {
                    break;
                }
            }
        }
    }
}

/// A disk that is full for some writes.
struct Full {
    seen: AtomicUsize,
    from: usize,
    to: AtomicUsize,
}

impl StoreFault for Full {
    fn has_room(&self, _: WritePoint) -> bool {
        let n = self.seen.fetch_add(1, Ordering::SeqCst);
        n < self.from || n >= self.to.load(Ordering::SeqCst)
    }
}

#[tokio::test]
async fn on_a_full_disk_an_error_means_that_nothing_was_paid_and_nothing_will_be() {
    for (writes, network_fault) in
        [(1, Fault::None), (1, Fault::CutAfterSend), (usize::MAX, Fault::None), (usize::MAX, Fault::Drop)]
    {
        for n in 0.. {
            let server = Arc::new(Server::new());
            let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
            let (phone, app) = hanako(&server, network.clone()).await;
            let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("the shop is known");
            app.wallet().discard(quote.id);
            drop(app);
            let full = Arc::new(Full {
                seen: AtomicUsize::new(0),
                from: n,
                to: AtomicUsize::new(n.saturating_add(writes)),
            });
            let app = phone
                .try_open(phone.folder.path(), network.clone(), Some(full.clone()))
                .await
                .expect("opens");
            network.script([network_fault]);
            let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
            let told = app.wallet().confirm(quote.id).await;
            let met = full.seen.load(Ordering::SeqCst) > n;
            full.to.store(0, Ordering::SeqCst);
            app.sync().await.expect("there is room again");
            app.sync().await.expect("nothing is left");
            match told {
                Ok(_) => assert_eq!(server.payments().len(), 1, "{writes} {network_fault:?} {n}"),
                Err(error) => {
                    assert_eq!(error.code(), &ErrorCode::StorageFull);
                    assert_eq!(server.payments().len(), 0, "{writes} {network_fault:?} {n}");
                }
            }
            assert_eq!(known_payments(&app).await, server.payments());
            if !met {
                break;
            }
        }
    }
}

/// What a server can say of a command that it meets for the first time, and an older one of any.
fn refusals(now: i64) -> Vec<Problem> {
    let codes = [
        ErrorCode::DeviceRevoked,
        ErrorCode::DeviceUnknown,
        ErrorCode::CertificateExpired,
        ErrorCode::CertificateRevoked,
        ErrorCode::WrongCard,
        ErrorCode::StepUpRequired,
        ErrorCode::CommandExpired,
        ErrorCode::ClockSkew,
        ErrorCode::LevelTooLow,
        ErrorCode::OverPaymentLimit,
        ErrorCode::OverDailyLimit,
        ErrorCode::InsufficientBalance,
        ErrorCode::WalletClosed,
        ErrorCode::ShopClosed,
        ErrorCode::TillExpired,
        ErrorCode::IdConflict,
        ErrorCode::SignatureInvalid,
        ErrorCode::MalformedRequest,
    ];
    let mut problems: Vec<_> = codes.map(Problem::new).into();
    let mut newer = Problem::new(ErrorCode::Unknown("moon_closed".into()));
    newer.status = 409;
    problems.push(newer);
    for problem in &mut problems {
        problem.server_time = Some(yui_protocol::Millis(now));
    }
    problems
}

/// She paid, heard nothing, and every further try is refused: the line, and what it may have used, stay.
async fn asked_for(app: &YuiApp, id: CommandId, after: &ErrorCode) {
    let line = app.wallet().entry(id).await.expect("the line");
    assert_eq!((line.state, &line.reason), (EntryState::Pending, &None), "{after}");
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!((wallet.available, wallet.pending), (Points(5_000), Points(850)), "{after}");
    let again = app.wallet().prepare(SHOP, Points(4_500), None).await.map_err(|error| error.code().clone());
    assert_eq!(again.map(drop), Err(ErrorCode::InsufficientBalance), "{after}: the points are not free");
}

#[tokio::test]
async fn after_a_lost_answer_no_refusal_of_a_later_try_ends_a_payment_that_was_accepted() {
    for refusal in refusals(support::START) {
        let code = refusal.code.clone();
        let server = Arc::new(Server::new());
        let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
        let (phone, app) = hanako(&server, network.clone()).await;
        network.script([Fault::CutAfterSend]);
        let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
        app.wallet().confirm(quote.id).await.expect("asked for");
        server.refuse_all(Some(refusal));
        server.set_feed_down(true);
        for _ in 0..3 {
            assert_eq!(app.sync().await.map(drop).map_err(|e| e.code().clone()), Err(ErrorCode::Unavailable));
            asked_for(&app, quote.id, &code).await;
        }
        drop(app);
        let app = phone.open(network.clone()).await;
        asked_for(&app, quote.id, &code).await;
        server.set_feed_down(false);
        app.sync().await.expect("the feed holds it");
        assert_eq!(known_payments(&app).await, server.payments(), "{code}");
        assert_eq!(app.wallet().snapshot().await.expect("a wallet").available.0, server.balance());
    }
}

#[tokio::test]
async fn a_payment_is_not_over_while_the_feed_trails_however_late_it_is() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (phone, app) = hanako(&server, network.clone()).await;
    app.sync().await.expect("synced");
    server.hold_feed(true);
    network.script([Fault::CutAfterSend]);
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("asked for");
    server.refuse_all(Some(Problem::new(ErrorCode::CommandExpired)));
    for _ in 0..3 {
        phone.clock.advance(Millis::HOUR);
        server.advance(Millis::HOUR);
        app.sync().await.expect("a page of what the feed has");
        asked_for(&app, quote.id, &ErrorCode::CommandExpired).await;
    }
    server.hold_feed(false);
    app.sync().await.expect("the feed holds it");
    assert_eq!(server.payments().len(), 1);
    assert_eq!(known_payments(&app).await, server.payments());
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!((wallet.available.0, wallet.pending), (server.balance(), Points(0)));
}

#[tokio::test]
async fn a_payment_that_never_arrived_is_over_when_the_feed_has_passed_its_time() {
    for refusal in refusals(support::START) {
        let code = refusal.code.clone();
        let server = Arc::new(Server::new());
        let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
        let (phone, app) = hanako(&server, network.clone()).await;
        network.script([Fault::Drop]);
        let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
        app.wallet().confirm(quote.id).await.expect("asked for");
        server.refuse_all(Some(refusal));
        app.sync().await.expect("a feed that has not passed its time says nothing");
        asked_for(&app, quote.id, &code).await;
        for (millis, feed_down) in [(121_000, false), (120_000, true)] {
            phone.clock.advance(millis);
            server.advance(millis);
            server.set_feed_down(feed_down);
            let _ = app.sync().await;
            asked_for(&app, quote.id, &code).await;
        }
        server.set_feed_down(false);
        app.sync().await.expect("synced");
        let line = app.wallet().entry(quote.id).await.expect("still shown");
        assert_eq!((line.state, line.reason.as_ref()), (EntryState::Refused, Some(&code)));
        let wallet = app.wallet().snapshot().await.expect("a wallet");
        assert_eq!((wallet.available, wallet.pending), (Points(5_000), Points(0)), "{code}");
        server.refuse_all(None);
        app.sync().await.expect("synced");
        assert_eq!(server.payments().len(), 0, "and it is not sent again");
    }
}

#[tokio::test]
async fn a_payment_made_by_a_clock_that_was_days_ahead_is_over_and_not_made_days_later() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (phone, app) = hanako(&server, network.clone()).await;
    drop(app);
    let app = phone.open_rebooted(support::START + 3 * Millis::DAY, network.clone()).await;
    network.script([Fault::Drop]);
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("asked for");
    app.sync().await.expect("synced");
    let line = app.wallet().entry(quote.id).await.expect("still shown");
    assert_eq!((line.state, line.reason), (EntryState::Refused, Some(ErrorCode::ClockSkew)));
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!((wallet.available, wallet.pending), (Points(5_000), Points(0)));
    for _ in 0..2 {
        phone.clock.advance(3 * Millis::DAY / 2);
        server.advance(3 * Millis::DAY / 2);
        app.sync().await.expect("synced");
    }
    assert_eq!(server.payments().len(), 0);
}

#[tokio::test]
async fn taps_on_one_button_are_one_payment_although_the_clock_had_to_be_put_right() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    drop(app);
    let app = phone.open_rebooted(support::START + 3 * Millis::DAY, server.clone()).await;
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    let wallet = app.wallet();
    let (first, second) = tokio::join!(wallet.confirm(quote.id), wallet.confirm(quote.id));
    let third = wallet.confirm(quote.id).await;
    let [first, second, third] = [first, second, third].map(|line| line.expect("paid").id);
    assert_eq!((first, first), (second, third));
    assert_eq!(server.payments(), [(first.to_string(), 850)]);
}

#[tokio::test]
async fn a_first_try_that_comes_after_the_refusal_of_the_second_is_still_one_payment() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    network.script([Fault::Reorder]);
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("asked for");
    // The second try is refused, rightly; then the first one arrives and is taken.
    server.refuse_next(Problem::new(ErrorCode::OverDailyLimit));
    app.sync().await.expect("synced");
    network.settle().await;
    app.sync().await.expect("synced");
    assert_eq!(server.payments().len(), 1);
    assert_eq!(known_payments(&app).await, server.payments());
}

#[tokio::test]
async fn a_phone_that_was_removed_after_a_lost_answer_learns_of_its_payment_from_the_next_registration() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    network.script([Fault::CutAfterSend]);
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("asked for");
    server.refuse_all(Some(Problem::new(ErrorCode::DeviceRevoked)));
    server.revoke_all();
    assert_eq!(support::code_of(app.sync().await), ErrorCode::DeviceRevoked);
    asked_for(&app, quote.id, &ErrorCode::DeviceRevoked).await;
    let registered = app.identity().register(support::draft(SIGNATURE_PASSWORD), support::card(), None).await;
    registered.expect("with new keys");
    app.sync().await.expect("hers again");
    assert_eq!(known_payments(&app).await, server.payments());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_in_front_asks_the_feed_about_a_payment_whose_time_has_passed() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (phone, app) = hanako(&server, network.clone()).await;
    app.start();
    while !server.is_followed() {
        tokio::task::yield_now().await;
    }
    app.sync().await.expect("the feed is read, and there is no news from here on");
    network.script([Fault::Drop]);
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("asked for");
    server.refuse_all(Some(Problem::new(ErrorCode::OverDailyLimit)));
    phone.clock.advance(300_000);
    server.advance(300_000);
    let over = async {
        while app.wallet().entry(quote.id).await.map(|line| line.state) != Ok(EntryState::Refused) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), over).await.expect("nobody had to ask");
    app.stop();
}

#[tokio::test]
async fn a_payment_made_this_moment_by_a_clock_that_is_days_behind_is_made_in_time() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    server.advance(2 * Millis::DAY);
    let entry = app.wallet().confirm(quote.id).await.expect("paid");
    assert_eq!(entry.state, EntryState::Paid);
    assert_eq!(server.payments().len(), 1);
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!((wallet.available.0, wallet.pending), (server.balance(), Points(0)));
}
