//! What an audit came to: where the log ends, what is wrong, and the legal book of each programme and kind of value.

use serde::{Deserialize, Serialize};

use crate::{
    Finding,
    books::{Books, Holder, Lines, numbered},
    finding::Findings,
    log::End,
    row::hex,
};

/// The kinds of value, as `terms.kind` numbers them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Paid for.
    Charged,
    /// Given.
    Granted,
    /// Given for one purpose.
    Coupon,
    /// Earned by helping.
    Reward,
    /// A number that means nothing, which is a finding elsewhere.
    Unknown,
}

impl Kind {
    fn of(number: i64) -> Self {
        match number {
            0 => Self::Charged,
            1 => Self::Granted,
            2 => Self::Coupon,
            3 => Self::Reward,
            _ => Self::Unknown,
        }
    }
}

/// The book of one kind of value of a programme, in points (資金決済法22条, 前払式支払手段に関する内閣府令46条): what was
/// issued, less all that left, is outstanding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Book {
    /// The programme's id.
    pub programme: String,
    /// The kind.
    pub kind: Kind,
    /// Issued in all.
    pub issued: i64,
    /// Used, less what was given back.
    pub redeemed: i64,
    /// Ran out.
    pub expired: i64,
    /// Paid back outside the ledger.
    pub paid_back: i64,
    /// Given up.
    pub given_up: i64,
    /// Still in wallets.
    pub outstanding: i64,
}

/// What an audit came to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Report {
    /// The last row of the log.
    pub seq: i64,
    /// The hash after it, in hexadecimal.
    pub hash: String,
    /// What is wrong, the log first; at most [`crate::KEPT`].
    pub findings: Vec<Finding>,
    /// How many findings there were.
    pub count: u64,
    /// The books, by programme in the order of first use, then by kind.
    pub books: Vec<Book>,
    /// What shops took and was not paid out.
    pub unsettled: i64,
}

impl Report {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.count == 0
    }

    pub(crate) fn new(end: End, books: &Books, findings: &mut Findings) -> Self {
        let held_by = |holder| books.accounts.iter().filter(move |account| account.holder == holder);
        let in_wallets: i128 = held_by(Holder::Wallet).map(|account| account.balance).sum();
        let unsettled: i128 = held_by(Holder::Shop).map(|account| account.balance).sum();
        let outstanding: i128 = books.kinds.values().map(left).sum();
        if in_wallets != outstanding {
            findings.add("programme", &"all", "what is outstanding is not what is in wallets");
        }
        if books.accounts.iter().map(|account| account.balance).sum::<i128>() != 0 {
            findings.add("balance", &"all", "they do not sum to zero");
        }
        let set_aside: i128 = books.accounts.iter().map(|account| account.held).sum();
        if set_aside != books.holds.values().map(crate::books::Hold::amount).sum() {
            findings.add("hold", &"all", "open holds do not add up to what is set aside");
        }
        Self {
            seq: end.seq,
            hash: hex(&end.hash),
            findings: Vec::new(),
            count: 0,
            books: books.kinds.iter().map(|(of, lines)| book(books, *of, lines)).collect(),
            unsettled: points(unsettled),
        }
    }

    pub(crate) fn with(self, findings: Findings) -> Self {
        Self { findings: findings.kept, count: findings.count, ..self }
    }
}

fn book(books: &Books, (programme, kind): (i64, i64), lines: &Lines) -> Book {
    let slug = numbered(&books.programmes, programme).map(|programme| programme.slug.as_slice());
    let [issued, redeemed, expired, paid_back, given_up] = lines.map(points);
    Book {
        programme: String::from_utf8_lossy(slug.unwrap_or_default()).into_owned(),
        kind: Kind::of(kind),
        issued,
        redeemed,
        expired,
        paid_back,
        given_up,
        outstanding: points(left(lines)),
    }
}

fn left(lines: &Lines) -> i128 {
    let [issued, out @ ..] = lines;
    issued - out.iter().sum::<i128>()
}

/// A sum of points; one beyond what can be stored shows as the last that can.
fn points(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })
}
