//! Forms of the counter that registered a person. Each has an id, made when it was first shown: sent twice, it is one
//! registration, also of somebody who is alike to one who is known. After a day nobody sends it again, so what it
//! said is forgotten with the next one.

use yui_protocol::{CommandId, ErrorCode, Millis, Subject};
use yui_store::{Unit, UnitError};

use super::{counter::NewResident, level, realm_key::RealmKey};

/// How long a form is known again, in milliseconds.
const LIFE: i64 = Millis::DAY;

/// A form that was sent: its id, and a keyed hash of what was written in it.
pub(super) struct Form {
    id: CommandId,
    content: String,
}

impl Form {
    pub(super) fn of(key: &RealmKey, id: CommandId, new: &NewResident) -> Self {
        let NewResident { attributes, level, contact, is_other_person: _ } = new;
        let words = [&attributes.name, &attributes.birth, &attributes.sex, &attributes.address];
        let written =
            words.into_iter().map(String::as_str).chain([level::word(*level)]).chain(contact.words());
        let parts: Vec<&[u8]> = written.map(str::as_bytes).collect();
        Self { id, content: key.hash("yui/counter-form/v1", &parts) }
    }

    /// Whom it registered before; `id_conflict` when it said something else then.
    pub(super) async fn registered(&self, unit: &mut Unit) -> Result<Option<Subject>, UnitError> {
        let text = "SELECT content, subject FROM counter_form WHERE id = $1";
        let Some(row) = unit.sql(text).bind(self.id).fetch_optional().await? else { return Ok(None) };
        if row.get::<String>("content")? == self.content {
            Ok(Some(row.get("subject")?))
        } else {
            Err(ErrorCode::IdConflict.into())
        }
    }

    /// It registers this person; what was sent long ago is forgotten.
    pub(super) async fn keep(&self, unit: &mut Unit, subject: Subject) -> Result<(), UnitError> {
        let now = unit.now();
        unit.sql("DELETE FROM counter_form WHERE sent_at < $1").bind(now.plus(-LIFE)).execute().await?;
        unit.sql("INSERT INTO counter_form (id, content, subject, sent_at) VALUES ($1, $2, $3, $4)")
            .bind(self.id)
            .bind(&self.content)
            .bind(subject)
            .bind(now)
            .execute()
            .await?;
        Ok(())
    }
}
