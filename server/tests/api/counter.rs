//! The counter: people with and without phones.

use axum::http::Method;
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, Subject,
    identity::{EnrolPurpose, Level},
};
use yui_server::{
    identity::{
        Contact,
        card::Attributes,
        counter::{self, CounterAnswer, NewResident},
        devices,
        phone_code::{self, PhoneCode},
        printed_card::{self, GridAnswer, GridQuestion, PrintedCard},
    },
    wallet::issue::{self, Issue},
};
use yui_testkit::card::Person;

use crate::support::{Card, Phone, World, code_of, json, on_both, public};

on_both! {
    a_person_with_a_phone a_person_without_one
    one_member_of_staff_takes_over_nobody a_code_of_one_ends_with_its_reason who_lost_phone_and_card_has_a_way_back a_request_ends
    a_code_brings_no_key_for_large_amounts a_form_is_known_for_a_day
}

fn new(person: &Person) -> NewResident {
    NewResident {
        attributes: Attributes {
            name: person.name.clone(),
            birth: person.birth_date.to_string(),
            sex: "2".into(),
            address: person.address.clone(),
        },
        contact: Contact::default(),
        level: Level::Verified,
        is_other_person: false,
    }
}

async fn a_person_with_a_phone(world: World) {
    let hanako = new(&Person::hanako());
    let answer = counter::register(world.yui(), "staff-1", Phone::command_id(&world), hanako.clone())
        .await
        .expect("registered");
    let CounterAnswer::Registered(subject) = answer else { panic!("{answer:?}") };
    let again = counter::register(world.yui(), "staff-1", Phone::command_id(&world), hanako.clone())
        .await
        .expect("answered");
    assert_eq!(again, CounterAnswer::Known(subject));
    let mut namesake = hanako.clone();
    namesake.is_other_person = true;
    let other = counter::register(world.yui(), "staff-2", Phone::command_id(&world), namesake)
        .await
        .expect("registered");
    assert!(matches!(other, CounterAnswer::Registered(other) if other != subject));

    let code = printed(&world, "staff-1", subject).await;
    let phone = Phone::new();
    let profile = Phone::profile(&phone.visit(&world, &code, EnrolPurpose::Register).await);
    assert_eq!((profile.subject, profile.level), (subject, Level::Verified));
    assert_eq!(profile.name, Person::hanako().name);
    Phone::new().visit(&world, &code, EnrolPurpose::Register).await.refused(ErrorCode::RegistrationCodeWrong);
    // Her card comes later: staff compare, because only name and birthday speak for her.
    let later = Phone::new().enrol(&world, &Card::of(&Person::hanako()), EnrolPurpose::Register).await;
    assert_eq!(later.status.as_u16(), 202);

    let walk_in = counter::visitor_code(world.yui(), "staff-1").await.expect("a code");
    let visitor = Phone::profile(&Phone::new().visit(&world, &walk_in, EnrolPurpose::Register).await);
    assert_eq!(visitor.level, Level::Visitor);
    let mut nameless = hanako;
    nameless.attributes.name = " ".into();
    assert_eq!(
        code_of(counter::register(world.yui(), "staff-1", Phone::command_id(&world), nameless).await),
        ErrorCode::MalformedRequest
    );
}

/// The code that this member of staff gets at once.
async fn printed(world: &World, staff: &str, subject: Subject) -> String {
    match phone_code::print(world.yui(), staff, subject).await {
        Ok(PhoneCode::Printed { code, .. }) => code,
        other => panic!("{other:?}"),
    }
}

