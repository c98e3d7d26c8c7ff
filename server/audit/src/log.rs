//! The log from its first row to its last, page by page: no number is left out or given twice, time never falls, the
//! chain of hashes holds commit by commit, and every posting is judged and added.

use std::{cmp::Ordering, iter::Peekable, vec::IntoIter};

use crate::{
    Unreadable,
    books::Books,
    chain,
    finding::Findings,
    judge::{Judge, keep_until},
    page_rows::PageRows,
    posting::{Act, Posting},
    refund,
    row::{BATCH, EVENT, META, POSTING, Row},
    view::{Bind, View},
};

/// How many numbers a page spans.
const STRIDE: i64 = 2048;

/// The next number that stands anywhere.
const NEXT: &str = "SELECT MIN(seq) FROM (SELECT MIN(seq) AS seq FROM posting WHERE seq > $1 \
    UNION ALL SELECT MIN(seq) AS seq FROM event WHERE seq > $1) AS next";

/// Where the log ends.
#[derive(Clone, Copy)]
pub(crate) struct End {
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) hash: [u8; 32],
}

/// How far the log was read.
pub(crate) struct Walk {
    books: Books,
    end: End,
    /// Where the page before ended.
    read: i64,
    /// The last row of the commit before.
    committed: i64,
    /// Whether every row of this commit could be hashed.
    hashed: bool,
    left: PageRows,
    codes: u64,
}

impl Default for Walk {
    fn default() -> Self {
        let end = End { seq: 0, at: i64::MIN, hash: [0; 32] };
        Self {
            books: Books::default(),
            end,
            read: 0,
            committed: 0,
            hashed: true,
            left: PageRows::default(),
            codes: 0,
        }
    }
}

impl Walk {
    /// How many one-time codes payments have spent.
    pub(crate) fn codes(&self) -> u64 {
        self.codes
    }

    /// Reads a page; whether there was one.
    pub(crate) async fn page(
        &mut self,
        view: &mut View,
        findings: &mut Findings,
    ) -> Result<bool, Unreadable> {
        let Some(next) = view.number(NEXT, &[Bind::Int(self.read)]).await? else { return Ok(false) };
        let (from, to) = (next - 1, next.saturating_add(STRIDE - 1));
        let span = [Bind::Int(from), Bind::Int(to)];
        let between = "WHERE seq > $1 AND seq <= $2 ORDER BY seq";
        let mut rows = view.rows(&POSTING, between, &span).await?;
        rows.extend(view.rows(&EVENT, between, &span).await?);
        rows.sort_by_key(|row| row.int("seq").unwrap_or(i64::MAX));
        let between = "WHERE last_seq > $1 AND last_seq <= $2 ORDER BY last_seq";
        let mut commits = view.rows(&BATCH, between, &span).await?.into_iter().peekable();
        for row in &rows {
            let Some(seq) = findings.read(row.int("seq")) else { continue };
            without_rows(&mut commits, Some(seq), findings);
            self.place(row, seq, findings);
            self.hash(row, findings);
            if row.table == &POSTING
                && let Some(posting) = findings.read(Posting::read(row))
            {
                self.posting(view, row, posting, findings).await?;
            }
            let ends = |commit: &Row| commit.int("last_seq") == Ok(seq);
            if let Some(commit) = commits.next_if(ends) {
                self.commit(row, &commit, findings);
            }
        }
        without_rows(&mut commits, None, findings);
        self.left.compare(view, findings).await?;
        self.read = to;
        Ok(true)
    }

    /// The row's number follows, and so does its time.
    fn place(&mut self, row: &Row, seq: i64, findings: &mut Findings) {
        let (first, last) = (self.end.seq.saturating_add(1), seq - 1);
        match seq.cmp(&first) {
            Ordering::Less => findings.take(row.wrong("its number stands twice, in posting and in event")),
            Ordering::Equal => {}
            Ordering::Greater if first == last => findings.add("log", &first, "it is missing"),
            Ordering::Greater => findings.add("log", &first, format!("rows {first} to {last} are missing")),
        }
        if let Some(at) = findings.read(row.int("at")) {
            if at < self.end.at {
                findings.take(row.wrong("its time lies before that of the row before it"));
            }
            self.end.at = at;
        }
        self.end.seq = seq;
    }

