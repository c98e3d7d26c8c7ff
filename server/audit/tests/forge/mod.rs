//! A log written by hand into a file of SQLite, by docs/ledger-format.md alone: rows, chain, and no table beside them.

use sha2::{Digest, Sha256};
use sqlx::{ConnectOptions, Connection, Executor, sqlite::SqliteConnectOptions};
use yui_audit::{Finding, Place, audit};

/// Numbers of the accounts, in the order in which row 1 defines them.
const ISSUED: i64 = 1;
pub const WALLET: i64 = 2;
pub const SHOP: i64 = 3;
const SETTLED: i64 = 4;
const EXPIRED: i64 = 5;
const GIVEN_UP: i64 = 6;

pub const DAY: i64 = 86_400_000;
/// 2027-05-01 12:00 in Japan, and that day's number.
pub const NOON: i64 = 1_809_140_400_000;
const TODAY: i64 = 740_102;

const SCHEMA: &str = "
    CREATE TABLE account (no INTEGER PRIMARY KEY, key BLOB);
    CREATE TABLE programme (no INTEGER PRIMARY KEY, slug TEXT, issued, redeemed, expired, paid_back, given_up);
    CREATE TABLE classes (no INTEGER PRIMARY KEY, list TEXT);
    CREATE TABLE terms (no INTEGER PRIMARY KEY, kind, programme, last_day TEXT, classes);
    CREATE TABLE posting (seq INTEGER PRIMARY KEY, at, id BLOB, kind, debit, credit, amount, detail BLOB, digest BLOB,
        signature BLOB);
    CREATE TABLE event (seq INTEGER PRIMARY KEY, at, kind, body BLOB);
    CREATE TABLE balance (account INTEGER PRIMARY KEY, balance, held, closed);
    CREATE TABLE lot (id INTEGER PRIMARY KEY, account, terms, issued_at, amount, held);
    CREATE TABLE hold (seq INTEGER PRIMARY KEY, id BLOB, account, until, amount, parts BLOB);
    CREATE TABLE issued_to (account, programme, amount);
    CREATE TABLE refunded (payment INTEGER PRIMARY KEY, amount);
    CREATE TABLE spent_code (id BLOB PRIMARY KEY, valid_until);
    CREATE TABLE batch (last_seq INTEGER PRIMARY KEY, first_seq, at, hash BLOB);
    CREATE TABLE meta (id INTEGER PRIMARY KEY, head_seq, head_hash BLOB, head_at);";

pub struct Leg {
    pub account: i64,
    pub amount: i64,
    /// Line of the book and lot.
    part: Option<(u64, i64)>,
}

impl Leg {
    pub fn plain(account: i64, amount: i64) -> Self {
        Self { account, amount, part: None }
    }

    fn on_lot(flow: u64, amount: i64) -> Self {
        Self { account: WALLET, amount, part: Some((flow, 1)) }
    }

    /// Speaks of another lot.
    pub fn lot(&mut self, lot: i64) {
        self.part = self.part.map(|(flow, _)| (flow, lot));
    }
}

pub struct Posting {
    seq: i64,
    pub at: i64,
    kind: i64,
    debit: i64,
    credit: i64,
    pub amount: i64,
    defines: Vec<u8>,
    act: Vec<u8>,
    pub legs: Vec<Leg>,
    /// Row of the hold, and how much of lot 1.
    pub reserves: Vec<(i64, i64)>,
}

impl Posting {
    /// All that it moves goes the other way.
    pub fn turn_round(&mut self) {
        self.amount = -self.amount;
        self.legs.iter_mut().for_each(|leg| leg.amount = -leg.amount);
    }

    /// Takes so much of the lot (gives, if negative), to the other side as before.
    pub fn of_lot(&mut self, amount: i64) {
        self.amount = amount.abs();
        for leg in &mut self.legs {
            leg.amount = if leg.part.is_some() { -amount } else { amount };
        }
    }

    pub fn frees(&mut self, amount: i64) {
        self.sets_aside(-amount);
        self.amount = amount;
    }

    pub fn of_shop(&mut self, amount: i64) {
        self.amount = amount;
        self.legs = vec![Leg::plain(SHOP, -amount), Leg::plain(SETTLED, amount)];
    }

    pub fn sets_aside(&mut self, amount: i64) {
        self.amount = amount;
        self.reserves[0].1 = amount;
    }

    /// Gives back the payment with another id.
    pub fn payment(&mut self, seq: i64) {
        self.act = id(seq).to_vec();
    }

