//! Without network from the second start on, and with a network that is worse than none.

mod support;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use support::{SHOP, START, Server, code_of, hanako, shop_phone, voucher};
use tokio::sync::Semaphore;
use yui_app::{
    DeviceKeys, KeyName, Platform, PlatformError, Seams, YuiApp,
    http::{HttpRequest, HttpResponse, HttpStream, HttpTransport, TransportError},
    wallet::{CodeState, HistoryPage, HistoryQuery, Intent},
};
use yui_protocol::{
    ErrorCode, Millis, Points, Problem,
    changes::MOST_PLACES,
    qr::{self, Scanned},
    wallet::{EntryKind, EntryState},
};
use yui_testkit::{
    keys::TestKeys,
    transport::{Fault, FaultyTransport},
};

#[tokio::test]
async fn from_the_second_start_on_everything_of_her_own_is_there_without_network() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (phone, app) = hanako(&server, network.clone()).await;
    network.script([Fault::CutAfterSend]);
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("pending");
    drop(app);
    network.set_off(true);

    let app = phone.open(network.clone()).await;
    assert_eq!(app.identity().snapshot().await.expect("who").name, "田中　花子");
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!((wallet.available, wallet.pending), (Points(5_000), Points(850)));
    let history = app.wallet().history(HistoryQuery::default()).await.expect("history");
    let states: Vec<_> = history.lines().map(|line| line.state).collect();
    assert_eq!(states, [EntryState::Pending, EntryState::Done]);
    assert_eq!(app.wallet().show_code().await.expect("a code").state, CodeState::Alive);
    let quote = app.wallet().prepare(SHOP, Points(100), None).await.expect("a quote for a shop she knows");
    assert_eq!(code_of(app.wallet().confirm(quote.id).await), ErrorCode::Offline);
    assert_eq!(code_of(app.sync().await), ErrorCode::Offline);

    network.set_off(false);
    app.sync().await.expect("synced");
    assert_eq!(app.wallet().snapshot().await.expect("a wallet").available, Points(4_150));
    assert_eq!(server.payments().len(), 1);
}

#[tokio::test]
async fn a_shop_has_its_poster_and_its_day_without_network() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/"));
    let (phone, app) = shop_phone(network.clone()).await;
    server.paid_by_another(850);
    app.sync().await.expect("synced");
    drop(app);
    network.set_off(true);
    let app = phone.open(network.clone()).await;
    assert_eq!(app.shop().today().await.expect("a list").total, Points(850));
    let Ok(Scanned::Shop(code)) = qr::parse(&app.shop().poster_code().await.expect("a code")) else {
        panic!("a shop's code")
    };
    assert_eq!((code.shop, code.merchant.postal_code.as_str()), (SHOP, "8560831"));
    assert_eq!(code_of(app.shop().open_till(Points(100), None, 60).await), ErrorCode::Offline);
}

#[tokio::test]
async fn a_phone_that_was_off_for_months_knows_what_ran_out() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/"));
    let (phone, app) = hanako(&server, network.clone()).await;
    drop(app);
    network.set_off(true);
    let app = phone.open_rebooted(START + 30 * Millis::DAY, network.clone()).await;
    assert_eq!(app.wallet().snapshot().await.expect("a wallet").available, Points(5_000));
    let code = app.wallet().show_code().await.expect("a code");
    assert_eq!(code.valid_until, Millis(START + 30 * Millis::DAY + 300_000));
    drop(app);

    let app = phone.open_rebooted(START + 200 * Millis::DAY, network.clone()).await;
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!((wallet.available, wallet.lots.len()), (Points(0), 0), "the lots ended in May");
    drop(app);

    // An empty battery puts many phones back to their first day.
    let app = phone.open_rebooted(0, network.clone()).await;
    assert_eq!(code_of(app.wallet().show_code().await), ErrorCode::ClockWentBack);
    assert!(app.wallet().history(HistoryQuery::default()).await.expect("history").lines().count() > 0);
    network.set_off(false);
    server.advance(200 * Millis::DAY);
    app.sync().await.expect("the server was heard");
    assert!(app.wallet().show_code().await.is_ok());
}

