//! Cards and readers as they are: answers in pieces, slow, pulled out, of other kinds, or hostile.

mod common;

use std::{
    io::Write,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use common::{TEXT, hanako};
use proptest::prelude::*;
use yui_card::{
    Algorithm, Attributes, Card, CardError, CardTransport, KeyKind, LastTry, Pin, PinKind, PinRule, Profile,
    TransportError,
    map::{Application, File, Holds},
};
use yui_protocol::ErrorCode;
use yui_testkit::{
    card::{AUTHENTICATION_PIN, CardBuilder, Manner, Person, SIGNATURE_PASSWORD, TEXT_PIN, VirtualCard},
    leaks::{Secret, any_in},
};

/// A registration and the attributes: all that the app does with a card.
async fn everything<T: CardTransport>(transport: T) -> Result<(Vec<u8>, Attributes), CardError> {
    let mut card = Card::new(transport);
    let password = Pin::from(SIGNATURE_PASSWORD);
    let signed = card.sign_statement(KeyKind::Signature, &password, LastTry::Ask, |_| vec![7; 100]).await?;
    card.verify(PinKind::Text, &Pin::from(TEXT_PIN), LastTry::Ask).await?;
    Ok((signed.signature, card.attributes().await?))
}

fn with(manner: Manner) -> VirtualCard {
    CardBuilder::new(&Person::hanako()).manner(manner).build()
}

#[tokio::test]
async fn every_manner_of_answering_gives_the_same() {
    let expected = everything(hanako()).await.expect("an ordinary card");
    for manner in [
        Manner { largest_read: 100, ..Manner::default() },
        Manner { largest_read: 1, ..Manner::default() },
        Manner { largest_answer: 64, ..Manner::default() },
        Manner { largest_answer: 255, largest_read: 200, ..Manner::default() },
        Manner { insists_on_length: true, ..Manner::default() },
    ] {
        assert_eq!(everything(with(manner)).await.as_ref(), Ok(&expected), "{manner:?}");
    }
}

#[tokio::test]
async fn every_answer_may_come_in_pieces_or_ask_for_another_length() {
    let expected = everything(hanako()).await.expect("an ordinary card");
    // `61xx` after every command that is done, SELECT too, whose answer nobody wanted.
    let waiting = Mutex::new(Vec::new());
    let in_pieces = bent(hanako(), move |_, command: &[u8], answer: Vec<u8>| {
        let mut waiting = waiting.lock().expect("one thread");
        if command[1] == 0xC0 {
            return Ok(std::mem::take(&mut *waiting));
        }
        if !answer.ends_with(&[0x90, 0]) {
            return Ok(answer);
        }
        *waiting = if answer.len() == 2 { vec![0x6F, 0, 0x90, 0] } else { answer };
        Ok(vec![0x61, u8::try_from((waiting.len() - 2) % 256).expect("a byte")])
    });
    assert_eq!(everything(in_pieces).await.as_ref(), Ok(&expected));
    // `6Cxx` the first time that a length is named, whichever it was.
    let named = Mutex::new(false);
    let particular = bent(hanako(), move |_, _: &[u8], answer: Vec<u8>| {
        let mut named = named.lock().expect("one thread");
        *named = answer.len() > 2 && !*named;
        let length = u8::try_from((answer.len() - 2) % 256).expect("a byte");
        Ok(if *named { vec![0x6C, length] } else { answer })
    });
    assert_eq!(everything(particular).await.as_ref(), Ok(&expected));
}

/// Whatever status word comes at whatever moment, it ends in a code that a person can be told, and no try is lost.
#[tokio::test]
async fn an_unexpected_status_word_ends_in_a_code_at_every_moment() {
    let card = hanako();
    everything(card.clone()).await.expect("an ordinary card");
    let commands: Vec<Vec<u8>> = card.take_trace().into_iter().map(|exchange| exchange.command).collect();
    for status in [
        0x6200_u16, 0x6281, 0x6283, 0x6300, 0x63CF, 0x6400, 0x6581, 0x6700, 0x6881, 0x6982, 0x6983, 0x6984,
        0x6985, 0x6986, 0x6A80, 0x6A82, 0x6A86, 0x6B00, 0x6D00, 0x6E00, 0x6F00, 0x9001, 0x0000,
    ] {
        for (moment, command) in commands.iter().enumerate() {
            let card = hanako();
            let bent = bent(card.clone(), move |at, _: &[u8], answer| {
                Ok(if at == moment { status.to_be_bytes().to_vec() } else { answer })
            });
            let Err(error) = everything(bent).await else {
                // The tries left may well be called 15; the PIN is right.
                assert!(command[1] == 0x20 && status == 0x63CF, "{status:04X} at {moment} is taken for good");
                continue;
            };
            let select = command[1] == 0xA4 && matches!(status, 0x6A82 | 0x6D00 | 0x6E00);
            let verify = command[1] == 0x20;
            let wanted = match (status, error.code.clone()) {
                (_, ErrorCode::CardUnsupported | ErrorCode::CertificateAbsent) => select,
                (0x6983 | 0x6984, ErrorCode::PinBlocked) => verify,
                (0x6300 | 0x63CF, ErrorCode::PinWrong) => verify && command.len() > 4,
                (_, code) => code == ErrorCode::CardFailed && !select,
            };
            assert!(wanted, "{status:04X} at {moment}: {error:?}");
            assert_eq!((card.tries_left(PinKind::Signature), card.tries_left(PinKind::Text)), (5, 3));
        }
    }
}

#[tokio::test]
async fn a_reader_that_fails_at_any_moment_is_a_failed_card_and_a_fresh_one_goes_on() {
    let card = hanako();
    everything(card.clone()).await.expect("an ordinary card");
    for moment in 0..card.take_trace().len() {
        let card = hanako();
        let bent = bent(
            card.clone(),
            move |at, _: &[u8], answer| {
                if at < moment { Ok(answer) } else { Err(TransportError::Failed) }
            },
        );
        assert_eq!(everything(bent).await, Err(CardError::new(ErrorCode::CardFailed)), "after {moment}");
        card.reset();
        everything(card).await.expect("the card is as before");
    }
}

#[tokio::test]
async fn a_card_that_takes_nothing_beyond_what_is_known_and_another_answer_to_reset_make_no_difference() {
    let expected = everything(hanako()).await.expect("an ordinary card");
    let strict = with(Manner { strict: true, ..Manner::default() });
    assert_eq!(everything(strict).await.as_ref(), Ok(&expected));
    // The answer to reset is never asked for: a contactless reader makes up its own.
    let contactless = CardBuilder::new(&Person::hanako()).atr(&[0x3B, 0x80, 0x80, 0x01, 0x01]).build();
    assert_eq!(everything(contactless).await.as_ref(), Ok(&expected));
}

/// Two readers, two cards, commands in turns: neither session knows of the other.
#[tokio::test]
async fn two_cards_at_once_stay_two() {
    let taro = CardBuilder::new(&Person::taro()).build();
    let (hanako, taro) = tokio::join!(everything(hanako()), everything(taro));
    let names = [hanako, taro].map(|read| read.expect("ordinary cards").1.name.clone());
    assert_eq!(names, [Person::hanako().name, Person::taro().name]);
}

#[tokio::test]
async fn the_tries_are_asked_for_once_and_again_only_where_something_came_between() {
    let questions = |card: &VirtualCard| {
        let trace = card.take_trace();
        trace.iter().filter(|exchange| exchange.command == [0, 0x20, 0, 0x80]).count()
    };
    let card = hanako();
    let mut reader = Card::new(card.clone());
    let pin = Pin::from(AUTHENTICATION_PIN);
    assert_eq!(reader.tries_left(PinKind::Authentication).await, Ok(3));
    reader.verify(PinKind::Authentication, &pin, LastTry::Ask).await.expect("right");
    assert_eq!(questions(&card), 1);
    // Another PIN, another file, another try: what was said before counts no more.
    assert_eq!(reader.tries_left(PinKind::Signature).await, Ok(5));
    reader.verify(PinKind::Authentication, &pin, LastTry::Ask).await.expect("right");
    reader.certificate(KeyKind::Authentication).await.expect("free");
    reader.verify(PinKind::Authentication, &pin, LastTry::Ask).await.expect("right");
    assert_eq!(questions(&card), 3);
    for left in [2, 1] {
        let wrong = reader.verify(PinKind::Authentication, &Pin::from("0000"), LastTry::Ask).await;
        assert_eq!(wrong.map_err(|error| error.tries_left), Err(Some(left)));
    }
    let asked = reader.verify(PinKind::Authentication, &pin, LastTry::Ask).await;
    assert_eq!(asked.map_err(|error| error.code), Err(ErrorCode::PinLastTry));
    assert_eq!(questions(&card), 3);
}

#[tokio::test]
async fn a_blocked_pin_is_blocked_in_every_spelling() {
    for blocked in [0x63C0, 0x6983, 0x6984] {
        let card = with(Manner { blocked, ..Manner::default() });
        let mut reader = Card::new(card.clone());
        for _ in 0..3 {
            let _ = reader.verify(PinKind::Authentication, &Pin::from("0000"), LastTry::Confirmed).await;
        }
        assert_eq!(reader.tries_left(PinKind::Authentication).await, Ok(0));
        // A card that says so only at the try itself.
        let scripted = Scripted(move |command: &[u8]| match command {
            [0, 0x20, _, _] => vec![0x63, 0xC3],
            [0, 0x20, ..] => u16::to_be_bytes(blocked).to_vec(),
            _ => vec![0x90, 0],
        });
        let error = Card::new(scripted)
            .verify(PinKind::Authentication, &Pin::from(AUTHENTICATION_PIN), LastTry::Ask)
            .await
            .expect_err("blocked");
        assert_eq!((error.code, error.tries_left), (ErrorCode::PinBlocked, Some(0)));
    }
}

#[tokio::test]
async fn pulled_out_at_any_moment_it_is_lost_and_works_again_when_put_back() {
    let card = hanako();
    everything(card.clone()).await.expect("an ordinary card");
    let commands = card.take_trace().len();
    for moment in 0..commands {
        let card = hanako();
        card.pull_out_after(moment);
        let mut reader = Card::new(card.clone());
        let password = Pin::from(SIGNATURE_PASSWORD);
        let lost = reader.sign_statement(KeyKind::Signature, &password, LastTry::Ask, |_| vec![7]).await;
        if let Err(error) = lost {
            assert_eq!(error, CardError::new(ErrorCode::CardLost), "after {moment} commands");
            card.put_back();
            let again = reader.sign_statement(KeyKind::Signature, &password, LastTry::Ask, |_| vec![7]).await;
            again.expect("the same reader goes on with the card put back");
        }
        assert_eq!(card.tries_left(PinKind::Signature), 5);
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_card_is_waited_for() {
    let card = hanako();
    card.slow(Duration::from_millis(700));
    everything(card).await.expect("the transport alone says when it has been too long");
}

#[tokio::test]
async fn other_cards_are_not_supported() {
    for status in [0x6A82_u16, 0x6D00, 0x6E00, 0x6A81] {
        let other = Scripted(move |_: &[u8]| status.to_be_bytes().to_vec());
        assert_eq!(everything(other).await.map_err(|error| error.code), Err(ErrorCode::CardUnsupported));
    }
    let unknown_label = Scripted(|command: &[u8]| match command {
        [0, 0xB0, ..] => [&[b' '; 32][..], &[0x90, 0]].concat(),
        _ => vec![0x90, 0],
    });
    assert_eq!(everything(unknown_label).await.map_err(|error| error.code), Err(ErrorCode::CardUnsupported));
}

#[tokio::test]
async fn nonsense_from_a_card_is_a_failed_card() {
    for answer in [vec![], vec![0x90], vec![0x6F, 0], vec![0x61, 0], vec![0x6C, 0], vec![0x90, 0]] {
        let shown = format!("{answer:02X?}");
        let nonsense = Scripted(move |_: &[u8]| answer.clone());
        assert_eq!(
            everything(nonsense).await.map_err(|error| error.code),
            Err(ErrorCode::CardFailed),
            "{shown}"
        );
    }
    let broken = BrokenReader;
    assert_eq!(everything(broken).await.map_err(|error| error.code), Err(ErrorCode::CardFailed));
}

proptest! {
    /// Whatever a card answers, reading ends with an answer or a code.
    #[test]
    fn a_hostile_card_ends_in_a_code(answers in proptest::collection::vec(
        prop_oneof![
            Just(vec![0x90, 0]),
            proptest::collection::vec(any::<u8>(), 0..40),
            (proptest::collection::vec(any::<u8>(), 0..300), prop::sample::select(vec![0x9000_u16, 0x6110, 0x6C05, 0x6282]))
                .prop_map(|(data, status)| [&data[..], &status.to_be_bytes()].concat()),
        ],
        1..20,
    )) {
        let next = Mutex::new((0, answers));
        let hostile = Scripted(move |_: &[u8]| {
            let mut state = next.lock().expect("one thread");
            let at = state.0 % state.1.len();
            state.0 += 1;
            state.1[at].clone()
        });
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let mut card = Card::new(hostile);
            let _ = card.inspect().await;
            let _ = card.certificate(KeyKind::Authentication).await;
            let _ = card.verify(PinKind::Text, &Pin::from(TEXT_PIN), LastTry::Ask).await;
            let _ = card.attributes().await;
            let _ = card.sign(KeyKind::Authentication, b"message").await;
        });
    }
}

/// The next generation is another map: other addresses, another PIN rule, P-384 with SHA-384. Its true addresses are
/// not public yet; these are made up.
#[tokio::test]
async fn another_generation_is_only_another_map() {
    static NEXT: Profile = Profile {
        applications: &[Application {
            name: "authentication",
            id: &[0xF0, 0x59, 0x55, 0x49],
            files: &[
                File { id: 0x0101, holds: Holds::Pin(PinKind::Authentication) },
                File { id: 0x0102, holds: Holds::Key(KeyKind::Authentication) },
            ],
        }],
        pins: &[(
            PinKind::Authentication,
            PinRule { shortest: 6, longest: 6, alphabet: yui_card::Alphabet::Digits, tries: 3 },
        )],
        algorithm: Algorithm::P384Sha384,
    };
    let sent = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&sent);
    let next_card = Scripted(move |command: &[u8]| {
        seen.lock().expect("one thread").push(command.to_vec());
        match command {
            [0, 0x20, 0, 0x80] => vec![0x63, 0xC3],
            [0x80, ..] => [&[9; 96][..], &[0x90, 0]].concat(),
            _ => vec![0x90, 0],
        }
    });
    let mut card = Card::with_profile(next_card, &NEXT);
    let short = card.verify(PinKind::Authentication, &Pin::from("1234"), LastTry::Ask).await;
    assert_eq!(short.map_err(|error| error.code), Err(ErrorCode::PinFormat));
    card.verify(PinKind::Authentication, &Pin::from("123456"), LastTry::Ask).await.expect("six digits");
    let signature = card.sign(KeyKind::Authentication, b"abc").await.expect("signed");
    assert_eq!(signature, [9; 96]);
    let absent = card.attributes().await.map_err(|error| error.code);
    assert_eq!(absent, Err(ErrorCode::CardUnsupported), "what is not on the map is not there");
    let sent = sent.lock().expect("one thread");
    let signing = sent.last().expect("signing came last");
    // SHA-384 of "abc" (FIPS 180-4, example) begins and ends so.
    assert_eq!(
        (signing[4], &signing[5..9], &signing[49..53]),
        (48, &[0xCB, 0, 0x75, 0x3F][..], &[0x34, 0xC8, 0x25, 0xA7][..])
    );
}

