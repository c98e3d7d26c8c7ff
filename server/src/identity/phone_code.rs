//! A registration code with which a person's own phone becomes hers. Whoever has it has her wallet. So as soon as there
//! is anything to take — she has or had a card or a phone, or value — two members of staff stand behind a code: one
//! asks for it, another sees the person too and confirms (ADR 0010). That is also the way on for who lost both phone
//! and card.

use yui_protocol::{ErrorCode, Millis, Subject};
use yui_store::{Row, StoreError, Unit, UnitError};

use crate::{
    config::Config,
    identity::{
        registration_code::{self, Addressee},
        resident, vouched,
    },
    state::Yui,
};

/// How long a code printed for a phone lives.
pub const CODE_LIFE: i64 = Millis::DAY;

/// How long a code lives that one member of staff printed alone: the person is at the counter.
pub const ALONE_LIFE: i64 = 15 * Millis::MINUTE;

/// How long a request stands, from asking to printing: the person is at the counter.
pub const REQUEST_LIFE: i64 = Millis::HOUR;

/// What came of asking for a code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PhoneCode {
    /// The code, shown this once.
    Printed {
        /// As it is typed.
        code: String,
        /// How long it lives, in milliseconds.
        life: i64,
    },
    /// Another member of staff must confirm it first.
    Waits,
}

/// A request for a code, while it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CodeRequest {
    /// For whose phone.
    pub subject: Subject,
    /// Who asked.
    pub asked_by: String,
    /// When.
    pub asked_at: Millis,
    /// The other member of staff, once she has confirmed.
    pub confirmed_by: Option<String>,
}

impl CodeRequest {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            subject: row.get("subject")?,
            asked_by: row.get("asked_by")?,
            asked_at: row.get("asked_at")?,
            confirmed_by: row.get("confirmed_by")?,
        })
    }

    /// Whether it is confirmed and `staff` is one of the two behind it.
    #[must_use]
    pub fn lets_print(&self, staff: &str) -> bool {
        self.confirmed_by.as_deref().is_some_and(|by| by == staff || self.asked_by == staff)
    }
}

/// Prints a code, or asks for it where one member of staff alone may not: `not_found`, `person_left`.
pub async fn print(yui: &Yui, staff: &str, subject: Subject) -> Result<PhoneCode, ErrorCode> {
    let has_value = has_value(yui, subject).await?;
    let (config, staff, fresh) = (yui.config.clone(), staff.to_owned(), registration_code::fresh()?);
    yui.realm_write(move |unit| {
        Box::pin(async move {
            let known = has_value || is_known_otherwise(unit, subject).await?;
            let (addressee, life) = match standing(unit, subject).await? {
                Some(request) if request.lets_print(&staff) => {
                    forget(unit, subject).await?;
                    (Addressee::Counter(subject.to_string()), CODE_LIFE)
                }
                Some(_) => return Ok(PhoneCode::Waits),
                None if known => return ask(unit, &config, &staff, subject).await,
                None => (Addressee::CounterAlone(subject.to_string()), ALONE_LIFE),
            };
            registration_code::end_counter(unit, config.town(), subject).await?;
            registration_code::keep(unit, &config.realm_key, config.town(), &fresh, &addressee, life).await?;
            vouched::note(unit, &staff, subject).await?;
            unit.audit(&staff, "identity.phone_code_printed", Some(subject));
            Ok(PhoneCode::Printed { code: fresh, life })
        })
    })
    .await
}

/// Whether the town has something of hers that could be taken: a printed card, be it one that ended, or value.
/// `not_found`, `person_left`.
async fn has_value(yui: &Yui, subject: Subject) -> Result<bool, ErrorCode> {
    yui.town_write(move |unit| {
        Box::pin(async move {
            resident::active_level(unit, subject).await?;
            let printed_card = unit
                .sql("SELECT id FROM printed_card WHERE subject = $1")
                .bind(subject)
                .fetch_optional()
                .await?;
            let now = unit.now();
            Ok(printed_card.is_some() || !unit.ledger().wallet(subject, now).lots.is_empty())
        })
    })
    .await
}