/// Whatever she has that could be taken, one member of staff alone gets no code for it.
async fn one_member_of_staff_takes_over_nobody(world: World) {
    let yui = world.yui();
    let alone = async |subject| phone_code::print(yui, "staff-1", subject).await;
    let (_, hanako) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    assert_eq!(alone(hanako.subject).await, Ok(PhoneCode::Waits), "a card and a phone");

    // Without a card, but with a phone, and still when that phone was stopped: stopping it is no way round.
    let register = async |person: &Person| match counter::register(
        yui,
        "staff-1",
        Phone::command_id(&world),
        new(person),
    )
    .await
    {
        Ok(CounterAnswer::Registered(subject)) => subject,
        other => panic!("{other:?}"),
    };
    let ichiro = register(&Person::ichiro()).await;
    let phone = Phone::new();
    let code = printed(&world, "staff-1", ichiro).await;
    let newer = printed(&world, "staff-1", ichiro).await;
    phone.visit(&world, &code, EnrolPurpose::Register).await.refused(ErrorCode::RegistrationCodeWrong);
    Phone::profile(&phone.visit(&world, &newer, EnrolPurpose::Register).await);
    assert_eq!(alone(ichiro).await, Ok(PhoneCode::Waits), "a phone");
    devices::sign_out(yui, ichiro, phone.id()).await.expect("stopped");
    assert_eq!(alone(ichiro).await, Ok(PhoneCode::Waits), "a stopped phone");

    // With a printed card, and with value paid in.
    let taro = register(&Person::taro()).await;
    printed_card::print(yui, "staff-1", taro).await.expect("a card");
    assert_eq!(alone(taro).await, Ok(PhoneCode::Waits), "a printed card");
    let moved = Person { name: "山本　次郎".into(), ..Person::taro() };
    let jiro = register(&moved).await;
    let before = printed(&world, "staff-1", jiro).await;
    let issue = Issue {
        id: Phone::command_id(&world),
        wallet: jiro,
        programme: "charge-2027".parse().expect("a slug"),
        amount: Points(1000),
    };
    issue::charge(yui, "staff-1", issue).await.expect("charged");
    assert_eq!(alone(jiro).await, Ok(PhoneCode::Waits), "value");
    // A code that one printed before, kept until there was something to take, opens none of it.
    let taker = Phone::new();
    taker.visit(&world, &before, EnrolPurpose::Register).await.refused(ErrorCode::CodeOutlived);
    taker.try_log_in(&world).await.refused(ErrorCode::DeviceUnknown);
    assert_eq!(code_of(alone(Subject::from_bytes([9; 16])).await), ErrorCode::NotFound);
}

/// What one member of staff prints is for a person with nothing who stands there: it lives for minutes, and a card, on
/// paper or of the country, ends it.
async fn a_code_of_one_ends_with_its_reason(world: World) {
    let yui = world.yui();
    let CounterAnswer::Registered(subject) =
        counter::register(yui, "staff-1", Phone::command_id(&world), new(&Person::hanako()))
            .await
            .expect("registered")
    else {
        panic!("known")
    };
    let late = printed(&world, "staff-1", subject).await;
    world.clock.advance(phone_code::ALONE_LIFE + 1);
    Phone::new().visit(&world, &late, EnrolPurpose::Register).await.refused(ErrorCode::RegistrationCodeWrong);
    let code = printed(&world, "staff-1", subject).await;
    printed_card::print(yui, "staff-1", subject).await.expect("a card");
    Phone::new().visit(&world, &code, EnrolPurpose::Register).await.refused(ErrorCode::CodeOutlived);
    // The way on.
    assert_eq!(phone_code::print(yui, "staff-1", subject).await, Ok(PhoneCode::Waits));
    phone_code::confirm(yui, "staff-2", subject).await.expect("confirmed");
    let code = printed(&world, "staff-1", subject).await;
    world.clock.advance(phone_code::ALONE_LIFE + 1);
    Phone::profile(&Phone::new().visit(&world, &code, EnrolPurpose::Register).await);
}

