//! Registrations that staff look at: the card is new and the person may be known (a replaced card). What was proved
//! waits sealed until it is decided, and is then forgotten here.

use uuid::Uuid;
use yui_protocol::{
    ErrorCode, Millis, Thumbprint,
    identity::{DeviceRecord, EnrolAnswer},
};
use yui_store::{Unit, UnitError};

use crate::{
    config::Config,
    identity::{
        card::Attributes,
        devices,
        enrol::{self, Bound, Enrolment, bind_to_person, new_person},
        resident, vouched,
    },
    state::Yui,
};

/// The most registrations that wait beside one person: each is one for staff to compare, and a card makes as many as it
/// meets phones. The next one waits until staff have decided.
const MOST_WAITING: i64 = 5;

/// What a member of staff decides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is the known person with a new card; her old card ends.
    SamePerson,
    /// It is another person of the same name and birthday.
    OtherPerson,
    /// It is not let in; the person comes to the counter.
    Refused,
}

impl Verdict {
    fn word(self) -> &'static str {
        match self {
            Self::SamePerson => "same_person",
            Self::OtherPerson => "other_person",
            Self::Refused => "refused",
        }
    }
}

/// A waiting registration, as a list shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// What the person was told to tell staff.
    pub reference: String,
    /// Since when.
    pub since: Millis,
}

/// A waiting registration beside the person it may be.
#[derive(Debug)]
pub struct Comparison {
    /// What the new card says.
    pub card: Option<Attributes>,
    /// The known person's subject and what the town knows of her.
    pub known: Option<(yui_protocol::Subject, String)>,
    /// Her phones: those that her first card would end as well.
    pub phones: Vec<DeviceRecord>,
}

fn about(id: &str) -> String {
    format!("review {id}")
}

/// What the person reads out: the first eight letters of the id.
fn reference(id: &str) -> String {
    id.chars().take(8).collect::<String>().to_uppercase()
}

/// The reference of a waiting registration of this phone; `forbidden` when it was refused.
pub async fn of_device(unit: &mut Unit, device: &Thumbprint) -> Result<Option<String>, UnitError> {
    let row = unit
        .sql("SELECT id, decision FROM review WHERE device = $1")
        .bind(device.to_string())
        .fetch_optional()
        .await?;
    let Some(row) = row else { return Ok(None) };
    match row.get::<Option<String>>("decision")?.as_deref() {
        None => Ok(Some(reference(&row.get::<String>("id")?))),
        Some("refused") => Err(ErrorCode::Forbidden.into()),
        Some(_) => Ok(None),
    }
}

