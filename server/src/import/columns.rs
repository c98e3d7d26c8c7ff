//! ja: the headings are those of Japanese lists.
//! Which column is which, by the words of the heading.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use yui_texts::{Args, Lang, keys::chores as keys, text};

use super::table::Record;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The row's own number.
    Number,
    /// The shop's name.
    Name,
    /// The name in kana.
    Kana,
    /// The kind of business.
    Kind,
    /// The part of town.
    Area,
    /// The postal code.
    PostalCode,
    /// The address.
    Address,
    /// The telephone number.
    Telephone,
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
}

impl Column {
    pub(super) fn told(self, lang: Lang) -> String {
        let key = match self {
            Self::Number => keys::IMPORT_COLUMN_NUMBER,
            Self::Name => keys::IMPORT_COLUMN_NAME,
            Self::Kana => keys::IMPORT_COLUMN_KANA,
            Self::Kind => keys::IMPORT_COLUMN_KIND,
            Self::Area => keys::IMPORT_COLUMN_AREA,
            Self::PostalCode => keys::IMPORT_COLUMN_POSTAL_CODE,
            Self::Address => keys::IMPORT_COLUMN_ADDRESS,
            Self::Telephone => keys::IMPORT_COLUMN_TELEPHONE,
            Self::Latitude => keys::IMPORT_COLUMN_LATITUDE,
            Self::Longitude => keys::IMPORT_COLUMN_LONGITUDE,
        };
        text(lang, key, &Args::new()).plain
    }
}

/// Headings by column, the better one first; a heading counts when it is one of these words.
const HEADINGS: [(Column, &[&str]); 10] = [
    (Column::Number, &["番号", "ソート番号", "no", "no.", "id", "整理番号", "店舗番号"]),
    (Column::Name, &["店舗名", "店名", "名称", "施設名", "事業所名", "クーポン名", "name"]),
    (
        Column::Kana,
        &[
            "店舗名カナ",
            "店名カナ",
            "名称カナ",
            "名称_カナ",
            "施設名カナ",
            "クーポン名カナ",
            "カナ",
            "フリガナ",
            "ふりがな",
            "kana",
        ],
    ),
    (Column::Kind, &["業種", "種別", "分類", "カテゴリ", "カテゴリー", "kind"]),
    (Column::Area, &["地区", "エリア", "地域", "area"]),
    (Column::PostalCode, &["郵便番号", "〒", "postal_code"]),
    (Column::Address, &["店舗住所", "住所", "所在地", "所在地_連結表記", "address"]),
    (Column::Telephone, &["電話番号", "電話", "tel", "telephone"]),
    (Column::Latitude, &["緯度", "lat", "latitude"]),
    (Column::Longitude, &["経度", "lon", "lng", "longitude"]),
];

/// The columns of one list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Columns {
    found: Vec<(Column, usize, String)>,
    width: usize,
}

impl Columns {
    pub(super) fn of(heading: &[String]) -> Self {
        let words: Vec<String> =
            heading.iter().map(|word| word.nfkc().collect::<String>().trim().to_lowercase()).collect();
        let mut found = Vec::new();
        for (column, known) in HEADINGS {
            let at = known.iter().find_map(|word| words.iter().position(|heading| heading == word));
            if let Some(at) = at {
                found.push((column, at, heading[at].trim().to_owned()));
            }
        }
        Self { found, width: heading.len() }
    }

    /// How many cells a row has.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The cell of a row; empty when the list has no such column.
    pub(super) fn cell<'r>(&self, record: &'r Record, column: Column) -> &'r str {
        let at = self.found.iter().find(|(known, ..)| *known == column).map(|(_, at, _)| *at);
        at.and_then(|at| record.fields.get(at)).map_or("", String::as_str)
    }

    /// Which heading was taken for what.
    pub(super) fn described(&self) -> Vec<(Column, String)> {
        self.found.iter().map(|(column, _, heading)| (*column, heading.clone())).collect()
    }
}

/// The part of town in an address: what stands between the municipality and the first number.
pub(super) fn area_of(address: &str) -> String {
    // A city first: the names of some cities hold the sign of a village or a town.
    let end =
        ['市', '区', '町', '村'].into_iter().find_map(|sign| Some(address.find(sign)? + sign.len_utf8()));
    let after = end.map_or("", |end| address[end..].trim_start_matches('市'));
    let numbered = after.find(char::is_numeric).unwrap_or(after.len());
    // A block may be counted in Chinese numerals, which are letters of other names.
    let block = after
        .find("丁目")
        .map_or(after.len(), |at| after[..at].trim_end_matches(|c| "一二三四五六七八九十".contains(c)).len());
    let end = numbered.min(block);
    after[..end].trim_end_matches(['第', '字']).trim().chars().take(20).collect()
}

/// What a list writes where there is no telephone number to tell.
pub(super) const NOT_PUBLIC: [&str; 4] = ["非公開", "なし", "無し", "未定"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_however_they_are_written() {
        let heading = ["ＮＯ", " 店舗名 ", "住所", "TEL", "lat"].map(str::to_owned);
        let columns = Columns::of(&heading);
        let found: Vec<_> = columns.described().into_iter().map(|(column, _)| column).collect();
        assert_eq!(
            found,
            [Column::Number, Column::Name, Column::Address, Column::Telephone, Column::Latitude]
        );
    }

    #[test]
    fn the_area_stands_before_the_number() {
        for (address, area) in [
            ("静岡県焼津市本町2丁目11番5号", "本町"),
            ("長崎県大村市玖島一丁目25", "玖島"),
            ("静岡県焼津市与惣次１丁目18-29", "与惣次"),
            ("静岡県焼津市八楠4丁目13-7", "八楠"),
            ("静岡県焼津市三和1167番地の2", "三和"),
            ("somewhere", ""),
        ] {
            assert_eq!(area_of(address), area);
        }
    }
}
