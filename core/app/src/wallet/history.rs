//! History by day, with what is pending among its lines, and a search that needs no network.

use std::cmp::Reverse;

use chrono::NaiveDate;
use yui_protocol::{CommandId, ErrorCode, Millis, wallet::Entry};
use yui_texts::keys;

use super::{entries::EntryLines, view::EntryView};
use crate::{
    core::Core,
    error::AppResult,
    store::{Meta, Party, RecordKey, Unit, WritePoint},
    view::Text,
};

/// The most lines of one page.
const MOST: u32 = 200;

/// Which lines are wanted.
#[derive(Clone, PartialEq, Eq, Debug, Default, uniffi::Record)]
pub struct HistoryQuery {
    /// `HistoryPage::next` of the page before; none for the first page.
    pub after: Option<String>,
    /// How many lines; at most 200, 50 when 0.
    pub limit: u32,
    /// Words to look for in shop, programme, receipt number and amount; none or empty for all.
    pub search: Option<String>,
}

/// The lines of one day.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct DayView {
    /// The calendar day in Japan.
    pub day: NaiveDate,
    /// "Today", "Yesterday", or the date.
    pub title: Text,
    /// Its lines, newest first.
    pub lines: Vec<EntryView>,
}

/// A page of history.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct HistoryPage {
    /// By day, newest first.
    pub days: Vec<DayView>,
    /// Where the next page begins; none on the last.
    pub next: Option<String>,
    /// What to say when there is nothing.
    pub empty_text: Text,
}

impl HistoryPage {
    /// Puts an older page behind; a day of which both have lines is one day.
    pub(crate) fn followed_by(&mut self, older: Self) {
        for day in older.days {
            match self.days.last_mut().filter(|last| last.day == day.day) {
                Some(last) => last.lines.extend(day.lines),
                None => self.days.push(day),
            }
        }
        self.next = older.next;
    }

    /// All lines, newest first.
    pub fn lines(&self) -> impl Iterator<Item = &EntryView> {
        self.days.iter().flat_map(|day| &day.lines)
    }
}

/// Lines of one party and where the next page begins.
fn page(
    unit: &Unit<'_>,
    lines: EntryLines<'_>,
    query: &HistoryQuery,
) -> AppResult<(Vec<EntryView>, Option<String>)> {
    let wanted =
        query.search.as_deref().map(|words| words.trim().to_lowercase()).filter(|words| !words.is_empty());
    let matches = |line: &EntryView| wanted.as_ref().is_none_or(|words| found_in(line, words));
    let limit = if query.limit == 0 { 50 } else { query.limit.min(MOST) } as usize;
    let mut before = match &query.after {
        Some(after) => position(after)?,
        None => (Millis(i64::MAX), i64::MAX),
    };
    let mut found = Vec::new();
    if query.after.is_none() {
        let rows = unit.outbox()?;
        found.extend(
            rows.iter()
                .rev()
                .filter(|row| row.party == lines.party)
                .filter_map(|row| lines.pending(row))
                .filter(&matches),
        );
    }
    let pending = found.len();
    loop {
        let entries: Vec<Entry> = unit.records(lines.party, "entry", Millis(i64::MIN), before, limit)?;
        let last = entries.len() < limit;
        for entry in &entries {
            if found.len() - pending == limit {
                sort(&mut found);
                return Ok((found, Some(format!("{}:{}", before.0.0, before.1))));
            }
            before = (entry.at, entry.seq);
            found.extend(Some(lines.entry(entry)).filter(&matches));
        }
        if last {
            sort(&mut found);
            return Ok((found, None));
        }
    }
}

/// [`HistoryQuery::after`] for the lines of the days before one.
pub(crate) fn before_day(day: NaiveDate) -> String {
    format!("{}:{}", Millis::start_of_day_jst(day).0, i64::MIN)
}

/// Newest first; what is pending stands where its time puts it.
fn sort(lines: &mut [EntryView]) {
    lines.sort_by_key(|line| Reverse(line.at));
}

