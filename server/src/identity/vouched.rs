//! Which members of staff let a person in: registered her, or gave her a code for a phone. None of them decides whether
//! a later card is hers, or one of them alone could hold the wallet of somebody who is still to come.

use yui_protocol::{ErrorCode, Subject};
use yui_store::{Unit, UnitError};

/// Notes that this member of staff let the person in.
pub async fn note(unit: &mut Unit, staff: &str, subject: Subject) -> Result<(), UnitError> {
    unit.sql("INSERT INTO vouched (subject, staff) VALUES ($1, $2) ON CONFLICT (subject, staff) DO NOTHING")
        .bind(subject)
        .bind(staff)
        .execute()
        .await?;
    Ok(())
}

/// `other_staff_needed` when this member of staff let the person in.
pub async fn check_other(unit: &mut Unit, staff: &str, person: &str) -> Result<(), UnitError> {
    let own = unit
        .sql(
            "SELECT v.subject FROM vouched v JOIN membership m ON m.subject = v.subject
             WHERE m.person = $1 AND v.staff = $2",
        )
        .bind(person)
        .bind(staff)
        .fetch_optional()
        .await?;
    if own.is_some() { Err(ErrorCode::OtherStaffNeeded.into()) } else { Ok(()) }
}
