//! Our transport through pcscd, as a program uses it: exclusive, and ended for good by the first fault.

use std::time::Duration;

use yui_card::{Card, CardTransport as _, PinKind, TransportError};
use yui_protocol::ErrorCode;
use yui_terminal::reader::{CardInReader, Fault, OnReader, Readers};

use crate::desk::{Desk, wait_for};

const SELECT_JPKI: [u8; 15] = [0, 0xA4, 4, 0x0C, 10, 0xD3, 0x92, 0xF0, 0, 0x26, 1, 0, 0, 0, 1];

fn hold() -> Result<CardInReader, Fault> {
    Readers::open()?.card(None, Duration::ZERO, || ())
}

#[tokio::test]
async fn a_card_is_held_by_one_and_free_again_afterwards() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let held = hold().expect("a card");
    assert_eq!(held.transceive(&SELECT_JPKI).await, Ok(vec![0x90, 0]));
    assert_eq!(Readers::open().and_then(|readers| readers.seen()).expect("seen")[0].card, OnReader::InUse);
    assert_eq!(hold().err(), Some(Fault::InUse));
    drop(held);
    let again = hold().expect("free again");
    assert_eq!(Card::new(again).tries_left(PinKind::Signature).await, Ok(5));
}

#[tokio::test]
async fn the_first_fault_ends_the_session() {
    let desk = Desk::set();
    let card = desk.lay(0, &[]);
    let held = hold().expect("a card");
    assert_eq!((held.exchange(&SELECT_JPKI), held.ended()), (Ok(vec![0x90, 0]), None));
    drop(card);
    wait_for("the card has gone", || held.exchange(&SELECT_JPKI).is_err());
    assert_eq!(held.ended(), Some(Fault::Removed));
    // Another card on the same reader is not the same session.
    let _other = desk.lay(0, &["--person", "taro"]);
    assert_eq!(held.transceive(&SELECT_JPKI).await, Err(TransportError::Lost));
    let lost = Card::new(held.clone()).inspect().await.map_err(|error| error.code);
    assert_eq!(lost, Err(ErrorCode::CardLost));
    drop(held);
    Card::new(hold().expect("the other card")).inspect().await.expect("a My Number card");
}

#[tokio::test]
async fn a_service_that_ends_is_no_lost_card() {
    let mut desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let held = hold().expect("a card");
    desk.end_service();
    assert_eq!(held.transceive(&SELECT_JPKI).await, Err(TransportError::Failed));
    assert_eq!(held.ended(), Some(Fault::ReaderGone));
    assert_eq!(hold().err(), Some(Fault::NoService));
}
