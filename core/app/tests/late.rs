//! What comes late, twice or not at all while a person registers or pays: an answer to what she asked before lands in
//! nothing that she began since.

mod support;

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
    mpsc,
};

use async_trait::async_trait;
use support::{Phone, Server, card, hanako, municipality, poster};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use yui_app::{
    CardTransport, ErrorWay, PlatformError, YuiApp,
    http::{HttpRequest, HttpResponse, HttpStream, HttpTransport, TransportError},
    screens::{PayAction, PayStep, ReaderState, RegisterAction, RegisterStep, Screen},
};
use yui_card::PinKind;
use yui_protocol::{ErrorCode, Points, Problem, identity::EnrolPurpose};
use yui_testkit::{
    card::{AUTHENTICATION_PIN, CardBuilder, Person, SIGNATURE_PASSWORD, VirtualCard},
    transport::{Fault, FaultyTransport},
};

/// A card that stops at one of its commands until it is let go on.
struct StoppedCard {
    card: Arc<VirtualCard>,
    at: usize,
    seen: AtomicUsize,
    there: tokio::sync::mpsc::UnboundedSender<()>,
    go_on: Mutex<mpsc::Receiver<()>>,
}

impl StoppedCard {
    fn new(card: Arc<VirtualCard>, at: usize) -> (Arc<Self>, UnboundedReceiver<()>, mpsc::Sender<()>) {
        let ((there, is_there), (go, go_on)) = (unbounded_channel(), mpsc::channel());
        let stopped = Self { card, at, seen: AtomicUsize::new(0), there, go_on: Mutex::new(go_on) };
        (Arc::new(stopped), is_there, go)
    }

    /// One that is taken away as soon as it is let go on.
    fn lost_once_it_goes_on() -> (Arc<Self>, UnboundedReceiver<()>, mpsc::Sender<()>) {
        let lost = card();
        lost.pull_out_after(5);
        Self::new(lost, 4)
    }
}

impl CardTransport for StoppedCard {
    fn transceive(&self, apdu: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        if self.seen.fetch_add(1, Ordering::SeqCst) == self.at {
            self.there.send(()).expect("the test waits");
            self.go_on.lock().unwrap_or_else(PoisonError::into_inner).recv().expect("the test lets it go on");
        }
        CardTransport::transceive(self.card.as_ref(), apdu)
    }
}

/// A card that the phone's reader cannot speak to.
struct Unreadable;

impl CardTransport for Unreadable {
    fn transceive(&self, _: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        Err(PlatformError::Failed)
    }
}

/// A network on which requests to one address stop until they are let go on.
struct StoppedNetwork {
    server: Arc<Server>,
    only: &'static str,
    there: tokio::sync::mpsc::UnboundedSender<()>,
    go_on: tokio::sync::Semaphore,
}

#[async_trait]
impl HttpTransport for StoppedNetwork {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        if request.url.contains(self.only) {
            self.there.send(()).expect("the test waits");
            self.go_on.acquire().await.expect("open").forget();
        }
        self.server.send(request).await
    }

    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError> {
        self.server.stream(request).await
    }
}

async fn register_step(app: &YuiApp) -> RegisterStep {
    app.register().view().await.expect("a view").step
}

async fn pay_step(app: &YuiApp) -> PayStep {
    app.pay().view().await.expect("a view").step
}

async fn password_waits(app: &YuiApp, password: &str) {
    let register = app.register();
    register.begin(EnrolPurpose::Register, "花子の電話".into()).await.expect("begun");
    register.act(RegisterAction::Password).await.expect("started");
    register.act(RegisterAction::Next).await.expect("read");
    let hold = register.enter(password.into()).await.expect("typed");
    assert_eq!(hold.step, RegisterStep::Hold);
}