#[tokio::test]
async fn no_secret_reaches_a_trace_or_an_error() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&log);
    let subscriber = tracing_subscriber::fmt()
        // The search is for what is said, not for when.
        .without_time()
        .with_ansi(false)
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || Sink(Arc::clone(&sink)))
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let card = hanako();
    everything(card.clone()).await.expect("an ordinary card");
    let mut proving = Card::new(card.clone());
    let pin = Pin::from(AUTHENTICATION_PIN);
    proving
        .sign_statement(KeyKind::Authentication, &pin, LastTry::Ask, |_| vec![7; 100])
        .await
        .expect("signs");
    let wrong =
        Card::new(card.clone()).verify(PinKind::Signature, &Pin::from("SECRET99"), LastTry::Ask).await;
    tracing::error!("{:?} {}", wrong, wrong.clone().expect_err("wrong"));
    drop(guard);

    let log = log.lock().expect("one thread").clone();
    let text = String::from_utf8(log.clone()).expect("text");
    assert!(
        text.contains("VERIFY (masked)") && text.contains("SELECT file 001B"),
        "the trace does say something"
    );
    assert!(text.contains("PinWrong"));
    let (hanako, builder) = (Person::hanako(), CardBuilder::new(&Person::hanako()));
    let attributes = card.content(TEXT, 2).expect("the file is there");
    let mut secrets: Vec<_> = [SIGNATURE_PASSWORD, "SECRET99", &hanako.name, &hanako.address, &hanako.number]
        .map(|secret| Secret::text(secret, secret))
        .into();
    secrets.extend([TEXT_PIN, AUTHENTICATION_PIN].map(|pin| Secret::pin("PIN", pin)));
    secrets.push(Secret::bytes("attributes", &attributes[14..40]));
    for key in [KeyKind::Signature, KeyKind::Authentication] {
        secrets.push(Secret::certificate("certificate", &builder.certificate(key), &[]));
        secrets.push(Secret::serial("serial number", builder.serial(key)));
    }
    assert!(!any_in(&log, &secrets), "{text}");
    // Planted into the same trace, each is found however it is written.
    for secret in &secrets {
        for (spelling, written) in secret.written() {
            let trace = [&log[..], b" ", written, b" "].concat();
            assert!(secret.is_in(&trace), "{} as {spelling}", secret.name());
        }
    }
}

