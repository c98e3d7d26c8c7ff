//! Looking up residents. Each look is audited by a unit of the writer: its row is on the disk before the answer goes
//! out, also when nobody was found.

use unicode_normalization::UnicodeNormalization;
use yui_protocol::{
    ErrorCode, Points, Subject,
    identity::Level,
    qr::{self, Scanned},
    wallet::LotKind,
};
use yui_store::{Row, StoreError, Unit, UnitError};

use crate::{
    identity::{level, printed_card},
    state::Yui,
    typed::telephone_digits,
};

/// The most persons that one search shows.
pub const MOST: i64 = 20;
/// The fewest characters of a search.
const SHORTEST: usize = 2;
/// The most: no name that is kept has more, and SQLite takes no pattern of any length.
const LONGEST: usize = 200;

/// The fewest digits of a telephone number.
const SHORTEST_TELEPHONE: usize = 4;
/// A kept telephone number without what may stand between its digits.
const DIGITS: &str = "REPLACE(REPLACE(REPLACE(REPLACE(c.telephone, '-', ''), ' ', ''), '(', ''), ')', '')";

/// A resident as staff see her.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub subject: Subject,
    /// How well she is known.
    pub level: Level,
    /// Whether she has left.
    pub left: bool,
    /// The name; empty for a visitor.
    pub name: String,
    /// The name in kana, where the counter wrote it.
    pub kana: String,
    /// The address.
    pub address: String,
    /// The birth date.
    pub birth: String,
    /// The telephone number, where the counter wrote it.
    pub telephone: String,
    /// Whether she holds a printed card.
    pub has_card: bool,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({})", self.subject)
    }
}

/// A resident with what she holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Looked {
    /// Who she is.
    pub person: Person,
    /// Her balance.
    pub balance: Points,
    /// How much of it she paid for.
    pub charged: Points,
}

const PERSON: &str = "SELECT r.subject, r.level, r.state, r.name, r.address, r.birth,
        COALESCE(c.kana, '') AS kana, COALESCE(c.telephone, '') AS telephone,
        CASE WHEN p.id IS NULL THEN 0 ELSE 1 END AS has_card
    FROM resident r
    LEFT JOIN resident_contact c ON c.subject = r.subject
    LEFT JOIN printed_card p ON p.subject = r.subject AND p.revoked_at IS NULL";

fn read(row: &Row) -> Result<Person, StoreError> {
    Ok(Person {
        subject: row.get("subject")?,
        level: level::of_word(&row.get::<String>("level")?),
        left: row.get::<String>("state")? != "active",
        name: row.get("name")?,
        kana: row.get("kana")?,
        address: row.get("address")?,
        birth: row.get("birth")?,
        telephone: row.get("telephone")?,
        has_card: row.get("has_card")?,
    })
}

/// The residents whose name, kana or telephone number holds `query`, or who holds the printed card that was read into
/// it; at most [`MOST`], by name. Fewer than two characters, or more than two
/// hundred, find nobody.
pub async fn search(yui: &Yui, staff: &str, query: &str) -> Result<Vec<Person>, ErrorCode> {
    let query = query.trim();
    let card = match qr::parse(query) {
        Ok(Scanned::PrintedCard(card)) => match printed_card::holder(yui, card.token.as_bytes()).await? {
            Some(subject) => Some(subject),
            None => return found(yui, staff, Vec::new()).await,
        },
        _ => None,
    };
    if let Some(subject) = card {
        return look(yui, staff, subject).await.map(|looked| vec![looked.person]);
    }
    let words: String = query.nfkc().filter(|c| !c.is_whitespace()).collect();
    if !(SHORTEST..=LONGEST).contains(&words.chars().count()) {
        return found(yui, staff, Vec::new()).await;
    }
    let [abroad, abroad_with_0, telephone] = telephones(query);
    // A search reads every resident, so it must not hold up the writer; the audit is its own commit, before the answer.
    let text = sqlx::AssertSqlSafe(format!(
        "{PERSON} WHERE LOWER(REPLACE(REPLACE(r.name, ' ', ''), '\u{3000}', '')) LIKE LOWER($1) ESCAPE '!'
            OR REPLACE(REPLACE(c.kana, ' ', ''), '\u{3000}', '') LIKE $1 ESCAPE '!'
            OR ($2 <> '' AND {DIGITS} IN ($2, $3, $4))
          ORDER BY r.name, r.birth, r.subject LIMIT {MOST}"
    ));
    let search = yui.town.reader().sql(text).bind(like(&words));
    let rows = search.bind(telephone).bind(abroad).bind(abroad_with_0).fetch_all().await;
    let persons = rows.and_then(|rows| rows.iter().map(read).collect()).map_err(|error| {
        let code = error.code();
        tracing::error!(%code, "a search failed");
        code
    });
    found(yui, staff, persons?).await
}

/// The ways in which a telephone number may be kept, without what stands between its digits; empty for what is none.
fn telephones(query: &str) -> [String; 3] {
    let Some(digits) = telephone_digits(query).filter(|digits| digits.len() >= SHORTEST_TELEPHONE) else {
        return Default::default();
    };
    let rest = digits.strip_prefix('0').unwrap_or(&digits);
    [format!("+81{rest}"), format!("+810{rest}"), digits]
}

/// Notes what a search found, and answers it.
async fn found(yui: &Yui, staff: &str, persons: Vec<Person>) -> Result<Vec<Person>, ErrorCode> {
    let staff = staff.to_owned();
    yui.town_write(move |unit| {
        Box::pin(async move {
            audit(unit, &staff, persons.iter().map(|person| person.subject));
            Ok(persons)
        })
    })
    .await
}

/// A row for each person who was shown, or one that says that nobody was.
pub(crate) fn audit(unit: &mut Unit, staff: &str, shown: impl Iterator<Item = Subject>) {
    let mut shown = shown.peekable();
    if shown.peek().is_none() {
        unit.audit(staff, "resident.search_empty", None);
    }
    for subject in shown {
        unit.audit(staff, "resident.found", Some(subject));
    }
}

/// The words as a pattern, with the pattern's own characters taken as they are.
fn like(words: &str) -> String {
    let mut pattern = String::from("%");
    for c in words.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// One resident with her balance: `not_found`, which is noted, too.
pub async fn look(yui: &Yui, staff: &str, subject: Subject) -> Result<Looked, ErrorCode> {
    let staff = staff.to_owned();
    let looked = yui.town_write(move |unit| Box::pin(async move { look_in(unit, &staff, subject).await }));
    looked.await?.ok_or(ErrorCode::NotFound)
}

async fn look_in(unit: &mut Unit, staff: &str, subject: Subject) -> Result<Option<Looked>, UnitError> {
    let text = sqlx::AssertSqlSafe(format!("{PERSON} WHERE r.subject = $1"));
    let Some(row) = unit.sql(text).bind(subject).fetch_optional().await? else {
        unit.audit(staff, "resident.read_unknown", None);
        return Ok(None);
    };
    let person = read(&row)?;
    unit.audit(staff, "resident.read", Some(subject));
    let wallet = unit.ledger().wallet(subject, unit.now());
    let sum = |kind: Option<LotKind>| {
        Points(
            wallet
                .lots
                .iter()
                .filter(|lot| kind.is_none_or(|kind| lot.kind == kind))
                .map(|lot| lot.amount.0)
                .sum(),
        )
    };
    Ok(Some(Looked { balance: sum(None), charged: sum(Some(LotKind::Charged)), person }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_not_the_searchers_to_write() {
        assert_eq!(like("100%_!"), "%100!%!_!!%");
    }
}
