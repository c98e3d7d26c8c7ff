//! An auditor who knows every answer that was given, and compares them with what is stored at the end.

use std::collections::BTreeMap;

use yui_ledger::{
    Ledger, LogRow, Names, Op, Posted, Replay, Settings,
    row::PostingRow,
    testing::{Disk, Model, compare},
};
use yui_protocol::{CommandId, ErrorCode, Millis, Points, Subject};

use crate::office::Request;

/// How far the time of a row may be off the true one.
const TOLERANCE: i64 = Millis::SECOND;

/// An answer that somebody was given.
struct Acknowledged {
    request: Request,
    posted: Posted,
    at: Millis,
}

/// See the module.
#[derive(Default)]
pub struct Auditor {
    sent: BTreeMap<CommandId, Request>,
    acknowledged: Vec<Acknowledged>,
    refused: BTreeMap<CommandId, ErrorCode>,
    paid_by_phone: Vec<CommandId>,
    shown_by_phones: Vec<(Subject, Points)>,
    /// What shows before the end.
    pub findings: Vec<String>,
}

impl Auditor {
    /// Somebody begins to ask for something.
    pub fn sends(&mut self, request: &Request) {
        self.sent.insert(request.id, request.clone());
    }

    /// Somebody was told that it is done.
    pub fn acknowledges(&mut self, request: &Request, posted: &Posted, at: Millis) {
        self.acknowledged.push(Acknowledged { request: request.clone(), posted: posted.clone(), at });
    }

    /// Somebody was told that it is not done, and no copy can arrive any more.
    pub fn refuses(&mut self, id: CommandId, code: ErrorCode) {
        self.refused.insert(id, code);
    }

    /// A phone told its owner that it is paid.
    pub fn phone_paid(&mut self, id: CommandId) {
        self.paid_by_phone.push(id);
    }

    /// A phone told its owner that it is not paid and will not be.
    pub fn phone_did_not(&mut self, id: CommandId, code: ErrorCode) {
        self.refused.insert(id, code);
    }

    /// What phones show in the end.
    pub fn phones_show(&mut self, shown: Vec<(Subject, Points)>) {
        self.shown_by_phones = shown;
    }

    /// A payment that was acknowledged, with what it was for.
    pub fn payments(&self) -> impl Iterator<Item = &Posted> {
        let posted = self.acknowledged.iter().map(|known| &known.posted);
        posted.filter(|posted| matches!(posted.op, Op::Pay { .. }))
    }

    pub fn acknowledgements(&self) -> usize {
        self.acknowledged.len()
    }

    /// What is wrong with what is stored.
    pub fn judge(mut self, disk: &Disk, wallets: &[Subject], now: Millis) -> Vec<String> {
        if let Err(finding) = replay(disk) {
            self.findings.push(finding);
        }
        match postings(disk) {
            Ok(stored) => {
                self.answers_hold(&stored);
                self.nothing_else_happened(&stored);
                self.times_hold(&stored);
            }
            Err(finding) => self.findings.push(finding),
        }
        match model(disk) {
            Ok(model) => self.nothing_is_overdue(&model, wallets, now),
            Err(finding) => self.findings.push(finding),
        }
        self.findings
    }

    fn answers_hold(&mut self, stored: &[Posted]) {
        let by_id: BTreeMap<CommandId, &Posted> = stored.iter().map(|posted| (posted.id, posted)).collect();
        if by_id.len() != stored.len() {
            self.findings.push("an id stands twice".to_owned());
        }
        for known in &self.acknowledged {
            let id = known.request.id;
            if known.posted.id != id || known.posted.digest != known.request.digest() {
                self.findings.push(format!("{id} was answered with what became of {}", known.posted.id));
            }
            match by_id.get(&id) {
                None => self.findings.push(format!("{id} was acknowledged and is not stored")),
                Some(posted) if **posted != known.posted => {
                    self.findings.push(format!("{id} is stored otherwise than it was acknowledged"));
                }
                Some(_) => {}
            }
        }
        for id in self.paid_by_phone.iter().filter(|id| !by_id.contains_key(id)) {
            self.findings.push(format!("{id} was paid by a phone and is not stored"));
        }
        for (id, code) in self.refused.iter().filter(|(id, _)| by_id.contains_key(id)) {
            self.findings.push(format!("{id} was refused ({code}) and is stored"));
        }
    }

