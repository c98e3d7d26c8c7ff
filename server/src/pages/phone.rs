//! A lost phone, by telephone or at the counter: the caller is asked for a number of her printed card where she has
//! one, and the phone is stopped at once.

use axum::{Router, extract::State, routing::post};
use yui_protocol::{ErrorCode, Subject, Thumbprint};

use crate::{
    http::extract::Path,
    identity::{
        counter::{self, GridAnswer},
        devices,
    },
    pages::{Page, fields::Sent, person},
    staff::Permission,
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/person/{subject}/grid", post(check_grid))
        .route("/staff/person/{subject}/stop-phone", post(stop))
}

async fn check_grid(
    State(yui): State<Yui>,
    Path(subject): Path<Subject>,
    Sent { desk, fields }: Sent,
) -> Page {
    desk.must(Permission::FindResident)?;
    // What is no number is a wrong number.
    let number = fields.text("number").parse::<u8>().unwrap_or(u8::MAX);
    let said = match counter::check_grid(&yui, desk.id(), subject, number).await? {
        GridAnswer::Right => desk.f.t("counter-grid-right"),
        GridAnswer::Wrong => desk.f.t("counter-grid-wrong"),
        GridAnswer::Locked => desk.f.t("counter-grid-locked"),
    };
    person::page(&yui, desk, subject, Some(said)).await
}

async fn stop(State(yui): State<Yui>, Path(subject): Path<Subject>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::StopPhone)?;
    let phone: Thumbprint = fields.text("phone").parse().map_err(|_| ErrorCode::NotFound)?;
    let staff = desk.id().to_owned();
    // Noted first: what is stopped without a note could never be explained.
    yui.town_write(move |unit| {
        Box::pin(async move {
            unit.audit(&staff, "phone.stopped_by_staff", Some(subject));
            Ok(())
        })
    })
    .await?;
    devices::sign_out(&yui, subject, phone).await?;
    let said = desk.f.t("counter-stop-phone-done");
    person::page(&yui, desk, subject, Some(said)).await
}
