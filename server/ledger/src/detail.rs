//! The `detail` column: what an operation said beyond the other columns, its legs, and the meaning of the
//! numbers that this posting is the first to use.

use std::sync::Arc;

use yui_protocol::{CommandId, LotId, Millis, Points, Signature, Subject, TillId};

use crate::{
    Account, Caps, ChargedValue, Flow, Leg, LotPart, Names, Op, Payee, Posted, Reserve, Rest, SpentCode,
    codec::{Reader, Writer},
    definition,
    names::Lengths,
    row::PostingRow,
};

const FLOWS: [Flow; 5] = [Flow::Issued, Flow::Redeemed, Flow::Expired, Flow::PaidBack, Flow::GivenUp];

/// The numbers of column `kind`. None is ever used again.
pub(crate) mod kind {
    pub(crate) const ISSUE: i64 = 1;
    pub(crate) const PAY: i64 = 2;
    pub(crate) const HOLD: i64 = 3;
    pub(crate) const CAPTURE_BY_SHOP: i64 = 4;
    pub(crate) const CAPTURE_BY_HELPER: i64 = 5;
    pub(crate) const RELEASE: i64 = 6;
    pub(crate) const REFUND: i64 = 7;
    pub(crate) const EXPIRE: i64 = 8;
    pub(crate) const SETTLE: i64 = 9;
    pub(crate) const CLOSE: i64 = 10;
}

/// The row of a posting, whose every name has a number; those from `defined` on are defined by it. `None` when
/// a name has none.
pub(crate) fn encode(posted: &Posted, names: &Names, defined: Lengths) -> Option<PostingRow> {
    let mut writer = Writer::default();
    definition::write(names, defined, &mut writer);
    write_op(&posted.op, names, &mut writer)?;
    write_legs(posted, names, &mut writer)?;
    Some(PostingRow {
        seq: posted.seq,
        at: posted.at.0,
        id: *posted.id.as_bytes(),
        kind: kind_of(&posted.op),
        debit: names.account_no(posted.debit)?,
        credit: names.account_no(posted.credit)?,
        amount: posted.amount.0,
        detail: writer.into_bytes(),
        digest: posted.digest,
        signature: posted.signature.map(|signature| signature.0),
    })
}

/// The posting of a row, with `names` that know every number in it (see [`Names::learn`]). `None` when the row
/// was not written by this ledger.
pub(crate) fn decode(row: &PostingRow, names: &Names) -> Option<Posted> {
    let mut reader = Reader::new(&row.detail);
    definition::read(&mut reader)?;
    let (debit, credit) = (names.account(row.debit)?, names.account(row.credit)?);
    let op = read_op(row, debit, credit, names, &mut reader)?;
    let legs = read_legs(row.at, names, &mut reader)?;
    let reserves = read_reserves(&mut reader)?;
    reader.done()?;
    Some(Posted {
        seq: row.seq,
        at: Millis(row.at),
        id: CommandId::from_bytes(row.id),
        digest: row.digest,
        signature: row.signature.map(Signature),
        op,
        debit,
        credit,
        amount: Points(row.amount),
        legs,
        reserves,
    })
}

fn kind_of(op: &Op) -> i64 {
    match op {
        Op::Issue { .. } => kind::ISSUE,
        Op::Pay { .. } => kind::PAY,
        Op::Hold { .. } => kind::HOLD,
        Op::Capture { payee: Payee::Shop(_), .. } => kind::CAPTURE_BY_SHOP,
        Op::Capture { payee: Payee::Helper { .. }, .. } => kind::CAPTURE_BY_HELPER,
        Op::Release { .. } => kind::RELEASE,
        Op::Refund { .. } => kind::REFUND,
        Op::Expire { .. } => kind::EXPIRE,
        Op::Settle { .. } => kind::SETTLE,
        Op::Close { .. } => kind::CLOSE,
    }
}

fn write_op(op: &Op, names: &Names, writer: &mut Writer) -> Option<()> {
    match op {
        Op::Issue { terms, caps, .. } => {
            writer.signed(names.terms_no(terms)?);
            let Caps { budget, per_person } = caps;
            writer.unsigned(flags(budget.is_some(), per_person.is_some()));
            for cap in budget.iter().chain(per_person) {
                writer.signed(cap.0);
            }
        }
        Op::Pay { shop_classes, code, till, .. } => {
            writer.signed(names.classes_no(&shop_classes.join(","))?);
            writer.unsigned(flags(code.is_some(), till.is_some()));
            if let Some(SpentCode { id, valid_until }) = code {
                writer.fixed(id.as_bytes());
                writer.signed(valid_until.0);
            }
            if let Some(till) = till {
                writer.fixed(till.as_bytes());
            }
        }
        Op::Hold { classes, until, .. } => {
            writer.signed(names.classes_no(&classes.join(","))?);
            writer.signed(until.0);
        }
        Op::Capture { hold, payee, rest, .. } => {
            writer.fixed(hold.as_bytes());
            writer.unsigned(u64::from(*rest == Rest::Release));
            if let Payee::Helper { terms, .. } = payee {
                writer.signed(names.terms_no(terms)?);
            }
        }
        Op::Release { hold } => writer.fixed(hold.as_bytes()),
        Op::Refund { payment, .. } => writer.fixed(payment.as_bytes()),
        Op::Expire { .. } | Op::Settle { .. } => {}
        Op::Close { charged, .. } => writer.unsigned(match charged {
            ChargedValue::Undecided => 0,
            ChargedValue::PaidBack => 1,
            ChargedValue::GivenUp => 2,
        }),
    }
    Some(())
}

