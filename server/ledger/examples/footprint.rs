//! How much memory a town takes, and how fast its ledger is: 300,000 wallets with three lots each, then
//! payments at ever longer histories. `cargo run --release -p yui-ledger --example footprint`.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]

use std::time::Instant;

use yui_ledger::{Caps, Command, Ledger, LotTerms, Op, Settings};
use yui_protocol::{CommandId, Millis, Points, ShopId, Subject, wallet::LotKind};

const WALLETS: u32 = 300_000;
const START: Millis = Millis(1_803_870_000_000);

fn main() {
    let mut ledger =
        Ledger::new(Settings { answers_at_most: 1_000, ids_at_most: 1_000, ..Settings::default() });
    let before = resident_bytes();
    let mut count = 0;
    for number in 0..WALLETS {
        for (kind, slug, last_day) in [
            (LotKind::Charged, "charge", "2027-08-31"),
            (LotKind::Granted, "grant", "2027-06-30"),
            (LotKind::Coupon, "coupon", "2027-05-31"),
        ] {
            let classes = if kind == LotKind::Coupon { vec!["food".to_owned()] } else { Vec::new() };
            let programme = slug.parse().expect("a slug");
            let last_day = last_day.parse().expect("a day");
            let terms = LotTerms { kind, programme, last_day, classes };
            let caps = Caps { per_person: Some(Points(5_000)), ..Caps::default() };
            give(
                &mut ledger,
                &mut count,
                Op::Issue { wallet: wallet(number), terms, amount: Points(5_000), caps },
            );
        }
    }
    commit(&mut ledger);
    let per_wallet = (resident_bytes() - before) / u64::from(WALLETS);
    println!("{WALLETS} wallets with 3 lots: {per_wallet} bytes each");
    assert!(per_wallet <= 1024, "a wallet takes more than 1 KiB");

    for _ in 0..5 {
        let (began, first) = (Instant::now(), count);
        for number in 0..100_000 {
            let op = Op::Pay {
                payer: wallet(number * 7919 % WALLETS),
                shop: ShopId([u8::try_from(number % 200).unwrap_or_default(); 8]),
                shop_classes: vec!["food".to_owned()],
                amount: Points(3),
                code: None,
                till: None,
            };
            give(&mut ledger, &mut count, op);
        }
        let detail = ledger.rows().postings.detail.iter().map(Vec::len).max().unwrap_or_default();
        commit(&mut ledger);
        let micros = began.elapsed().as_secs_f64() * 1e6 / 100_000.0;
        println!(
            "after {first} postings: {micros:.2} us a payment, with rows, hash and checks; {detail} bytes of detail"
        );
    }
}

fn wallet(number: u32) -> Subject {
    Subject::from_bytes((u128::from(number) * 0x9E37_79B9_7F4A_7C15).to_be_bytes())
}

fn give(ledger: &mut Ledger, count: &mut u64, op: Op) {
    *count += 1;
    let at = START.plus(i64::try_from(*count / 8).unwrap_or_default());
    let mut random = [0; 10];
    random[2..].copy_from_slice(&count.to_be_bytes());
    let command = Command { id: CommandId::new(at, random), digest: [7; 32], signature: None, op };
    ledger.apply(&command, at).expect("accepted");
    if count.is_multiple_of(256) {
        commit(ledger);
    }
}

fn commit(ledger: &mut Ledger) {
    ledger.check().expect("invariants hold");
    std::hint::black_box(ledger.rows());
    ledger.committed();
}

/// The resident set of this process (proc(5), statm, second field, in pages of 4 KiB).
fn resident_bytes() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or_default() * 4096
}
