//! Numbers, amounts, days and times as each language writes them.

use chrono::{Datelike, NaiveDate};
use fluent_bundle::FluentValue;
use yui_protocol::Points;

use crate::{Lang, Text, args::Value, runs::guarded};

/// The value as Fluent takes it. Ruby marks of amounts and days in plain Japanese are part of the words.
pub(crate) fn fluent(lang: Lang, value: &Value) -> FluentValue<'static> {
    match value {
        Value::Words(words) => guarded(words).into(),
        Value::Text(text) => text.source().into(),
        Value::Count(count) => FluentValue::from(*count),
        Value::Yen(amount) => yen(lang, *amount).into(),
        Value::Points(amount) => points(lang, *amount).into(),
        Value::Day(day) => day_words(lang, *day, lang == Lang::JaSimple).into(),
        Value::DayOfYear(day) => day_words(lang, *day, true).into(),
        Value::Month(day) => month_words(lang, *day).into(),
        Value::Time(at) => at.jst().format("%H:%M").to_string().into(),
        Value::Moment(at) => {
            let day = day_words(lang, at.day_jst(), lang == Lang::JaSimple);
            format!("{day} {}", at.jst().format("%H:%M:%S")).into()
        }
    }
}

/// One thing alone, such as an amount in a table's cell, as it looks inside a text.
#[must_use]
pub fn words(lang: Lang, value: &Value) -> Text {
    match fluent(lang, value) {
        FluentValue::String(marked) => Text::marked(&marked),
        _ => {
            Text::verbatim(if let Value::Count(count) = value { number(lang, *count) } else { String::new() })
        }
    }
}

/// A whole number with a mark between thousands; Vietnamese marks them with a point.
pub(crate) fn number(lang: Lang, number: i64) -> String {
    let mark = if lang == Lang::Vi { '.' } else { ',' };
    let digits = number.unsigned_abs().to_string();
    let mut words = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            words.push(mark);
        }
        words.push(digit);
    }
    words
}

fn yen(lang: Lang, amount: Points) -> String {
    let number = number(lang, amount.0);
    match lang {
        Lang::Ja => format!("{number}円"),
        Lang::JaSimple => format!("{number}円《えん》"),
        Lang::En => format!("¥{number}"),
        Lang::ZhHans => format!("{number}日元"),
        Lang::Vi => format!("{number} yên"),
    }
}

fn points(lang: Lang, amount: Points) -> String {
    let number = number(lang, amount.0);
    match lang {
        Lang::Ja | Lang::JaSimple => format!("{number}ポイント"),
        Lang::En if amount.0 == 1 => format!("{number} point"),
        Lang::En => format!("{number} points"),
        Lang::ZhHans => format!("{number}积分"),
        Lang::Vi => format!("{number} điểm"),
    }
}

fn day_words(lang: Lang, day: NaiveDate, with_year: bool) -> String {
    let (year, month, date) = (day.year(), day.month(), day.day());
    let weekday = &WEEKDAYS[day.weekday().num_days_from_monday() as usize];
    match (lang, with_year) {
        (Lang::Ja, false) => format!("{month}月{date}日（{}）", weekday.ja),
        (Lang::Ja, true) => format!("{year}年{month}月{date}日（{}）", weekday.ja),
        (Lang::JaSimple, _) => {
            format!(
                "{year}年《ねん》{month}月《がつ》{}（{}《{}》）",
                date_with_ruby(date),
                weekday.ja,
                weekday.kana
            )
        }
        (Lang::En, false) => format!("{} {date} {}", weekday.en, MONTHS[day.month0() as usize]),
        (Lang::En, true) => format!("{} {date} {} {year}", weekday.en, MONTHS[day.month0() as usize]),
        (Lang::ZhHans, false) => format!("{month}月{date}日（{}）", weekday.zh),
        (Lang::ZhHans, true) => format!("{year}年{month}月{date}日（{}）", weekday.zh),
        (Lang::Vi, false) => format!("{}, ngày {date}/{month}", weekday.vi),
        (Lang::Vi, true) => format!("{}, ngày {date}/{month}/{year}", weekday.vi),
    }
}

fn month_words(lang: Lang, day: NaiveDate) -> String {
    let (year, month) = (day.year(), day.month());
    match lang {
        Lang::Ja | Lang::ZhHans => format!("{year}年{month}月"),
        Lang::JaSimple => format!("{year}年《ねん》{month}月《がつ》"),
        Lang::En => format!("{} {year}", MONTHS[day.month0() as usize]),
        Lang::Vi => format!("tháng {month}/{year}"),
    }
}

