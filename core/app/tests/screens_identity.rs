//! The screens of who she is: her phones and a lost one, her card, being a visitor, leaving.

mod support;

use std::sync::{
    Arc, Condvar, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use async_trait::async_trait;
use chrono::{Days, NaiveDate};
use serde_json::json;
use support::{Phone, SHOP, START, Server, card, code_of, draft, hanako, municipality, poster};
use tokio::sync::Semaphore;
use yui_app::{
    CardTransport, PlatformError, YuiApp,
    http::{HttpRequest, HttpResponse, HttpStream, HttpTransport, TransportError},
    identity::RegisterDraft,
    screens::{
        CardView, LeaveAction, PaidState, PayAction, ReaderState, RegisterAction, RegisterStep, RemoveAction,
        Screen, VisitorAction, VisitorStep, WayView, enrol_purpose,
    },
};
use yui_card::PinKind;
use yui_protocol::{
    ErrorCode, Millis, Points, Problem,
    identity::{EnrolPurpose, Level},
    wallet::Assurance,
};
use yui_testkit::{
    card::{CardBuilder, Person, SIGNATURE_PASSWORD},
    transport::FaultyTransport,
};

/// A network that keeps what goes to one path until a test lets it on.
struct Held {
    server: Arc<Server>,
    path: &'static str,
    came: AtomicUsize,
    gate: Semaphore,
}

impl Held {
    fn new(server: &Arc<Server>, path: &'static str) -> Arc<Self> {
        Arc::new(Self { server: server.clone(), path, came: AtomicUsize::new(0), gate: Semaphore::new(0) })
    }

    /// Waits until a request stands before the gate.
    async fn stands(&self) {
        while self.came.load(Ordering::SeqCst) == 0 {
            tokio::task::yield_now().await;
        }
    }
}

#[async_trait]
impl HttpTransport for Held {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        if request.url.ends_with(self.path) {
            self.came.fetch_add(1, Ordering::SeqCst);
            self.gate.acquire().await.expect("open").forget();
        }
        self.server.send(request).await
    }

    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError> {
        self.server.stream(request).await
    }
}

/// A card that answers nothing until a test lets it.
#[derive(Default)]
struct Reluctant {
    may: Mutex<bool>,
    changed: Condvar,
    asked: AtomicUsize,
}

impl CardTransport for Reluctant {
    fn transceive(&self, _: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let may = self.may.lock().expect("unpoisoned");
        drop(self.changed.wait_while(may, |may| !*may).expect("unpoisoned"));
        Err(PlatformError::CardLost)
    }
}

fn leads_to_registering(way: Option<WayView>) -> EnrolPurpose {
    let way = way.expect("a way");
    assert_eq!(way.screen, Screen::Register);
    enrol_purpose(way.about)
}