/// A card that answers from a function.
struct Scripted<F>(F);

#[async_trait]
impl<F: Fn(&[u8]) -> Vec<u8> + Send + Sync> CardTransport for Scripted<F> {
    async fn transceive(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        Ok((self.0)(command))
    }
}

/// A card whose answers are bent on the way: by how many went before, the command and the true answer.
struct Bent<F> {
    card: VirtualCard,
    bend: F,
    before: AtomicUsize,
}

fn bent<F>(card: VirtualCard, bend: F) -> Bent<F> {
    Bent { card, bend, before: AtomicUsize::new(0) }
}

#[async_trait]
impl<F> CardTransport for Bent<F>
where
    F: Fn(usize, &[u8], Vec<u8>) -> Result<Vec<u8>, TransportError> + Send + Sync,
{
    async fn transceive(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        let answer = self.card.answer(command).ok_or(TransportError::Lost)?;
        (self.bend)(self.before.fetch_add(1, Ordering::Relaxed), command, answer)
    }
}

/// A reader that does not work.
struct BrokenReader;

#[async_trait]
impl CardTransport for BrokenReader {
    async fn transceive(&self, _: &[u8]) -> Result<Vec<u8>, TransportError> {
        Err(TransportError::Failed)
    }
}

struct Sink(Arc<Mutex<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("one thread").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
