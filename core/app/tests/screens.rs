//! The screens that the apps draw: each job from the first one to the last, as a person meets them.

mod support;

use std::sync::Arc;

use support::{Phone, Server, card, hanako, municipality, poster, poster_named};
use yui_app::{
    YuiApp,
    screens::{
        PaidState, Pay, PayAction, PayStep, PayView, ReaderState, RegisterAction, RegisterStep, RegisterView,
        Screen,
    },
};
use yui_card::PinKind;
use yui_protocol::{Points, identity::EnrolPurpose};
use yui_testkit::{
    card::{AUTHENTICATION_PIN, CardBuilder, Person, SIGNATURE_PASSWORD},
    transport::{Fault, FaultyTransport},
};

/// She types an amount and goes on.
async fn typed(pay: &Pay, amount: Points) -> PayView {
    while pay.view().await.expect("a view").amount > Points::ZERO {
        pay.erase_digit();
    }
    pay.type_digits(amount.to_string());
    pay.act(PayAction::Next).await.expect("asked")
}

/// A phone with enough for any payment, which has scanned the shop's poster.
async fn rich_at_the_shop() -> (Phone, Arc<YuiApp>) {
    let server = Arc::new(Server::new());
    let (phone, app) = hanako(&server, server.clone()).await;
    server.charge(600_000);
    app.sync().await.expect("synced");
    app.screens().scanned(poster()).await.expect("scanned");
    (phone, app)
}

/// She begins and goes on to the password.
async fn at_password(app: &YuiApp) -> RegisterView {
    let register = app.register();
    register.begin(EnrolPurpose::Register, "花子の電話".into()).await.expect("begun");
    register.act(RegisterAction::Password).await.expect("started");
    register.act(RegisterAction::Next).await.expect("read")
}

