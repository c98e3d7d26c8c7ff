//! A day at the counter: registering, finding, charging, granting, printing, stopping a phone, paying back.

use axum::http::{Method, StatusCode};
use yui_protocol::{Points, identity::EnrolPurpose};
use yui_server::{
    staff::{Role, find},
    wallet::voucher::{self, NewBatch},
};
use yui_testkit::card::Person;

use super::{Browser, audited, audited_in, field, leads_to, text};
use crate::{
    money::new_shop,
    support::{Answer, Card, Phone, World, json, on_both},
};

on_both! {
    without_a_phone_and_with_cash a_search_of_any_length a_form_sent_twice_registers_one_person sent_twice_is_one_charge points_are_the_towns_to_give
    a_search_does_not_hold_up_the_writer a_lost_phone_by_telephone a_code_by_two_staff paid_back_by_two_staff
    a_new_card_is_compared words_from_outside_stay_words the_ledgers_health
}

const HANAKO: [(&str, &str); 7] = [
    ("name", "田中　花子"),
    ("kana", "タナカ　ハナコ"),
    ("birth", "1950-02-17"),
    ("sex", "2"),
    ("address", "長崎県大村市玖島１丁目"),
    ("telephone", "０９５７-00-0000"),
    ("checked", "1"),
];

/// Registers Hanako; the path of her page.
async fn registered(world: &World, desk: &mut Browser) -> String {
    let page = text(&desk.open(world, "/staff/register").await);
    let (token, id) = (field(&page, "token"), field(&page, "id"));
    let fields: Vec<_> = HANAKO.into_iter().chain([("token", token.as_str()), ("id", &id)]).collect();
    leads_to(&desk.post(world, "/staff/register", &fields).await)
}

/// Charges through both steps of the form; where it leads.
async fn charge(world: &World, desk: &mut Browser, person: &str, amount: &str) -> String {
    let path = format!("{person}/charge");
    let page = text(&desk.open(world, &path).await);
    let (token, id) = (field(&page, "token"), field(&page, "id"));
    let mut fields =
        vec![("token", token.as_str()), ("id", &id), ("amount", amount), ("programme", "charge-2027")];
    let asked = text(&desk.post(world, &path, &fields).await);
    assert_eq!(field(&asked, "id"), id, "the question keeps the id");
    assert_eq!(asked.matches("<dt>").count(), 6, "what the law wants shown before: {asked}");
    assert!(asked.contains("スマートフォンを持っていません"), "she cannot spend it yet: {asked}");
    fields.push(("confirmed", "1"));
    leads_to(&desk.post(world, &path, &fields).await)
}

async fn a_search_of_any_length(world: World) {
    let mut desk = Browser::of(&world, "counter", Role::BodyCounter).await;
    let person = registered(&world, &mut desk).await;
    let token = desk.token(&world, "/staff/find").await;
    for letters in [201, 60_000] {
        let query = "a".repeat(letters);
        let answer = desk.post(&world, "/staff/find", &[("token", &token), ("query", &query)]).await;
        assert_eq!(answer.status, StatusCode::OK, "{letters}");
        assert!(!text(&answer).contains(&person));
    }
    assert_eq!(audited(&world, "resident.search_empty").await, 2);
}