#[tokio::test]
async fn a_code_made_by_a_clock_that_was_days_ahead_holds_up_no_other() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/"));
    let (phone, app) = hanako(&server, network.clone()).await;
    drop(app);
    network.set_off(true);
    let app = phone.open_rebooted(START + 3 * Millis::DAY, network.clone()).await;
    let early = app.wallet().show_code().await.expect("a code");
    assert_eq!(early.valid_until, Millis(START + 3 * Millis::DAY + 300_000));
    network.set_off(false);
    app.sync().await.expect("the server was heard");
    let held = app.wallet().code().await.expect("known").expect("the code");
    assert_eq!((held.id, held.state, held.text.as_str()), (early.id, CodeState::Open, ""));
    let code = app.wallet().show_code().await.expect("one that a shop can take");
    assert_ne!(code.id, early.id);
    assert_eq!((code.state, code.valid_until), (CodeState::Alive, Millis(START + 300_000)));
    assert_eq!(app.wallet().show_code().await.map(|again| again.text), Ok(code.text));
    assert_eq!(app.wallet().code().await.map(|shown| shown.map(|shown| shown.id)), Ok(Some(code.id)));
}

#[tokio::test]
async fn a_busy_server_is_left_alone_for_as_long_as_it_asks() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    server.busy_next(120);
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    let line = app.wallet().confirm(quote.id).await.expect("pending");
    assert_eq!(line.state, EntryState::Pending);
    app.sync().await.expect("synced");
    assert_eq!(server.payments().len(), 0, "not asked again at once, also when a person pulls the list down");
    phone.clock.advance(119_000);
    server.advance(119_000);
    app.sync().await.expect("synced");
    assert_eq!(server.payments().len(), 0);
    phone.clock.advance(1_000);
    server.advance(1_000);
    app.sync().await.expect("synced");
    assert_eq!(server.payments(), [(quote.id.to_string(), 850)]);
}

#[tokio::test]
async fn a_voucher_on_its_way_has_words_for_its_amount_and_is_not_used_twice() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    server.sell_voucher([4; 16], 1_000);
    network.script([Fault::CutAfterSend]);
    assert_eq!(app.wallet().scan(voucher([4; 16])).await, Ok(Intent::Voucher));
    let first = app.wallet().redeem_voucher(voucher([4; 16])).await.expect("pending");
    assert_eq!(
        (first.state, first.amount_text.plain.as_str()),
        (EntryState::Pending, "金額を確認しています")
    );
    let second = app.wallet().redeem_voucher(voucher([4; 16])).await.expect("the same one");
    assert_eq!(second.id, first.id);
    app.sync().await.expect("synced");
    let charged = app.wallet().entry(first.id).await.expect("the line");
    assert_eq!((charged.amount, charged.amount_text.plain.as_str()), (Points(1_000), "1,000円"));
    assert_eq!(server.balance(), 6_000);
    assert_eq!(code_of(app.wallet().redeem_voucher(voucher([4; 16])).await), ErrorCode::VoucherUnknown);
}

#[tokio::test]
async fn a_refund_that_was_not_answered_is_asked_for_once() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (_phone, app) = shop_phone(network.clone()).await;
    let payment = server.paid_by_another(850);
    app.sync().await.expect("synced");
    network.script([Fault::CutAfterSend]);
    let first = app.shop().refund(payment, Points(200)).await.expect("pending");
    let second = app.shop().refund(payment, Points(200)).await.expect("the same one");
    assert_eq!((first.state, second.id), (EntryState::Pending, first.id));
    app.sync().await.expect("synced");
    assert_eq!(app.shop().entry(payment).await.expect("the payment").refunded, Points(200));
}

/// A network on which the answers of one path come only when the test lets them.
struct Late {
    inner: Arc<Server>,
    path: &'static str,
    answers: Semaphore,
    held: AtomicUsize,
}

impl Late {
    fn new(inner: &Arc<Server>, path: &'static str, answers: usize) -> Arc<Self> {
        let held = AtomicUsize::new(0);
        Arc::new(Self { inner: inner.clone(), path, answers: Semaphore::new(answers), held })
    }
}