/// Days of the month whose reading is not number + にち carry it over the whole.
fn date_with_ruby(date: u32) -> String {
    let whole = match date {
        1 => "ついたち",
        2 => "ふつか",
        3 => "みっか",
        4 => "よっか",
        5 => "いつか",
        6 => "むいか",
        7 => "なのか",
        8 => "ようか",
        9 => "ここのか",
        10 => "とおか",
        14 => "じゅうよっか",
        20 => "はつか",
        24 => "にじゅうよっか",
        _ => return format!("{date}日《にち》"),
    };
    format!("｜{date}日《{whole}》")
}

struct Weekday {
    ja: &'static str,
    kana: &'static str,
    en: &'static str,
    zh: &'static str,
    vi: &'static str,
}

const WEEKDAYS: [Weekday; 7] = [
    Weekday { ja: "月", kana: "げつ", en: "Monday", zh: "周一", vi: "Thứ Hai" },
    Weekday { ja: "火", kana: "か", en: "Tuesday", zh: "周二", vi: "Thứ Ba" },
    Weekday { ja: "水", kana: "すい", en: "Wednesday", zh: "周三", vi: "Thứ Tư" },
    Weekday { ja: "木", kana: "もく", en: "Thursday", zh: "周四", vi: "Thứ Năm" },
    Weekday { ja: "金", kana: "きん", en: "Friday", zh: "周五", vi: "Thứ Sáu" },
    Weekday { ja: "土", kana: "ど", en: "Saturday", zh: "周六", vi: "Thứ Bảy" },
    Weekday { ja: "日", kana: "にち", en: "Sunday", zh: "周日", vi: "Chủ Nhật" },
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use yui_protocol::Millis;

    use super::*;

    fn words(lang: Lang, value: &Value) -> String {
        super::words(lang, value).plain
    }

    #[test]
    fn a_count_alone_is_grouped_too() {
        assert_eq!(words(Lang::Vi, &Value::Count(5_000)), "5.000");
    }

    #[test]
    fn thousands_are_marked() {
        assert_eq!(number(Lang::Ja, 1_234_567), "1,234,567");
        assert_eq!(number(Lang::Vi, 5_000), "5.000");
        assert_eq!(number(Lang::En, -999), "-999");
        assert_eq!(number(Lang::En, i64::MIN), "-9,223,372,036,854,775,808");
        assert_eq!(number(Lang::ZhHans, 0), "0");
    }

    #[test]
    fn amounts_and_days_are_written_as_each_language_does() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 31).expect("a day");
        let at = Millis(1_806_473_109_000);
        for (lang, yen, points, short, long, month) in [
            (Lang::Ja, "1,200円", "5,000ポイント", "3月31日（水）", "2027年3月31日（水）", "2027年3月"),
            (
                Lang::JaSimple,
                "1,200円",
                "5,000ポイント",
                "2027年3月31日（水）",
                "2027年3月31日（水）",
                "2027年3月",
            ),
            (
                Lang::En,
                "¥1,200",
                "5,000 points",
                "Wednesday 31 March",
                "Wednesday 31 March 2027",
                "March 2027",
            ),
            (Lang::ZhHans, "1,200日元", "5,000积分", "3月31日（周三）", "2027年3月31日（周三）", "2027年3月"),
            (
                Lang::Vi,
                "1.200 yên",
                "5.000 điểm",
                "Thứ Tư, ngày 31/3",
                "Thứ Tư, ngày 31/3/2027",
                "tháng 3/2027",
            ),
        ] {
            assert_eq!(words(lang, &Value::Yen(Points(1_200))), yen);
            assert_eq!(words(lang, &Value::Points(Points(5_000))), points);
            assert_eq!(words(lang, &Value::Day(day)), short);
            assert_eq!(words(lang, &Value::DayOfYear(day)), long);
            assert_eq!(words(lang, &Value::Month(day)), month);
            assert_eq!(words(lang, &Value::Time(at)), at.jst().format("%H:%M").to_string());
        }
    }

    #[test]
    fn odd_readings_of_days_stand_above_the_number_too() {
        let day = NaiveDate::from_ymd_opt(2027, 4, 20).expect("a day");
        let FluentValue::String(marked) = fluent(Lang::JaSimple, &Value::Day(day)) else { panic!("words") };
        let text = Text::marked(&marked);
        assert!(text.runs.iter().any(|run| run.base == "20日" && run.ruby.as_deref() == Some("はつか")));
    }
}
