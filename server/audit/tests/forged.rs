//! What a faulty writer would commit, with a chain that is whole: logs made by hand from docs/ledger-format.md, each with
//! one fault, of which no hash tells anything. Arithmetic must find it, in the row where it is.

mod forge;

use forge::{DAY, Forge, Leg, NOON, SHOP, WALLET};

/// A charge of 100, a payment of 60 with 40 of it given back, 30 set aside, of which 20 are captured and 10 freed, all 40
/// paid out to the shop; 40 days later 60 run out, and the wallet ends: rows 1 to 9. Each fault alters one of its rows
/// before they are chained.
fn sound() -> Forge {
    let mut log = Forge::begin();
    log.issue(100, 0, None, None);
    log.pay(60);
    log.refund(2, 40);
    log.hold(30, NOON + DAY);
    log.capture(4, 20, false);
    log.release(4, 10);
    log.settle(40);
    log.expire(60);
    log.close();
    log.all_later(8, 40 * DAY);
    log
}

type Fault = (&'static str, i64, fn(&mut Forge), &'static str);

const FAULTS: [Fault; 25] = [
    ("value from nowhere", 2, |log| log.row(2).legs[0].amount = -59, "its legs do not sum to zero"),
    ("nothing moves", 2, |log| log.row(2).legs.push(Leg::plain(SHOP, 0)), "a leg moves nothing"),
    ("a negative act", 2, |log| log.row(2).turn_round(), "its amount is not positive"),
    ("another amount than it says", 2, |log| log.row(2).amount = 61, "what it moves is not what"),
    ("a lot that is used up", 2, |log| log.row(2).of_lot(150), "it leaves less of lot 1"),
    (
        "a lot that nobody issued",
        2,
        |log| log.row(2).legs[0].lot(7),
        "it moves lot 7, which no row has issued",
    ),
    (
        "to a wallet without a lot",
        2,
        |log| log.row(2).legs[1].account = WALLET,
        "a wallet moves without a lot",
    ),
    ("after the last day", 2, |log| log.all_later(2, 400 * DAY), "it uses lot 1 after its last day"),
    ("more back than was paid", 3, |log| log.row(3).of_lot(-61), "more is given back than was paid"),
    ("back from another shop", 3, |log| log.row(3).payment(9), "it gives back a payment that is not there"),
    ("a refund to another lot", 3, |log| log.row(3).legs[1].lot(9), "it does not give back to the lots"),
    ("more set aside than there is", 4, |log| log.row(4).sets_aside(90), "it leaves less of lot 1"),
    (
        "set aside beyond the last day",
        4,
        |log| log.until(4, NOON + 400 * DAY),
        "it uses lot 1 after its last day",
    ),
    ("more captured than set aside", 5, |log| log.row(5).of_lot(31), "what it moves is not what"),
    ("captured and not freed", 5, |log| log.row(5).reserves.clear(), "what it moves is not what"),
    ("less freed than is set aside", 6, |log| log.row(6).frees(9), "it does not free all of its hold"),
    ("more paid out than taken", 7, |log| log.row(7).of_shop(41), "it leaves account 3 below zero"),
    ("run out too early", 8, |log| log.all_later(8, -40 * DAY), "what it moves is not what"),
    ("not all that ran out", 8, |log| log.row(8).of_lot(59), "it leaves something of lot 1"),
    (
        "an end with something left",
        9,
        |log| log.row(8).of_lot(59),
        "it closes a wallet in which something is left",
    ),
    ("paid after its end", 10, |log| log.pays_after_the_end(), "a wallet that was closed is touched"),
    ("a budget passed", 1, |log| log.caps(Some(99), None), "it passes the budget"),
    ("a cap passed", 1, |log| log.caps(None, Some(99)), "it passes what one person may get"),
    ("a time that falls", 3, |log| log.row(3).at -= 1, "its time lies before"),
    ("a number left out", 3, |log| log.leaves_out(3), "it is missing"),
];

#[tokio::test]
async fn a_sound_log_made_by_hand_is_sound() {
    assert_eq!(sound().found().await, []);
}

#[tokio::test]
async fn what_a_faulty_writer_would_commit_is_found_in_its_row() {
    for (name, row, fault, said) in FAULTS {
        let mut log = sound();
        fault(&mut log);
        let found = log.found().await;
        let row = row.to_string();
        assert!(found.iter().any(|one| one.row == row && one.what.contains(said)), "{name}: {found:?}");
        assert!(!found.iter().any(|one| one.what.contains("hash")), "{name}: the chain is whole: {found:?}");
    }
}
