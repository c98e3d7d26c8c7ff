//! Binding card and phone to a person: only writes; whatever could be refused was refused before.

use uuid::Uuid;
use yui_protocol::{
    PublicKey, Subject, Thumbprint,
    identity::{EnrolPurpose, Level},
};
use yui_store::{Unit, UnitError};

use crate::{
    config::Config,
    identity::{
        enrol::{CardHashes, Enrolment, NewDevice, phone, recognise},
        errand::{self, Errand},
        level, registration_code,
        resident::Known,
    },
};

/// What was bound.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The person in this town.
    pub subject: Subject,
    /// The phone's former second key, when this registration made it again.
    pub replaced_user_key: Option<Thumbprint>,
    /// Whether all her other phones ended with it.
    pub ends_others: bool,
}

/// Makes a person, found again by what the registration knows.
pub async fn new_person(unit: &mut Unit, enrolment: &Enrolment) -> Result<String, UnitError> {
    insert_person(unit, enrolment.reference.clone(), enrolment.likeness.clone()).await
}

/// Makes a person under these keyed hashes.
pub async fn insert_person(
    unit: &mut Unit,
    reference: Option<String>,
    likeness: Option<String>,
) -> Result<String, UnitError> {
    let (id, now) = (Uuid::new_v4().to_string(), unit.now());
    unit.sql("INSERT INTO person (id, reference, likeness, created_at) VALUES ($1, $2, $3, $4)")
        .bind(&id)
        .bind(reference)
        .bind(likeness)
        .bind(now)
        .execute()
        .await?;
    Ok(id)
}

/// Binds a proved card and its phone to a person, who becomes a member of this town if she was none.
pub async fn bind_to_person(
    unit: &mut Unit,
    config: &Config,
    person: &str,
    enrolment: &Enrolment,
) -> Result<Bound, UnitError> {
    // A person without a card is known by a mail address at most, and her phones came by a mailbox or a code from the
    // counter. That ends here: none of it opens what the card opens, and her other phones come again by the card.
    let had_card = recognise::has_card(unit, person).await?;
    keep_card(unit, person, &enrolment.card).await?;
    unit.sql(
        "UPDATE person SET reference = CASE WHEN $1 = 1 THEN COALESCE($2, reference) ELSE $2 END,
             likeness = COALESCE($3, likeness) WHERE id = $4",
    )
    .bind(had_card)
    .bind(enrolment.reference.clone())
    .bind(enrolment.likeness.clone())
    .bind(person)
    .execute()
    .await?;
    let known = Known {
        level: enrolment.level(),
        attributes: enrolment.attributes.clone(),
        card_last_day: enrolment.card_last_day.clone(),
    };
    let subject = join_town(unit, config, person, known).await?;
    let ends_others = !had_card || enrolment.purpose == EnrolPurpose::ReplaceLost;
    bind_to_subject(unit, config, subject, &enrolment.device, ends_others).await
}

/// The card is this person's, and any other she had is not any more.
async fn keep_card(unit: &mut Unit, person: &str, card: &CardHashes) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql(
        "UPDATE card SET retired_at = $1, signature = CASE WHEN signature = $2 THEN NULL ELSE signature END
         WHERE person = $3 AND authentication <> $4 AND (retired_at IS NULL OR signature = $2)",
    )
    .bind(now)
    .bind(card.signature.clone())
    .bind(person)
    .bind(&card.authentication)
    .execute()
    .await?;
    unit.sql(
        "INSERT INTO card (authentication, signature, person, added_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (authentication) DO UPDATE SET
             signature = COALESCE(excluded.signature, card.signature), person = excluded.person, retired_at = NULL",
    )
    .bind(&card.authentication)
    .bind(card.signature.clone())
    .bind(person)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Makes the person a member of the town (anew if she left), or betters her level there; the town is told in an