/// An old man who lost his phone stands at the counter without his card. Two members of staff look at him.
async fn who_lost_phone_and_card_has_a_way_back(world: World) {
    let yui = world.yui();
    let (lost, ichiro) = Phone::registered(&world, &Card::of(&Person::ichiro())).await;
    let subject = ichiro.subject;
    assert_eq!(code_of(phone_code::confirm(yui, "staff-2", subject).await), ErrorCode::NotFound);
    assert_eq!(phone_code::print(yui, "staff-1", subject).await, Ok(PhoneCode::Waits));
    assert_eq!(
        phone_code::print(yui, "staff-1", subject).await,
        Ok(PhoneCode::Waits),
        "asking again is no way"
    );
    assert_eq!(
        phone_code::print(yui, "staff-2", subject).await,
        Ok(PhoneCode::Waits),
        "nor asking by another"
    );
    assert_eq!(code_of(phone_code::confirm(yui, "staff-1", subject).await), ErrorCode::Forbidden);
    phone_code::confirm(yui, "staff-2", subject).await.expect("confirmed");
    phone_code::confirm(yui, "staff-3", subject).await.expect("again changes nothing");
    assert_eq!(phone_code::print(yui, "staff-3", subject).await, Ok(PhoneCode::Waits), "not one of the two");
    let code = printed(&world, "staff-1", subject).await;
    let phone = Phone::new();
    let profile = Phone::profile(&phone.visit(&world, &code, EnrolPurpose::ReplaceLost).await);
    assert_eq!(profile, ichiro, "his wallet, name and level");
    lost.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    assert_eq!(phone.try_log_in(&world).await.status.as_u16(), 200);
    // The confirmation was for this one code.
    assert_eq!(phone_code::print(yui, "staff-1", subject).await, Ok(PhoneCode::Waits));
}

async fn a_request_ends(world: World) {
    let yui = world.yui();
    let (_, profile) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let subject = profile.subject;
    assert_eq!(phone_code::print(yui, "staff-1", subject).await, Ok(PhoneCode::Waits));
    phone_code::confirm(yui, "staff-2", subject).await.expect("confirmed");
    world.clock.advance(phone_code::REQUEST_LIFE + 1);
    assert_eq!(phone_code::requests(yui).await, Ok(Vec::new()));
    assert_eq!(phone_code::print(yui, "staff-1", subject).await, Ok(PhoneCode::Waits), "asked anew");
    world.clock.advance(phone_code::REQUEST_LIFE + 1);
    assert_eq!(code_of(phone_code::confirm(yui, "staff-2", subject).await), ErrorCode::NotFound);
}

/// Two members of staff stand behind a code, and still only her card makes the key for large amounts.
async fn a_code_brings_no_key_for_large_amounts(world: World) {
    let CounterAnswer::Registered(subject) =
        counter::register(world.yui(), "staff-1", Phone::command_id(&world), new(&Person::hanako()))
            .await
            .expect("registered")
    else {
        panic!("known")
    };
    let code = printed(&world, "staff-1", subject).await;
    let (phone, nonce) = (Phone::new(), Phone::nonce(&world).await);
    let body = phone.visit_request(&world, &nonce, &code, EnrolPurpose::Register);
    let mut with_key = serde_json::to_value(&body).expect("serialises");
    with_key["device_uv"] = with_key["device"].clone();
    json(&world, Method::POST, "/v1/identity/visitor", &with_key).await.refused(ErrorCode::NotCanonical);
    let names_key = phone.visit_naming_user_key(&world, &nonce, &code);
    json(&world, Method::POST, "/v1/identity/visitor", &names_key)
        .await
        .refused(ErrorCode::StatementMismatch);
    Phone::profile(&json(&world, Method::POST, "/v1/identity/visitor", &body).await);
    let devices = devices::list(world.yui().realm.reader(), world.yui().config.town(), subject).await;
    assert_eq!(devices.map(|list| list.iter().map(|d| d.proves_user).collect()), Ok(vec![false]));
    // Her card, on this phone, is recognised without a review, and makes it.
    let card = Card::of(&Person::hanako());
    let renewed = Phone::profile(&phone.enrol(&world, &card, EnrolPurpose::RenewUserKey).await);
    assert_eq!(renewed.subject, subject);
    let devices = devices::list(world.yui().realm.reader(), world.yui().config.town(), subject).await;
    assert_eq!(devices.map(|list| list.iter().map(|d| d.proves_user).collect()), Ok(vec![true]));
    // A code that is entered on the phone she has leaves it what the card brought.
    assert_eq!(phone_code::print(world.yui(), "staff-1", subject).await, Ok(PhoneCode::Waits));
    phone_code::confirm(world.yui(), "staff-2", subject).await.expect("confirmed");
    let code = printed(&world, "staff-1", subject).await;
    Phone::profile(&phone.visit(&world, &code, EnrolPurpose::Register).await);
    let user_key = public(phone.device_uv.as_ref().expect("a lock")).thumbprint();
    assert!(world.yui().keys.find(&user_key).expect("known").check_usable().is_ok());
}

