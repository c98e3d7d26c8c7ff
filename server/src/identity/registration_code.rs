//! Registration codes: ten letters and digits that cannot be taken for one another, kept as a keyed hash. With 50
//! random bits, the nonce that each try costs and the network's bound, guessing leads nowhere.

use yui_protocol::{ErrorCode, Millis, Subject, TownCode};
use yui_store::{Db, Row, Statement, StoreError, Unit, UnitError};

use crate::{identity::realm_key::RealmKey, random::letters};

/// Whom a code lets in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Addressee {
    /// Whoever reads the mail of this keyed hash.
    Mail(String),
    /// The person registered at the counter under this subject, two members of staff having looked.
    Counter(String),
    /// The same on one member of staff's word, while she has nothing that could be taken.
    CounterAlone(String),
}

impl Addressee {
    fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Mail(about) => ("mail", about),
            Self::Counter(about) => ("counter", about),
            Self::CounterAlone(about) => ("counter_alone", about),
        }
    }

    fn of_row(row: &Row) -> Result<Self, StoreError> {
        let about = row.get("about")?;
        Ok(match row.get::<String>("kind")?.as_str() {
            "mail" => Self::Mail(about),
            "counter" => Self::Counter(about),
            _ => Self::CounterAlone(about),
        })
    }
}

/// A fresh code as it is shown: `ABCDE-FGHJK`.
pub fn fresh() -> Result<String, ErrorCode> {
    let letters = letters::<10>()?;
    let (left, right) = letters.split_at(5);
    Ok(left.iter().chain(&['-']).chain(right).collect())
}

/// The keyed hash of a code however it was typed: small letters, spaces, and letters taken for digits.
fn hash(key: &RealmKey, code: &str) -> String {
    let plain: String = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(16)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    key.hash("yui/registration-code/v1", &[plain.as_bytes()])
}

/// Keeps a code for `life` milliseconds.
pub async fn keep(
    unit: &mut Unit,
    key: &RealmKey,
    town: TownCode,
    code: &str,
    addressee: &Addressee,
    life: i64,
) -> Result<(), UnitError> {
    let now = unit.now();
    let (kind, about) = addressee.parts();
    unit.sql("DELETE FROM registration_code WHERE expires_at < $1").bind(now).execute().await?;
    unit.sql("INSERT INTO registration_code (id, town, kind, about, expires_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(hash(key, code))
        .bind(town.to_string())
        .bind(kind)
        .bind(about)
        .bind(now.plus(life))
        .execute()
        .await?;
    Ok(())
}

/// Ends all unused codes that the counter printed for a person.
pub async fn end_counter(unit: &mut Unit, town: TownCode, subject: Subject) -> Result<(), UnitError> {
    unit.sql(
        "DELETE FROM registration_code WHERE town = $1 AND kind <> 'mail' AND about = $2 AND used_at IS NULL",
    )
    .bind(town.to_string())
    .bind(subject.to_string())
    .execute()
    .await?;
    Ok(())
}

/// Whether this addressee has as many unused codes as `most`, so that there is no room for another.
pub async fn is_full(
    unit: &mut Unit,
    town: TownCode,
    addressee: &Addressee,
    most: i64,
) -> Result<bool, UnitError> {
    let now = unit.now();
    let (kind, about) = addressee.parts();
    let row = unit
        .sql(
            "SELECT COUNT(*) AS n FROM registration_code
             WHERE town = $1 AND kind = $2 AND about = $3 AND used_at IS NULL AND expires_at >= $4",
        )
        .bind(town.to_string())
        .bind(kind)
        .bind(about)
        .bind(now)
        .fetch_one()
        .await?;
    Ok(row.get::<i64>("n")? >= most)
}

/// Whom a code lets in, without using it up: `registration_code_wrong` when it is unknown, used or has run out.
pub async fn look_up(
    unit: &mut Unit,
    key: &RealmKey,
    town: TownCode,
    code: &str,
) -> Result<Addressee, UnitError> {
    let now = unit.now();
    let found = found(unit.sql(FIND), key, town, code, now).await?;
    Ok(found.ok_or(ErrorCode::RegistrationCodeWrong)?)
}

/// The same before the unit of work, to read elsewhere what counts for it; none for a code that lets nobody in.
pub async fn peek(
    realm: &Db,
    key: &RealmKey,
    town: TownCode,
    code: &str,
    now: Millis,
) -> Result<Option<Addressee>, ErrorCode> {
    found(realm.sql(FIND), key, town, code, now).await.map_err(|error| error.code())
}

const FIND: &str = "SELECT kind, about FROM registration_code
     WHERE id = $1 AND town = $2 AND used_at IS NULL AND expires_at >= $3";

async fn found(
    find: Statement<'_>,
    key: &RealmKey,
    town: TownCode,
    code: &str,
    now: Millis,
) -> Result<Option<Addressee>, StoreError> {
    let row = find.bind(hash(key, code)).bind(town.to_string()).bind(now).fetch_optional().await?;
    row.as_ref().map(Addressee::of_row).transpose()
}

/// Uses a code up.
pub async fn use_up(unit: &mut Unit, key: &RealmKey, code: &str) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql("UPDATE registration_code SET used_at = $1 WHERE id = $2")
        .bind(now)
        .bind(hash(key, code))
        .execute()
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let key = RealmKey::new([1; 32]);
        let code = fresh().expect("random");
        assert_eq!(code.len(), 11);
        let typed =
            format!(" {} ", code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l"));
        assert_eq!(hash(&key, &code), hash(&key, &typed));
        assert_ne!(hash(&key, &code), hash(&key, &fresh().expect("random")));
    }
}
