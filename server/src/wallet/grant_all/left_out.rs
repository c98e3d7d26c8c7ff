//! Who could not receive under an order, and why, so that staff can look after them.

use yui_protocol::{CommandId, ErrorCode, Subject};
use yui_store::{Row, StoreError, Unit, UnitError};

use super::order;
use crate::{staff::find, state::Yui};

/// How many residents one page of the list shows.
pub const PAGE: usize = 50;

/// A resident who could not receive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// Who, by her pseudonym.
    pub subject: Subject,
    /// Why.
    pub code: ErrorCode,
}

impl LeftOut {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { subject: row.get("subject")?, code: ErrorCode::from_word(&row.get::<String>("code")?) })
    }
}

/// Notes that a resident could not receive.
pub(super) async fn note(
    unit: &mut Unit,
    order: CommandId,
    subject: Subject,
    code: &ErrorCode,
) -> Result<(), UnitError> {
    unit.sql(
        "INSERT INTO grant_left_out (grant_order, subject, code) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    )
    .bind(order)
    .bind(subject)
    .bind(code.as_str())
    .execute()
    .await?;
    Ok(())
}

/// How many could not receive, by the code that says why, the most first.
pub async fn by_code(yui: &Yui, order: CommandId) -> Result<Vec<(ErrorCode, i64)>, ErrorCode> {
    let text = "SELECT code, COUNT(*) AS people FROM grant_left_out WHERE grant_order = $1
                GROUP BY code ORDER BY COUNT(*) DESC, code";
    let read = |row: &Row| -> Result<(ErrorCode, i64), StoreError> {
        Ok((ErrorCode::from_word(&row.get::<String>("code")?), row.get("people")?))
    };
    let rows = yui.town.reader().sql(text).bind(order).fetch_all().await;
    rows.and_then(|rows| rows.iter().map(read).collect()).map_err(|error| error.code())
}

/// A page of those who could not receive, from behind `after`, for this member of staff: that she saw each of them is
/// noted before she is answered. Refused: `not_found` when there is no such order.
pub async fn people(
    yui: &Yui,
    staff: &str,
    id: CommandId,
    after: Option<Subject>,
) -> Result<Vec<LeftOut>, ErrorCode> {
    let staff = staff.to_owned();
    yui.town_write(move |unit| {
        Box::pin(async move {
            order::kept(unit, id).await?.ok_or(ErrorCode::NotFound)?;
            let rows = unit
                .sql(
                    "SELECT subject, code FROM grant_left_out WHERE grant_order = $1 AND subject > $2
                     ORDER BY subject LIMIT $3",
                )
                .bind(id)
                .bind(after.map_or_else(String::new, |subject| subject.to_string()))
                .bind(i64::try_from(PAGE).unwrap_or(i64::MAX))
                .fetch_all()
                .await?;
            let found = rows.iter().map(LeftOut::read).collect::<Result<Vec<_>, _>>()?;
            find::audit(unit, &staff, found.iter().map(|left_out| left_out.subject));
            Ok(found)
        })
    })
    .await
}
