//! What a row of `posting` says, by docs/ledger-format.md.

use crate::{Finding, bytes::Bytes, row::Row};

/// A posting as its row has it; accounts, terms and classes by number.
pub(crate) struct Posting {
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) id: [u8; 16],
    pub(crate) debit: i64,
    pub(crate) credit: i64,
    pub(crate) amount: i64,
    pub(crate) defines: Defines,
    pub(crate) act: Act,
    pub(crate) legs: Vec<Leg>,
    pub(crate) reserves: Vec<Reserve>,
}

/// What got its number by this posting, in the order of the numbers.
#[derive(Default)]
pub(crate) struct Defines {
    pub(crate) accounts: Vec<Vec<u8>>,
    pub(crate) programmes: Vec<Vec<u8>>,
    pub(crate) classes: Vec<Vec<u8>>,
    pub(crate) terms: Vec<Terms>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) kind: i64,
    pub(crate) programme: i64,
    /// The last day, 1 being 0001-01-01.
    pub(crate) last_day: i64,
    pub(crate) classes: i64,
}

pub(crate) enum Act {
    Issue { terms: i64, budget: Option<i64>, per_person: Option<i64> },
    Pay { classes: i64, code: Option<Code> },
    Hold { classes: i64, until: i64 },
    Capture { hold: [u8; 16], releases: bool, reward: Option<i64> },
    Release { hold: [u8; 16] },
    Refund { payment: [u8; 16] },
    Expire,
    Settle,
    Close { charged: Charged },
}

/// A one-time code that was spent.
#[derive(Clone, Copy)]
pub(crate) struct Code {
    pub(crate) id: [u8; 16],
    pub(crate) valid_until: i64,
}

/// What was decided about charged value at a wallet's end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Charged {
    Undecided,
    PaidBack,
    GivenUp,
}

#[derive(Clone, Copy)]
pub(crate) struct Leg {
    pub(crate) account: i64,
    pub(crate) amount: i64,
    pub(crate) lot: Option<Part>,
}

/// The part of a leg that moves a lot.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) flow: Flow,
    pub(crate) lot: i64,
    pub(crate) terms: i64,
    pub(crate) issued_at: i64,
}

/// The line of the programme's book.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flow {
    Issued,
    Redeemed,
    Expired,
    PaidBack,
    GivenUp,
}

impl Flow {
    pub(crate) const ALL: [Self; 5] =
        [Self::Issued, Self::Redeemed, Self::Expired, Self::PaidBack, Self::GivenUp];
}

#[derive(Clone, Copy)]
pub(crate) struct Reserve {
    pub(crate) hold: i64,
    pub(crate) lot: i64,
    pub(crate) amount: i64,
}

impl Posting {
    pub(crate) fn read(row: &Row) -> Result<Self, Finding> {
        let (at, kind) = (row.int("at")?, row.int("kind")?);
        let mut bytes = Bytes(row.bytes("detail")?);
        let unread = |part: &str| row.wrong(format!("column detail: {part} cannot be read"));
        let defines = Defines::read(&mut bytes).ok_or_else(|| unread("what it defines"))?;
        let act = Act::read(kind, &mut bytes).ok_or_else(|| unread("what was done"))?;
        let legs = bytes.list(|bytes| Leg::read(at, bytes)).ok_or_else(|| unread("the legs"))?;
        let reserves = bytes.list(Reserve::read).ok_or_else(|| unread("what is set aside"))?;
        bytes.end().ok_or_else(|| row.wrong("column detail has more bytes than it says"))?;
        let id = row.fixed("id")?;
        let (debit, credit) = (row.int("debit")?, row.int("credit")?);
        let (seq, amount) = (row.int("seq")?, row.int("amount")?);
        Ok(Self { seq, at, id, debit, credit, amount, defines, act, legs, reserves })
    }
}

impl Defines {
    fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        match bytes.unsigned()? {
            0 => return Some(Self::default()),
            1 => {}
            _ => return None,
        }
        let texts = |bytes: &mut Bytes<'_>| bytes.list(|bytes| Some(bytes.counted()?.to_vec()));
        let (accounts, programmes, classes) = (texts(bytes)?, texts(bytes)?, texts(bytes)?);
        let terms = bytes.list(|bytes| {
            let (kind, programme) = (bytes.signed()?, bytes.signed()?);
            Some(Terms { kind, programme, last_day: bytes.signed()?, classes: bytes.signed()? })
        })?;
        Some(Self { accounts, programmes, classes, terms })
    }
}

impl Act {
    fn read(kind: i64, bytes: &mut Bytes<'_>) -> Option<Self> {
        Some(match kind {
            1 => {
                let terms = bytes.signed()?;
                let [budget, per_person] = flags(bytes)?;
                let mut cap = |there| if there { bytes.signed().map(Some) } else { Some(None) };
                Self::Issue { terms, budget: cap(budget)?, per_person: cap(per_person)? }
            }
            2 => {
                let classes = bytes.signed()?;
                let [code, till] = flags(bytes)?;
                let code =
                    if code { Some(Code { id: bytes.fixed()?, valid_until: bytes.signed()? }) } else { None };
                if till {
                    bytes.fixed::<16>()?;
                }
                Self::Pay { classes, code }
            }
            3 => Self::Hold { classes: bytes.signed()?, until: bytes.signed()? },
            4 | 5 => {
                let hold = bytes.fixed()?;
                let releases = bytes.unsigned().filter(|rest| *rest < 2)? == 1;
                let reward = if kind == 5 { Some(bytes.signed()?) } else { None };
                Self::Capture { hold, releases, reward }
            }
            6 => Self::Release { hold: bytes.fixed()? },
            7 => Self::Refund { payment: bytes.fixed()? },
            8 => Self::Expire,
            9 => Self::Settle,
            10 => Self::Close {
                charged: match bytes.unsigned()? {
                    0 => Charged::Undecided,
                    1 => Charged::PaidBack,
                    2 => Charged::GivenUp,
                    _ => return None,
                },
            },
            _ => return None,
        })
    }
}

/// Whether the one and the other follows.
fn flags(bytes: &mut Bytes<'_>) -> Option<[bool; 2]> {
    let flags = bytes.unsigned().filter(|flags| *flags < 4)?;
    Some([flags & 1 == 1, flags & 2 == 2])
}

impl Leg {
    fn read(at: i64, bytes: &mut Bytes<'_>) -> Option<Self> {
        let (account, amount) = (bytes.signed()?, bytes.signed()?);
        let lot = match usize::try_from(bytes.unsigned()?).ok()? {
            0 => None,
            flow => Some(Part {
                flow: *Flow::ALL.get(flow - 1)?,
                lot: bytes.signed()?,
                terms: bytes.signed()?,
                issued_at: at.checked_sub(bytes.signed()?)?,
            }),
        };
        Some(Self { account, amount, lot })
    }
}

impl Reserve {
    fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        Some(Self { hold: bytes.signed()?, lot: bytes.signed()?, amount: bytes.signed()? })
    }
}
