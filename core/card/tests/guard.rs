//! Every way to 個人番号 is closed, and what is needed is open.

mod common;

use std::time::Duration;

use common::{
    COMMON, JPKI, READ, RESIDENT_REGISTER, TEXT, VISUAL, command, hanako, secrets, select, select_file,
    verify,
};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use yui_card::{Guard, map::INDIVIDUAL_NUMBER_CARD};
use yui_protocol::ErrorCode;
use yui_testkit::{
    card::{CardBuilder, Person, TEXT_PIN, VirtualCard},
    leaks::{Secret, any_in},
};

/// A guarded card with commands already sent, all of which must have passed.
async fn after(commands: &[Vec<u8>]) -> (Guard<VirtualCard>, VirtualCard) {
    let card = hanako();
    let mut guard = Guard::new(card.clone(), &INDIVIDUAL_NUMBER_CARD);
    for command in commands {
        guard.transceive(command).await.expect("the way there is allowed");
    }
    card.take_trace();
    (guard, card)
}

/// In text, with the PIN presented: the place where the card itself would give the number away.
fn opened() -> Vec<Vec<u8>> {
    vec![select(TEXT), select_file(0x0011), verify(TEXT_PIN)]
}

fn opened_at_attributes() -> Vec<Vec<u8>> {
    [opened(), vec![select_file(0x0002)]].concat()
}

async fn assert_refused(way: &[Vec<u8>], what: &str, bytes: &[u8]) {
    let (mut guard, card) = after(way).await;
    let answer = guard.transceive(bytes).await;
    assert_eq!(answer.map_err(|error| error.code), Err(ErrorCode::CardForbidden), "{what}");
    assert_eq!(card.take_trace(), [], "{what}: nothing may reach the card");
}

#[tokio::test]
async fn the_number_cannot_be_reached_in_any_form() {
    let number = Person::hanako().number;
    for closed in [0x0001_u16, 0x0003] {
        let short = u8::try_from(closed).expect("a short id");
        let id = closed.to_be_bytes();
        let ways: Vec<(&str, Vec<u8>)> = vec![
            ("by file id", select_file(closed)),
            ("by file id, P1 00", command([0, 0xA4, 0x00, 0x0C], &id)),
            ("by file id, file information wanted", [command([0, 0xA4, 0x02, 0x00], &id), vec![0]].concat()),
            ("as child", command([0, 0xA4, 0x01, 0x0C], &id)),
            ("by path from the top", command([0, 0xA4, 0x08, 0x0C], &[0x41, 0x03, 0x00, short])),
            ("by path from here", command([0, 0xA4, 0x09, 0x0C], &id)),
            ("next occurrence", command([0, 0xA4, 0x02, 0x0E], &id)),
            ("short id in READ BINARY", vec![0, 0xB0, 0x80 | short, 0, 0]),
            ("odd READ BINARY", [command([0, 0xB1, 0, short], &[0x54, 1, 0]), vec![0]].concat()),
            ("short id in READ RECORD", vec![0, 0xB2, 1, (short << 3) | 4, 0]),
            ("logical channel in the class", command([1, 0xA4, 0x02, 0x0C], &id)),
            ("further logical channel", command([0x40, 0xA4, 0x02, 0x0C], &id)),
            ("chained", command([0x10, 0xA4, 0x02, 0x0C], &id[..1])),
            ("secure messaging", command([0x0C, 0xA4, 0x02, 0x0C], &id)),
            ("other class", command([0x80, 0xA4, 0x02, 0x0C], &id)),
            ("extended length", [&[0, 0xA4, 0x02, 0x0C, 0, 0, 2], &id[..]].concat()),
            ("extended length with Le", [&[0, 0xA4, 0x02, 0x0C, 0, 0, 2], &id[..], &[0, 0]].concat()),
            ("GET DATA", vec![0, 0xCA, 0, short, 0]),
            ("odd GET DATA", [command([0, 0xCB, 0, short], &[0x5C, 0]), vec![0]].concat()),
        ];
        for (what, bytes) in ways {
            assert_refused(&opened_at_attributes(), &format!("{closed:04X} {what}"), &bytes).await;
        }
    }
    for (what, bytes) in [
        ("key 0014 by file id", select_file(0x0014)),
        ("key 0014 by short id", command([0, 0x20, 0, 0x94], number.as_bytes())),
        ("key 0015 by short id", command([0, 0x20, 0, 0x95], b"60041220310000")),
        ("tries of key 0014", vec![0, 0x20, 0, 0x94]),
        ("odd VERIFY", command([0, 0x21, 0, 0x94], number.as_bytes())),
        ("the number as PIN", verify(&number)),
        ("change of the PIN", command([0, 0x24, 1, 0x80], b"0000")),
        ("terminal authentication", command([0x80, 0xA2, 0, 0], &[0])),
        ("session key", command([0x80, 0xAE, 0, 0], &[0])),
        ("writing", command([0, 0xD6, 0, 0], &[0])),
        ("internal authentication", command([0, 0x88, 0, 0], &[0])),
    ] {
        assert_refused(&opened(), what, &bytes).await;
    }
}

