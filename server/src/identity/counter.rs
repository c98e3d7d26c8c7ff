//! Registration at a counter, with a phone or without. Who calls these has been let in as staff; every act is
//! audited under the staff number.

use yui_protocol::{CommandId, ErrorCode, Subject, identity::Level};
use yui_store::{Unit, UnitError};

use crate::{
    config::Config,
    identity::{
        card::Attributes,
        contact::Contact,
        counter_form::Form,
        enrol,
        errand::{self, Errand},
        phone_code::CODE_LIFE,
        registration_code::{self, Addressee},
        resident::Known,
        vouched,
    },
    random::random,
    state::Yui,
};

/// A person at the counter.
#[derive(Clone, Debug)]
pub struct NewResident {
    /// What the staff member read from a document or was told.
    pub attributes: Attributes,
    /// `verified` when the My Number card was seen and checked, else `visitor`.
    pub level: Level,
    /// How to reach her.
    pub contact: Contact,
    /// Registers although somebody of the same name and birthday is known: staff looked, and it is another person.
    pub is_other_person: bool,
}

/// How a counter registration ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CounterAnswer {
    /// Done, under this subject.
    Registered(Subject),
    /// Somebody of the same name, birth date and sex is known under this subject; nothing was done.
    Known(Subject),
}

/// Registers a person at the counter. `id` is that of the form: again with the same words it is the same person, with
/// others `id_conflict`.
pub async fn register(
    yui: &Yui,
    staff: &str,
    id: CommandId,
    new: NewResident,
) -> Result<CounterAnswer, ErrorCode> {
    if new.attributes.name.trim().is_empty() || !matches!(new.level, Level::Visitor | Level::Verified) {
        return Err(ErrorCode::MalformedRequest);
    }
    let staff = staff.to_owned();
    yui.to_the_end(move |yui| async move {
        let config = yui.config.clone();
        let enter =
            yui.realm_write(move |unit| Box::pin(async move { enter(unit, &config, &staff, id, new).await }));
        let answer = enter.await?;
        if let CounterAnswer::Registered(subject) = answer {
            errand::drive(&yui, subject).await?;
        }
        Ok(answer)
    })
    .await
}

async fn enter(
    unit: &mut Unit,
    config: &Config,
    staff: &str,
    id: CommandId,
    new: NewResident,
) -> Result<CounterAnswer, UnitError> {
    let form = Form::of(&config.realm_key, id, &new);
    if let Some(subject) = form.registered(unit).await? {
        return Ok(CounterAnswer::Registered(subject));
    }
    let likeness = new.attributes.likeness(&config.realm_key);
    let town = config.town().to_string();
    if !new.is_other_person
        && let Some(subject) = known(unit, &likeness, &town).await?
    {
        unit.audit(staff, "identity.counter_lookup", Some(subject));
        return Ok(CounterAnswer::Known(subject));
    }
    let person = enrol::insert_person(unit, None, Some(likeness)).await?;
    let known = Known { level: new.level, attributes: Some(new.attributes), card_last_day: None };
    let subject = enrol::join_town(unit, config, &person, known).await?;
    let told = Errand::Contact { staff: staff.to_owned(), contact: new.contact };
    errand::add(unit, config, subject, &told).await?;
    vouched::note(unit, staff, subject).await?;
    form.keep(unit, subject).await?;
    unit.audit(staff, "identity.counter_registered", Some(subject));
    Ok(CounterAnswer::Registered(subject))
}

async fn known(unit: &mut Unit, likeness: &str, town: &str) -> Result<Option<Subject>, UnitError> {
    let row = unit
        .sql(
            "SELECT m.subject FROM person p JOIN membership m ON m.person = p.id
             WHERE p.likeness = $1 AND m.town = $2 AND m.left_at IS NULL ORDER BY p.created_at LIMIT 1",
        )
        .bind(likeness)
        .bind(town)
        .fetch_optional()
        .await?;
    Ok(row.map(|row| row.get("subject")).transpose()?)
}

/// A code for a visitor without mail: the same as by mail, for a fresh person.
pub async fn visitor_code(yui: &Yui, staff: &str) -> Result<String, ErrorCode> {
    let (config, staff, code) = (yui.config.clone(), staff.to_owned(), registration_code::fresh()?);
    let kept = code.clone();
    yui.realm_write(move |unit| {
        Box::pin(async move {
            let nobody = Addressee::Mail(config.realm_key.hash("yui/walk-in/v1", &[&random::<16>()?]));
            registration_code::keep(unit, &config.realm_key, config.town(), &kept, &nobody, CODE_LIFE)
                .await?;
            unit.audit(&staff, "identity.visitor_code_printed", None);
            Ok(())
        })
    })
    .await?;
    Ok(code)
}
