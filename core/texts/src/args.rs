//! What is put into a text: typed, so that an amount or a day looks the same everywhere in one language.

use chrono::NaiveDate;
use yui_protocol::{Millis, Points};

use crate::Text;

/// One thing put into a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// Words as they are: a shop's name, a telephone number.
    Words(String),
    /// Another text of ours, with its readings: the name of a kind of points.
    Text(Text),
    /// A number of things, with thousands separators; English chooses its plural by it.
    Count(i64),
    /// A price or an amount to pay: 「850円」.
    Yen(Points),
    /// A balance: 「5,000ポイント」; the text around it says 「1ポイント＝1円」 where that belongs.
    Points(Points),
    /// A day with weekday: 「3月31日（水）」.
    Day(NaiveDate),
    /// A day with weekday and year: 「2027年3月31日（水）」.
    DayOfYear(NaiveDate),
    /// The month that a day is in, with its year: 「2027年3月」.
    Month(NaiveDate),
    /// The time of day in Japan: 「14:05」.
    Time(Millis),
    /// Day and time in Japan, to the second: 「3月31日（水） 14:05:09」.
    Moment(Millis),
}

/// What is put into a text, by the names of its placeables.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Args(Vec<(&'static str, Value)>);

impl Args {
    /// Nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.push((name, value));
        self
    }

    /// With [`Value::Words`].
    #[must_use]
    pub fn words(self, name: &'static str, words: impl Into<String>) -> Self {
        self.with(name, Value::Words(words.into()))
    }

    /// With [`Value::Text`].
    #[must_use]
    pub fn text(self, name: &'static str, text: Text) -> Self {
        self.with(name, Value::Text(text))
    }

    /// With [`Value::Count`].
    #[must_use]
    pub fn count(self, name: &'static str, count: i64) -> Self {
        self.with(name, Value::Count(count))
    }

    /// With [`Value::Yen`].
    #[must_use]
    pub fn yen(self, name: &'static str, amount: Points) -> Self {
        self.with(name, Value::Yen(amount))
    }

    /// With [`Value::Points`].
    #[must_use]
    pub fn points(self, name: &'static str, amount: Points) -> Self {
        self.with(name, Value::Points(amount))
    }

    /// With [`Value::Day`].
    #[must_use]
    pub fn day(self, name: &'static str, day: NaiveDate) -> Self {
        self.with(name, Value::Day(day))
    }

    /// With [`Value::DayOfYear`].
    #[must_use]
    pub fn day_of_year(self, name: &'static str, day: NaiveDate) -> Self {
        self.with(name, Value::DayOfYear(day))
    }

    /// With [`Value::Time`].
    #[must_use]
    pub fn time(self, name: &'static str, at: Millis) -> Self {
        self.with(name, Value::Time(at))
    }

    /// With [`Value::Moment`].
    #[must_use]
    pub fn moment(self, name: &'static str, at: Millis) -> Self {
        self.with(name, Value::Moment(at))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &(&'static str, Value)> {
        self.0.iter()
    }
}