#[tokio::test]
async fn no_other_application_can_be_selected_and_none_in_part() {
    for (what, bytes) in [
        ("visual", select(VISUAL)),
        ("common", select(COMMON)),
        ("resident register", select(RESIDENT_REGISTER)),
        ("card manager", select(&[0xA0, 0, 0, 1, 0x51, 0, 0])),
        ("text and visual share a beginning", select(&TEXT[..9])),
        ("one byte", select(&TEXT[..1])),
        ("no name", vec![0, 0xA4, 4, 0x0C]),
        ("longer", select(&[TEXT, &[0]].concat())),
        ("next occurrence", command([0, 0xA4, 4, 0x0E], TEXT)),
        ("next occurrence, information wanted", command([0, 0xA4, 4, 0x02], TEXT)),
        ("last", command([0, 0xA4, 4, 0x0D], TEXT)),
        ("previous", command([0, 0xA4, 4, 0x0F], TEXT)),
        ("by path", command([0, 0xA4, 8, 0x0C], &[0x41, 0x02])),
        ("by file id", command([0, 0xA4, 1, 0x0C], &[0x41, 0x02])),
        ("the top", command([0, 0xA4, 0, 0x0C], &[0x3F, 0])),
        ("parent", vec![0, 0xA4, 3, 0x0C]),
        ("opening a channel", vec![0, 0x70, 0, 0, 1]),
        ("closing a channel", vec![0, 0x70, 0x80, 1]),
        ("selection on another channel", command([2, 0xA4, 4, 0x0C], TEXT)),
        ("chained selection", command([0x10, 0xA4, 4, 0x0C], &TEXT[..5])),
        ("extended selection", [&[0, 0xA4, 4, 0x0C, 0, 0, 10], TEXT].concat()),
        ("not even a command", vec![0, 0xA4]),
    ] {
        assert_refused(&[], what, &bytes).await;
        assert_refused(&[select(JPKI)], what, &bytes).await;
    }
}