async fn without_a_phone_and_with_cash(world: World) {
    let mut desk = Browser::of(&world, "counter", Role::BodyCounter).await;
    let person = registered(&world, &mut desk).await;
    let token = desk.token(&world, "/staff/find").await;
    for (query, finds) in [
        ("花子", true),
        ("田中花子", true),
        ("ハナコ", true),
        ("0957000000", true),
        ("0957-00-0000", true),
        ("(0957) 00 0000", true),
        ("０９５７ー００ー００００", true),
        ("+81 957-00-0000", true),
        ("＋８１（０）９５７－００－００００", true),
        ("+82 957-00-0000", false),
        ("%", false),
        ("太郎", false),
        ("095700", false),
    ] {
        let page = text(&desk.post(&world, "/staff/find", &[("token", &token), ("query", query)]).await);
        assert_eq!(page.contains(&person), finds, "{query}");
    }
    assert_eq!(
        (audited(&world, "resident.found").await, audited(&world, "resident.search_empty").await),
        (9, 4)
    );

    let card = text(&desk.post(&world, &format!("{person}/card"), &[("token", &token)]).await);
    assert!(card.contains("<svg") && card.matches("<td>").count() == 26, "{card}");
    let receipt = charge(&world, &mut desk, &person, "５，０００円").await;
    let receipt = text(&desk.open(&world, &receipt).await);
    assert!(receipt.contains("5,000円"));
    assert_eq!(receipt.matches("<dt>").count(), 1 + 6, "with what the law wants shown: {receipt}");
    let page = text(&desk.open(&world, &person).await);
    assert!(page.contains("5,000ポイント") && page.contains("田中"), "{page}");
    assert_eq!(audited(&world, "wallet.charged").await, 1);

    let id = field(&text(&desk.open(&world, "/staff/register").await), "id");
    let fields: Vec<_> = HANAKO.into_iter().chain([("token", token.as_str()), ("id", &id)]).collect();
    let again = desk.post(&world, "/staff/register", &fields).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(text(&again).contains(&person), "the page leads to who is known");
    // Nobody is born tomorrow, and nobody is more than 130 years old.
    let today = world.now().day_jst();
    let oldest = today.checked_sub_months(chrono::Months::new(130 * 12)).expect("a day");
    for birth in [today.succ_opt().expect("a day"), oldest.pred_opt().expect("a day")] {
        let birth = birth.to_string();
        let fields = fields.iter().map(|(n, v)| (*n, if *n == "birth" { birth.as_str() } else { *v }));
        let answer = desk.post(&world, "/staff/register", &fields.collect::<Vec<_>>()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{birth}");
        assert!(text(&answer).contains(&format!("min=\"{oldest}\" max=\"{today}\"")), "{birth}");
    }
}

/// As when somebody clicks twice: also of a person who is alike to one who is known.
async fn a_form_sent_twice_registers_one_person(world: World) {
    let mut desk = Browser::of(&world, "counter", Role::BodyCounter).await;
    let first = registered(&world, &mut desk).await;
    let page = text(&desk.open(&world, "/staff/register").await);
    let (token, id) = (field(&page, "token"), field(&page, "id"));
    let mut fields: Vec<_> = HANAKO.into_iter().chain([("token", token.as_str()), ("id", &id)]).collect();
    let known = desk.post(&world, "/staff/register", &fields).await;
    assert_eq!(known.status, StatusCode::CONFLICT);
    assert_eq!(field(&text(&known), "id"), id, "the question keeps the id");
    fields.push(("other", "1"));
    let second = leads_to(&desk.post(&world, "/staff/register", &fields).await);
    assert_ne!(second, first, "another person");
    assert_eq!(leads_to(&desk.post(&world, "/staff/register", &fields).await), second, "the same form");
    assert_eq!(find::search(world.yui(), "staff-0001", "花子").await.expect("found").len(), 2);
    // Other words are another act.
    let moved =
        fields.iter().map(|(name, value)| (*name, if *name == "address" { "別の町" } else { *value }));
    let moved = desk.post(&world, "/staff/register", &moved.collect::<Vec<_>>()).await;
    assert!(moved.status == StatusCode::CONFLICT && text(&moved).contains("id_conflict"));
    assert_eq!(find::search(world.yui(), "staff-0001", "花子").await.expect("found").len(), 2);
    fields.retain(|(name, _)| *name != "id");
    let without = desk.post(&world, "/staff/register", &fields).await;
    assert_eq!(without.status, StatusCode::BAD_REQUEST);
}

async fn sent_twice_is_one_charge(world: World) {
    let mut desk = Browser::of(&world, "counter", Role::BodyCounter).await;
    let person = registered(&world, &mut desk).await;
    let path = format!("{person}/charge");
    let page = text(&desk.open(&world, &path).await);
    let (token, id) = (field(&page, "token"), field(&page, "id"));
    let fields = |amount| {
        [
            ("token", token.as_str()),
            ("id", id.as_str()),
            ("amount", amount),
            ("programme", "charge-2027"),
            ("confirmed", "1"),
        ]
    };
    let first = desk.post(&world, &path, &fields("3000")).await;
    let second = desk.post(&world, &path, &fields("3000")).await;
    assert_eq!(leads_to(&first), leads_to(&second));
    let other = desk.post(&world, &path, &fields("4000")).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert!(text(&other).contains("id_conflict"));
    assert!(text(&desk.open(&world, &person).await).contains("3,000ポイント"));
    assert_eq!(audited(&world, "wallet.charged").await, 1);
    for amount in ["0", "-5", "x", ""] {
        assert_eq!(
            desk.post(&world, &path, &fields(amount)).await.status,
            StatusCode::BAD_REQUEST,
            "{amount}"
        );
    }
}

async fn points_are_the_towns_to_give(world: World) {
    let mut desk = Browser::of(&world, "counter", Role::TownCounter).await;
    let person = registered(&world, &mut desk).await;
    let mut programmes = Browser::of(&world, "programmes", Role::TownProgrammes).await;
    let path = format!("{person}/grant");
    let page = text(&programmes.open(&world, &path).await);
    assert!(page.contains("thanks-2027") && !page.contains("charge-2027"), "only what is given");
    let (token, id) = (field(&page, "token"), field(&page, "id"));
    let give = |amount, programme| {
        [
            ("token", token.as_str()),
            ("id", id.as_str()),
            ("amount", amount),
            ("programme", programme),
            ("confirmed", "1"),
        ]
    };
    let over = programmes.post(&world, &path, &give("3001", "thanks-2027")).await;
    assert!(over.status.is_client_error() && text(&over).contains("programme_person_cap"));
    let cash = programmes.post(&world, &path, &give("100", "charge-2027")).await;
    assert!(cash.status.is_client_error() && text(&cash).contains("programme_unknown"));
    let receipt = leads_to(&programmes.post(&world, &path, &give("3000", "thanks-2027")).await);
    assert!(text(&programmes.open(&world, &receipt).await).contains("3,000ポイント"));
    assert_eq!(audited(&world, "wallet.granted").await, 1);
}

async fn a_lost_phone_by_telephone(world: World) {
    let mut desk = Browser::of(&world, "counter", Role::BodyCounter).await;
    let person = registered(&world, &mut desk).await;
    let token = desk.token(&world, "/staff/find").await;
    let code = text(&desk.post(&world, &format!("{person}/phone-code"), &[("token", &token)]).await);
    let (_, code) = code.split_once("<p class=\"secret\" lang=\"en\">").expect("a code");
    let phone = Phone::new();
    phone.visit(&world, code.split('<').next().expect("a code"), EnrolPurpose::Register).await;
    let card = text(&desk.post(&world, &format!("{person}/card"), &[("token", &token)]).await);
    let numbers: Vec<&str> =
        card.split("<td>").skip(2).map(|rest| rest.split('<').next().expect("a number")).collect();

    let mut telephone = Browser::of(&world, "telephone", Role::BodyDesk).await;
    let page = text(&telephone.open(&world, &person).await);
    let token = field(&page, "token");
    let square = |page: &str| {
        let (_, rest) = page.split_once("紙のカードの「").expect("a question");
        let place = rest.as_bytes();
        usize::from(place[0] - b'A') * 5 + usize::from(place[1] - b'1')
    };
    // The same square is asked for until somebody answers.
    for _ in 0..3 {
        assert_eq!(square(&text(&telephone.open(&world, &person).await)), square(&page));
    }
    let mut asked = page.clone();
    for right in [true, false, false, false, false, false] {
        let number = if right { numbers[square(&asked)] } else { "x" };
        let fields = [("token", token.as_str()), ("number", number), ("row", "0"), ("column", "0")];
        asked = text(&telephone.post(&world, &format!("{person}/grid"), &fields).await);
        assert_eq!(asked.contains("番号は合っています"), right);
    }
    assert!(asked.contains("新しいカードを印刷") && !asked.contains("紙のカードの「"), "{asked}");
    let fields = [("token", token.clone()), ("phone", field(&page, "phone"))];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let stop = format!("{person}/stop-phone");
    let question = text(&telephone.post(&world, &stop, &fields).await);
    assert!(question.contains("を止めますか") && question.contains("もう払えなくなります"), "{question}");
    assert_eq!(field(&question, "phone"), fields[1].1);
    let noted = || audited_in(&world.yui().realm, "phone.stopped_by_staff");
    assert_eq!(noted().await, 0, "nothing is done before the answer");
    // Another's phone is not stopped from her page, and nothing is noted.
    let (strangers, _) = Phone::registered(&world, &Card::of(&Person::taro())).await;
    let strangers = strangers.id().to_string();
    let sure = [fields[0], ("phone", strangers.as_str()), ("confirmed", "1")];
    assert_eq!(telephone.post(&world, &stop, &sure).await.status, StatusCode::NOT_FOUND);
    assert_eq!(noted().await, 0, "a note stands where something was stopped");
    let sure = [&fields[..], &[("confirmed", "1")]].concat();
    let stopped = text(&telephone.post(&world, &stop, &sure).await);
    assert!(stopped.contains("スマートフォンを止めました"), "{stopped}");
    assert!(!stopped.contains("name=\"phone\""), "there is nothing left to stop");
    telephone.post(&world, &stop, &sure).await;
    assert_eq!(noted().await, 1, "and once");
    let mut accounts = Browser::of(&world, "accounts", Role::BodyAccounts).await;
    let audit = text(&accounts.open(&world, "/staff/audit").await);
    assert!(audit.contains("phone.stopped_by_staff") && audit.contains("Staff telephone"), "{audit}");
    assert_eq!(audited(&world, "identity.grid_asked").await, 6);
    assert_eq!(audited(&world, "identity.grid_locked").await, 1);
}

/// The person lost phone and card: one asks, the page says what to do, another confirms, the first prints.
async fn a_code_by_two_staff(world: World) {
    let mut first = Browser::of(&world, "first", Role::BodyCounter).await;
    let mut second = Browser::of(&world, "second", Role::TownCounter).await;
    let (_, profile) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let person = format!("/staff/person/{}", profile.subject);
    let token = first.token(&world, &person).await;
    let path = format!("{person}/phone-code");
    let ask = [("token", token.as_str())];
    let asked = leads_to(&first.post(&world, &path, &ask).await);
    assert_eq!(asked, format!("{person}#way"));
    let page = text(&first.open(&world, &person).await);
    assert!(page.contains("もう1人の係の人") && !page.contains("/phone-code\""), "{page}");
    assert!(!page.contains("/confirm-code"), "not her own");
    let confirm = format!("{person}/confirm-code");
    assert_eq!(first.post(&world, &confirm, &ask).await.status, StatusCode::FORBIDDEN);

    let list = text(&second.open(&world, "/staff/phone-codes").await);
    assert!(list.contains(&person) && list.contains("Staff first"), "{list}");
    let page = text(&second.open(&world, &person).await);
    assert!(page.contains("/confirm-code") && page.contains("Staff first"), "{page}");
    let seconds = field(&page, "token");
    leads_to(&second.post(&world, &confirm, &[("token", &seconds)]).await);
    assert!(!text(&second.open(&world, "/staff/phone-codes").await).contains(&person));

    let page = text(&first.open(&world, &person).await);
    assert!(page.contains("Staff second") && page.contains("/phone-code\""), "{page}");
    // Who is none of the two gets no number, and is offered none.
    let mut third = Browser::of(&world, "third", Role::BodyCounter).await;
    let thirds = text(&third.open(&world, &person).await);
    assert!(thirds.contains("Staff firstさんが頼み、Staff secondさんが"), "{thirds}");
    assert!(!thirds.contains("/phone-code\"") && !thirds.contains("/confirm-code"), "{thirds}");
    assert!(text(&second.open(&world, &person).await).contains("/phone-code\""), "both may");
    let code = text(&first.post(&world, &path, &ask).await);
    assert!(code.contains("<p class=\"secret\" lang=\"en\">"), "{code}");
    assert!(code.contains(&format!("back={person}\"")), "another language leads back to her page");
    leads_to(&first.post(&world, &path, &ask).await);
    // What was done in the realm is in the record of acts like the rest.
    let mut accounts = Browser::of(&world, "accounts", Role::BodyAccounts).await;
    let audit = text(&accounts.open(&world, "/staff/audit").await);
    for act in ["asked", "confirmed", "printed"] {
        assert!(audit.contains(&format!("identity.phone_code_{act}")), "{act}: {audit}");
    }
    let mut telephone = Browser::of(&world, "telephone", Role::BodyDesk).await;
    assert_eq!(telephone.open(&world, "/staff/phone-codes").await.status, StatusCode::FORBIDDEN);
    let token = telephone.token(&world, &person).await;
    for path in [&path, &confirm] {
        assert_eq!(telephone.post(&world, path, &[("token", &token)]).await.status, StatusCode::FORBIDDEN);
    }
}

async fn paid_back_by_two_staff(world: World) {
    let mut first = Browser::of(&world, "first", Role::BodyCounter).await;
    let mut second = Browser::of(&world, "second", Role::BodyAccounts).await;
    let person = registered(&world, &mut first).await;
    charge(&world, &mut first, &person, "1200").await;
    let token = first.token(&world, "/staff/find").await;
    let fields = [("token", token.as_str()), ("reason", "moved_away")];
    let recorded = first.post(&world, &format!("{person}/pay-back"), &fields).await;
    assert_eq!(recorded.status, StatusCode::OK, "{}", text(&recorded));
    let own = text(&first.open(&world, "/staff/pay-back").await);
    assert!(!own.contains("action=\"/staff/pay-back/"), "not her own");
    let hers = format!("href=\"{person}\"");
    assert!(own.contains(&hers), "whose it is, can be looked up: {own}");
    let page = text(&second.open(&world, "/staff/pay-back").await);
    let (_, path) = page.split_once("action=\"/staff/pay-back/").expect("a case");
    let path = format!("/staff/pay-back/{}", path.split('"').next().expect("an id"));
    // Who recorded it is not asked: she reads who has to confirm.
    let told = text(&first.post(&world, &path, &[("token", &token)]).await);
    assert!(told.contains("<p class=\"question\" role=\"status\">自分で記録したものは"), "{told}");
    assert!(told.contains("もう1人の係の人が確認します"), "{told}");
    assert!(!told.contains("name=\"confirmed\"") && !told.contains("田中　花子"), "no question: {told}");
    let sure = [("token", token.as_str()), ("confirmed", "1")];
    assert_eq!(first.post(&world, &path, &sure).await.status, StatusCode::FORBIDDEN);
    assert!(page.contains(&hers), "{page}");
    let token = field(&page, "token");
    let looks = audited(&world, "resident.read").await;
    let question = text(&second.post(&world, &path, &[("token", &token)]).await);
    for said in ["田中　花子", "1950年2月17日", "まちの外への引っ越し", "Staff first", "取り消せません"]
    {
        assert!(question.contains(said), "{said}: {question}");
    }
    assert_eq!(audited(&world, "resident.read").await, looks + 1, "who sees her name is noted");
    let nobodys = "/staff/pay-back/0199c0de-0000-7000-8000-000000000002";
    let refused = second.post(&world, nobodys, &[("token", &token)]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(text(&second.open(&world, "/staff/pay-back").await).contains(&path), "it waits for the answer");
    let sure = [("token", token.as_str()), ("confirmed", "1")];
    let done = text(&second.post(&world, &path, &sure).await);
    assert!(done.contains("1,200円"), "{done}");
    let again = text(&second.post(&world, &path, &[("token", &token)]).await);
    assert!(
        again.contains("1,200円") && !again.contains("name=\"confirmed\""),
        "nothing is left to ask: {again}"
    );
    let mut third = Browser::of(&world, "third", Role::BodyAccounts).await;
    let token = third.token(&world, "/staff/pay-back").await;
    let late = third.post(&world, &path, &[("token", &token)]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "another pays it back");
    let later = text(&first.open(&world, "/staff/pay-back").await);
    assert!(
        later.contains("1,200円") && later.contains("Staff second"),
        "whoever looks later sees the sum: {later}"
    );
    assert!(later.contains(&hers), "and whose it was: {later}");
    assert!(text(&second.open(&world, &person).await).contains("退会"));
}

async fn a_new_card_is_compared(world: World) {
    let hanako = Person::hanako();
    Phone::new().enrol(&world, &Card::of(&hanako), EnrolPurpose::Register).await;
    let waiting = Phone::new().enrol(&world, &Card::replaced(&hanako), EnrolPurpose::Register).await;
    assert_eq!(waiting.status, StatusCode::ACCEPTED);
    let mut desk = Browser::of(&world, "counter", Role::TownCounter).await;
    let list = text(&desk.open(&world, "/staff/reviews").await);
    let (_, path) = list.split_once("href=\"/staff/reviews/").expect("a review");
    let path = format!("/staff/reviews/{}", path.split('"').next().expect("an id"));
    let page = text(&desk.open(&world, &path).await);
    assert_eq!(page.matches(&hanako.name).count(), 2, "{page}");
    assert!(page.contains("に登録</span>"), "her phone and its day: {page}");
    let token = field(&page, "token");
    let decided = desk.post(&world, &path, &[("token", &token), ("verdict", "same")]).await;
    assert_eq!(leads_to(&decided), "/staff/reviews");
    assert_eq!(desk.open(&world, &path).await.status, StatusCode::NOT_FOUND);
}

/// What somebody calls herself, her phone or her shop to write into a page of staff.
const MARKUP: &str = "\"><img src=x>";

/// A page that shows such a name as the words that it is.
#[track_caller]
fn shows_words(answer: &Answer, what: &str) -> String {
    let page = text(answer);
    let shown: Vec<_> = page.match_indices("img src=x").map(|(at, _)| &page[..at]).collect();
    // Between the tags of a picture's title a quotation mark stands for itself.
    let as_words = ["&#34;&#62;&#60;", "&quot;&gt;&lt;", "<title>\"&gt;&lt;"];
    let escaped = |before: &&str| as_words.iter().any(|words| before.ends_with(words));
    assert!(!shown.is_empty() && shown.iter().all(escaped), "{what}: {page}");
    page
}

async fn words_from_outside_stay_words(world: World) {
    let mut desk = Browser::of(&world, "counter", Role::BodyCounter).await;
    let page = text(&desk.open(&world, "/staff/register").await);
    let (token, id) = (field(&page, "token"), field(&page, "id"));
    let hers =
        HANAKO.map(|(name, value)| (name, if matches!(name, "name" | "kana") { MARKUP } else { value }));
    let form = |id| [&hers[..], &[("token", token.as_str()), ("id", id)]].concat();
    let without_sex: Vec<_> = form(&id).into_iter().filter(|(name, _)| *name != "sex").collect();
    shows_words(&desk.post(&world, "/staff/register", &without_sex).await, "a form to be put right");
    let person = leads_to(&desk.post(&world, "/staff/register", &form(&id)).await);
    let fresh = field(&text(&desk.open(&world, "/staff/register").await), "id");
    shows_words(&desk.post(&world, "/staff/register", &form(&fresh)).await, "somebody alike");
    let code = text(&desk.post(&world, &format!("{person}/phone-code"), &[("token", &token)]).await);
    let (_, code) = code.split_once("<p class=\"secret\" lang=\"en\">").expect("a code");
    let code = code.split('<').next().expect("a code");
    let (phone, nonce) = (Phone::new(), Phone::nonce(&world).await);
    let mut visit = phone.visit_request(&world, &nonce, code, EnrolPurpose::Register);
    MARKUP.clone_into(&mut visit.device_name);
    Phone::profile(&json(&world, Method::POST, "/v1/identity/visitor", &visit).await);

    let query = [("token", token.as_str()), ("query", MARKUP)];
    shows_words(&desk.post(&world, "/staff/find", &query).await, "a search and who was found");
    for path in ["charge", "card"] {
        let path = format!("{person}/{path}");
        let page = if path.ends_with("card") {
            desk.post(&world, &path, &[("token", &token)]).await
        } else {
            desk.open(&world, &path).await
        };
        shows_words(&page, &path);
    }
    let mut telephone = Browser::of(&world, "telephone", Role::BodyDesk).await;
    let page = shows_words(&telephone.open(&world, &person).await, "her page");
    let (token, phone) = (field(&page, "token"), field(&page, "phone"));
    let which = [("token", token.as_str()), ("phone", phone.as_str())];
    shows_words(&telephone.post(&world, &format!("{person}/stop-phone"), &which).await, "which phone");

    let (shop, _) = new_shop(&world, MARKUP).await;
    let mut accounts = Browser::of(&world, "accounts", Role::BodyAccounts).await;
    for path in [
        "?q=%22%3E%3Cimg+src%3Dx%3E".to_owned(),
        format!("/{shop}/poster"),
        format!("/{shop}/poster.svg"),
        format!("/{shop}/phones"),
    ] {
        shows_words(&accounts.open(&world, &format!("/staff/shops{path}")).await, &path);
    }
    let token = accounts.token(&world, "/staff/home").await;
    let paired = accounts.post(&world, &format!("/staff/shops/{shop}/pairing"), &[("token", &token)]).await;
    shows_words(&paired, "a pairing code");

    let card = Person { name: MARKUP.to_owned(), ..Person::taro() };
    Phone::registered(&world, &Card::of(&card)).await;
    let again = Phone::new().enrol(&world, &Card::replaced(&card), EnrolPurpose::Register).await;
    assert_eq!(again.status, StatusCode::ACCEPTED);
    let mut town = Browser::of(&world, "town", Role::TownCounter).await;
    let list = text(&town.open(&world, "/staff/reviews").await);
    let (_, path) = list.split_once("href=\"/staff/reviews/").expect("a review");
    let path = format!("/staff/reviews/{}", path.split('"').next().expect("an id"));
    shows_words(&town.open(&world, &path).await, "a card to compare");
    let wrong = [("name", MARKUP), ("password", "wrong")];
    shows_words(&Browser::default().post(&world, "/staff/sign-in", &wrong).await, "a name to sign in with");
}

async fn the_ledgers_health(world: World) {
    let mut desk = Browser::of(&world, "counter", Role::BodyCounter).await;
    let person = registered(&world, &mut desk).await;
    charge(&world, &mut desk, &person, "700").await;
    let sold = NewBatch {
        id: Phone::command_id(&world),
        programme: "charge-2027".parse().expect("a slug"),
        amount: Points(300),
        last_day: world.now().day_jst(),
        count: 3,
    };
    voucher::make(world.yui(), "staff-0001", sold).await.expect("made");
    let mut accounts = Browser::of(&world, "accounts", Role::BodyAccounts).await;
    let page = text(&accounts.open(&world, "/staff/ledger").await);
    assert!(page.contains("900ポイント"), "value that was sold and is in nobody's wallet: {page}");
    assert!(page.contains("700ポイント") && page.contains("まだ確かめていません"), "{page}");
    let token = field(&page, "token");
    assert_eq!(
        leads_to(&accounts.post(&world, "/staff/ledger", &[("token", &token)]).await),
        "/staff/ledger"
    );
    let mut page = String::new();
    while !page.contains("帳簿は正しくつながっています") {
        tokio::task::yield_now().await;
        page = text(&accounts.open(&world, "/staff/ledger").await);
        assert!(!page.contains("class=\"trouble\""), "{page}");
    }
    let audit = text(&accounts.open(&world, "/staff/audit").await);
    assert!(audit.contains("Staff counter") && audit.contains("wallet.charged"), "{audit}");
    assert!(!audit.contains("田中"), "names are in no log");
}

async fn a_search_does_not_hold_up_the_writer(world: World) {
    let mut desk = Browser::of(&world, "counter", Role::BodyCounter).await;
    registered(&world, &mut desk).await;
    let (reached, is_reached) = std::sync::mpsc::channel();
    let (go, may_go) = std::sync::mpsc::channel::<()>();
    let yui = world.yui().clone();
    let held = tokio::spawn(async move {
        yui.town_write(move |unit| {
            Box::pin(async move {
                reached.send(()).expect("the test waits");
                may_go.recv().expect("the test lets go");
                unit.sql("UPDATE resident SET name = $1").bind("山田").execute().await?;
                Ok(())
            })
        })
        .await
    });
    tokio::task::spawn_blocking(move || is_reached.recv()).await.expect("runs").expect("reached");
    let yui = world.yui().clone();
    let search = tokio::spawn(async move { find::search(&yui, "staff-0001", "花子").await });
    while world.yui().town.writer().waiting() == 0 {
        tokio::task::yield_now().await;
    }
    assert!(!search.is_finished(), "nothing is answered before it is audited");
    go.send(()).expect("the writer waits");
    held.await.expect("runs").expect("commits");
    // Had the writer searched, it would have come after the change that stood before it in the queue.
    assert_eq!(search.await.expect("runs").expect("found").len(), 1);
    assert_eq!(audited(&world, "resident.found").await, 1);
}