/// errand.
pub async fn join_town(
    unit: &mut Unit,
    config: &Config,
    person: &str,
    mut known: Known,
) -> Result<Subject, UnitError> {
    let now = unit.now();
    let row = unit
        .sql("SELECT subject, level FROM membership WHERE person = $1 AND town = $2 AND left_at IS NULL")
        .bind(person)
        .bind(config.town().to_string())
        .fetch_optional()
        .await?;
    let subject = if let Some(row) = row {
        let subject: Subject = row.get("subject")?;
        let before: Level = level::of_word(&row.get::<String>("level")?);
        known.level = known.level.max(before);
        unit.sql("UPDATE membership SET level = $1 WHERE subject = $2")
            .bind(level::word(known.level))
            .bind(subject)
            .execute()
            .await?;
        subject
    } else {
        let subject = Subject(Uuid::new_v4());
        unit.sql(
            "INSERT INTO membership (subject, person, town, level, joined_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(subject)
        .bind(person)
        .bind(config.town().to_string())
        .bind(level::word(known.level))
        .bind(now)
        .execute()
        .await?;
        unit.fact("identity.person_joined", None);
        subject
    };
    errand::add(unit, config, subject, &Errand::Resident(known)).await?;
    Ok(subject)
}

/// Binds a phone to a member. At a loss and with her first card (`ends_others`), all her other phones are revoked in
/// the same commit.
pub async fn bind_to_subject(
    unit: &mut Unit,
    config: &Config,
    subject: Subject,
    device: &NewDevice,
    ends_others: bool,
) -> Result<Bound, UnitError> {
    let id = device.id();
    // A code that still lies about would let a second phone in.
    registration_code::end_counter(unit, config.town(), subject).await?;
    if ends_others {
        let now = unit.now();
        unit.sql("UPDATE device SET revoked_at = $1 WHERE subject = $2 AND id <> $3 AND revoked_at IS NULL")
            .bind(now)
            .bind(subject)
            .bind(id.to_string())
            .execute()
            .await?;
    }
    let replaced_user_key = if phone::is_active(unit, &id).await? {
        renew(unit, device).await?
    } else {
        insert(unit, config, subject, device).await?;
        None
    };
    errand::add(unit, config, subject, &Errand::Devices).await?;
    Ok(Bound { subject, replaced_user_key, ends_others })
}

async fn insert(
    unit: &mut Unit,
    config: &Config,
    subject: Subject,
    device: &NewDevice,
) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql(
        "INSERT INTO device (id, subject, town, name, public_key, user_key_id, user_key, added_at, seen_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(device.id().to_string())
    .bind(subject)
    .bind(config.town().to_string())
    .bind(&device.name)
    .bind(device.key.0)
    .bind(device.user_key.map(|key| key.thumbprint().to_string()))
    .bind(device.user_key.map(|key| key.0))
    .bind(now)
    .bind(now.day_jst().to_string())
    .execute()
    .await?;
    Ok(())
}

/// The second key of a phone that is somebody's, as its card brought it.
pub async fn user_key_of(unit: &mut Unit, device: &Thumbprint) -> Result<Option<PublicKey>, UnitError> {
    let row = unit
        .sql("SELECT user_key FROM device WHERE id = $1 AND revoked_at IS NULL")
        .bind(device.to_string())
        .fetch_optional()
        .await?;
    let key = row.map(|row| row.get::<Option<[u8; 65]>>("user_key")).transpose()?.flatten();
    Ok(key.map(PublicKey))
}

/// A known phone: its name, and its second key if that is another; answers the key that was replaced.
async fn renew(unit: &mut Unit, device: &NewDevice) -> Result<Option<Thumbprint>, UnitError> {
    let id = device.id().to_string();
    let row = unit.sql("SELECT user_key_id FROM device WHERE id = $1").bind(&id).fetch_one().await?;
    let before = row.get::<Option<String>>("user_key_id")?.and_then(|text| text.parse::<Thumbprint>().ok());
    let after = device.user_key.map(|key| key.thumbprint());
    let replaced = before.filter(|before| Some(*before) != after);
    if let Some(replaced) = replaced {
        let now = unit.now();
        unit.sql(
            "INSERT INTO replaced_key (id, device, public_key, replaced_at)
             SELECT $1, id, user_key, $2 FROM device WHERE id = $3",
        )
        .bind(replaced.to_string())
        .bind(now)
        .bind(&id)
        .execute()
        .await?;
    }
    unit.sql("UPDATE device SET name = $1, user_key_id = $2, user_key = $3 WHERE id = $4")
        .bind(&device.name)
        .bind(after.map(|id| id.to_string()))
        .bind(device.user_key.map(|key| key.0))
        .bind(&id)
        .execute()
        .await?;
    Ok(replaced)
}
