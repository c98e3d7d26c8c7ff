//! The counter: people with and without phones.

use yui_protocol::{
    ErrorCode,
    identity::{EnrolPurpose, Level},
};
use yui_server::identity::{
    card::Attributes,
    counter::{self, CounterAnswer, GridAnswer, GridQuestion, NewResident, PrintedCard},
};
use yui_testkit::card::Person;

use crate::support::{Card, Phone, World, code_of, on_both};

on_both! { a_person_with_a_phone a_person_without_one }

fn new(person: &Person) -> NewResident {
    NewResident {
        attributes: Attributes {
            name: person.name.clone(),
            birth: person.birth_date.to_string(),
            sex: "2".into(),
            address: person.address.clone(),
        },
        level: Level::Verified,
        is_other_person: false,
    }
}

async fn a_person_with_a_phone(world: World) {
    let hanako = new(&Person::hanako());
    let answer = counter::register(world.yui(), "staff-1", hanako.clone()).await.expect("registered");
    let CounterAnswer::Registered(subject) = answer else { panic!("{answer:?}") };
    let again = counter::register(world.yui(), "staff-1", hanako.clone()).await.expect("answered");
    assert_eq!(again, CounterAnswer::Known(subject));
    let mut namesake = hanako.clone();
    namesake.is_other_person = true;
    let other = counter::register(world.yui(), "staff-2", namesake).await.expect("registered");
    assert!(matches!(other, CounterAnswer::Registered(other) if other != subject));

    let code = counter::phone_code(world.yui(), "staff-1", subject).await.expect("a code");
    let phone = Phone::new();
    let profile = Phone::profile(&phone.visit(&world, &code, EnrolPurpose::Register).await);
    assert_eq!((profile.subject, profile.level), (subject, Level::Verified));
    assert_eq!(profile.name, Person::hanako().name);
    Phone::new().visit(&world, &code, EnrolPurpose::Register).await.refused(ErrorCode::OneTimeCodeWrong);
    // Her card comes later: staff compare, because only name and birthday speak for her.
    let later = Phone::new().enrol(&world, &Card::of(&Person::hanako()), EnrolPurpose::Register).await;
    assert_eq!(later.status.as_u16(), 202);

    let walk_in = counter::visitor_code(world.yui(), "staff-1").await.expect("a code");
    let visitor = Phone::profile(&Phone::new().visit(&world, &walk_in, EnrolPurpose::Register).await);
    assert_eq!(visitor.level, Level::Visitor);
    let mut nameless = hanako;
    nameless.attributes.name = " ".into();
    assert_eq!(
        code_of(counter::register(world.yui(), "staff-1", nameless).await),
        ErrorCode::MalformedRequest
    );
}

async fn a_person_without_one(world: World) {
    let ichiro = new(&Person::ichiro());
    let answer = counter::register(world.yui(), "staff-1", ichiro).await.expect("registered");
    let CounterAnswer::Registered(subject) = answer else { panic!("{answer:?}") };
    let card = counter::print_card(world.yui(), "staff-1", subject).await.expect("a card");
    assert_eq!(counter::holder(world.yui(), &card.secret).await, Ok(Some(subject)));
    let right = async |card: &PrintedCard| match counter::ask_grid(world.yui(), subject).await {
        Ok(Some(GridQuestion::Square(row, column))) => card.grid[row][column],
        other => panic!("{other:?}"),
    };
    let say =
        async |number| counter::check_grid(world.yui(), "staff-2", subject, number).await.expect("answered");
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
    assert_eq!(counter::ask_grid(world.yui(), subject).await, Ok(Some(GridQuestion::Locked)));
    assert_eq!(say(card.grid[0][0]).await, GridAnswer::Locked);
    // A new card ends the old one.
    let newer = counter::print_card(world.yui(), "staff-1", subject).await.expect("a card");
    assert_eq!(counter::holder(world.yui(), &card.secret).await, Ok(None));
    assert_eq!(counter::holder(world.yui(), &newer.secret).await, Ok(Some(subject)));
    assert_eq!(say(right(&newer).await).await, GridAnswer::Right, "and the lock with it");
    let nobody = yui_protocol::Subject::from_bytes([9; 16]);
    assert_eq!(code_of(counter::print_card(world.yui(), "staff-1", nobody).await), ErrorCode::NotFound);
}