/// Opens a review; answers its reference. `too_many_reviews` while too many wait beside this person.
pub async fn open(
    unit: &mut Unit,
    config: &Config,
    person: &str,
    enrolment: &Enrolment,
) -> Result<String, UnitError> {
    let waiting = unit
        .sql("SELECT COUNT(*) AS waiting FROM review WHERE person = $1 AND decision IS NULL")
        .bind(person)
        .fetch_one()
        .await?;
    if waiting.get::<i64>("waiting")? >= MOST_WAITING {
        return Err(ErrorCode::TooManyReviews.into());
    }
    let id = Uuid::new_v4().simple().to_string();
    let text = zeroize::Zeroizing::new(serde_json::to_vec(enrolment).map_err(|_| ErrorCode::Internal)?);
    let sealed = config.realm_key.seal(&about(&id), &text)?;
    let now = unit.now();
    // What was decided about this phone before is over; the log keeps who did it.
    unit.sql("DELETE FROM review WHERE device = $1 AND decision IS NOT NULL")
        .bind(enrolment.device.id().to_string())
        .execute()
        .await?;
    unit.sql(
        "INSERT INTO review (id, town, person, device, sealed, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&id)
    .bind(config.town().to_string())
    .bind(person)
    .bind(enrolment.device.id().to_string())
    .bind(sealed)
    .bind(now)
    .execute()
    .await?;
    unit.fact("identity.review_opened", None);
    Ok(reference(&id))
}

/// All that waits, oldest first.
pub async fn waiting(yui: &Yui) -> Result<Vec<Waiting>, ErrorCode> {
    let rows = yui
        .realm
        .reader()
        .sql("SELECT id, created_at FROM review WHERE town = $1 AND decision IS NULL ORDER BY created_at, id")
        .bind(yui.config.town().to_string())
        .fetch_all()
        .await
        .map_err(|error| error.code())?;
    rows.into_iter()
        .map(|row| {
            let id: String = row.get("id")?;
            Ok(Waiting { reference: reference(&id), id, since: row.get("created_at")? })
        })
        .collect::<Result<_, yui_store::StoreError>>()
        .map_err(|error| error.code())
}

/// A waiting registration for a member of staff to compare; the reading is audited before it is answered.
pub async fn compare(yui: &Yui, staff: &str, id: &str) -> Result<Comparison, ErrorCode> {
    let config = yui.config.clone();
    let (staff, id) = (staff.to_owned(), id.to_owned());
    let (enrolment, known) = yui
        .realm_write(move |unit| {
            Box::pin(async move {
                let (enrolment, person) = take(unit, &config, &id).await?;
                let known = enrol::last_subject_of(unit, config.town(), &person).await?;
                unit.audit(&staff, "identity.review_read", known);
                Ok((enrolment, known))
            })
        })
        .await?;
    let phones = match known {
        Some(subject) => devices::list(yui.realm.reader(), yui.config.town(), subject).await?,
        None => Vec::new(),
    };
    let known = match known {
        Some(subject) => resident::profile(yui.town.reader(), subject).await?.map(|p| (subject, p.name)),
        None => None,
    };
    Ok(Comparison { card: enrolment.attributes, known, phones })
}

/// Decides a review: `not_found` when there is none waiting under this id, `wrong_card` when the card is by now
/// somebody's with whom the verdict does not agree, `phone_taken` when the phone is another's, `other_staff_needed` for
/// who registered the person or gave her a code.
pub async fn decide(yui: &Yui, staff: &str, id: &str, verdict: Verdict) -> Result<(), ErrorCode> {
    let (staff, id) = (staff.to_owned(), id.to_owned());
    yui.to_the_end(move |yui| async move {
        let closed = yui.realm_write({
            let yui = yui.clone();
            move |unit| Box::pin(async move { close(unit, &yui, &staff, &id, verdict).await })
        });
        let (enrolment, bound) = closed.await?;
        let device = enrolment.device.id();
        match bound {
            Some(bound) => {
                let answer = enrol::enrolled(&yui, &bound, device).await?;
                debug_assert!(matches!(answer, EnrolAnswer::Enrolled { .. }));
            }
            None => yui.keys.refuse_review(&device),
        }
        Ok(())
    })
    .await
}

async fn close(
    unit: &mut Unit,
    yui: &Yui,
    staff: &str,
    id: &str,
    verdict: Verdict,
) -> Result<(Enrolment, Option<Bound>), UnitError> {
    let (enrolment, person) = take(unit, &yui.config, id).await?;
    vouched::check_other(unit, staff, &person).await?;
    let bound = settle(unit, yui, &person, &enrolment, verdict).await?;
    let now = unit.now();
    unit.sql(
        "UPDATE review SET sealed = NULL, decision = $1, decided_at = $2, decided_by = $3
         WHERE id = $4",
    )
    .bind(verdict.word())
    .bind(now)
    .bind(staff)
    .bind(id)
    .execute()
    .await?;
    unit.audit(staff, "identity.review_decided", bound.as_ref().map(|bound| bound.subject));
    Ok((enrolment, bound))
}

async fn settle(
    unit: &mut Unit,
    yui: &Yui,
    compared: &str,
    enrolment: &Enrolment,
    verdict: Verdict,
) -> Result<Option<Bound>, UnitError> {
    if verdict == Verdict::Refused {
        return Ok(None);
    }
    let is_same = verdict == Verdict::SamePerson;
    let town = yui.config.town();
    let known = enrol::recognise_again(unit, &yui.keys, town, enrolment, compared, is_same).await?;
    let person = match known {
        Some(person) => person,
        None => new_person(unit, enrolment).await?,
    };
    bind_to_person(unit, &yui.config, &person, enrolment).await.map(Some)
}

async fn take(unit: &mut Unit, config: &Config, id: &str) -> Result<(Enrolment, String), UnitError> {
    let row = unit
        .sql("SELECT sealed, person FROM review WHERE id = $1 AND decision IS NULL")
        .bind(id)
        .fetch_optional()
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let sealed: Vec<u8> = row.get("sealed")?;
    let text = config.realm_key.open(&about(id), &sealed)?;
    let enrolment = serde_json::from_slice(&text).map_err(|_| ErrorCode::Internal)?;
    Ok((enrolment, row.get("person")?))
}