    fn detail(&self) -> Vec<u8> {
        let mut bytes = [&self.defines[..], &self.act].concat();
        unsigned(&mut bytes, self.legs.len() as u64);
        for Leg { account, amount, part } in &self.legs {
            signed(&mut bytes, *account);
            signed(&mut bytes, *amount);
            match part {
                None => unsigned(&mut bytes, 0),
                Some((flow, lot)) => {
                    unsigned(&mut bytes, *flow);
                    for number in [*lot, 1, self.at - NOON] {
                        signed(&mut bytes, number);
                    }
                }
            }
        }
        unsigned(&mut bytes, self.reserves.len() as u64);
        for (hold, amount) in &self.reserves {
            for number in [*hold, 1, *amount] {
                signed(&mut bytes, number);
            }
        }
        bytes
    }
}

pub struct Forge {
    postings: Vec<Posting>,
}

impl Forge {
    pub fn begin() -> Self {
        Self { postings: Vec::new() }
    }

    pub fn row(&mut self, seq: i64) -> &mut Posting {
        self.postings.iter_mut().find(|posting| posting.seq == seq).expect("a row")
    }

    fn add(&mut self, kind: i64, from: i64, to: i64, amount: i64, act: Vec<u8>) -> &mut Posting {
        let seq = i64::try_from(self.postings.len()).expect("a few") + 1;
        let (defines, legs, reserves) = (vec![0], Vec::new(), Vec::new());
        self.postings.push(Posting {
            seq,
            at: NOON,
            kind,
            debit: from,
            credit: to,
            amount,
            defines,
            act,
            legs,
            reserves,
        });
        self.postings.last_mut().expect("just added")
    }

    /// Row 1, which defines all accounts, a programme and terms that are good until 30 days from now.
    pub fn issue(&mut self, amount: i64, kind: i64, budget: Option<i64>, cap: Option<i64>) {
        let posting = self.add(1, ISSUED, WALLET, amount, issue(budget, cap));
        let (wallet, shop) = ([&[0][..], &[7; 16]].concat(), [&[1][..], &[8; 8]].concat());
        let keys = [vec![2, 0], wallet, shop, vec![2, 5], vec![2, 2], vec![2, 4]];
        let bytes = &mut posting.defines;
        *bytes = vec![1];
        for list in [&keys[..], &[b"charge-2027".to_vec()], &[Vec::new()]] {
            unsigned(bytes, list.len() as u64);
            for text in list {
                unsigned(bytes, text.len() as u64);
                bytes.extend(text);
            }
        }
        unsigned(bytes, 1);
        for number in [kind, 1, TODAY + 30, 1] {
            signed(bytes, number);
        }
        posting.legs = vec![Leg::plain(ISSUED, -amount), Leg::on_lot(1, amount)];
    }

    pub fn caps(&mut self, budget: Option<i64>, cap: Option<i64>) {
        self.row(1).act = issue(budget, cap);
    }

    pub fn pay(&mut self, amount: i64) {
        let posting = self.add(2, WALLET, SHOP, amount, numbers(&[1, 0]));
        posting.legs = vec![Leg::on_lot(2, -amount), Leg::plain(SHOP, amount)];
    }

    pub fn refund(&mut self, payment: i64, amount: i64) {
        let posting = self.add(7, SHOP, WALLET, amount, id(payment).to_vec());
        posting.legs = vec![Leg::plain(SHOP, -amount), Leg::on_lot(2, amount)];
    }

    pub fn hold(&mut self, amount: i64, until: i64) {
        let posting = self.add(3, WALLET, WALLET, amount, numbers(&[1, until]));
        posting.reserves = vec![(posting.seq, amount)];
    }

    pub fn until(&mut self, hold: i64, until: i64) {
        self.row(hold).act = numbers(&[1, until]);
    }

    pub fn capture(&mut self, hold: i64, amount: i64, releases: bool) {
        let act = [&id(hold)[..], &[u8::from(releases)]].concat();
        let posting = self.add(4, WALLET, SHOP, amount, act);
        posting.legs = vec![Leg::on_lot(2, -amount), Leg::plain(SHOP, amount)];
        posting.reserves = vec![(hold, -amount)];
    }

    pub fn release(&mut self, hold: i64, amount: i64) {
        self.add(6, WALLET, WALLET, amount, id(hold).to_vec()).reserves = vec![(hold, -amount)];
    }

    pub fn settle(&mut self, amount: i64) {
        let posting = self.add(9, SHOP, SETTLED, amount, Vec::new());
        posting.legs = vec![Leg::plain(SHOP, -amount), Leg::plain(SETTLED, amount)];
    }

