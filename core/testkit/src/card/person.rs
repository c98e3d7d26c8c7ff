//! Made-up people for cards.

use chrono::{Datelike as _, NaiveDate};
use yui_card::Sex;

/// What a card says about its holder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// Family name, U+3000, given name.
    pub name: String,
    /// The address with full-width numbers.
    pub address: String,
    /// The birth date.
    pub birth_date: NaiveDate,
    /// Sex.
    pub sex: Sex,
    /// The 12 digits of the test number, the last being the right check digit.
    pub number: String,
    /// The prefecture in Roman letters, as certificates write it.
    pub prefecture: String,
    /// The city in Roman letters.
    pub city: String,
    /// The five digits of the municipality that issued the card.
    pub city_code: String,
    /// Which of the test keys are on the first card: `2 × slot` signs, `2 × slot + 1` authenticates. Slots 0 to 5
    /// have keys that come with the source.
    pub slot: usize,
}

impl Person {
    /// A person of Omura. `digits` are the first eleven of the test number.
    ///
    /// # Panics
    /// When the birth date is no date or `digits` are not eleven digits: a mistake in a test.
    #[must_use]
    pub fn new(name: &str, address: &str, birth_date: &str, sex: Sex, digits: &str, slot: usize) -> Self {
        Self {
            name: name.to_owned(),
            address: address.to_owned(),
            birth_date: birth_date.parse().expect("a birth date as YYYY-MM-DD"),
            sex,
            number: format!("{digits}{}", check_digit(digits)),
            prefecture: "Nagasaki-ken".to_owned(),
            city: "Omura-shi".to_owned(),
            city_code: "42205".to_owned(),
            slot,
        }
    }

    /// Tanaka Hanako (田中花子), born 1985.
    #[must_use]
    pub fn hanako() -> Self {
        Self::new("田中　花子", "長崎県大村市玖島１丁目２５番地", "1985-04-12", Sex::Female, "00000000101", 0)
    }

    /// Yamada Taro (山田太郎), born 1952.
    #[must_use]
    pub fn taro() -> Self {
        Self::new("山田　太郎", "長崎県大村市東本町１０番地の３", "1952-11-03", Sex::Male, "00000000202", 1)
    }

    /// Sato Ichiro (佐藤一郎), born 1990.
    #[must_use]
    pub fn ichiro() -> Self {
        Self::new("佐藤　一郎", "長崎県大村市古賀島町３番地", "1990-01-08", Sex::Male, "00000000303", 2)
    }

    /// Tanaka Mei (田中めい), Hanako's child, born 2019: no signature certificate.
    #[must_use]
    pub fn mei() -> Self {
        Self::new("田中　めい", "長崎県大村市玖島１丁目２５番地", "2019-07-07", Sex::Female, "00000000404", 3)
    }
}

/// The era of a day, 1 Meiji to 5 Reiwa, and the Gregorian year before its first.
pub(crate) fn era(day: NaiveDate) -> (u8, i32) {
    match (day.year(), day.month(), day.day()) {
        (2020.., ..) | (2019, 5.., _) => (5, 2018),
        (1990.., ..) | (1989, 2.., _) | (1989, 1, 8..) => (4, 1988),
        (1927.., ..) | (1926, 12, 25..) => (3, 1925),
        (1913.., ..) | (1912, 8.., _) | (1912, 7, 30..) => (2, 1911),
        _ => (1, 1867),
    }
}

/// The check digit of eleven digits (総務省令第85号 art. 5).
fn check_digit(digits: &str) -> u32 {
    let digits: Vec<u32> = digits.chars().map(|digit| digit.to_digit(10).expect("a digit")).collect();
    assert_eq!(digits.len(), 11, "eleven digits go before the check digit");
    let weights = (2..=7).chain(2..=6);
    let sum: u32 = digits.iter().rev().zip(weights).map(|(digit, weight)| digit * weight).sum();
    match sum % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_follows_the_ordinance() {
        // The number of the published JPKI test card.
        assert_eq!(check_digit("53768667718"), 8);
    }
}
