//! Memory of a large town's ledger: every wallet with three lots. In a process of its own, so that nothing else that was
//! measured before lies in the figure.

use std::process::Command as Process;

use yui_ledger::{Caps, Command, Ledger, LotTerms, Op, Settings};
use yui_protocol::{CommandId, Millis, Points, Subject, wallet::LotKind};

use crate::{
    measure::{Line, Report, cpu},
    outcome::Outcome,
    size::Size,
};

/// The word by which this program is told to be that process.
pub const WORD: &str = "--wallets-in-memory";

const START: Millis = Millis(1_803_870_000_000);

/// Measures it.
pub fn run(size: &Size, report: &mut Report) -> Outcome<()> {
    let output = Process::new(std::env::current_exe()?).args([WORD, &size.wallets.to_string()]).output()?;
    let bytes: f64 = String::from_utf8(output.stdout)?.trim().parse()?;
    report.line(&Line::within("memory-a-wallet-with-3-lots", "bytes", bytes, 1024.0));
    Ok(())
}

/// Bytes of memory that a wallet takes, with so many of them.
pub fn bytes_a_wallet(wallets: u32) -> Outcome<u64> {
    let mut ledger =
        Ledger::new(Settings { answers_at_most: 1_000, ids_at_most: 1_000, ..Settings::default() });
    let this = std::process::id();
    let (before, mut count) = (cpu::resident_bytes(this), 0);
    for _ in 0..wallets {
        let wallet = Subject::from_bytes(rand::random());
        for (kind, slug, last_day) in [
            (LotKind::Charged, "charge", "2027-08-31"),
            (LotKind::Granted, "grant", "2027-06-30"),
            (LotKind::Coupon, "coupon", "2027-05-31"),
        ] {
            let classes = if kind == LotKind::Coupon { vec!["food".to_owned()] } else { Vec::new() };
            let terms = LotTerms { kind, programme: slug.parse()?, last_day: last_day.parse()?, classes };
            let caps = Caps { per_person: Some(Points(5_000)), ..Caps::default() };
            let op = Op::Issue { wallet, terms, amount: Points(5_000), caps };
            let command =
                Command { id: CommandId::new(START, rand::random()), digest: [7; 32], signature: None, op };
            ledger.apply(&command, START).map_err(|refusal| refusal.0.to_string())?;
            count += 1;
            if count % 256 == 0 {
                commit(&mut ledger)?;
            }
        }
    }
    commit(&mut ledger)?;
    Ok((cpu::resident_bytes(this) - before) / u64::from(wallets))
}

fn commit(ledger: &mut Ledger) -> Outcome<()> {
    ledger.check().map_err(|broken| broken.to_string())?;
    std::hint::black_box(ledger.rows());
    ledger.committed();
    Ok(())
}
