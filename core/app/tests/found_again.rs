//! What was on its way when the app was killed, or ended while nobody looked, is found again; and nothing is paid or
//! taken twice because it was not.

mod support;

use std::sync::Arc;

use support::{Phone, Server, hanako, poster, shop_phone};
use yui_app::{
    YuiApp,
    screens::{
        Ended, PaidState, PayAction, PayStep, PayView, Receive, ReceiveAction, ReceiveStep, ReceiveView,
    },
};
use yui_protocol::Millis;
use yui_testkit::transport::{Fault, FaultyTransport};

/// A network that loses what the server answers to commands, once it is told to.
fn network(server: &Arc<Server>) -> Arc<FaultyTransport> {
    Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"))
}

async fn asked(app: &YuiApp, amount: &str) -> PayView {
    app.screens().scanned(poster()).await.expect("scanned");
    app.pay().type_digits(amount.to_owned());
    app.pay().act(PayAction::Next).await.expect("asked")
}

async fn show(receive: &Receive, amount: &str) -> ReceiveView {
    receive.type_digits(amount.to_owned());
    receive.act(ReceiveAction::Show).await.expect("sent")
}

async fn seen(receive: &Receive) -> (ReceiveStep, Option<Ended>) {
    let view = receive.view().await.expect("a view");
    (view.step, view.end)
}

/// The shop took 850 by a customer's code, and the answer is lost.
async fn taken_without_an_answer(server: &Arc<Server>) -> (Arc<FaultyTransport>, Phone, Arc<YuiApp>) {
    let network = network(server);
    let (phone, app) = shop_phone(network.clone()).await;
    let (_hers, hers) = hanako(server, server.clone()).await;
    let code = hers.wallet().show_code().await.expect("a code").text;
    app.screens().scanned(code).await.expect("scanned");
    app.receive().type_digits("850".to_owned());
    network.script([Fault::CutAfterSend; 4]);
    app.receive().act(ReceiveAction::Take).await.expect("sent");
    assert_eq!(seen(&app.receive()).await, (ReceiveStep::Over, Some(Ended::Checking)));
    (network, phone, app)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_is_found_again_until_another_code_is_scanned() {
    let server = Arc::new(Server::new());
    let network = network(&server);
    let (phone, app) = hanako(&server, network.clone()).await;
    asked(&app, "850").await;
    network.script([Fault::CutAfterSend; 4]);
    let sent = app.pay().act(PayAction::Confirm).await.expect("sent").paid.expect("a payment");
    drop(app);
    let app = phone.open(network.clone()).await;
    assert_eq!(app.pay().view().await.expect("a view").paid, Some(sent));
    assert_eq!(app.screens().paid(sent).await.expect("a view").state, PaidState::Checking);
    network.script([]);
    app.sync().await.expect("synced");
    drop(app);
    let app = phone.open(network.clone()).await;
    assert_eq!(app.pay().view().await.expect("a view").paid, Some(sent), "also once it is known");
    assert_eq!(app.screens().paid(sent).await.expect("a view").state, PaidState::Paid);
    app.screens().scanned(poster()).await.expect("scanned");
    drop(app);
    let app = phone.open(network).await;
    let next = app.pay().view().await.expect("a view");
    assert_eq!((next.step, next.paid), (PayStep::Scan, None), "it is not what the next shop is shown");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_pays_a_shop_again_is_told_of_what_is_on_its_way() {
    let server = Arc::new(Server::new());
    let network = network(&server);
    let (_phone, app) = hanako(&server, network.clone()).await;
    assert!(asked(&app, "850").await.body.is_empty());
    network.script([Fault::CutAfterSend; 4]);
    app.pay().act(PayAction::Confirm).await.expect("sent");
    let body = asked(&app, "850").await.body;
    assert!(body[0].plain.contains("もう一度払わないでください"), "{body:?}");
    network.script([]);
    app.sync().await.expect("synced");
    assert!(asked(&app, "120").await.body.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_shop_took_is_found_again_and_said_once() {
    let server = Arc::new(Server::new());
    let (network, phone, app) = taken_without_an_answer(&server).await;
    drop(app);
    let app = phone.open(network.clone()).await;
    assert_eq!(seen(&app.receive()).await, (ReceiveStep::Over, Some(Ended::Checking)));
    network.script([]);
    app.sync().await.expect("synced");
    assert_eq!(seen(&app.receive()).await, (ReceiveStep::Over, Some(Ended::Done)));
    let said = app.receive().say().await.expect("an answer").expect("said");
    assert_eq!(said.text.plain, "850円、受け取りました");
    drop(app);
    let app = phone.open(network).await;
    assert_eq!(seen(&app.receive()).await, (ReceiveStep::Amount, None), "it was heard");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_long_ago_is_shown_with_its_time_and_not_said() {
    let server = Arc::new(Server::new());
    let (network, phone, app) = taken_without_an_answer(&server).await;
    network.script([]);
    app.sync().await.expect("synced");
    drop(app);
    phone.clock.advance(9 * Millis::HOUR);
    server.advance(9 * Millis::HOUR);
    let app = phone.open(network).await;
    let view = app.receive().view().await.expect("a view");
    assert_eq!((view.step, view.end), (ReceiveStep::Over, Some(Ended::Done)));
    assert!(view.body.iter().any(|text| text.plain.contains("11月")), "{:?}", view.body);
    assert!(app.receive().say().await.expect("an answer").is_none());
    app.receive().act(ReceiveAction::Next).await.expect("next");
    assert_eq!(seen(&app.receive()).await, (ReceiveStep::Amount, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_not_called_over_before_the_feed_told_so() {
    let server = Arc::new(Server::new());
    let (phone, app) = shop_phone(server.clone()).await;
    let (_hers, hers) = hanako(&server, server.clone()).await;
    show(&app.receive(), "850").await;
    let order = app.shop().today().await.expect("a list").tills.pop().expect("an order");
    hers.screens().scanned(order.code).await.expect("scanned");
    hers.pay().act(PayAction::Confirm).await.expect("paid");
    phone.clock.advance(601 * Millis::SECOND);
    server.advance(601 * Millis::SECOND);
    let late = app.receive().view().await.expect("a view");
    assert_eq!((late.step, late.end), (ReceiveStep::Over, Some(Ended::Checking)), "{late:?}");
    assert!(late.qr.is_none() && late.live_ms > 0);
    drop(app);
    let app = phone.open(server.clone()).await;
    assert_eq!(seen(&app.receive()).await, (ReceiveStep::Over, Some(Ended::Checking)), "nor after a restart");
    app.sync().await.expect("synced");
    assert_eq!(seen(&app.receive()).await, (ReceiveStep::Over, Some(Ended::Done)));
    assert!(app.receive().say().await.expect("an answer").is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_withdraws_an_order_without_an_answer_takes_the_next_payment() {
    let server = Arc::new(Server::new());
    let network = network(&server);
    let (_phone, app) = shop_phone(network.clone()).await;
    let receive = app.receive();
    network.script([Fault::Drop; 8]);
    assert_eq!(show(&receive, "850").await.step, ReceiveStep::Sending);
    let withdrawn = receive.act(ReceiveAction::Cancel).await.expect("withdrawn");
    assert_eq!((withdrawn.step, withdrawn.end), (ReceiveStep::Over, Some(Ended::Checking)), "{withdrawn:?}");
    assert_eq!(receive.act(ReceiveAction::Next).await.expect("next").step, ReceiveStep::Amount);
}