fn read_op(
    row: &PostingRow,
    debit: Account,
    credit: Account,
    names: &Names,
    reader: &mut Reader<'_>,
) -> Option<Op> {
    let amount = Points(row.amount);
    Some(match row.kind {
        kind::ISSUE => {
            let terms = names.terms(reader.signed()?)?.terms.clone();
            let (budget, per_person) = read_flags(reader)?;
            let budget = if budget { Some(Points(reader.signed()?)) } else { None };
            let per_person = if per_person { Some(Points(reader.signed()?)) } else { None };
            let caps = Caps { budget, per_person };
            Op::Issue { wallet: wallet(credit)?, terms, amount, caps }
        }
        kind::PAY => {
            let Account::Shop(shop) = credit else { return None };
            let shop_classes = names.classes(reader.signed()?)?;
            let (code, till) = read_flags(reader)?;
            let code = if code { Some(read_code(reader)?) } else { None };
            let till = if till { Some(TillId::from_bytes(reader.fixed()?)) } else { None };
            Op::Pay { payer: wallet(debit)?, shop, shop_classes, amount, code, till }
        }
        kind::HOLD => {
            let classes = names.classes(reader.signed()?)?;
            Op::Hold { wallet: wallet(debit)?, amount, classes, until: Millis(reader.signed()?) }
        }
        kind::CAPTURE_BY_SHOP | kind::CAPTURE_BY_HELPER => {
            let hold = CommandId::from_bytes(reader.fixed()?);
            let rest = [Rest::Keep, Rest::Release].get(usize::try_from(reader.unsigned()?).ok()?).copied()?;
            let payee = match (row.kind, credit) {
                (kind::CAPTURE_BY_SHOP, Account::Shop(shop)) => Payee::Shop(shop),
                (kind::CAPTURE_BY_HELPER, Account::Wallet(wallet)) => {
                    Payee::Helper { wallet, terms: names.terms(reader.signed()?)?.terms.clone() }
                }
                _ => return None,
            };
            Op::Capture { hold, amount, payee, rest }
        }
        kind::RELEASE => Op::Release { hold: CommandId::from_bytes(reader.fixed()?) },
        kind::REFUND => {
            let Account::Shop(shop) = debit else { return None };
            Op::Refund { payment: CommandId::from_bytes(reader.fixed()?), shop, amount }
        }
        kind::EXPIRE => Op::Expire { wallet: wallet(debit)? },
        kind::SETTLE => {
            let Account::Shop(shop) = debit else { return None };
            Op::Settle { shop, amount }
        }
        kind::CLOSE => {
            let charged = [ChargedValue::Undecided, ChargedValue::PaidBack, ChargedValue::GivenUp];
            let charged = charged.get(usize::try_from(reader.unsigned()?).ok()?).copied()?;
            Op::Close { wallet: wallet(debit)?, charged }
        }
        _ => return None,
    })
}

fn wallet(account: Account) -> Option<Subject> {
    match account {
        Account::Wallet(subject) => Some(subject),
        Account::Shop(_) | Account::Book(_) => None,
    }
}

/// Whether each of two optional things follows.
fn flags(first: bool, second: bool) -> u64 {
    u64::from(first) | u64::from(second) << 1
}

fn read_flags(reader: &mut Reader<'_>) -> Option<(bool, bool)> {
    let flags = reader.unsigned().filter(|flags| *flags < 4)?;
    Some((flags & 1 != 0, flags & 2 != 0))
}

fn read_code(reader: &mut Reader<'_>) -> Option<SpentCode> {
    Some(SpentCode { id: CommandId::from_bytes(reader.fixed()?), valid_until: Millis(reader.signed()?) })
}

fn write_legs(posted: &Posted, names: &Names, writer: &mut Writer) -> Option<()> {
    writer.count(posted.legs.len());
    for leg in &posted.legs {
        writer.signed(names.account_no(leg.account)?);
        writer.signed(leg.amount.0);
        let Some(lot) = &leg.lot else {
            writer.unsigned(0);
            continue;
        };
        let flow = FLOWS.iter().position(|flow| *flow == lot.flow)?;
        writer.count(flow + 1);
        writer.signed(lot.id.0);
        writer.signed(lot.terms.no);
        writer.signed(posted.at.0.checked_sub(lot.issued_at.0)?);
    }
    writer.count(posted.reserves.len());
    for reserve in &posted.reserves {
        writer.signed(reserve.hold);
        writer.signed(reserve.lot.0);
        writer.signed(reserve.amount.0);
    }
    Some(())
}

fn read_legs(at: i64, names: &Names, reader: &mut Reader<'_>) -> Option<Vec<Leg>> {
    let count = reader.count()?;
    let mut legs = Vec::with_capacity(count);
    for _ in 0..count {
        let account = names.account(reader.signed()?)?;
        let amount = Points(reader.signed()?);
        let lot = match usize::try_from(reader.unsigned()?).ok()?.checked_sub(1) {
            None => None,
            Some(flow) => {
                let flow = *FLOWS.get(flow)?;
                let id = LotId(reader.signed()?);
                let terms = Arc::clone(names.terms(reader.signed()?)?);
                let issued_at = Millis(at.checked_sub(reader.signed()?)?);
                Some(LotPart { id, terms, issued_at, flow })
            }
        };
        legs.push(Leg { account, amount, lot });
    }
    Some(legs)
}

fn read_reserves(reader: &mut Reader<'_>) -> Option<Vec<Reserve>> {
    let count = reader.count()?;
    let mut reserves = Vec::with_capacity(count);
    for _ in 0..count {
        let (hold, lot) = (reader.signed()?, LotId(reader.signed()?));
        reserves.push(Reserve { hold, lot, amount: Points(reader.signed()?) });
    }
    Some(reserves)
}
