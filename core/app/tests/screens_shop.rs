//! The screens of a shop's phone and of charging: each job from the first one to the last, as a person meets them.

mod support;

use std::sync::Arc;

use async_trait::async_trait;
use support::{FullDisk, Phone, Server, card, draft, hanako, pairing, shop_phone, voucher};
use tokio::sync::Semaphore;
use yui_app::{
    YuiApp,
    http::{HttpRequest, HttpResponse, HttpStream, HttpTransport, TransportError},
    screens::{Ended, PayAction, Receive, ReceiveAction, ReceiveStep, ReceiveView, Screen},
};
use yui_protocol::{CommandId, Millis};
use yui_testkit::{
    card::SIGNATURE_PASSWORD,
    transport::{Fault, FaultyTransport},
};

/// The amount is typed from nothing.
async fn typed(receive: &Receive, amount: i64) -> ReceiveView {
    for _ in 0..9 {
        receive.erase_digit();
    }
    receive.type_digits(amount.to_string());
    receive.view().await.expect("a view")
}

/// A shop's phone on a network with faults.
async fn faulty_shop(server: &Arc<Server>) -> (Arc<FaultyTransport>, Phone, Arc<YuiApp>) {
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (phone, app) = shop_phone(network.clone()).await;
    (network, phone, app)
}

/// A network on which commands wait until they are let through.
struct Slow {
    server: Arc<Server>,
    let_through: Semaphore,
}

#[async_trait]
impl HttpTransport for Slow {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        if request.url.ends_with("/v1/commands") {
            self.let_through.acquire().await.expect("open").forget();
        }
        self.server.send(request).await
    }

    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError> {
        self.server.stream(request).await
    }
}

