//! Today's list and the days before it, a line of it, and what giving that back means.

use yui_protocol::Points;
use yui_texts::{Args, keys};

use super::{
    ReceiveAction as Action, ReceiveStep as Step, ReceiveView, TakingsView,
    over::facts,
    refund::left_of,
    view::{button, titled, yen},
};
use crate::{
    core::Core,
    error::AppResult,
    shop::RefundQuote,
    store::Party,
    view::Words,
    wallet::{DayView, EntryView, HistoryQuery, before_day},
};

impl Core {
    /// The list of today, whole, and of `pages` pages of lines before it.
    pub(super) async fn takings(&self, words: Words, pages: u32) -> AppResult<ReceiveView> {
        let today = self.takings_today().await?;
        let query = HistoryQuery {
            after: Some(before_day(self.time.now().day_jst())),
            limit: u32::from(pages == 0),
            search: None,
        };
        let before = self.history_pages(Party::Shop, query, pages).await?;
        let older = if pages == 0 { !before.days.is_empty() } else { before.next.is_some() };
        let empty = today.lines.is_empty().then_some(today.empty_text);
        let day = today.lines.first().map(|line| line.day);
        let day = day.map(|day| DayView { day, title: words.of(keys::common::TODAY), lines: today.lines });
        let days = day.into_iter().chain(before.days.into_iter().filter(|_| pages > 0));
        let unpair = button(Action::Unpair, words.of(keys::shop::SHOP_UNPAIR_BUTTON));
        let older = older.then(|| button(Action::Older, words.of(keys::wallet::HISTORY_MORE)));
        Ok(ReceiveView {
            today: Some(TakingsView {
                total: today.total_text,
                unsettled: Some(today.unsettled_text).filter(|_| today.unsettled > Points::ZERO),
                empty,
                days: days.map(|day| timed(words, day)).collect(),
            }),
            others: older.into_iter().chain([unpair]).collect(),
            ..titled(Step::Today, words.of(keys::shop::SHOP_TODAY))
        })
    }
}

/// Lines by their time, as a shop's have no name.
fn timed(words: Words, day: DayView) -> DayView {
    let line = |line: EntryView| {
        let args = Args::new().time("time", line.at).text("kind", line.kind_text.clone().into());
        EntryView { title: words.get(keys::shop::SHOP_LINE, &args), ..line }
    };
    DayView { lines: day.lines.into_iter().map(line).collect(), ..day }
}

/// A line, and how much of it to give back, if any of it is left.
pub(super) fn line(words: Words, typed: Points, line: &EntryView) -> ReceiveView {
    let left = left_of(line);
    let mut body = facts(words, line);
    body.insert(0, line.state_text.clone());
    if left == Points::ZERO {
        return ReceiveView {
            body,
            amount_text: Some(line.amount_text.clone()),
            ..titled(Step::Line, line.kind_text.clone())
        };
    }
    ReceiveView {
        body,
        amount_text: Some(yen(words, keys::wallet::HISTORY_AMOUNT, typed)),
        erase: Some(words.of(keys::wallet::PAY_ERASE)),
        primary: (typed > Points::ZERO).then(|| button(Action::Prepare, words.of(keys::common::NEXT))),
        ..titled(Step::Line, yen(words, keys::shop::REFUND_AMOUNT, left))
    }
}

pub(super) fn refund(words: Words, quote: RefundQuote) -> ReceiveView {
    let quote = quote.in_words(words);
    ReceiveView {
        body: quote.note.into_iter().collect(),
        amount_text: Some(yen(words, keys::wallet::HISTORY_AMOUNT, quote.amount)),
        primary: Some(button(Action::Refund, quote.button)),
        ..titled(Step::Refund, words.of(keys::shop::REFUND_TITLE))
    }
}
