//! Registration at the counter, with a phone (a registration code follows) or without (a printed card follows). The
//! form carries an id, made when it was first shown: sent twice, it registers one person.

use std::ops::RangeInclusive;

use askama::Template;
use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect},
    routing::get,
};
use chrono::NaiveDate;
use yui_protocol::{CommandId, ErrorCode, Subject, fits, identity::Level};

use crate::{
    identity::{
        Contact,
        card::{Attributes, births},
        counter::{self, CounterAnswer, NewResident},
    },
    pages::{
        Page,
        desk::Desk,
        fields::{Fields, Sent},
        frame::Frame,
        show,
        words::Trouble,
    },
    random::random,
    staff::Permission,
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new().route("/staff/register", get(form).post(register))
}

/// What was typed, to be shown again.
#[derive(Default)]
struct Typed {
    name: String,
    kana: String,
    birth: String,
    sex: String,
    address: String,
    telephone: String,
    checked: bool,
}

#[derive(Template)]
#[template(path = "register.html")]
struct Form {
    f: Frame,
    id: CommandId,
    typed: Typed,
    births: RangeInclusive<NaiveDate>,
    trouble: Option<Trouble>,
    /// Somebody alike who is registered already.
    known: Option<Subject>,
}

async fn form(State(yui): State<Yui>, desk: Desk) -> Page {
    desk.must(Permission::Register).await?;
    let id = CommandId::new(yui.clock.now(), random()?);
    let births = births(yui.clock.now().day_jst());
    show(&Form { f: desk.f, id, typed: Typed::default(), births, trouble: None, known: None })
}

async fn register(State(yui): State<Yui>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::Register).await?;
    let id = fields.id()?;
    let typed = Typed {
        name: fields.text("name").to_owned(),
        kana: fields.text("kana").to_owned(),
        birth: fields.text("birth").to_owned(),
        sex: fields.text("sex").to_owned(),
        address: fields.text("address").to_owned(),
        telephone: fields.text("telephone").to_owned(),
        checked: fields.ticked("checked"),
    };
    let births = births(yui.clock.now().day_jst());
    let outcome = match new_resident(&births, &typed, &fields) {
        Ok(new) => counter::register(&yui, desk.id(), id, new).await,
        Err(code) => Err(code),
    };
    match outcome {
        Ok(CounterAnswer::Registered(subject)) => {
            Ok(Redirect::to(&format!("/staff/person/{subject}")).into_response())
        }
        Ok(CounterAnswer::Known(subject)) => {
            let trouble = Some(Trouble::said(desk.f.t("counter-known")));
            let page = show(&Form { f: desk.f, id, typed, births, trouble, known: Some(subject) })?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(code @ ErrorCode::MalformedRequest) => {
            let trouble = Some(Trouble::of(desk.f.lang, &code));
            let page = show(&Form { f: desk.f, id, typed, births, trouble, known: None })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(code) => Err(code.into()),
    }
}

fn new_resident(
    births: &RangeInclusive<NaiveDate>,
    typed: &Typed,
    fields: &Fields,
) -> Result<NewResident, ErrorCode> {
    let birth: NaiveDate = typed.birth.parse().map_err(|_| ErrorCode::MalformedRequest)?;
    let sound = births.contains(&birth)
        && !typed.name.is_empty()
        && fits(&typed.name, 80)
        && fits(&typed.address, 200)
        && ["1", "2", "9"].contains(&typed.sex.as_str());
    if !sound {
        return Err(ErrorCode::MalformedRequest);
    }
    Ok(NewResident {
        attributes: Attributes {
            name: typed.name.clone(),
            birth: birth.to_string(),
            sex: typed.sex.clone(),
            address: typed.address.clone(),
        },
        contact: Contact::typed(&typed.kana, &typed.telephone)?,
        level: if typed.checked { Level::Verified } else { Level::Visitor },
        is_other_person: fields.ticked("other"),
    })
}