/// Of how many digits the PIN is that a screen asks for.
fn digits_of(view: &RegisterView) -> Option<u32> {
    view.pin.as_ref().and_then(|pin| pin.digits)
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_password_is_typed_the_four_digits_are_offered() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let secret = at_password(&app).await;
    assert!(secret.others.iter().any(|way| way.action == RegisterAction::Digits), "{:?}", secret.others);
    let digits = app.register().act(RegisterAction::Digits).await.expect("the PIN");
    assert_eq!((digits.step, digits_of(&digits)), (RegisterStep::Secret, Some(4)));
    assert!(digits.others.iter().all(|way| way.action != RegisterAction::Digits));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_registers_in_five_screens_and_pays_in_four() {
    let server = Arc::new(Server::new());
    let phone = Phone::new();
    let app = phone.open(server.clone()).await;
    let home = app.screens().home().await.expect("a guest's home");
    let town = home.guest.and_then(|guest| guest.town).map(|town| town.plain);
    assert_eq!((home.balance, town.as_deref()), (None, Some("大村市")));
    assert_eq!(home.primary.screen, Screen::Register);

    let register = app.register();
    let need = register.begin(EnrolPurpose::Register, "花子の電話".into()).await.expect("begun");
    assert_eq!((need.step, need.number, need.needs.len()), (RegisterStep::Need, 1, 3));
    assert!(need.others.iter().any(|way| way.action == RegisterAction::Digits));
    assert!(need.others.iter().any(|way| way.action == RegisterAction::Talk), "the counter");
    let reads = register.act(RegisterAction::Password).await.expect("started");
    assert_eq!((reads.step, reads.body.len()), (RegisterStep::Reads, 2));
    let secret = register.act(RegisterAction::Next).await.expect("read");
    assert_eq!((secret.step, digits_of(&secret)), (RegisterStep::Secret, None));
    let hold = register.enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
    assert_eq!(
        (hold.step, hold.reader.map(|reader| reader.state)),
        (RegisterStep::Hold, Some(ReaderState::Waiting))
    );
    let done = register.hold(card()).await.expect("held");
    assert_eq!((done.step, done.number, done.screens), (RegisterStep::Done, 5, 5));
    let name = app.identity().snapshot().await.expect("her identity").name;
    assert_eq!((done.name.map(|text| text.plain), name.is_empty()), (Some(name), false));

    server.charge(5_000);
    app.sync().await.expect("synced");
    let home = app.screens().home().await.expect("her home");
    let balance = home.balance.expect("a balance");
    assert!(balance.value.plain.contains("5,000"), "{}", balance.value.plain);
    app.settings().hide_balance(true).await.expect("hidden");
    let hidden = app.screens().home().await.expect("her home").balance.expect("a balance");
    assert!(!hidden.value.plain.contains("5,000") && hidden.offline.is_none());

    let scanned = app.screens().scanned(poster()).await.expect("scanned");
    assert_eq!((scanned.screen, scanned.error), (Some(Screen::Pay), None));
    let pay = app.pay();
    assert_eq!(pay.view().await.expect("a view").step, PayStep::Amount);
    let too_much = typed(&pay, Points(5_001)).await;
    assert_eq!(too_much.error.map(|error| error.code).as_deref(), Some("insufficient_balance"));
    let confirm = typed(&pay, Points(850)).await;
    assert_eq!(confirm.primary.as_ref().map(|button| button.text.plain.as_str()), Some("850円を払う"));
    assert!(!confirm.confirm.expect("what happens").hold);
    let over = pay.act(PayAction::Confirm).await.expect("paid");
    let id = over.paid.expect("a payment");
    let paid = app.screens().paid(id).await.expect("paid");
    assert_eq!((paid.state, paid.amount_text.plain.as_str()), (PaidState::Paid, "850円"));
    let receipt = app.screens().receipt(id).await.expect("a receipt");
    assert!(receipt.in_book.is_some() && receipt.shared.contains("まるや食堂"), "{}", receipt.shared);
    let history = app.screens().history(String::new(), 1).await.expect("a history");
    assert_eq!(history.page.lines().count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_typed_again_and_the_last_try_is_asked_about() {
    let phone = Phone::new();
    let app = phone.open(Arc::new(Server::new())).await;
    let (register, card) = (app.register(), card());
    at_password(&app).await;
    for left in [4, 3, 2, 1] {
        register.enter("WRONG1".into()).await.expect("typed");
        let again = register.hold(card.clone()).await.expect("refused");
        let pin = again.pin.expect("a field");
        assert_eq!(
            (again.step, pin.tries_left, pin.wrong.is_some()),
            (RegisterStep::Secret, Some(left), true)
        );
    }
    let last = register.enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
    assert_eq!(last.step, RegisterStep::LastTry);
    let stopped = register.act(RegisterAction::Stop).await.expect("stopped");
    assert_eq!(stopped.step, RegisterStep::Secret);
    register.enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
    register.act(RegisterAction::Sure).await.expect("sure");
    assert_eq!(register.hold(card).await.expect("held").step, RegisterStep::Done);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_does_not_serve_leads_to_the_other_ways() {
    let phone = Phone::new();
    let app = phone.open(Arc::new(Server::new())).await;
    at_password(&app).await;
    let register = app.register();
    let forgotten = register.act(RegisterAction::Forgotten).await.expect("forgotten");
    app.settings().set_language("en".into()).await.expect("set");
    let english = register.view().await.expect("a view");
    assert!(english.title.plain.is_ascii() && english.body[0].plain.is_ascii(), "{english:?}");
    app.settings().set_language("ja".into()).await.expect("set");
    let ways: Vec<_> = forgotten.others.iter().map(|way| way.action).collect();
    assert_eq!(
        (forgotten.step, ways.as_slice()),
        (RegisterStep::Trouble, &[RegisterAction::Digits, RegisterAction::Talk][..])
    );
    let digits = register.act(RegisterAction::Digits).await.expect("the PIN");
    assert_eq!((digits.step, digits_of(&digits)), (RegisterStep::Secret, Some(4)));
    register.enter("1234".into()).await.expect("typed");
    let blocked = CardBuilder::new(&Person::hanako()).blocked(PinKind::Authentication).build();
    let trouble = register.hold(Arc::new(blocked)).await.expect("refused");
    assert_eq!(trouble.step, RegisterStep::Trouble);
    assert!(register.back().await.expect("back"));
    assert_eq!(register.view().await.expect("a view").step, RegisterStep::Secret);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_moves_is_held_again_without_typing() {
    let phone = Phone::new();
    let app = phone.open(Arc::new(Server::new())).await;
    at_password(&app).await;
    let (register, card) = (app.register(), card());
    register.enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
    card.pull_out_after(3);
    let lost = register.hold(card.clone()).await.expect("lost");
    assert_eq!(
        (lost.step, lost.reader.map(|reader| reader.state)),
        (RegisterStep::Hold, Some(ReaderState::Lost))
    );
    assert!(lost.error.is_none(), "the reader says it");
    card.put_back();
    assert_eq!(register.hold(card).await.expect("held").step, RegisterStep::Done);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_registration_goes_on_without_what_was_typed() {
    let (server, phone) = (Arc::new(Server::new()), Phone::new());
    let app = phone.open(server.clone()).await;
    at_password(&app).await;
    app.register().enter(SIGNATURE_PASSWORD.into()).await.expect("typed");
    drop(app);
    let app = phone.open(server).await;
    let again = app.register().begin(EnrolPurpose::Register, "花子の電話".into()).await.expect("begun");
    assert_eq!(again.step, RegisterStep::Secret);
    let untyped = app.register().hold(card()).await.expect("nothing happens");
    assert_eq!(untyped.step, RegisterStep::Secret);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_whose_answer_is_lost_is_being_checked_also_after_the_app_was_killed() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
    let (phone, app) = hanako(&server, network.clone()).await;
    app.screens().scanned(poster()).await.expect("scanned");
    typed(&app.pay(), Points(850)).await;
    network.script([Fault::CutAfterSend, Fault::CutAfterSend, Fault::CutAfterSend, Fault::CutAfterSend]);
    let over = app.pay().act(PayAction::Confirm).await.expect("sent");
    let id = over.paid.expect("a payment");
    let checking = app.screens().paid(id).await.expect("known");
    assert_eq!(checking.state, PaidState::Checking);
    assert!(checking.note.plain.contains("もう一度払わないでください"), "{}", checking.note.plain);
    drop(app);
    let app = phone.open(network.clone()).await;
    assert_eq!(app.pay().view().await.expect("a view").paid, Some(id), "it is found again");
    let notice = app.screens().home().await.expect("home").notice.expect("a notice");
    assert_eq!((notice.screen, notice.about), (Some(Screen::Paid), Some(id.to_string())));
    network.script([]);
    app.sync().await.expect("synced");
    assert_eq!(app.screens().paid(id).await.expect("known").state, PaidState::Paid);
    assert!(app.screens().home().await.expect("home").notice.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_payment_is_held_and_a_larger_one_takes_the_card() {
    let (_phone, app) = rich_at_the_shop().await;
    let pay = app.pay();
    let held = typed(&pay, municipality().step_up.user_from).await;
    assert!(held.confirm.expect("what happens").hold);
    pay.act(PayAction::Change).await.expect("another amount");
    let view = typed(&pay, municipality().step_up.card_from).await;
    assert!(view.error.is_none(), "{:?}", view.error);
    assert_eq!(pay.act(PayAction::Confirm).await.expect("the card").step, PayStep::Pin);
    assert_eq!(pay.enter("0000".into()).await.expect("typed").step, PayStep::Hold);
    let card = card();
    let wrong = pay.hold(card.clone()).await.expect("refused");
    assert_eq!((wrong.step, wrong.pin.and_then(|pin| pin.tries_left)), (PayStep::Pin, Some(2)));
    pay.enter(AUTHENTICATION_PIN.into()).await.expect("typed");
    let over = pay.hold(card).await.expect("held");
    assert_eq!(over.step, PayStep::Over, "{:?}", over.error);
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_a_way_back_from_every_screen_of_paying() {
    let (_phone, app) = rich_at_the_shop().await;
    let pay = app.pay();
    typed(&pay, municipality().step_up.card_from).await;
    pay.act(PayAction::Confirm).await.expect("the card");
    pay.enter("1234".into()).await.expect("typed");
    let step = async || pay.view().await.expect("a view").step;
    for before in [PayStep::Pin, PayStep::Confirm, PayStep::Amount] {
        assert!(pay.back().await.expect("back"));
        assert_eq!(step().await, before);
    }
    assert!(!pay.back().await.expect("the first"), "the UI leaves");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_look_is_kept() {
    let (server, phone) = (Arc::new(Server::new()), Phone::new());
    let app = phone.open(server.clone()).await;
    let settings = app.settings();
    settings.set_text_percent(190).await.expect("set");
    settings.set_easy(true).await.expect("set");
    settings.set_language("vi".into()).await.expect("set");
    let view = app.screens().settings(None).await.expect("settings");
    assert_eq!((view.look.text_percent, view.look.easy, view.look.language.as_str()), (200, true, "vi"));
    drop((app, settings));
    let app = phone.open(server).await;
    assert_eq!(app.settings().look(), view.look);
}

#[tokio::test(flavor = "multi_thread")]
async fn easy_mode_asks_one_thing_a_screen() {
    let app = Phone::new().open(Arc::new(Server::new())).await;
    let all = app.screens().settings(None).await.expect("settings");
    assert_eq!(all.questions.len(), 5);
    app.settings().set_easy(true).await.expect("set");
    let easy = app.screens().settings(None).await.expect("settings");
    assert_eq!((easy.questions.len(), easy.ways.len()), (0, all.ways.len() + 5));
    for (way, question) in easy.ways.iter().zip(&all.questions) {
        assert_eq!(way.screen, Screen::Settings);
        let alone = app.screens().settings(way.about.clone()).await.expect("one of them");
        assert_eq!((&alone.title, alone.questions, alone.ways), (&way.text, vec![*question], Vec::new()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tiles_stand_in_her_order() {
    let server = Arc::new(Server::new());
    let (_phone, app) = hanako(&server, server.clone()).await;
    app.settings().order_tiles(vec![Screen::Settings, Screen::History]).await.expect("ordered");
    let tiles: Vec<_> =
        app.screens().home().await.expect("home").tiles.iter().map(|tile| tile.screen).collect();
    assert_eq!(tiles, [Screen::Settings, Screen::History, Screen::Code, Screen::Charge, Screen::Shops]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_code_calls_its_shop_what_is_confirmed_names_the_directorys() {
    let server = Arc::new(Server::new());
    let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/shops"));
    let (_phone, app) = hanako(&server, network.clone()).await;
    server.charge(5_000);
    app.sync().await.expect("synced");
    network.script([Fault::Drop]);
    app.screens().scanned(poster_named("花子パン")).await.expect("scanned");
    let pay = app.pay();
    let named = |view: &PayView| view.shop.as_ref().map(|shop| shop.name.clone());
    assert_eq!(named(&pay.view().await.expect("a view")).as_deref(), Some("花子パン"), "nobody else knew");
    let confirm = typed(&pay, Points(850)).await;
    assert_eq!((confirm.step, named(&confirm).as_deref()), (PayStep::Confirm, Some("まるや食堂")));
}