#[tokio::test]
async fn each_file_takes_only_its_own_command() {
    let digest_info = [0x30; 51];
    let sign = |length: usize| [command([0x80, 0x2A, 0, 0x80], &digest_info[..length]), vec![0]].concat();
    for (file, what, bytes) in [
        (0x0018, "reading a PIN", READ.to_vec()),
        (0x0017, "reading a key", READ.to_vec()),
        (0x000A, "a PIN at a certificate", verify("1234")),
        (0x0017, "a PIN at a key", verify("1234")),
        (0x0018, "five digits for four", verify("12345")),
        (0x001B, "five characters for six", verify("ABCDE")),
        (0x001B, "seventeen characters", verify("ABCDEFGHIJKLMNOPQ")),
        (0x0018, "signing with a PIN", sign(51)),
        (0x0017, "signing anything but a hash", sign(50)),
        (0x0017, "signing in another class", [command([0, 0x2A, 0, 0x80], &digest_info), vec![0]].concat()),
        (0x0017, "hashing on the card", [command([0x80, 0x2A, 3, 0x80], &digest_info), vec![0]].concat()),
        (0x000A, "signing by short id", [command([0x80, 0x2A, 0, 0x97], &digest_info), vec![0]].concat()),
        (0x000A, "an answer nobody announced", vec![0, 0xC0, 0, 0, 0]),
    ] {
        assert_refused(&[select(JPKI), select_file(file)], what, &bytes).await;
    }
    assert_refused(&[], "a file before an application", &select_file(0x0002)).await;
    assert_refused(&[select(JPKI)], "a certificate that nothing needs", &select_file(0x0002)).await;
    assert_refused(&[select(TEXT)], "reading before a file", READ).await;
    assert_refused(&[select(TEXT)], "a file of another application", &select_file(0x001B)).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_uncertain_counts_as_nothing_selected() {
    // The answer was lost.
    let (mut guard, card) = after(&opened_at_attributes()).await;
    card.pull_out_after(0);
    let lost = guard.transceive(READ).await.map_err(|error| error.code);
    assert_eq!(lost, Err(ErrorCode::CardLost));
    card.put_back();
    let refused = guard.transceive(READ).await.map_err(|error| error.code);
    assert_eq!(refused, Err(ErrorCode::CardForbidden));
    // The way starts at the application again, and the card asks for its PIN again.
    for command in [select(TEXT), select_file(0x0002)] {
        guard.transceive(&command).await.expect("allowed");
    }
    let answer = guard.transceive(READ).await.expect("allowed");
    assert_eq!(answer.status.0, 0x6982);

    // The command was given up before its answer came.
    let (mut guard, card) = after(&opened_at_attributes()).await;
    card.slow(Duration::from_secs(5));
    assert!(tokio::time::timeout(Duration::from_secs(1), guard.transceive(READ)).await.is_err());
    let refused = guard.transceive(READ).await.map_err(|error| error.code);
    assert_eq!(refused, Err(ErrorCode::CardForbidden));

    // The card was powered anew and the guard does not know: the card has nothing selected, the map stays the map.
    let (mut guard, card) = after(&opened_at_attributes()).await;
    card.reset();
    assert_eq!(guard.transceive(READ).await.expect("passes").status.0, 0x6986);
    assert_eq!(guard.transceive(&select_file(0x0002)).await.expect("passes").status.0, 0x6A82);
    assert!(guard.transceive(&select_file(0x0001)).await.is_err());

    // A refused command never reached the card, so what was selected before still is.
    let (mut guard, _) = after(&[select(JPKI)]).await;
    assert!(guard.transceive(&select(VISUAL)).await.is_err());
    guard.transceive(&select_file(0x000A)).await.expect("still in JPKI");
    guard.transceive(READ).await.expect("the certificate is free");

    // A file that the card does not have: the application stays, no file is selected.
    let child = CardBuilder::new(&Person::mei()).without_signature_certificate().build();
    let mut guard = Guard::new(child, &INDIVIDUAL_NUMBER_CARD);
    guard.transceive(&select(JPKI)).await.expect("there");
    guard.transceive(&select_file(0x000A)).await.expect("there");
    assert_eq!(guard.transceive(&select_file(0x001A)).await.expect("passes").status.0, 0x6A82);
    assert!(guard.transceive(READ).await.is_err(), "which file is current is uncertain");
    guard.transceive(&select_file(0x000A)).await.expect("still in JPKI");
}

#[tokio::test]
async fn a_closed_place_stays_closed_under_a_wrong_map() {
    use yui_card::map::{Application, File, Holds, Profile};
    static WRONG: Profile = Profile {
        applications: &[
            Application {
                name: "text",
                id: TEXT,
                files: &[
                    File { id: 0x0001, holds: Holds::Attributes },
                    File { id: 0x0003, holds: Holds::Attributes },
                    File { id: 0x0014, holds: Holds::Attributes },
                ],
            },
            Application {
                name: "visual",
                id: VISUAL,
                files: &[File { id: 0x0005, holds: Holds::Attributes }],
            },
        ],
        ..INDIVIDUAL_NUMBER_CARD
    };
    let mut guard = Guard::new(hanako(), &WRONG);
    guard.transceive(&select(TEXT)).await.expect("text itself is open");
    for file in [0x0001, 0x0003, 0x0014] {
        assert!(guard.transceive(&select_file(file)).await.is_err(), "{file:04X}");
    }
    assert!(guard.transceive(&select(VISUAL)).await.is_err());
}

/// Without the guard the card gives the number away in many forms; so the tests above have something to stop.
#[test]
fn the_bare_card_would_answer() {
    let way = |rest: &[Vec<u8>]| {
        let card = hanako();
        let secrets = secrets(&card);
        let commands = [&opened()[..], rest].concat();
        let answers: Vec<_> = commands.iter().filter_map(|command| card.answer(command)).collect();
        answers.iter().any(|answer| any_in(answer, &secrets))
    };
    let chained = [command([0x10, 0xA4, 2, 0x0C], &[0]), command([0, 0xA4, 2, 0x0C], &[1])];
    let extended = [&[0, 0xA4, 2, 0x0C, 0, 0, 2][..], &[0, 1]].concat();
    assert!(way(&[select_file(0x0001), READ.to_vec()]), "by file id");
    assert!(way(&[select_file(0x0003), READ.to_vec()]), "the hash");
    assert!(way(&[vec![0, 0xB0, 0x81, 0, 0]]), "by short id");
    assert!(way(&[[command([0, 0xB1, 0, 1], &[0x54, 1, 0]), vec![0]].concat()]), "odd READ BINARY");
    assert!(way(&[chained[0].clone(), chained[1].clone(), READ.to_vec()]), "chained");
    assert!(way(&[extended, READ.to_vec()]), "extended");
    assert!(way(&[command([0, 0xA4, 9, 0x0C], &[0, 1]), READ.to_vec()]), "by path");
    let on_channel = |bytes: Vec<u8>| [&[1], &bytes[1..]].concat();
    assert!(
        way(&[
            vec![0, 0x70, 0, 0, 1],
            on_channel(select(&TEXT[..10])),
            on_channel(select_file(0x0011)),
            on_channel(verify(TEXT_PIN)),
            on_channel(select_file(0x0001)),
            on_channel(READ.to_vec()),
        ]),
        "on a logical channel"
    );
    let key_a = Person::hanako().number;
    assert!(
        way(&[
            command([0, 0xA4, 4, 0x0C], &VISUAL[..10]),
            select_file(0x0013),
            verify(&key_a),
            select_file(0x0005),
            READ.to_vec()
        ]),
        "the picture of the number"
    );
    assert!(!way(&[select_file(0x0002), READ.to_vec()]), "the attributes do not hold it");
}

fn any_command() -> impl Strategy<Value = Vec<u8>> {
    let number = Person::hanako().number;
    let application = prop::sample::select(vec![JPKI, TEXT, VISUAL, COMMON]);
    let file =
        prop_oneof![4 => 0x0001_u16..=0x001F, 1 => Just(0x4102_u16), 1 => Just(0x4103), 1 => any::<u16>()];
    let pins =
        prop::sample::select(vec![TEXT_PIN.to_owned(), TEXT_PIN.to_owned(), number, "0000".to_owned()]);
    let p1 = prop::sample::select(vec![0_u8, 1, 2, 3, 4, 8, 9]);
    let p2 = prop::sample::select(vec![0_u8, 2, 0x0C, 0x0E]);
    let short_or_any = prop_oneof![0x80_u8..0x88, any::<u8>()];
    let ordinary = prop_oneof![
        3 => prop_oneof![Just(select(TEXT)), Just(select_file(0x0011)), Just(verify(TEXT_PIN)), Just(READ.to_vec())],
        3 => (application, 1_usize..=10, p2.clone()).prop_map(|(id, length, p2)| {
            // Mostly whole, sometimes in part.
            let length = if length > 4 { id.len() } else { 2 * length };
            command([0, 0xA4, 4, p2], &id[..length])
        }),
        4 => file.clone().prop_map(select_file),
        2 => (p1, p2, file).prop_map(|(p1, p2, id)| command([0, 0xA4, p1, p2], &id.to_be_bytes())),
        4 => (short_or_any, prop_oneof![Just(0_u8), any::<u8>()], any::<u8>()).prop_map(|(p1, p2, le)| vec![0, 0xB0, p1, p2, le]),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p1, p2)| vec![0, 0xB2, p1, p2, 0]),
        1 => (0_u8..32).prop_map(|id| [command([0, 0xB1, 0, id], &[0x54, 1, 0]), vec![0]].concat()),
        2 => (pins, prop_oneof![Just(0x80_u8), 0x80_u8..0x9F]).prop_map(|(pin, p2)| command([0, 0x20, 0, p2], pin.as_bytes())),
        1 => Just(vec![0, 0x70, 0, 0, 1]),
        1 => Just(vec![0, 0xC0, 0, 0, 0]),
        1 => proptest::collection::vec(any::<u8>(), 0..24),
    ];
    let twist =
        prop_oneof![6 => Just(0_u8), 1 => Just(0x10), 1 => Just(1), 1 => Just(0x80), 1 => any::<u8>()];
    (ordinary, twist).prop_map(|(mut bytes, twist)| {
        if let Some(class) = bytes.first_mut() {
            *class ^= twist;
        }
        bytes
    })
}