    pub fn expire(&mut self, amount: i64) {
        let posting = self.add(8, WALLET, EXPIRED, amount, Vec::new());
        posting.legs = vec![Leg::on_lot(3, -amount), Leg::plain(EXPIRED, amount)];
    }

    /// The end of a wallet in which nothing is left.
    pub fn close(&mut self) {
        self.add(10, WALLET, GIVEN_UP, 0, vec![0]);
    }

    pub fn pays_after_the_end(&mut self) {
        self.pay(1);
        self.all_later(10, 40 * DAY);
    }

    /// This row and all after it are later.
    pub fn all_later(&mut self, from: i64, by: i64) {
        self.postings.iter_mut().filter(|posting| posting.seq >= from).for_each(|posting| posting.at += by);
    }

    /// This row and all after it have the next number.
    pub fn leaves_out(&mut self, seq: i64) {
        self.postings.iter_mut().filter(|posting| posting.seq >= seq).for_each(|posting| posting.seq += 1);
    }

    /// What is found in the log; the tables that should follow from it are empty.
    pub async fn found(&self) -> Vec<Finding> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("town.db");
        let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
        let mut file = options.connect().await.expect("opens");
        file.execute(SCHEMA).await.expect("is made");
        let (mut hash, mut before) = ([0; 32], 0);
        for posting in &self.postings {
            let Posting { seq, at, kind, debit, credit, amount, .. } = *posting;
            let detail = posting.detail();
            let mut bytes = vec![1];
            for number in [seq, at] {
                bytes.extend(number.to_be_bytes());
            }
            bytes.extend(id(seq));
            for number in [kind, debit, credit, amount, i64::try_from(detail.len()).expect("short")] {
                bytes.extend(number.to_be_bytes());
            }
            bytes.extend(&detail);
            bytes.extend([9; 32]);
            bytes.push(0);
            hash = Sha256::new().chain_update(hash).chain_update(bytes).finalize().into();
            let row = sqlx::query("INSERT INTO posting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)");
            let row = row.bind(seq).bind(at).bind(id(seq).to_vec()).bind(kind).bind(debit).bind(credit);
            let row = row.bind(amount).bind(detail).bind(vec![9; 32]);
            row.execute(&mut file).await.expect("is written");
            let commit = sqlx::query("INSERT INTO batch VALUES (?, ?, ?, ?)");
            let commit = commit.bind(seq).bind(before + 1).bind(at).bind(hash.to_vec());
            commit.execute(&mut file).await.expect("is written");
            before = seq;
        }
        let at = self.postings.last().expect("a row").at;
        let head =
            sqlx::query("INSERT INTO meta VALUES (1, ?, ?, ?)").bind(before).bind(hash.to_vec()).bind(at);
        head.execute(&mut file).await.expect("is written");
        file.close().await.expect("closes");
        let found = audit(&Place::Sqlite(path)).await.expect("can be read").findings;
        found
            .into_iter()
            .filter(|one| ["posting", "batch", "log", "meta"].contains(&one.table.as_str()))
            .collect()
    }
}

/// An id by the row's number.
fn id(seq: i64) -> [u8; 16] {
    [u8::try_from(seq).expect("a few"); 16]
}

fn issue(budget: Option<i64>, cap: Option<i64>) -> Vec<u8> {
    let mut bytes = numbers(&[1]);
    bytes.push(u8::from(budget.is_some()) | u8::from(cap.is_some()) << 1);
    for number in budget.into_iter().chain(cap) {
        signed(&mut bytes, number);
    }
    bytes
}

fn numbers(all: &[i64]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for number in all {
        signed(&mut bytes, *number);
    }
    bytes
}

fn signed(bytes: &mut Vec<u8>, number: i64) {
    let number = i128::from(number);
    let folded = if number < 0 { -2 * number - 1 } else { 2 * number };
    unsigned(bytes, u64::try_from(folded).expect("64 bits"));
}

fn unsigned(bytes: &mut Vec<u8>, number: u64) {
    let digits = (0..10).map(|at| (number >> (7 * at)) & 0x7f).collect::<Vec<_>>();
    let last = digits.iter().rposition(|digit| *digit != 0).unwrap_or_default();
    bytes.extend(
        digits[..=last]
            .iter()
            .enumerate()
            .map(|(at, digit)| u8::try_from(*digit).expect("7 bits") | if at < last { 0x80 } else { 0 }),
    );
}
