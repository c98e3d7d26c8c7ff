//! Today's list, a line of it, and what giving that back means.

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
    view::Words,
    wallet::{DayView, EntryView},
};

impl Core {
    pub(super) async fn takings(&self, words: Words) -> AppResult<ReceiveView> {
        let today = self.takings_today().await?;
        let lines: Vec<_> = today.lines.into_iter().map(|line| timed(words, line)).collect();
        let day = lines.first().map(|line| line.day);
        Ok(ReceiveView {
            today: Some(TakingsView {
                total: today.total_text,
                unsettled: Some(today.unsettled_text).filter(|_| today.unsettled > Points::ZERO),
                empty: lines.is_empty().then_some(today.empty_text),
                day: day.map(|day| DayView { day, title: words.of(keys::common::TODAY), lines }),
            }),
            others: vec![button(Action::Unpair, words.of(keys::shop::SHOP_UNPAIR_BUTTON))],
            ..titled(Step::Today, words.of(keys::shop::SHOP_TODAY))
        })
    }
}

/// A line of the list by its time, as a shop's lines have no name.
fn timed(words: Words, line: EntryView) -> EntryView {
    let args = Args::new().time("time", line.at).text("kind", line.kind_text.clone().into());
    EntryView { title: words.get(keys::shop::SHOP_LINE, &args), ..line }
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