/// Commands in which the way to the opened text application, and reading a file, come as often as anything else.
fn any_sequence() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let step = prop_oneof![
        1 => Just(opened()),
        2 => (1_u16..0x18).prop_map(|file| vec![select_file(file), READ.to_vec()]),
        6 => any_command().prop_map(|command| vec![command]),
    ];
    proptest::collection::vec(step, 1..24).prop_map(|steps| steps.concat())
}

/// The generator is worth something: some of its sequences bring the number from a bare card, and some get past the
/// guard as far as the attributes.
#[test]
fn the_same_sequences_bring_the_number_from_a_bare_card() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut runner = TestRunner::deterministic();
    let sequences = any_sequence();
    let (mut leaked, mut read) = (0, 0);
    for _ in 0..768 {
        let commands = sequences.new_tree(&mut runner).expect("a sequence").current();
        let bare = hanako();
        let secrets = secrets(&bare);
        leaked += usize::from(
            commands
                .iter()
                .filter_map(|command| bare.answer(command))
                .any(|answer| any_in(&answer, &secrets)),
        );
        let mut guard = Guard::new(hanako(), &INDIVIDUAL_NUMBER_CARD);
        let attributes = Secret::text("name", &Person::hanako().name);
        for command in &commands {
            let answer = runtime.block_on(guard.transceive(command));
            read += usize::from(answer.is_ok_and(|answer| attributes.is_in(&answer.data)));
        }
    }
    assert!(leaked > 10, "only {leaked} of 768 sequences bring the number from a bare card");
    assert!(read > 10, "only {read} reads of the attributes pass the guard");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(768))]
    #[test]
    fn no_sequence_of_commands_brings_the_number(commands in any_sequence()) {
        let card = hanako();
        let secrets = secrets(&card);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let mut guard = Guard::new(card.clone(), &INDIVIDUAL_NUMBER_CARD);
            for command in &commands {
                let _ = guard.transceive(command).await;
            }
        });
        for exchange in card.take_trace() {
            prop_assert!(!any_in(&exchange.answer, &secrets), "{:02X?}", exchange.command);
        }
    }
}