async fn step_of(receive: &Receive) -> ReceiveStep {
    receive.view().await.expect("a view").step
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_becomes_a_shops_by_a_code_that_is_asked_about() {
    let server = Arc::new(Server::new());
    let app = Phone::new().open(server.clone()).await;
    assert_eq!(step_of(&app.receive()).await, ReceiveStep::Gone);
    let scanned = app.screens().scanned(pairing()).await.expect("scanned");
    assert_eq!((scanned.screen, &scanned.error), (Some(Screen::Pairing), &None));
    let about: CommandId = scanned.about.expect("which code").parse().expect("an id");
    let asked = app.screens().pairing(Some(about));
    assert_eq!(asked.shop.map(|shop| shop.name).as_deref(), Some("まるや食堂"));
    assert!(asked.pair.is_some() && asked.way.is_none());
    server.refuse_pairing(true);
    let refused = app.screens().pair(about).await.expect("an answer");
    assert_eq!(refused.error.map(|error| error.code).as_deref(), Some("pairing_unknown"));
    assert!(app.shop().paired().await.expect("known").is_none(), "it is asked, not done");
    server.refuse_pairing(false);
    let done = app.screens().pair(about).await.expect("an answer");
    assert_eq!(done.way.map(|way| way.screen), Some(Screen::Receive));
    let home = app.screens().home().await.expect("home");
    assert_eq!((home.primary.screen, home.guest.is_none()), (Screen::Receive, true));
    assert!(home.tiles.iter().any(|tile| tile.screen == Screen::Register));
    let other = app.screens().pairing(None);
    assert_eq!((other.pair, other.way.map(|way| way.screen)), (None, Some(Screen::Scan)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_receives_by_its_till_and_says_it_once() {
    let server = Arc::new(Server::new());
    let (_shop, app) = shop_phone(server.clone()).await;
    let (_hers, hers) = hanako(&server, server.clone()).await;
    let receive = app.receive();
    let empty = receive.view().await.expect("a view");
    assert_eq!((empty.step, empty.primary.is_none()), (ReceiveStep::Amount, true));
    assert_eq!(typed(&receive, 850).await.amount_text.map(|text| text.plain).as_deref(), Some("850円"));
    let till = receive.act(ReceiveAction::Show).await.expect("opened");
    assert_eq!(till.step, ReceiveStep::Till, "{till:?}");
    assert!(till.qr.is_some() && receive.say().await.expect("nothing").is_none());
    assert!(!receive.back().await.expect("back"), "the UI leaves, and the order stays");
    assert_eq!(step_of(&receive).await, ReceiveStep::Till);

    let order = app.shop().today().await.expect("a list").tills.pop().expect("an order");
    let scanned = hers.screens().scanned(order.code).await.expect("scanned");
    assert_eq!(scanned.screen, Some(Screen::Pay));
    hers.pay().act(PayAction::Confirm).await.expect("paid");
    app.sync().await.expect("synced");
    let paid = receive.view().await.expect("a view");
    assert_eq!((paid.step, paid.end), (ReceiveStep::Over, Some(Ended::Done)), "{paid:?}");
    let said = receive.say().await.expect("said").expect("once");
    assert_eq!((said.text.plain.as_str(), said.language.as_str()), ("850円、受け取りました", "ja"));
    assert!(receive.say().await.expect("said").is_none(), "and not again");
    assert_eq!(receive.act(ReceiveAction::Next).await.expect("next").step, ReceiveStep::Amount);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_order_is_found_again_and_can_be_withdrawn() {
    let server = Arc::new(Server::new());
    let (shop, app) = shop_phone(server.clone()).await;
    typed(&app.receive(), 850).await;
    app.receive().act(ReceiveAction::Show).await.expect("opened");
    drop(app);
    let app = shop.open(server.clone()).await;
    let receive = app.receive();
    let found = receive.view().await.expect("a view");
    assert_eq!((found.step, found.qr.is_some()), (ReceiveStep::Till, true));
    // Another customer shows a code meanwhile.
    let (_hers, hers) = hanako(&server, server.clone()).await;
    let code = hers.wallet().show_code().await.expect("a code").text;
    app.screens().scanned(code).await.expect("scanned");
    typed(&receive, 120).await;
    receive.act(ReceiveAction::Take).await.expect("taken");
    assert!(receive.say().await.expect("said").is_some());
    assert_eq!(receive.act(ReceiveAction::Next).await.expect("next").step, ReceiveStep::Till, "still open");
    let cancelled = receive.act(ReceiveAction::Cancel).await.expect("withdrawn");
    assert_eq!((cancelled.step, cancelled.end), (ReceiveStep::Over, None));
    assert!(cancelled.title.plain.contains("取り消しました"), "{}", cancelled.title.plain);
    assert!(!receive.back().await.expect("back"));
    drop((app, receive));
    let app = shop.open(server).await;
    assert_eq!(step_of(&app.receive()).await, ReceiveStep::Amount, "it is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_runs_out() {
    let server = Arc::new(Server::new());
    let (shop, app) = shop_phone(server.clone()).await;
    typed(&app.receive(), 850).await;
    app.receive().act(ReceiveAction::Show).await.expect("opened");
    shop.clock.advance(700_000);
    server.advance(700_000);
    app.sync().await.expect("synced");
    let late = app.receive().view().await.expect("a view");
    assert_eq!((late.step, late.qr.is_none(), late.end), (ReceiveStep::Over, true, None));
    assert!(!app.receive().back().await.expect("back"));
    assert_eq!(step_of(&app.receive()).await, ReceiveStep::Amount);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_whose_answer_is_lost_shows_once_it_is_known() {
    let server = Arc::new(Server::new());
    let (network, phone, app) = faulty_shop(&server).await;
    network.script([Fault::CutAfterSend; 4]);
    typed(&app.receive(), 850).await;
    let lost = app.receive().act(ReceiveAction::Show).await.expect("sent");
    assert_eq!((lost.step, lost.qr.is_none(), lost.error), (ReceiveStep::Sending, true, None));
    drop(app);
    network.script([]);
    let app = phone.open(network).await;
    app.sync().await.expect("synced");
    assert_eq!(step_of(&app.receive()).await, ReceiveStep::Till);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_takes_a_customers_code_and_gives_the_payment_back_from_its_line() {
    let server = Arc::new(Server::new());
    let (_shop, app) = shop_phone(server.clone()).await;
    let (_hers, hers) = hanako(&server, server.clone()).await;
    let code = hers.wallet().show_code().await.expect("a code").text;
    let receive = app.receive();
    // The scanner of the whole app leads there as well.
    let scanned = app.screens().scanned(code.clone()).await.expect("scanned");
    assert_eq!(scanned.screen, Some(Screen::Receive));
    let over_cap = typed(&receive, 3_001).await;
    assert_eq!(over_cap.primary.map(|button| button.action), Some(ReceiveAction::Take));
    let refused = receive.act(ReceiveAction::Take).await.expect("an answer");
    assert_eq!(refused.error.map(|error| error.code).as_deref(), Some("code_over_cap"));
    typed(&receive, 850).await;
    let over = receive.act(ReceiveAction::Take).await.expect("taken");
    assert_eq!((over.step, over.end), (ReceiveStep::Over, Some(Ended::Done)), "{over:?}");
    assert_eq!(receive.say().await.expect("said").map(|said| said.end), Some(Ended::Done));

    let today = receive.act(ReceiveAction::Today).await.expect("a list").today.expect("a list");
    assert!(today.total.plain.contains("850円"), "{}", today.total.plain);
    let line = today.days[0].lines[0].clone();
    assert!(line.title.plain.contains(':'), "by its time: {}", line.title.plain);
    let whole = receive.choose(line.id).await.expect("a line");
    assert_eq!(whole.amount_text.map(|text| text.plain).as_deref(), Some("850円"), "all of it at first");
    typed(&receive, 300).await;
    let asked = receive.act(ReceiveAction::Prepare).await.expect("asked");
    assert_eq!(asked.primary.map(|button| button.text.plain).as_deref(), Some("300円を返金する"));
    app.settings().set_language("en".into()).await.expect("set");
    let english = receive.view().await.expect("a view").primary.expect("a button").text.plain;
    assert_eq!(english, "Refund ¥300", "also what was asked before");
    app.settings().set_language("ja".into()).await.expect("set");
    assert!(receive.back().await.expect("back"));
    assert_eq!(step_of(&receive).await, ReceiveStep::Line);
    receive.act(ReceiveAction::Prepare).await.expect("asked");
    let given = receive.act(ReceiveAction::Refund).await.expect("given back");
    assert_eq!((given.step, given.end), (ReceiveStep::Over, Some(Ended::Done)), "{given:?}");
    assert_eq!(server.balance(), 5_000 - 550);
    assert!(receive.back().await.expect("back"));
    let today = receive.view().await.expect("a view").today.expect("the list");
    assert!(today.total.plain.contains("550円"), "{}", today.total.plain);
    let lines = &today.days[0].lines;
    let refund = lines.iter().find(|line| line.payment.is_some()).expect("the refund's line");
    let shown = receive.choose(refund.id).await.expect("a line");
    assert_eq!(
        (shown.step, shown.primary, shown.erase),
        (ReceiveStep::Line, None, None),
        "nothing to give back"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_paid_on_an_earlier_day_is_given_back_from_the_same_list() {
    let server = Arc::new(Server::new());
    let (shop, app) = shop_phone(server.clone()).await;
    let (_hers, hers) = hanako(&server, server.clone()).await;
    let code = hers.wallet().show_code().await.expect("a code").text;
    app.screens().scanned(code).await.expect("scanned");
    let receive = app.receive();
    typed(&receive, 850).await;
    receive.act(ReceiveAction::Take).await.expect("taken");
    shop.clock.advance(2 * Millis::DAY);
    server.advance(2 * Millis::DAY);
    app.sync().await.expect("synced");
    let today = receive.act(ReceiveAction::Today).await.expect("a list");
    assert!(today.others.iter().any(|button| button.action == ReceiveAction::Older));
    let today = today.today.expect("a list");
    assert!(today.days.is_empty() && today.empty.is_some() && !today.total.plain.contains("850"));
    let older = receive.act(ReceiveAction::Older).await.expect("a list");
    assert!(older.others.iter().all(|button| button.action != ReceiveAction::Older), "there is no more");
    let line = older.today.expect("a list").days[0].lines[0].clone();
    receive.choose(line.id).await.expect("a line");
    assert!(receive.back().await.expect("back"));
    let list = receive.view().await.expect("a view").today.expect("the list");
    assert_eq!(list.days.len(), 1, "the older lines are still there");
    receive.choose(line.id).await.expect("a line");
    receive.act(ReceiveAction::Prepare).await.expect("asked");
    let given = receive.act(ReceiveAction::Refund).await.expect("given back");
    assert_eq!((given.step, given.end), (ReceiveStep::Over, Some(Ended::Done)), "{given:?}");
    assert_eq!(server.balance(), 5_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_presses_at_once_open_one_order() {
    let server = Arc::new(Server::new());
    let (_shop, app) = shop_phone(server.clone()).await;
    typed(&app.receive(), 850).await;
    let (receive, again) = (app.receive(), app.receive());
    let both = tokio::join!(receive.act(ReceiveAction::Show), again.act(ReceiveAction::Show));
    both.0.and(both.1).expect("both answered");
    assert_eq!(app.shop().today().await.expect("a list").tills.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_customers_code_is_scanned_after_the_amount_and_taken_at_once() {
    let server = Arc::new(Server::new());
    let (_shop, app) = shop_phone(server.clone()).await;
    let (_hers, hers) = hanako(&server, server.clone()).await;
    let receive = app.receive();
    typed(&receive, 850).await;
    let scan = receive.act(ReceiveAction::Scan).await.expect("the scanner");
    assert_eq!((scan.step, scan.scan.is_some()), (ReceiveStep::Scan, true));
    let foreign = receive.scanned("https://example.jp/".into()).await.expect("an answer");
    assert_eq!(foreign.error.map(|error| error.code).as_deref(), Some("qr_foreign"));
    assert_eq!(foreign.step, ReceiveStep::Scan);
    let code = hers.wallet().show_code().await.expect("a code").text;
    let taken = receive.scanned(code).await.expect("taken");
    assert_eq!((taken.step, taken.end), (ReceiveStep::Over, Some(Ended::Done)), "{taken:?}");
    assert_eq!(server.balance(), 4_150);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_comes_after_the_shop_moved_on_lands_nowhere() {
    let server = Arc::new(Server::new());
    let network = Arc::new(Slow { server: server.clone(), let_through: Semaphore::new(0) });
    let (_shop, app) = shop_phone(network.clone()).await;
    let (_hers, hers) = hanako(&server, server.clone()).await;
    let code = hers.wallet().show_code().await.expect("a code").text;
    app.screens().scanned(code.clone()).await.expect("scanned");
    typed(&app.receive(), 850).await;
    let slow = tokio::spawn({
        let app = app.clone();
        async move { app.receive().act(ReceiveAction::Take).await }
    });
    while step_of(&app.receive()).await != ReceiveStep::Sending {
        tokio::task::yield_now().await;
    }
    // Another customer stands there already.
    app.screens().scanned(code).await.expect("scanned");
    typed(&app.receive(), 120).await;
    network.let_through.add_permits(1);
    slow.await.expect("ended").expect("an answer");
    let next = app.receive().view().await.expect("a view");
    assert_eq!((next.step, next.end), (ReceiveStep::Amount, None));
    assert_eq!(next.amount_text.map(|text| text.plain).as_deref(), Some("120円"));
    assert!(app.receive().say().await.expect("nothing").is_none());
    assert_eq!(server.balance(), 4_150, "the first one is taken, and stands in the list");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_gives_its_role_back() {
    let server = Arc::new(Server::new());
    let (_shop, app) = shop_phone(server.clone()).await;
    let receive = app.receive();
    receive.act(ReceiveAction::Leave).await.expect("nothing happens");
    assert!(app.shop().paired().await.expect("known").is_some(), "it was not asked");
    receive.act(ReceiveAction::Today).await.expect("the list");
    assert_eq!(receive.act(ReceiveAction::Unpair).await.expect("asked").step, ReceiveStep::Unpair);
    assert_eq!(receive.act(ReceiveAction::Leave).await.expect("left").step, ReceiveStep::Gone);
    assert_eq!(app.screens().home().await.expect("home").primary.screen, Screen::Register);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_charges_by_a_voucher_that_is_good_once() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    let ways = app.screens().charge(None).await.expect("a view");
    assert!(ways.body.iter().any(|text| text.plain.contains("結の窓口")), "{:?}", ways.body);
    assert_eq!((ways.way.map(|way| way.screen), ways.charge), (Some(Screen::Scan), None));
    server.sell_voucher([3; 16], 2_000);
    let scanned = app.screens().scanned(voucher([3; 16])).await.expect("scanned");
    assert_eq!(scanned.screen, Some(Screen::Charge));
    let about: CommandId = scanned.about.expect("which").parse().expect("an id");
    let asked = app.screens().charge(Some(about)).await.expect("asked");
    assert!(asked.charge.is_some() && server.balance() == 5_000, "it is asked, not done");
    let done = app.screens().charge_by_voucher(about).await.expect("charged");
    assert_eq!(done.end, Some(Ended::Done), "{done:?}");
    assert!(done.title.plain.contains("2,000"), "{}", done.title.plain);
    app.screens().charge_by_voucher(about).await.expect("nothing more");
    assert_eq!(server.balance(), 7_000);
    let again = app.screens().scanned(voucher([3; 16])).await.expect("scanned");
    let about = again.about.expect("which").parse().expect("an id");
    let used = app.screens().charge_by_voucher(about).await.expect("an answer");
    assert_eq!(used.error.map(|error| error.code).as_deref(), Some("voucher_unknown"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voucher_whose_answer_is_lost_is_being_checked() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    server.sell_voucher([3; 16], 2_000);
    let scanned = app.screens().scanned(voucher([3; 16])).await.expect("scanned");
    let about: CommandId = scanned.about.expect("which").parse().expect("an id");
    network.script([Fault::CutAfterSend; 4]);
    let checking = app.screens().charge_by_voucher(about).await.expect("sent");
    assert_eq!(checking.end, Some(Ended::Checking));
    network.script([]);
    app.sync().await.expect("synced");
    assert_eq!(app.screens().charge(Some(about)).await.expect("a view").end, Some(Ended::Done));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_phone_cannot_do_with_a_code_it_says() {
    let server = Arc::new(Server::new());
    let guest = Phone::new().open(server.clone()).await;
    let refused = async |app: &YuiApp, text: String| {
        let scanned = app.screens().scanned(text).await.expect("scanned");
        assert_eq!((scanned.screen, scanned.about), (None, None));
        scanned.error.expect("why").code
    };
    assert_eq!(refused(&guest, voucher([3; 16])).await, "not_registered");
    let (_phone, app) = hanako(&server, server.clone()).await;
    let code = app.wallet().show_code().await.expect("a code").text;
    assert_eq!(refused(&app, code).await, "qr_foreign", "her own phone is no shop's");
    assert_eq!(refused(&app, "https://example.jp/".into()).await, "qr_foreign");
    assert_eq!(refused(&app, "0002010102".into()).await, "qr_malformed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_residents_phone_that_is_a_shops_too_has_both_and_forgets_each_by_itself() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    app.shop().pair(pairing()).await.expect("paired");
    let home = app.screens().home().await.expect("home");
    assert_eq!(
        (home.primary.screen, home.receive.map(|way| way.screen)),
        (Screen::Scan, Some(Screen::Receive))
    );
    typed(&app.receive(), 850).await;
    app.identity().sign_out().await.expect("signed out");
    let view = app.receive().view().await.expect("still the shop's");
    assert_eq!(view.amount_text.map(|text| text.plain).as_deref(), Some("0円"), "she began it");
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn shops_are_found_page_by_page_and_a_lost_network_is_said_in_words() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/shops"));
    let app = Phone::new().open(network.clone()).await;
    let empty = app.screens().shops(String::new(), 1).await.expect("a view");
    assert!(empty.shops.is_empty() && empty.empty.is_some() && empty.more.is_none());
    server.list_shops(["あおば薬局", "まるや食堂", "みどり商店"]);
    let first = app.screens().shops(String::new(), 1).await.expect("a view");
    assert_eq!((first.shops.len(), first.more.is_some(), first.count), (2, true, None));
    let all = app.screens().shops(String::new(), 2).await.expect("a view");
    let names: Vec<_> = all.shops.iter().map(|shop| shop.name.plain.as_str()).collect();
    assert_eq!((names, all.more), (vec!["あおば薬局", "まるや食堂", "みどり商店"], None));
    assert!(all.count.expect("how many").plain.contains('3'));
    let found = app.screens().shops(" まるや ".into(), 1).await.expect("a view");
    assert_eq!((found.shops.len(), found.shops[0].place.len()), (1, 2));
    let none = app.screens().shops("ない".into(), 1).await.expect("a view");
    assert!(none.empty.expect("words").plain.contains("見つかりませんでした"));
    for fault in [Fault::NotSent, Fault::CutAfterSend] {
        network.script([fault]);
        let offline = app.screens().shops(String::new(), 1).await.expect("a view");
        assert_eq!(offline.error.map(|error| error.code).as_deref(), Some("offline"), "{fault:?}");
        assert!(offline.empty.is_none() && offline.count.is_none(), "nothing is claimed that is not known");
    }
}

/// Takes a payment by the customer's code, and stays on what came of it.
async fn taken(receive: &Receive, hers: &YuiApp, app: &YuiApp) {
    let code = hers.wallet().show_code().await.expect("a code").text;
    app.screens().scanned(code).await.expect("scanned");
    typed(receive, 850).await;
    let over = receive.act(ReceiveAction::Take).await.expect("taken");
    assert_eq!(over.step, ReceiveStep::Over, "{over:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_that_becomes_another_shops_shows_nothing_of_the_first() {
    let server = Arc::new(Server::new());
    let (_shop, app) = shop_phone(server.clone()).await;
    let (_hers, hers) = hanako(&server, server.clone()).await;
    let receive = app.receive();
    taken(&receive, &hers, &app).await;
    server.pair_with_another();
    app.shop().pair(pairing()).await.expect("paired");
    let view = receive.view().await.expect("a view");
    let shop = view.shop.map(|shop| shop.name);
    assert_eq!((view.step, shop.as_deref()), (ReceiveStep::Amount, Some("たちばな書店")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_is_known_no_more_keeps_nobody_on_its_screen() {
    for leaves in [false, true] {
        let server = Arc::new(Server::new());
        let (_shop, app) = shop_phone(server.clone()).await;
        let (_hers, hers) = hanako(&server, server.clone()).await;
        server.back_up();
        let receive = app.receive();
        taken(&receive, &hers, &app).await;
        server.put_back();
        app.sync().await.expect("synced");
        if leaves {
            assert!(!receive.back().await.expect("back"), "the UI leaves");
        }
        assert_eq!(step_of(&receive).await, ReceiveStep::Amount);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_no_order_is_opened_and_it_can_be_tried_again() {
    let server = Arc::new(Server::new());
    let (phone, app) = shop_phone(server.clone()).await;
    drop(app);
    let full = Arc::new(FullDisk::default());
    let app = phone.try_open(phone.folder.path(), server.clone(), Some(full.clone())).await.expect("opens");
    let receive = app.receive();
    typed(&receive, 850).await;
    full.set(true);
    let refused = receive.act(ReceiveAction::Show).await.expect("an answer");
    let error = refused.error.map(|error| error.code);
    assert_eq!((refused.step, error.as_deref()), (ReceiveStep::Amount, Some("storage_full")));
    full.set(false);
    assert_eq!(receive.act(ReceiveAction::Show).await.expect("opened").step, ReceiveStep::Till);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_giving_back_means_is_a_question_and_its_lost_answer_leaves_nothing_open() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/shop/refund-quote"));
    let (_shop, app) = shop_phone(network.clone()).await;
    let (_hers, hers) = hanako(&server, server.clone()).await;
    let receive = app.receive();
    taken(&receive, &hers, &app).await;
    let today = receive.act(ReceiveAction::Today).await.expect("a list").today.expect("a list");
    receive.choose(today.days[0].lines[0].id).await.expect("a line");
    network.script([Fault::CutAfterSend]);
    let asked = receive.act(ReceiveAction::Prepare).await.expect("asked");
    assert_eq!(asked.error.map(|error| error.code).as_deref(), Some("offline"));
}