/// What the town knows against a code before it is used: whether there is value by now that one member of staff's
/// word does not open.
pub(crate) async fn value_behind(yui: &Yui, code: &str) -> Result<bool, ErrorCode> {
    let (key, town) = (&yui.config.realm_key, yui.config.town());
    match registration_code::peek(yui.realm.reader(), key, town, code, yui.clock.now()).await? {
        Some(Addressee::CounterAlone(subject)) => {
            has_value(yui, subject.parse().map_err(|_| ErrorCode::Internal)?).await
        }
        _ => Ok(false),
    }
}

/// A code on one member of staff's word is for a person with nothing: `code_outlived` when she has something by now.
pub(crate) async fn check_alone(unit: &mut Unit, subject: Subject, has_value: bool) -> Result<(), UnitError> {
    if has_value || is_known_otherwise(unit, subject).await? {
        return Err(ErrorCode::CodeOutlived.into());
    }
    Ok(())
}

/// Whether the realm knows the person by a card or a phone, be it one that ended.
async fn is_known_otherwise(unit: &mut Unit, subject: Subject) -> Result<bool, UnitError> {
    let row = unit
        .sql(
            "SELECT m.subject FROM membership m WHERE m.subject = $1
                 AND (EXISTS (SELECT c.person FROM card c WHERE c.person = m.person)
                     OR EXISTS (SELECT d.id FROM device d WHERE d.subject = m.subject))",
        )
        .bind(subject)
        .fetch_optional()
        .await?;
    Ok(row.is_some())
}

async fn ask(
    unit: &mut Unit,
    config: &Config,
    staff: &str,
    subject: Subject,
) -> Result<PhoneCode, UnitError> {
    let now = unit.now();
    unit.sql("INSERT INTO code_request (subject, town, asked_by, asked_at) VALUES ($1, $2, $3, $4)")
        .bind(subject)
        .bind(config.town().to_string())
        .bind(staff)
        .bind(now)
        .execute()
        .await?;
    unit.audit(staff, "identity.phone_code_asked", Some(subject));
    Ok(PhoneCode::Waits)
}

/// Another member of staff has seen the person too: `forbidden` for the one who asked, `not_found` when nobody did
/// within the hour. Again changes nothing.
pub async fn confirm(yui: &Yui, staff: &str, subject: Subject) -> Result<(), ErrorCode> {
    let staff = staff.to_owned();
    yui.realm_write(move |unit| {
        Box::pin(async move {
            let request = standing(unit, subject).await?.ok_or(ErrorCode::NotFound)?;
            if request.asked_by == staff {
                return Err(ErrorCode::Forbidden.into());
            }
            if request.confirmed_by.is_some() {
                return Ok(());
            }
            unit.sql("UPDATE code_request SET confirmed_by = $1 WHERE subject = $2")
                .bind(&staff)
                .bind(subject)
                .execute()
                .await?;
            unit.audit(&staff, "identity.phone_code_confirmed", Some(subject));
            Ok(())
        })
    })
    .await
}

/// The request that stands for a person; those that have run out are forgotten.
async fn standing(unit: &mut Unit, subject: Subject) -> Result<Option<CodeRequest>, UnitError> {
    let now = unit.now();
    unit.sql("DELETE FROM code_request WHERE asked_at < $1").bind(now.plus(-REQUEST_LIFE)).execute().await?;
    let text = "SELECT * FROM code_request WHERE subject = $1";
    let row = unit.sql(text).bind(subject).fetch_optional().await?;
    Ok(row.as_ref().map(CodeRequest::read).transpose()?)
}

async fn forget(unit: &mut Unit, subject: Subject) -> Result<(), UnitError> {
    unit.sql("DELETE FROM code_request WHERE subject = $1").bind(subject).execute().await?;
    Ok(())
}

/// All requests that stand in this town, oldest first.
pub async fn requests(yui: &Yui) -> Result<Vec<CodeRequest>, ErrorCode> {
    let rows = yui
        .realm
        .reader()
        .sql("SELECT * FROM code_request WHERE town = $1 AND asked_at >= $2 ORDER BY asked_at, subject")
        .bind(yui.config.town().to_string())
        .bind(yui.clock.now().plus(-REQUEST_LIFE))
        .fetch_all()
        .await;
    rows.and_then(|rows| rows.iter().map(CodeRequest::read).collect()).map_err(|error| error.code())
}