/// She registers a further phone.
async fn another(server: &Arc<Server>, purpose: EnrolPurpose) -> (Phone, Arc<YuiApp>) {
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    let draft = RegisterDraft { purpose, ..draft(SIGNATURE_PASSWORD) };
    app.identity().register(draft, card(), None).await.expect("registered");
    app.sync().await.expect("synced");
    (phone, app)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_registered_before_finds_the_way_in() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let guest = app.screens().home().await.expect("a guest's home").guest.expect("a guest");
    let ways: Vec<_> = guest.ways.iter().map(|way| way.screen).collect();
    assert_eq!(ways, [Screen::Devices, Screen::Visitor]);
    let before = app.screens().devices().await.expect("the way in");
    assert!(before.phones.is_empty() && before.add.is_none());
    assert_eq!(before.title, guest.ways[0].text);
    let ways: Vec<_> = before.ways.iter().map(|way| way.screen).collect();
    assert_eq!(ways, [Screen::Lost, Screen::Visitor]);
    assert_eq!(leads_to_registering(before.primary), EnrolPurpose::AddDevice);
    let lost = app.screens().lost().await.expect("what to do");
    assert_eq!(leads_to_registering(lost.primary), EnrolPurpose::ReplaceLost);
    assert!(lost.phones.is_empty() && lost.call.is_some() && !lost.telephone.is_empty());
    // A shop's phone has no first page for guests; there the settings lead in.
    app.shop().pair(support::pairing()).await.expect("paired");
    assert!(app.screens().home().await.expect("a shop's home").guest.is_none());
    let settings = app.screens().settings(None).await.expect("settings");
    let ways: Vec<_> = settings.ways.iter().map(|way| way.screen).collect();
    assert!(ways.contains(&Screen::Devices) && !ways.contains(&Screen::Leave), "{ways:?}");
    assert_eq!(settings.ways[0].text, before.title);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_phone_is_removed_from_the_new_one_and_pays_no_more() {
    let server = Arc::new(Server::new());
    let (_old, lost) = hanako(&server, server.clone()).await;
    let (_new, app) = another(&server, EnrolPurpose::AddDevice).await;
    let screens = app.screens();
    let settings = screens.settings(None).await.expect("settings");
    assert!(settings.ways.iter().any(|way| way.screen == Screen::Devices));
    let phones = screens.devices().await.expect("a list");
    assert_eq!(phones.phones.iter().map(|phone| phone.this_phone).collect::<Vec<_>>(), [true, false]);
    assert!(phones.body.is_none() && phones.removed_title.is_none() && phones.primary.is_none());

    let what_to_do = screens.lost().await.expect("what to do");
    assert!(what_to_do.primary.is_none(), "no card is needed here");
    let [gone] = what_to_do.phones.as_slice() else { panic!("{:?}", what_to_do.phones) };
    let asked = screens.remove(Some(gone.id.to_string())).await.expect("asked");
    assert_eq!((asked.primary.action, asked.body.len()), (RemoveAction::Remove, 2));
    assert!(asked.title.plain.contains(&gone.name), "{}", asked.title.plain);
    app.identity().remove_device(gone.id).await.expect("removed");
    let done = screens.remove(Some(gone.id.to_string())).await.expect("done");
    assert_eq!(done.primary.action, RemoveAction::Devices);
    let phones = screens.devices().await.expect("a list");
    assert_eq!((phones.phones.len(), phones.removed.len(), phones.removed_title.is_some()), (1, 1, true));
    assert!(screens.lost().await.expect("what to do").phones.is_empty());

    lost.screens().scanned(poster()).await.expect("scanned");
    lost.pay().type_digits("850".into());
    lost.pay().act(PayAction::Next).await.expect("asked");
    let over = lost.pay().act(PayAction::Confirm).await.expect("an end");
    if let Some(id) = over.paid {
        assert_eq!(lost.screens().paid(id).await.expect("known").state, PaidState::Refused);
    } else {
        assert_eq!(over.error.expect("refused").code, "device_revoked");
    }
    assert_eq!((server.payments().len(), server.balance()), (0, 5_000));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_network_the_list_is_as_it_was_last_heard() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    let heard = app.screens().devices().await.expect("a list");
    network.set_off(true);
    let known = app.screens().devices().await.expect("the same list");
    assert!(heard.body.is_none() && known.body.is_some());
    assert_eq!(heard.phones, known.phones);
    let id = known.phones[0].id;
    assert_eq!(code_of(app.identity().remove_device(id).await), ErrorCode::Offline);
    assert_eq!(code_of(app.screens().remove(Some("0".into())).await), ErrorCode::NotFound);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_that_is_signed_out_is_a_guests_and_says_that_it_is_done() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    let asked = app.screens().remove(None).await.expect("asked");
    assert_eq!(asked.primary.action, RemoveAction::SignOut);
    app.identity().sign_out().await.expect("signed out");
    let done = app.screens().remove(None).await.expect("done");
    assert_eq!((done.primary.action, done.phone.is_none()), (RemoveAction::Home, true));
    assert!(app.screens().home().await.expect("home").guest.is_some());
}

/// Her card's screen on that many days before the certificate's last one.
async fn with_days_left(server: &Server, app: &YuiApp, days: i64) -> CardView {
    let today = Millis(START).day_jst();
    let magnitude = Days::new(days.unsigned_abs());
    let last_day: NaiveDate = if days < 0 { today - magnitude } else { today + magnitude };
    server.publish(json!({"type": "profile", "subject": "0199c0de-0000-4000-8000-000000000001",
        "level": "verified", "name": "田中　花子", "card_last_day": last_day}));
    app.sync().await.expect("synced");
    app.screens().card().await.expect("her card")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_the_certificate_is_warned_about_in_time_and_more_when_it_presses() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    assert!(with_days_left(&server, &app, 91).await.warning.is_none());
    assert!(app.screens().home().await.expect("home").notice.is_none());
    let mut told = Vec::new();
    for (first, last) in [(90, 31), (30, 0), (-1, -400)] {
        let [one, other] =
            [with_days_left(&server, &app, first).await, with_days_left(&server, &app, last).await];
        let [one, other] = [one, other].map(|view| view.warning.expect("a warning").plain);
        let notice = app.screens().home().await.expect("home").notice.expect("a notice");
        assert_eq!((notice.screen, notice.text.plain.as_str()), (Some(Screen::Card), other.as_str()));
        // The same words but for the day.
        let frame = |words: &str| words.chars().filter(|c| c.is_alphabetic()).count();
        assert!(frame(&one).abs_diff(frame(&other)) < 3, "{one} / {other}");
        told.push(other.chars().filter(|c| !c.is_ascii_digit()).collect::<String>());
    }
    let [soon, now, ended] = told.as_slice() else { panic!("{told:?}") };
    assert!(soon != now && now != ended && soon != ended, "{told:?}");
    let view = with_days_left(&server, &app, 400).await;
    assert!(view.last_day.is_some() && view.warning.is_none() && view.primary.is_none());
    assert!(view.ways.iter().any(|way| way.screen == Screen::Register), "a new card");
    assert!(view.ways.iter().any(|way| way.screen == Screen::Tries));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_without_a_lock_gets_its_second_key_later() {
    let server = Arc::new(Server::new());
    let phone = Phone::new();
    phone.keys.set_screen_lock(false);
    let app = phone.open(server.clone()).await;
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered");
    let notice = app.screens().home().await.expect("home").notice.expect("what that costs");
    assert_eq!(notice.screen, Some(Screen::Card));
    let view = app.screens().card().await.expect("her card");
    assert_eq!((view.no_lock_title.is_some(), view.no_lock.first()), (true, Some(&notice.text)));
    let purpose = leads_to_registering(view.primary);
    assert_eq!(purpose, EnrolPurpose::RenewUserKey);
    phone.keys.set_screen_lock(true);
    let renewed = RegisterDraft { purpose, ..draft(SIGNATURE_PASSWORD) };
    app.identity().register(renewed, card(), None).await.expect("made again");
    let view = app.screens().card().await.expect("her card");
    assert!(view.no_lock_title.is_none() && view.no_lock.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_key_that_was_begun_and_not_finished_is_offered_again() {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    server.charge(895_000);
    app.sync().await.expect("synced");
    let large = municipality().step_up.user_from;
    phone.keys.set_screen_lock(false);
    phone.keys.set_screen_lock(true);
    let renewed = RegisterDraft { purpose: EnrolPurpose::RenewUserKey, ..draft(SIGNATURE_PASSWORD) };
    let lost = card();
    lost.pull_out_after(3);
    assert_eq!(code_of(app.identity().register(renewed.clone(), lost, None).await), ErrorCode::CardLost);
    assert_eq!(code_of(app.wallet().prepare(SHOP, large, None).await), ErrorCode::NoScreenLock);
    // Nor does it sign what the server wants better proved than this phone thought.
    let small = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
    let required = Some(Assurance::DeviceUv);
    server.refuse_next(Problem { required, ..Problem::new(ErrorCode::StepUpRequired) });
    assert_eq!(code_of(app.wallet().confirm(small.id).await), ErrorCode::StepUpRequired);
    assert_eq!(code_of(app.wallet().confirm(small.id).await), ErrorCode::NoScreenLock);
    assert_eq!(leads_to_registering(app.screens().card().await.expect("her card").primary), renewed.purpose);
    assert_eq!(leads_to_registering(app.screens().limits().await.expect("limits").register), renewed.purpose);
    app.identity().register(renewed, card(), None).await.expect("made again");
    assert!(app.identity().snapshot().await.expect("who").proves_user);
    let quote = app.wallet().prepare(SHOP, large, None).await.expect("a quote");
    app.wallet().confirm(quote.id).await.expect("paid");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_known_by_less_than_the_signature_is_shown_the_way_up() {
    let server = Arc::new(Server::new());
    let app = Phone::new().open(server.clone()).await;
    let guest = app.screens().card().await.expect("what a card is for");
    assert_eq!(leads_to_registering(guest.primary), EnrolPurpose::Register);
    assert!(guest.linked.is_empty() && guest.linked_title.is_none() && guest.replaced.is_empty());
    assert_eq!(guest.uses.len(), 3);
    app.visitor().send("hanako@example.jp".into()).await.expect("sent");
    app.visitor().start("246810".into(), "電話".into()).await.expect("started");
    let visitor = app.screens().card().await.expect("no card");
    assert!(visitor.raise.is_some() && visitor.linked.len() == 1 && visitor.last_day.is_none());
    assert_eq!(leads_to_registering(visitor.primary), EnrolPurpose::Register);
    let asked = app.screens().remove(None).await.expect("asked");
    assert!(asked.body.iter().any(|text| text.plain.contains("登録コード")), "{:?}", asked.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_tells_its_tries_and_loses_none() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let tries = app.tries();
    assert_eq!(tries.view().reader.expect("a reader").state, ReaderState::Waiting);
    let card = card();
    let before = [PinKind::Signature, PinKind::Authentication].map(|pin| card.tries_left(pin));
    tries.hold(card.clone()).await.expect("held");
    let told = tries.view();
    assert!(told.reader.is_none() && told.error.is_none() && told.troubles.is_empty());
    assert_eq!(told.lines.iter().map(|line| line.usable).collect::<Vec<_>>(), [true, true]);
    assert!(told.lines[0].text.plain.contains('5') && told.lines[1].text.plain.contains('3'));
    assert_eq!([PinKind::Signature, PinKind::Authentication].map(|pin| card.tries_left(pin)), before);

    tries.begin();
    assert!(tries.view().lines.is_empty());
    let blocked = CardBuilder::new(&Person::hanako()).blocked(PinKind::Authentication).build();
    tries.hold(Arc::new(blocked)).await.expect("held");
    let told = tries.view();
    assert_eq!(told.lines.iter().map(|line| line.usable).collect::<Vec<_>>(), [true, false]);
    assert!(!told.troubles[0].ways.is_empty());
    tries.hold(card.clone()).await.expect("held");
    assert_eq!(tries.view(), told, "the next card is asked when she wants that");
    tries.begin();
    card.pull_out_after(1);
    tries.hold(card).await.expect("held");
    let lost = tries.view();
    assert_eq!(lost.reader.map(|reader| reader.state), Some(ReaderState::Lost));
    assert!(lost.error.is_none() && lost.lines.is_empty(), "the reader says it");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_card_tells_too_late_is_nobodys() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let (tries, late) = (app.tries(), Arc::new(Reluctant::default()));
    let held = tokio::spawn({
        let (app, late) = (app.clone(), late.clone());
        async move { app.tries().hold(late).await }
    });
    while late.asked.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    tries.begin();
    *late.may.lock().expect("unpoisoned") = true;
    late.changed.notify_all();
    held.await.expect("ended").expect("held");
    let view = tries.view();
    assert_eq!(view.reader.map(|reader| reader.state), Some(ReaderState::Waiting));
    assert!(view.error.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_takes_two_steps_and_says_what_is_lost() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    let told = app.screens().leave(false).await.expect("told");
    assert_eq!(told.primary.action, LeaveAction::Sure);
    assert!(told.balance.expect("a balance").plain.contains("5,000"));
    assert!(told.body.iter().any(|text| text.plain.contains("払い戻せる")), "{:?}", told.body);
    let ways: Vec<_> = told.others.iter().map(|other| other.action).collect();
    assert_eq!(ways, [LeaveAction::SignOut, LeaveAction::Talk]);
    let asked = app.screens().leave(true).await.expect("asked");
    assert_eq!(asked.primary.action, LeaveAction::GiveUp);
    assert_eq!(asked.others[0].action, LeaveAction::Home);
    app.identity().leave(true).await.expect("left");
    let done = app.screens().leave(true).await.expect("done");
    assert_eq!((done.primary.action, done.others.len()), (LeaveAction::Home, 0));
    assert_eq!(server.balance(), 0);
    let guest = Phone::new().open(server).await.screens().leave(true).await.expect("nothing to leave");
    assert_ne!(guest.title, done.title, "who never was here has not left");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_charged_meanwhile_hears_of_it_before_she_leaves() {
    let server = Arc::new(Server::new());
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered");
    app.sync().await.expect("synced");
    let empty = app.screens().leave(true).await.expect("asked");
    assert_eq!((empty.balance, empty.primary.action), (None, LeaveAction::Leave));
    server.charge(700);
    assert_eq!(code_of(app.identity().leave(false).await), ErrorCode::BalanceRemains);
    let asked = app.screens().leave(true).await.expect("asked again");
    assert_eq!(asked.primary.action, LeaveAction::GiveUp);
    assert!(asked.balance.expect("a balance").plain.contains("700"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_comes_in_by_mail_and_is_told_what_she_can_do() {
    let server = Arc::new(Server::new());
    let app = Phone::new().open(server.clone()).await;
    let visitor = app.visitor();
    let can = visitor.view().await.expect("what she can");
    assert_eq!((can.step, can.field.is_none()), (VisitorStep::Can, true));
    let levels = municipality().levels;
    let hers = levels.iter().find(|limits| limits.level == Level::Visitor).expect("a visitor's");
    let said = can.body.iter().map(|text| text.plain.replace(',', "")).collect::<String>();
    for amount in [hers.balance_cap, hers.per_payment, hers.per_day] {
        assert!(said.contains(&format!("{amount}円")), "{amount} in {said}");
    }
    visitor.act(VisitorAction::ByMail);
    let asked = server.requests();
    let wrong = visitor.send("hanako".into()).await.expect("checked");
    assert_eq!((wrong.step, wrong.error.expect("wrong").code.as_str()), (VisitorStep::Mail, "mail_invalid"));
    assert_eq!(server.requests(), asked, "nothing was sent");
    let code = visitor.send(" hanako@example.jp ".into()).await.expect("sent");
    assert_eq!((code.step, code.error, code.body.len()), (VisitorStep::Code, None, 1));
    let wrong = visitor.start("135791".into(), "電話".into()).await.expect("asked");
    assert_eq!(wrong.error.expect("wrong").code, "registration_code_wrong");
    visitor.begin();
    let again = visitor.view().await.expect("the code");
    assert_eq!((again.step, again.error), (VisitorStep::Code, None), "she came back from her mail");
    for before in [VisitorStep::Mail, VisitorStep::Can] {
        assert!(app.screens().back(Screen::Visitor).await.expect("back"));
        assert_eq!(visitor.view().await.expect("before").step, before);
    }
    assert!(!app.screens().back(Screen::Visitor).await.expect("back"), "the UI leaves");
    visitor.begin();
    let done = visitor.start("246810".into(), "電話".into()).await.expect("started");
    assert_eq!((done.step, done.primary.action), (VisitorStep::Done, VisitorAction::Finish));
    assert!(app.screens().home().await.expect("home").balance.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_comes_late_moves_nobody_who_went_elsewhere() {
    let server = Arc::new(Server::new());
    let network = Held::new(&server, "/v1/identity/visitor");
    let app = Phone::new().open(network.clone()).await;
    let visitor = app.visitor();
    visitor.act(VisitorAction::HaveCode);
    let counter = visitor.view().await.expect("the code");
    assert!(counter.body.is_empty(), "nothing was sent to her");
    let late = tokio::spawn({
        let app = app.clone();
        async move { app.visitor().start("000000".into(), "電話".into()).await }
    });
    network.stands().await;
    visitor.act(VisitorAction::ByMail);
    network.gate.add_permits(1);
    late.await.expect("ended").expect("a view");
    let view = visitor.view().await.expect("her address");
    assert_eq!((view.step, view.error), (VisitorStep::Mail, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_four_digits_are_less_than_the_password() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    server.publish(json!({"type": "profile", "subject": "0199c0de-0000-4000-8000-000000000001",
        "level": "card_holder", "name": "田中　花子"}));
    app.sync().await.expect("synced");
    let view = app.screens().card().await.expect("her card");
    assert!(view.raise.is_some() && view.last_day.is_none() && view.replaced_title.is_some());
    assert_eq!(leads_to_registering(view.primary), EnrolPurpose::Register);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_registered_registers_a_new_card_in_the_same_run_of_the_app() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let register = app.register();
    for purpose in [EnrolPurpose::ReplaceLost, EnrolPurpose::Register, EnrolPurpose::Register] {
        let need = register.begin(purpose, "電話".into()).await.expect("begun");
        assert_eq!(need.step, RegisterStep::Need);
        register.act(RegisterAction::Password).await.expect("started");
        register.act(RegisterAction::Next).await.expect("read");
        register.enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
        let done = register.hold(card()).await.expect("held");
        assert_eq!(done.step, RegisterStep::Done);
        let stopped = done.body[0].plain.contains("止めました");
        assert_eq!(stopped, purpose == EnrolPurpose::ReplaceLost, "{:?}", done.body);
        register.act(RegisterAction::Finish).await.expect("over");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_stays_hers_while_staff_look_at_her_new_card() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    server.review_registrations();
    let register = app.register();
    register.begin(EnrolPurpose::Register, "電話".into()).await.expect("begun");
    register.act(RegisterAction::Password).await.expect("started");
    register.act(RegisterAction::Next).await.expect("read");
    register.enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
    let review = register.hold(card()).await.expect("held");
    assert_eq!((review.step, review.others.len()), (RegisterStep::Review, 0));
    assert!(review.title.plain.contains("A-7"), "{}", review.title.plain);
    assert!(app.screens().home().await.expect("home").balance.is_some());
}