fn position(text: &str) -> AppResult<(Millis, i64)> {
    let (at, seq) = text.split_once(':').ok_or(ErrorCode::MalformedRequest)?;
    match (at.parse(), seq.parse()) {
        (Ok(at), Ok(seq)) => Ok((Millis(at), seq)),
        _ => Err(ErrorCode::MalformedRequest.into()),
    }
}

fn found_in(line: &EntryView, words: &str) -> bool {
    let amount = line.amount.to_string();
    let receipt = line.receipt.as_deref().unwrap_or_default();
    let area = line.shop.as_ref().map_or("", |shop| shop.area.as_str());
    [line.title.plain.as_str(), line.kind_text.plain.as_str(), receipt, area, &amount]
        .iter()
        .any(|text| text.to_lowercase().contains(words))
}

impl Core {
    /// The resident's history.
    pub(crate) async fn history(&self, query: HistoryQuery) -> AppResult<HistoryPage> {
        self.history_of(Party::Person, query).await
    }

    /// The history of one party.
    pub(crate) async fn history_of(&self, party: Party, query: HistoryQuery) -> AppResult<HistoryPage> {
        let (words, town, today) = (self.words(), self.known_municipality(), self.time.now().day_jst());
        self.read(move |unit| {
            let (lines, next) = page(unit, EntryLines { party, words, town: town.as_deref() }, &query)?;
            let mut days: Vec<DayView> = Vec::new();
            for line in lines {
                if let Some(day) = days.last_mut().filter(|day| day.day == line.day) {
                    day.lines.push(line);
                    continue;
                }
                let title = words.day_title(line.day, today);
                days.push(DayView { day: line.day, title, lines: vec![line] });
            }
            let empty =
                if party == Party::Shop { keys::shop::SHOP_TODAY_EMPTY } else { keys::wallet::HISTORY_EMPTY };
            Ok(HistoryPage { days, next, empty_text: words.of(empty) })
        })
        .await
    }

    /// The history of one party, `pages` pages of it as one.
    pub(crate) async fn history_pages(
        &self,
        party: Party,
        query: HistoryQuery,
        pages: u32,
    ) -> AppResult<HistoryPage> {
        let mut page = self.history_of(party, query.clone()).await?;
        for _ in 1..pages {
            let Some(next) = page.next.take() else { break };
            let query = HistoryQuery { after: Some(next), ..query.clone() };
            page.followed_by(self.history_of(party, query).await?);
        }
        Ok(page)
    }

    /// The payment or refund that was begun last on this phone, if nobody saw yet how it ended.
    pub(crate) async fn unseen(&self, party: Party) -> AppResult<Option<EntryView>> {
        let Some(id) = self.read(move |unit| unit.meta(Meta::Unseen(party))).await? else { return Ok(None) };
        match self.entry(party, id).await {
            Ok(entry) => Ok(Some(entry)),
            Err(error) if error.code() == &ErrorCode::PaymentUnknown => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Somebody saw how it ended.
    pub(crate) async fn is_seen(&self, party: Party) -> AppResult<()> {
        let kept: Option<CommandId> = self.read(move |unit| unit.meta(Meta::Unseen(party))).await?;
        if kept.is_some() {
            self.write(WritePoint::Other, move |unit| unit.drop_meta(Meta::Unseen(party))).await?;
        }
        Ok(())
    }

    /// One line by its id.
    pub(crate) async fn entry(&self, party: Party, id: CommandId) -> AppResult<EntryView> {
        let (words, town) = (self.words(), self.known_municipality());
        self.read(move |unit| {
            let lines = EntryLines { party, words, town: town.as_deref() };
            if let Some(entry) =
                unit.record::<Entry>(RecordKey { party, kind: "entry", id: &id.to_string() })?
            {
                return Ok(lines.entry(&entry.value));
            }
            let pending = unit.outbox_row(id)?.and_then(|row| lines.pending(&row));
            pending.ok_or_else(|| ErrorCode::PaymentUnknown.into())
        })
        .await
    }
}