/// She has scanned the poster and typed this amount, and it was asked about.
async fn asked_about(app: &YuiApp, amount: Points) {
    app.screens().scanned(poster()).await.expect("scanned");
    app.pay().type_digits(amount.to_string());
    let confirm = app.pay().act(PayAction::Next).await.expect("asked");
    assert_eq!(confirm.step, PayStep::Confirm, "{:?}", confirm.error);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_held_twice_at_once_costs_one_try() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    password_waits(&app, "WRONG12").await;
    let card = card();
    let (register, again) = (app.register(), app.register());
    let both = tokio::join!(register.hold(card.clone()), again.hold(card.clone()));
    both.0.and(both.1).expect("both answered");
    assert_eq!(card.tries_left(PinKind::Signature), 4);
    assert_eq!(register_step(&app).await, RegisterStep::Secret);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_card_can_be_asked_about_is_said_before_the_card_is_held() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    password_waits(&app, SIGNATURE_PASSWORD).await;
    let register = app.register();
    register.act(RegisterAction::Stop).await.expect("stopped");
    let short = register.enter("AB1".into()).await.expect("typed");
    assert_eq!(short.step, RegisterStep::Secret);
    assert!(short.pin.expect("a field").wrong.is_some());
    assert!(short.error.is_none(), "the field says it");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_stops_while_the_card_is_read_registers_nothing_and_begins_anew() {
    let server = Arc::new(Server::new());
    let app = Phone::new().open(server.clone()).await;
    password_waits(&app, SIGNATURE_PASSWORD).await;
    let (stopped, mut is_there, go_on) = StoppedCard::new(card(), 4);
    let register = app.register();
    let held = tokio::spawn(async move { register.hold(stopped).await });
    is_there.recv().await.expect("the card is read");
    let reading = app.register().view().await.expect("a view").reader.expect("a reader");
    assert_eq!(reading.state, ReaderState::Reading);
    app.register().act(RegisterAction::Stop).await.expect("stopped");
    app.register().act(RegisterAction::Forgotten).await.expect("somewhere else");
    go_on.send(()).expect("the card goes on");
    held.await.expect("ended").expect("answered");
    let view = app.register().view().await.expect("a view");
    assert_eq!((view.step, view.error), (RegisterStep::Trouble, None), "the late answer is nobody's");
    assert!(!app.identity().snapshot().await.expect("a guest").registered);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_on_its_way_cannot_be_stopped_and_is_found_done() {
    let server = Arc::new(Server::new());
    let (there, mut is_there) = unbounded_channel();
    let go_on = tokio::sync::Semaphore::new(0);
    let network =
        Arc::new(StoppedNetwork { server: server.clone(), only: "/v1/identity/enrol", there, go_on });
    let app = Phone::new().open(network.clone()).await;
    password_waits(&app, SIGNATURE_PASSWORD).await;
    let register = app.register();
    let held = tokio::spawn(async move { register.hold(card()).await });
    is_there.recv().await.expect("it is on its way");
    let sending = app.register().act(RegisterAction::Stop).await.expect("nothing happens");
    assert_eq!(sending.step, RegisterStep::Sending);
    assert!(sending.working.is_some() && sending.primary.is_none() && sending.others.is_empty());
    assert!(!app.register().back().await.expect("the UI leaves"));
    network.go_on.add_permits(1);
    held.await.expect("ended").expect("answered");
    assert_eq!(register_step(&app).await, RegisterStep::Done);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_is_blocked_leads_on_with_another_card() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    password_waits(&app, SIGNATURE_PASSWORD).await;
    let blocked = CardBuilder::new(&Person::hanako()).blocked(PinKind::Signature).build();
    let trouble = app.register().hold(Arc::new(blocked)).await.expect("refused");
    assert_eq!(trouble.step, RegisterStep::Trouble);
    assert!(app.register().back().await.expect("back"));
    let secret = app.register().view().await.expect("a view");
    assert!(secret.pin.expect("a field").can_enter, "the other card has its own tries");
    app.register().enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
    assert_eq!(app.register().hold(card()).await.expect("held").step, RegisterStep::Done);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_network_does_not_make_her_type_again() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server, "/v1/identity/nonce"));
    let app = Phone::new().open(network.clone()).await;
    password_waits(&app, SIGNATURE_PASSWORD).await;
    network.script([Fault::NotSent]);
    let offline = app.register().hold(card()).await.expect("not sent");
    assert_eq!(
        (offline.step, offline.error.map(|error| error.code).as_deref()),
        (RegisterStep::Hold, Some("offline"))
    );
    assert_eq!(app.register().hold(card()).await.expect("held").step, RegisterStep::Done);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_is_found_again_after_the_app_was_killed() {
    let server = Arc::new(Server::new());
    server.review_registrations();
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1"));
    let phone = Phone::new();
    let app = phone.open(network.clone()).await;
    password_waits(&app, SIGNATURE_PASSWORD).await;
    assert_eq!(app.register().hold(card()).await.expect("held").step, RegisterStep::Review);
    drop(app);
    let app = phone.open(network.clone()).await;
    let register = app.register();
    let begin = || register.begin(EnrolPurpose::Register, "花子の電話".into());
    let review = begin().await.expect("found again");
    assert!(review.step == RegisterStep::Review && review.title.plain.contains("A-7"), "{review:?}");
    network.set_off(true);
    let unknown = app.register().act(RegisterAction::Check).await.expect("a view");
    assert_eq!(unknown.error.map(|error| error.code).as_deref(), Some("offline"));
    network.set_off(false);
    let again = app.register().act(RegisterAction::Again).await.expect("from the beginning");
    assert_eq!(again.step, RegisterStep::Need);
    assert!(!app.register().back().await.expect("the UI leaves"));
    assert_eq!(begin().await.expect("where she is").step, RegisterStep::Need);
    server.take_registrations();
    app.identity().check_review().await.expect("staff let it through");
    assert!(app.identity().snapshot().await.expect("hers").registered);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_forgotten_when_the_app_goes_to_the_back() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    password_waits(&app, SIGNATURE_PASSWORD).await;
    app.stop();
    assert_eq!(register_step(&app).await, RegisterStep::Secret);
    let untyped = app.register().hold(card()).await.expect("nothing happens");
    assert_eq!(untyped.step, RegisterStep::Secret);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_stops_while_the_card_signs_pays_nothing_and_may_pay_another() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    server.charge(600_000);
    app.sync().await.expect("synced");
    asked_about(&app, municipality().step_up.card_from).await;
    app.pay().act(PayAction::Confirm).await.expect("the card");
    app.pay().enter(AUTHENTICATION_PIN.into()).await.expect("typed");
    let (stopped, mut is_there, go_on) = StoppedCard::new(card(), 4);
    let pay = app.pay();
    let held = tokio::spawn(async move { pay.hold(stopped).await });
    is_there.recv().await.expect("the card is read");
    app.pay().act(PayAction::Stop).await.expect("stopped");
    asked_about(&app, Points(850)).await;
    go_on.send(()).expect("the card goes on");
    held.await.expect("ended").expect("answered");
    assert!(server.payments().is_empty(), "{:?}", server.payments());
    let confirm = app.pay().view().await.expect("a view");
    assert_eq!((confirm.step, confirm.amount, confirm.error), (PayStep::Confirm, Points(850), None));
    assert!(app.pay().act(PayAction::Confirm).await.expect("paid").paid.is_some());
    assert_eq!(server.payments().iter().map(|(_, amount)| *amount).collect::<Vec<_>>(), [850]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmation_pressed_twice_pays_once() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    asked_about(&app, Points(850)).await;
    let (pay, again) = (app.pay(), app.pay());
    let both = tokio::join!(pay.act(PayAction::Confirm), again.act(PayAction::Confirm));
    both.0.and(both.1).expect("both answered");
    assert_eq!(pay_step(&app).await, PayStep::Over);
    assert_eq!(server.payments().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_typed_while_the_amount_is_asked_about_are_ignored() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    drop(app);
    let (there, mut is_there) = unbounded_channel();
    let go_on = tokio::sync::Semaphore::new(0);
    let network = Arc::new(StoppedNetwork { server: server.clone(), only: "/v1/shops", there, go_on });
    let app = phone.open(network.clone()).await;
    let screens = app.screens();
    let first = tokio::spawn(async move { screens.scanned(poster()).await });
    is_there.recv().await.expect("the shop is asked for");
    let screens = app.screens();
    let second = tokio::spawn(async move { screens.scanned(poster()).await });
    is_there.recv().await.expect("once more");
    network.go_on.add_permits(2);
    let first = first.await.expect("ended").expect("answered");
    let second = second.await.expect("ended").expect("answered");
    assert_eq!((first.screen, second.screen), (None, Some(Screen::Pay)), "the later scan counts");
    let pay = app.pay();
    pay.type_digits("850".into());
    let asking = tokio::spawn(async move { pay.act(PayAction::Next).await });
    is_there.recv().await.expect("it is asked about");
    app.pay().type_digits("9".into());
    app.pay().erase_digit();
    app.pay().type_digits("9".into());
    network.go_on.add_permits(1);
    let confirm = asking.await.expect("ended").expect("asked");
    assert_eq!((confirm.step, confirm.amount), (PayStep::Confirm, Points(850)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_refused_for_what_it_is_is_asked_about_anew() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    asked_about(&app, Points(850)).await;
    server.refuse_next(Problem::new(ErrorCode::ShopClosed));
    let refused = app.pay().act(PayAction::Confirm).await.expect("refused");
    assert_eq!(
        (refused.step, refused.amount, refused.error.map(|error| error.code).as_deref()),
        (PayStep::Amount, Points(850), Some("shop_closed"))
    );
    let confirm = app.pay().act(PayAction::Next).await.expect("asked anew");
    assert_eq!((confirm.step, confirm.error), (PayStep::Confirm, None));
    assert!(app.pay().act(PayAction::Confirm).await.expect("paid").paid.is_some());
    assert_eq!(server.payments().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proof_that_the_server_raises_is_asked_for_with_its_amount() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    asked_about(&app, Points(850)).await;
    let mut problem = Problem::new(ErrorCode::StepUpRequired);
    problem.required = Some(yui_protocol::wallet::Assurance::DeviceUvCard);
    server.refuse_next(problem);
    let raised = app.pay().act(PayAction::Confirm).await.expect("refused");
    assert_eq!(raised.step, PayStep::Confirm);
    let proof = raised.confirm.expect("what happens").proof.expect("why");
    assert!(proof.plain.contains("500,000"), "{}", proof.plain);
    assert_eq!(app.pay().act(PayAction::Confirm).await.expect("the card").step, PayStep::Pin);
    app.pay().enter(AUTHENTICATION_PIN.into()).await.expect("typed");
    assert_eq!(app.pay().hold(card()).await.expect("held").step, PayStep::Over);
}

/// How she goes away from a screen: with the app, or to another one.
const LEAVES: [fn(&YuiApp); 2] = [YuiApp::stop, |app| {
    app.register().leave();
    app.pay().leave();
}];

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_a_card_had_when_she_left_is_typed_anew() {
    for leaves in LEAVES {
        let app = Phone::new().open(Arc::new(Server::new())).await;
        password_waits(&app, SIGNATURE_PASSWORD).await;
        let (stopped, mut is_there, go_on) = StoppedCard::lost_once_it_goes_on();
        let register = app.register();
        let held = tokio::spawn(async move { register.hold(stopped).await });
        is_there.recv().await.expect("the card is read");
        leaves(&app);
        go_on.send(()).expect("the card goes on");
        let secret = held.await.expect("ended").expect("answered");
        assert_eq!((secret.step, secret.error), (RegisterStep::Secret, None));
        assert_eq!(app.register().hold(card()).await.expect("held").step, RegisterStep::Secret, "untyped");
        app.register().enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
        assert_eq!(app.register().hold(card()).await.expect("held").step, RegisterStep::Done);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pin_that_a_card_had_when_she_left_is_typed_anew() {
    for leaves in LEAVES {
        let server = Arc::new(Server::new());
        let (_phone, app) = hanako(&server, server.clone()).await;
        server.charge(600_000);
        app.sync().await.expect("synced");
        asked_about(&app, municipality().step_up.card_from).await;
        app.pay().act(PayAction::Confirm).await.expect("the card");
        app.pay().enter(AUTHENTICATION_PIN.into()).await.expect("typed");
        let (stopped, mut is_there, go_on) = StoppedCard::lost_once_it_goes_on();
        let pay = app.pay();
        let held = tokio::spawn(async move { pay.hold(stopped).await });
        is_there.recv().await.expect("the card is read");
        leaves(&app);
        go_on.send(()).expect("the card goes on");
        assert_eq!(held.await.expect("ended").expect("answered").step, PayStep::Pin);
        app.pay().enter(AUTHENTICATION_PIN.into()).await.expect("typed");
        assert_eq!(app.pay().hold(card()).await.expect("held").step, PayStep::Over);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_forgotten_when_she_leaves_the_screen() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    password_waits(&app, SIGNATURE_PASSWORD).await;
    app.register().leave();
    assert_eq!(register_step(&app).await, RegisterStep::Secret);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_of_registering_has_a_button_that_tries_again() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/identity"));
    let app = Phone::new().open(network.clone()).await;
    password_waits(&app, SIGNATURE_PASSWORD).await;
    network.set_off(true);
    let offline = app.register().hold(card()).await.expect("not sent");
    assert_eq!((offline.step, offline.error.expect("offline").way), (RegisterStep::Hold, ErrorWay::Again));
    let hold = app.register().act(offline.again.expect("a button")).await.expect("again");
    assert_eq!((hold.step, hold.error, hold.again), (RegisterStep::Hold, None, None));
    network.set_off(false);
    let failed = app.register().hold(Arc::new(Unreadable)).await.expect("refused");
    assert_eq!(failed.error.map(|error| error.code).as_deref(), Some("card_failed"));
    let hold = app.register().act(failed.again.expect("a button")).await.expect("again");
    assert_eq!((hold.step, hold.error), (RegisterStep::Hold, None));
    server.review_registrations();
    assert_eq!(app.register().hold(card()).await.expect("held").step, RegisterStep::Review);
    network.set_off(true);
    let unknown = app.register().act(RegisterAction::Check).await.expect("a view");
    assert_eq!((unknown.error.is_some(), unknown.again), (true, Some(RegisterAction::Check)));
}