#[async_trait]
impl HttpTransport for Late {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let late = request.url.contains(self.path);
        let answer = self.inner.send(request).await;
        if late {
            self.held.fetch_add(1, Ordering::SeqCst);
            self.answers.acquire().await.expect("open").forget();
        }
        answer
    }

    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError> {
        self.inner.stream(request).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_comes_after_newer_news_changes_nothing_of_them() {
    let server = Arc::new(Server::new());
    let network = Late::new(&server, "/v1/commands", 0);
    let (_phone, app) = hanako(&server, network.clone()).await;
    let (_shop_phone, till) = shop_phone(server.clone()).await;
    app.start();
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    let confirm = tokio::spawn({
        let wallet = app.wallet();
        async move { wallet.confirm(quote.id).await }
    });
    let refunded = async {
        while till.shop().refund(quote.id, Points(200)).await.is_err() {
            tokio::task::yield_now().await;
        }
        while app.wallet().entry(quote.id).await.map(|line| line.refunded) != Ok(Points(200))
            || app.wallet().snapshot().await.map(|wallet| wallet.available) != Ok(Points(4_350))
        {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), refunded).await.expect("the feed brought it");
    network.answers.add_permits(1);
    let line = confirm.await.expect("it ran").expect("paid");
    app.stop();
    assert_eq!((line.state, line.refunded), (EntryState::PartlyRefunded, Points(200)));
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!((wallet.available, wallet.pending), (Points(server.balance()), Points(0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_that_comes_after_the_feed_has_settled_the_payment_brings_nothing_back() {
    let server = Arc::new(Server::new());
    let late = Late::new(&server, "/v1/commands", 1);
    let network = Arc::new(FaultyTransport::new(late.clone(), "/v1/commands"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    network.script([Fault::CutAfterSend]);
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("asked for");
    server.refuse_all(Some(Problem::new(ErrorCode::OverDailyLimit)));
    let asking = tokio::spawn({
        let app = app.clone();
        async move { app.sync().await }
    });
    while server.refused() == 0 {
        tokio::task::yield_now().await;
    }
    app.start();
    let settled = async {
        while app.wallet().entry(quote.id).await.map(|line| line.state) != Ok(EntryState::Paid) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), settled).await.expect("the feed brought it");
    late.answers.add_permits(1);
    asking.await.expect("it ran").expect("synced");
    app.stop();
    let history = app.wallet().history(HistoryQuery::default()).await.expect("history");
    assert!(history.lines().all(|line| line.state != EntryState::Pending), "nothing is asked for any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_under_way_while_she_signs_out_leaves_nothing_behind() {
    let server = Arc::new(Server::new());
    let late = Late::new(&server, "/v1/changes", 1_000);
    let (phone, app) = hanako(&server, late.clone()).await;
    late.answers.forget_permits(1_000);
    server.charge(700);
    let held = late.held.load(Ordering::SeqCst);
    let syncing = tokio::spawn({
        let app = app.clone();
        async move { app.sync().await }
    });
    while late.held.load(Ordering::SeqCst) == held {
        tokio::task::yield_now().await;
    }
    let leaving = tokio::spawn({
        let identity = app.identity();
        async move { identity.sign_out().await }
    });
    // A sign-out that did not wait for the page would be over by then.
    tokio::time::sleep(Duration::from_millis(300)).await;
    late.answers.add_permits(1_000);
    leaving.await.expect("it ran").expect("signed out");
    let _ = syncing.await.expect("it ran");
    let file = rusqlite::Connection::open(phone.file()).expect("opens");
    let left: i64 = file.query_row("SELECT count(*) FROM record", [], |row| row.get(0)).expect("a number");
    assert_eq!(left, 0, "what came in last was forgotten with the rest");
}

#[tokio::test]
async fn what_an_answer_brought_goes_when_the_town_puts_a_backup_back() {
    let server = Arc::new(Server::new());
    let (_, app) = hanako(&server, server.clone()).await;
    app.sync().await.expect("synced");
    server.back_up();
    let before = server.balance();
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("paid");
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!(wallet.available, Points(before - 850), "by the answer, before the feed was read");
    server.put_back();
    app.sync().await.expect("synced");
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!(wallet.available, Points(before), "what the server has");
    let history = app.wallet().history(HistoryQuery::default()).await.expect("history");
    assert!(history.lines().all(|line| line.kind != EntryKind::Payment), "{history:?}");
    // From there on it goes on as ever, although the rows have lower numbers than those that are gone.
    server.charge(1);
    app.sync().await.expect("synced");
    assert_eq!(app.wallet().snapshot().await.expect("a wallet").available, Points(before + 1));
}

#[tokio::test]
async fn what_waited_while_a_backup_was_put_back_hides_nothing_of_what_is_gone() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (_, hers) = hanako(&server, network.clone()).await;
    let (_, till) = shop_phone(network.clone()).await;
    let pay = async |amount| {
        let quote = hers.wallet().prepare(SHOP, Points(amount), None).await.expect("a quote");
        hers.wallet().confirm(quote.id).await.expect("paid or asked for").id
    };
    let kept = pay(500).await;
    for app in [&hers, &till] {
        app.sync().await.expect("synced");
    }
    server.back_up();
    // Both learn of the future that will be lost by an answer only, and want one thing more.
    pay(850).await;
    till.shop().refund(kept, Points(200)).await.expect("given back");
    network.script([Fault::Drop, Fault::Drop]);
    let waits = pay(300).await;
    let back = till.shop().refund(kept, Points(100)).await.expect("asked for").id;
    server.put_back();
    // The log goes on, and further than what they were shown; what waits goes out before the feed is read.
    for _ in 0..3 {
        server.charge(1);
    }
    for app in [&hers, &till, &hers] {
        app.sync().await.expect("synced");
    }
    let hers_now = hers.wallet().history(HistoryQuery::default()).await.expect("history");
    let tills_now = till.shop().history(HistoryQuery::default()).await.expect("history");
    let ids = |page: &HistoryPage, kind| {
        let mut ids: Vec<_> = page.lines().filter(|line| line.kind == kind).map(|line| line.id).collect();
        ids.sort();
        ids
    };
    for history in [&hers_now, &tills_now] {
        assert_eq!(ids(history, EntryKind::Payment), [kept, waits], "{history:?}");
        assert_eq!(ids(history, EntryKind::Refund), [back], "{history:?}");
    }
    assert_eq!(hers.wallet().snapshot().await.expect("a wallet").available, Points(server.balance()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_answers_for_nothing_that_came_while_it_was_under_way() {
    let server = Arc::new(Server::new());
    let late = Late::new(&server, "/v1/changes", 1_000);
    let (_phone, app) = hanako(&server, late.clone()).await;
    app.sync().await.expect("synced");
    server.back_up();
    late.answers.forget_permits(1_000);
    let held = late.held.load(Ordering::SeqCst);
    let syncing = tokio::spawn({
        let app = app.clone();
        async move { app.sync().await }
    });
    while late.held.load(Ordering::SeqCst) == held {
        tokio::task::yield_now().await;
    }
    let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("paid, in a future that will be lost");
    server.put_back();
    for _ in 0..3 {
        server.charge(1);
    }
    late.answers.add_permits(1_000);
    syncing.await.expect("it ran").expect("synced");
    let history = app.wallet().history(HistoryQuery::default()).await.expect("history");
    assert!(history.lines().all(|line| line.kind != EntryKind::Payment), "{history:?}");
    assert_eq!(app.wallet().snapshot().await.expect("a wallet").available, Points(server.balance()));
}

#[tokio::test]
async fn more_answers_than_a_page_is_asked_with_are_all_asked_about() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    app.sync().await.expect("synced");
    server.set_feed_down(true);
    let pay = async || {
        let quote = app.wallet().prepare(SHOP, Points(1), None).await.expect("a quote");
        app.wallet().confirm(quote.id).await.expect("paid");
    };
    for _ in 0..2 * MOST_PLACES {
        pay().await;
    }
    server.back_up();
    pay().await;
    server.put_back();
    server.charge(1);
    server.set_feed_down(false);
    app.sync().await.expect("synced");
    let history = app.wallet().history(HistoryQuery::default()).await.expect("history");
    let payments = history.lines().filter(|line| line.kind == EntryKind::Payment).count();
    assert_eq!(payments, 2 * MOST_PLACES, "the last one is gone");
}

#[tokio::test]
async fn a_code_was_used_as_far_as_the_log_of_now_says_so() {
    for backed_up_after in [false, true] {
        let server = Arc::new(Server::new());
        let (_, hers) = hanako(&server, server.clone()).await;
        let (_, till) = shop_phone(server.clone()).await;
        server.back_up();
        let code = hers.wallet().show_code().await.expect("a code");
        let paid = till.shop().receive(code.text, Points(1_200)).await.expect("paid").id;
        if backed_up_after {
            server.back_up();
        }
        server.charge(1);
        hers.sync().await.expect("synced");
        let used = hers.wallet().code().await.expect("known").expect("a code");
        assert_eq!((used.state, used.entry, used.amount), (CodeState::Used, Some(paid), Some(Points(1_200))));
        server.put_back();
        hers.sync().await.expect("synced");
        let now = hers.wallet().code().await.expect("known").expect("a code");
        if backed_up_after {
            assert_eq!((now.state, now.entry, now.amount), (used.state, used.entry, used.amount));
        } else {
            assert_eq!((now.state, now.entry, now.amount), (CodeState::Expired, None, None));
        }
    }
}

/// Keys whose signature under a one-time code comes only when the test lets it.
struct SlowCode {
    keys: Arc<TestKeys>,
    reached: AtomicUsize,
    go_on: std::sync::Mutex<std::sync::mpsc::Receiver<()>>,
}

impl DeviceKeys for SlowCode {
    fn make(&self, key: KeyName) -> Result<Vec<u8>, PlatformError> {
        self.keys.make(key)
    }

    fn public_key(&self, key: KeyName) -> Result<Option<Vec<u8>>, PlatformError> {
        self.keys.public_key(key)
    }

    fn sign(&self, key: KeyName, data: Vec<u8>, prompt: String) -> Result<Vec<u8>, PlatformError> {
        if data.starts_with(qr::CODE_DOMAIN) {
            self.reached.fetch_add(1, Ordering::SeqCst);
            self.go_on.lock().expect("unpoisoned").recv().expect("the test goes on");
        }
        self.keys.sign(key, data, prompt)
    }

    fn attest(&self, key: KeyName, challenge: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        self.keys.attest(key, challenge)
    }

    fn remove(&self, key: KeyName) -> Result<(), PlatformError> {
        self.keys.remove(key)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_is_being_made_while_she_signs_out_leaves_nothing_behind() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    drop(app);
    let (release, go_on) = std::sync::mpsc::channel();
    let keys = Arc::new(SlowCode {
        keys: phone.keys.clone(),
        reached: AtomicUsize::new(0),
        go_on: std::sync::Mutex::new(go_on),
    });
    let platform = Platform { keys: keys.clone(), ..phone.platform() };
    let seams = Seams { transport: Some(server.clone()), ..Seams::default() };
    let app = YuiApp::open_with(phone.config(), platform, seams).await.expect("opens");
    let making = tokio::spawn({
        let wallet = app.wallet();
        async move { wallet.show_code().await }
    });
    while keys.reached.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    let leaving = tokio::spawn({
        let identity = app.identity();
        async move { identity.sign_out().await }
    });
    // A sign-out that did not wait for the code would be over by then, and the code be kept after it.
    tokio::time::sleep(Duration::from_millis(300)).await;
    release.send(()).expect("it waits");
    let _ = making.await.expect("it ran");
    leaving.await.expect("it ran").expect("signed out");
    let file = rusqlite::Connection::open(phone.file()).expect("opens");
    let left: i64 = file.query_row("SELECT count(*) FROM outbox", [], |row| row.get(0)).expect("a number");
    assert_eq!(left, 0, "no promise of hers stays on a phone that is not hers");
}