async fn a_person_without_one(world: World) {
    let ichiro = new(&Person::ichiro());
    let answer = counter::register(world.yui(), "staff-1", Phone::command_id(&world), ichiro)
        .await
        .expect("registered");
    let CounterAnswer::Registered(subject) = answer else { panic!("{answer:?}") };
    let card = printed_card::print(world.yui(), "staff-1", subject).await.expect("a card");
    assert_eq!(printed_card::holder(world.yui(), &card.secret).await, Ok(Some(subject)));
    let right = async |card: &PrintedCard| match printed_card::ask_grid(world.yui(), subject).await {
        Ok(Some(GridQuestion::Square(row, column))) => card.grid[row][column],
        other => panic!("{other:?}"),
    };
    let say = async |number| {
        printed_card::check_grid(world.yui(), "staff-2", subject, number).await.expect("answered")
    };
    assert_eq!(say(right(&card).await).await, GridAnswer::Right);
    assert_eq!(say(card.grid[0][0]).await, GridAnswer::Wrong, "nothing was asked");
    // Four wrong ones in a row and a right one: she misread. Five: it is a guesser, whom a right one helps no more.
    for _ in 0..4 {
        assert_eq!(say(right(&card).await ^ 1).await, GridAnswer::Wrong);
    }
    assert_eq!(say(right(&card).await).await, GridAnswer::Right);
    for _ in 0..5 {
        assert_eq!(say(right(&card).await ^ 1).await, GridAnswer::Wrong);
    }
    assert_eq!(printed_card::ask_grid(world.yui(), subject).await, Ok(Some(GridQuestion::Locked)));
    assert_eq!(say(card.grid[0][0]).await, GridAnswer::Locked);
    // A new card ends the old one.
    let newer = printed_card::print(world.yui(), "staff-1", subject).await.expect("a card");
    assert_eq!(printed_card::holder(world.yui(), &card.secret).await, Ok(None));
    assert_eq!(printed_card::holder(world.yui(), &newer.secret).await, Ok(Some(subject)));
    assert_eq!(say(right(&newer).await).await, GridAnswer::Right, "and the lock with it");
    let nobody = yui_protocol::Subject::from_bytes([9; 16]);
    assert_eq!(code_of(printed_card::print(world.yui(), "staff-1", nobody).await), ErrorCode::NotFound);
}

/// What was written in a form is forgotten when a day has passed, with the next form.
async fn a_form_is_known_for_a_day(world: World) {
    let yui = world.yui();
    let send = async |id, person: &Person| match counter::register(yui, "staff-1", id, new(person)).await {
        Ok(CounterAnswer::Registered(subject)) => subject,
        other => panic!("{other:?}"),
    };
    let kept = async || {
        let rows = yui.realm.reader().sql("SELECT id FROM counter_form ORDER BY id").fetch_all().await;
        rows.expect("rows").iter().map(|row| row.get("id").expect("an id")).collect::<Vec<CommandId>>()
    };
    let (hanako, ichiro) = (Person::hanako(), Person::ichiro());
    let first = Phone::command_id(&world);
    let subject = send(first, &hanako).await;
    world.clock.advance(Millis::DAY);
    assert_eq!(send(first, &hanako).await, subject, "the same form is one registration");
    let second = Phone::command_id(&world);
    send(second, &ichiro).await;
    assert_eq!(kept().await, [first, second], "a day has not passed");
    world.clock.advance(1);
    let third = Phone::command_id(&world);
    send(third, &Person { name: "山田　太郎".into(), ..ichiro }).await;
    assert_eq!(kept().await, [second, third]);
}
