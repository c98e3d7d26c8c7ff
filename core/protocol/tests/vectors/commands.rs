//! Signed commands: one canonical payload for each act, and what is no payload.

use serde_json::Value;
use yui_protocol::{
    Millis, Points, TillId,
    command::{Act, CancelTill, Command, OpenTill, Pay, RedeemCode, RedeemVoucher, Refund},
};

use crate::{TestKey, bytes, cases, check_refused, hex, load, number, parsed, text};

fn act(act: &Value) -> Act {
    let amount = || Points(number(act, "amount"));
    match text(act, "is") {
        "pay" => Act::Pay(Pay {
            shop: parsed(act, "shop"),
            amount: amount(),
            till: act.get("till").map(|_| parsed(act, "till")),
        }),
        "redeem_code" => Act::RedeemCode(RedeemCode { code: bytes(act, "code"), amount: amount() }),
        "refund" => Act::Refund(Refund { payment: parsed(act, "payment"), amount: amount() }),
        "open_till" => Act::OpenTill(OpenTill {
            amount: amount(),
            reference: act.get("reference").map(|_| text(act, "reference").to_owned()),
            seconds: u32::try_from(number(act, "seconds")).expect("seconds"),
        }),
        "cancel_till" => Act::CancelTill(CancelTill { till: parsed::<TillId>(act, "till") }),
        "redeem_voucher" => Act::RedeemVoucher(RedeemVoucher { secret: bytes(act, "secret") }),
        other => panic!("{other} is no act"),
    }
}

#[test]
fn the_commands_are_written_and_read_as_frozen() {
    let file = load("commands.json");
    let key = TestKey::of(&file);
    for case in cases(&file, "commands") {
        let command = Command {
            id: parsed(case, "id"),
            town: parsed(case, "town"),
            issued_at: Millis(number(case, "issued_at")),
            valid_until: Millis(number(case, "valid_until")),
            act: act(&case["act"]),
        };
        let payload = command.payload();
        assert_eq!(hex(&payload), text(case, "payload"), "{case}");
        assert_eq!(Command::from_payload(&payload), Ok(command));
        key.check(&Command::signed_bytes(&payload), case);
    }
    for case in cases(&file, "refused") {
        check_refused(case, Command::from_payload);
    }
}

/// A payload that differs by one bit is another command or none; the signature fits neither.
#[test]
fn no_single_bit_can_be_altered() {
    let file = load("commands.json");
    let key = TestKey::of(&file);
    for case in cases(&file, "commands") {
        let payload = bytes(case, "payload");
        let original = Command::from_payload(&payload).expect("frozen");
        let signature = key.sign(&Command::signed_bytes(&payload));
        for bit in 0..payload.len() * 8 {
            let mut altered = payload.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(Command::from_payload(&altered).as_ref(), Ok(&original), "bit {bit}");
            assert!(!key.verifies(&Command::signed_bytes(&altered), &signature), "bit {bit}");
        }
    }
}
