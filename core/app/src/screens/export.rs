//! Which months of the history are given away as a file.

use chrono::{Days, Months, NaiveDate};
use yui_texts::{Value, keys};

use super::Screen;
use crate::{core::Core, error::AppResult, store::Party, view::Text};

/// The months that there are.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ExportView {
    /// "Which month".
    pub title: Text,
    /// What kind of file it is, and what stands in it.
    pub note: Text,
    /// The months with lines, newest first, and all of them together.
    pub periods: Vec<PeriodView>,
    /// That there is nothing yet; none where there is something.
    pub empty: Option<Text>,
    /// The button that gives the file away.
    pub share: Text,
}

/// A time of which the lines are given away.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct PeriodView {
    /// What it is called.
    pub text: Text,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// What the file is called.
    pub file: String,
}

impl Core {
    pub(super) async fn export_view(&self) -> AppResult<ExportView> {
        let months = self.read(|unit| unit.months(Party::Person, "entry")).await?;
        let words = self.words();
        let mut periods: Vec<_> = months
            .iter()
            .map(|month| PeriodView {
                text: yui_texts::words(words.0, &Value::Month(*month)).into(),
                from: *month,
                to: end_of(*month),
                file: format!("yui-{}.csv", month.format("%Y-%m")),
            })
            .collect();
        if let [newest, .., oldest] = months.as_slice() {
            periods.push(PeriodView {
                text: words.of(keys::wallet::HISTORY_SHARE_ALL),
                from: *oldest,
                to: end_of(*newest),
                file: format!("yui-{}-{}.csv", oldest.format("%Y-%m"), newest.format("%Y-%m")),
            });
        }
        Ok(ExportView {
            title: words.of(keys::wallet::HISTORY_SHARE_TITLE),
            note: words.of(keys::wallet::HISTORY_SHARE_NOTE),
            empty: periods.is_empty().then(|| words.of(keys::wallet::HISTORY_EMPTY)),
            periods,
            share: words.of(Screen::Export.key()),
        })
    }
}

/// The last day of a month, by its first.
fn end_of(month: NaiveDate) -> NaiveDate {
    let next = month.checked_add_months(Months::new(1));
    next.and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(month)
}
