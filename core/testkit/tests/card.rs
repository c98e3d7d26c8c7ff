//! The virtual card as other processes see it, and its answers to what no reader of ours would send.

use tokio::net::TcpListener;
use yui_card::{Card, CardTransport, KeyKind, LastTry, Pin, PinKind, TransportError};
use yui_protocol::ErrorCode;
use yui_testkit::card::{AUTHENTICATION_PIN, CardBuilder, Person, RemoteCard, VirtualCard, serve};

const JPKI: [u8; 15] = [0, 0xA4, 4, 0x0C, 10, 0xD3, 0x92, 0xF0, 0, 0x26, 1, 0, 0, 0, 1];

fn card() -> VirtualCard {
    CardBuilder::new(&Person::taro()).build()
}

/// The status word of each command's answer.
fn statuses(card: &VirtualCard, commands: &[&[u8]]) -> Vec<u16> {
    let answer = |command: &&[u8]| card.answer(command).expect("the card is there");
    let status = |answer: Vec<u8>| u16::from_be_bytes([answer[answer.len() - 2], answer[answer.len() - 1]]);
    commands.iter().map(|command| status(answer(command))).collect()
}

#[tokio::test]
async fn another_process_reads_and_signs_over_tcp() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    let card = card();
    let server = tokio::spawn(serve(listener, card.clone()));
    let remote = RemoteCard::connect(address).await.expect("served");
    assert_eq!(remote.atr().await.expect("answered"), card.atr());
    let mut reader = Card::new(remote);
    let pin = Pin::from(AUTHENTICATION_PIN);
    let near = Card::new(card.clone())
        .sign_statement(KeyKind::Authentication, &pin, LastTry::Ask, |_| vec![1])
        .await
        .expect("signed");
    let far = reader
        .sign_statement(KeyKind::Authentication, &pin, LastTry::Ask, |_| vec![1])
        .await
        .expect("signed");
    assert_eq!(near, far);

    card.pull_out_after(0);
    assert_eq!(reader.inspect().await.map_err(|error| error.code), Err(ErrorCode::CardLost));
    card.put_back();
    let again = RemoteCard::connect(address).await.expect("served");
    assert_eq!(Card::new(again).tries_left(PinKind::Signature).await, Ok(5));
    server.abort();
    let _ = server.await;
    assert_eq!(reader.inspect().await.map_err(|error| error.code), Err(ErrorCode::CardLost));
}

#[test]
fn what_is_not_there_is_answered_as_on_the_real_card() {
    let card = card();
    assert_eq!(
        statuses(
            &card,
            &[
                &[0, 0xB0, 0, 0, 0],                // nothing is selected after reset
                &[0, 0xA4, 4, 0x0C, 3, 0xF0, 1, 2], // no such application
                &JPKI,
                &[0, 0xA4, 2, 0x0C, 2, 0, 0x1F], // no such file
                &[0, 0xB0, 0x8A, 0, 0],          // short id, free to read
                &[0, 0xB0, 0x7F, 0xFF, 0],       // past the end
                &[0, 0xB0, 0x81, 0, 0],          // closed
                &[0, 0x20, 0, 0x98],             // tries, by short id
                &[0, 0x20, 0, 0x98, 4, 0x30, 0x30, 0x30, 0x30],
                &[0x80, 0x2A, 0, 0x97, 1, 0, 0], // key without its PIN
                &[0, 0xEE, 0, 0],                // no such command
                &[0, 0xA4, 4, 0x0C, 10, 1],      // lengths do not add up
                &[0x0C, 0xA4, 4, 0x0C, 1, 1],    // secure messaging
            ]
        ),
        [
            0x6986, 0x6A82, 0x9000, 0x6A82, 0x9000, 0x6B00, 0x6982, 0x63C3, 0x63C2, 0x6982, 0x6D00, 0x6700,
            0x6882
        ]
    );
}

#[test]
fn a_presented_pin_is_forgotten_with_another_application_and_with_reset() {
    let text = [&[0, 0xA4, 4, 0x0C, 10][..], &[0xD3, 0x92, 0x10, 0, 0x31, 0, 1, 1, 4, 8]].concat();
    let present = [&[0, 0x20, 0, 0x98, 4][..], AUTHENTICATION_PIN.as_bytes()].concat();
    let sign = [0x80, 0x2A, 0, 0x97, 1, 7, 0];
    let card = card();
    assert_eq!(
        statuses(&card, &[&JPKI, &present, &sign, &JPKI, &sign]),
        [0x9000; 5],
        "the same application keeps it"
    );
    assert_eq!(statuses(&card, &[&text, &JPKI, &sign]), [0x9000, 0x9000, 0x6982]);
    assert_eq!(statuses(&card, &[&present, &sign]), [0x9000, 0x9000]);
    card.reset();
    assert_eq!(statuses(&card, &[&JPKI, &sign]), [0x9000, 0x6982]);
}

#[test]
fn a_blocked_pin_stays_blocked_with_the_right_digits() {
    let card = card();
    let wrong = [0, 0x20, 0, 0x98, 4, 0x30, 0x30, 0x30, 0x30];
    let right = [&[0, 0x20, 0, 0x98, 4][..], AUTHENTICATION_PIN.as_bytes()].concat();
    let asked = [0, 0x20, 0, 0x98];
    let all = statuses(&card, &[&JPKI, &wrong, &wrong, &wrong, &wrong, &right, &asked]);
    assert_eq!(all, [0x9000, 0x63C2, 0x63C1, 0x63C0, 0x6984, 0x6984, 0x63C0]);
    card.reset();
    assert_eq!(statuses(&card, &[&JPKI, &asked]), [0x9000, 0x63C0]);
    assert_eq!(card.tries_left(PinKind::Authentication), 0);
}

#[tokio::test]
async fn the_hand_pulls_it_out_and_the_trace_shows_what_passed() {
    let card = card();
    card.pull_out_after(1);
    assert_eq!(card.transceive(&JPKI).await, Ok(vec![0x90, 0]));
    assert_eq!(card.transceive(&JPKI).await, Err(TransportError::Lost));
    let trace = card.take_trace();
    assert_eq!((trace.len(), &trace[0].command[..], &trace[0].answer[..]), (1, &JPKI[..], &[0x90, 0][..]));
    assert_eq!(card.take_trace(), []);
}