    fn hash(&mut self, row: &Row, findings: &mut Findings) {
        match findings.read(chain::after(self.end.hash, row)) {
            Some(hash) => self.end.hash = hash,
            None => self.hashed = false,
        }
    }

    async fn posting(
        &mut self,
        view: &mut View,
        row: &Row,
        mut posting: Posting,
        findings: &mut Findings,
    ) -> Result<(), Unreadable> {
        let mut wrong = Vec::new();
        self.books.define(&mut posting.defines);
        if let Act::Refund { .. } = posting.act {
            let payment = refund::payment_of(view, &posting).await?;
            refund::judge(&mut self.books, &posting, payment.as_ref(), &mut wrong);
        }
        Judge { books: &self.books, posting: &posting, wrong: &mut wrong }.before();
        let ended = self.books.add(&posting, &mut wrong);
        Judge { books: &self.books, posting: &posting, wrong: &mut wrong }.after();
        self.left.ended.extend(ended);
        if let Act::Pay { code: Some(code), .. } = posting.act {
            self.left.codes.push((posting.seq, code.id, keep_until(code.id)));
            self.codes += 1;
        }
        for what in wrong {
            findings.take(row.wrong(what));
        }
        Ok(())
    }

    /// The row is the last one of a commit: the chain must lead to its hash. If it does not, it is taken up from there, so
    /// that each commit is judged by itself.
    fn commit(&mut self, last: &Row, commit: &Row, findings: &mut Findings) {
        let (first, seq) = (self.committed + 1, self.end.seq);
        self.committed = seq;
        match findings.read(commit.int("first_seq")) {
            Some(stored) if stored > first && stored <= seq => {
                let last = stored - 1;
                findings.add(BATCH.name, &last, format!("rows {first} to {last} are in no commit"));
            }
            Some(stored) if stored != first => {
                findings
                    .take(commit.wrong(format!("column first_seq is {stored}, by the log it is {first}")));
            }
            _ => {}
        }
        if let Some(stored) = findings.read(commit.int("at"))
            && stored != self.end.at
        {
            findings.take(commit.wrong("column at is not the time of its last row"));
        }
        if let Some(stored) = findings.read(commit.fixed::<32>("hash")) {
            if self.hashed && stored != self.end.hash {
                findings.take(if first == seq {
                    last.wrong("it does not lead to the hash of its commit: it or that hash was altered")
                } else {
                    commit.wrong(format!(
                        "rows {first} to {seq} do not lead to its hash: one of them, or the hash, was altered"
                    ))
                });
            }
            self.end.hash = stored;
        }
        self.hashed = true;
    }

    /// What is left to be said at the end of the log, and all that it came to.
    pub(crate) async fn end(
        self,
        view: &mut View,
        findings: &mut Findings,
    ) -> Result<(End, Books), Unreadable> {
        let End { seq, at, hash } = self.end;
        if self.committed != seq {
            let first = self.committed + 1;
            findings.add(BATCH.name, &seq, format!("rows {first} to {seq} are in no commit"));
        }
        let beyond =
            view.rows(&BATCH, "WHERE last_seq > $1 LIMIT 100", &[Bind::Int(self.read.max(seq))]).await?;
        without_rows(&mut beyond.into_iter().peekable(), None, findings);
        let meta = view.rows(&META, "", &[]).await?;
        if meta.len() != 1 {
            findings.add(META.name, &1, "there must be one row");
        }
        for row in &meta {
            let same = row.int("id") == Ok(1)
                && row.int("head_seq") == Ok(seq)
                && row.int("head_at") == Ok(at)
                && row.fixed("head_hash") == Ok(hash);
            if !same {
                findings.take(row.wrong("number, time or hash is not that of the log's last row"));
            }
        }
        Ok((self.end, self.books))
    }
}

/// Commits that end at no row, before row `until`.
fn without_rows(commits: &mut Peekable<IntoIter<Row>>, until: Option<i64>, findings: &mut Findings) {
    let before =
        |commit: &Row| until.is_none_or(|until| commit.int("last_seq").is_ok_and(|last| last < until));
    while let Some(commit) = commits.next_if(before) {
        findings.take(commit.wrong("the row that it ends with is not there"));
    }
}