    fn nothing_else_happened(&mut self, stored: &[Posted]) {
        for posted in stored.iter().filter(|posted| !matches!(posted.op, Op::Expire { .. })) {
            let wanted = self.sent.get(&posted.id).is_some_and(|sent| sent.digest() == posted.digest);
            if !wanted {
                self.findings.push(format!("nobody asked for {}", posted.id));
            }
        }
    }

    fn times_hold(&mut self, stored: &[Posted]) {
        for known in &self.acknowledged {
            let (at, from) = (known.posted.at, known.request.issued_at.plus(-TOLERANCE));
            if at < from || at > known.at.plus(TOLERANCE) {
                self.findings.push(format!("{} was done at a time that was not then", known.request.id));
            }
        }
        if stored.windows(2).any(|pair| pair[1].at < pair[0].at) {
            self.findings.push("the time of the rows goes back".to_owned());
        }
    }

    fn nothing_is_overdue(&mut self, model: &Model, wallets: &[Subject], now: Millis) {
        for wallet in wallets {
            let usable = model.available(*wallet, now) + model.held(*wallet);
            if model.balance(*wallet) != usable {
                self.findings.push(format!("value of {wallet} ran out and is there still"));
            }
        }
        for (owner, shown) in &self.shown_by_phones {
            let available = model.available(*owner, now);
            if shown.0 != available {
                self.findings.push(format!("a phone of {owner} shows {} of {available}", shown.0));
            }
        }
    }
}

/// The log played again from zero makes the tables that are stored, and the chain.
fn replay(disk: &Disk) -> Result<(), String> {
    let settings = Settings::default();
    let mut replay = Replay::new(settings);
    let mut batches = disk.batches.iter().peekable();
    for (row, wanted) in disk.log.iter().zip(1..) {
        let (seq, _) = row.place();
        if seq != wanted {
            return Err(format!("row {seq} stands where {wanted} should"));
        }
        let older = |id: CommandId| disk.posting(*id.as_bytes());
        replay.row(row, older).map_err(|altered| altered.to_string())?;
        if let Some(batch) = batches.next_if(|batch| batch.last_seq == seq) {
            replay.batch(batch).map_err(|altered| altered.to_string())?;
        }
    }
    if batches.next().is_some() {
        return Err("a commit is stored whose rows are not".to_owned());
    }
    compare(replay.made(), &disk.whole(&settings)).map_err(|corrupt| corrupt.to_string())?;
    let stored = Ledger::restore(settings, &disk.tables(&settings));
    stored.and_then(|stored| replay.finish(&stored)).map_err(|corrupt| corrupt.to_string()).map(drop)
}

fn rows(disk: &Disk) -> impl Iterator<Item = &PostingRow> {
    disk.log.iter().filter_map(|row| if let LogRow::Posting(row) = row { Some(row) } else { None })
}

pub fn postings(disk: &Disk) -> Result<Vec<Posted>, String> {
    let mut names = Names::default();
    let read = |row: &PostingRow| {
        names.learn(row).map_err(|corrupt| corrupt.to_string())?;
        Posted::from_row(row, &names).map_err(|corrupt| corrupt.to_string())
    };
    rows(disk).map(read).collect()
}

/// The naive model does what is stored, row by row, and moves the same lots.
fn model(disk: &Disk) -> Result<Model, String> {
    let mut model = Model::default();
    let mut postings = postings(disk)?.into_iter();
    for row in &disk.log {
        let LogRow::Posting(_) = row else {
            model.seq += 1;
            continue;
        };
        let Some(posted) = postings.next() else { continue };
        match model.apply(&posted.command(), posted.at) {
            Ok(seq) if seq == posted.seq => {}
            Ok(seq) => return Err(format!("row {} should have number {seq}", posted.seq)),
            Err(code) => return Err(format!("row {} should have been refused: {code}", posted.seq)),
        }
        let stored = posted.legs.iter().filter_map(|leg| Some((leg.lot.as_ref()?.id.0, leg.amount.0)));
        let wanted = model.moves.iter().filter(|moved| moved.seq == posted.seq);
        if sums(stored) != sums(wanted.map(|moved| (moved.lot, moved.amount))) {
            return Err(format!("row {} took the wrong lots", posted.seq));
        }
    }
    Ok(model)
}

/// What came to each lot, or left it.
fn sums(moves: impl Iterator<Item = (i64, i64)>) -> BTreeMap<i64, i64> {
    let mut sums = BTreeMap::new();
    for (lot, amount) in moves {
        *sums.entry(lot).or_default() += amount;
    }
    sums.retain(|_, amount| *amount != 0);
    sums
}
