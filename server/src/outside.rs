//! Readers of bytes from outside that lie inside a domain, under one roof for those who try them with bytes of their
//! own making: the fuzzer (fuzz/) and the tests that play its targets.

use yui_protocol::{
    ErrorCode, Millis, Points, TownCode,
    identity::{EnrolRequest, certificate_hash},
};

use crate::{
    changes,
    identity::enrol::statement::{self, FromPhone},
    pages,
};

/// The row of a feed's cursor.
pub fn cursor(text: &str) -> Result<i64, ErrorCode> {
    changes::cursor::Cursor::read(text).map(|cursor| cursor.seq)
}

/// An amount as it was typed into a form.
pub fn amount(text: &str) -> Result<Points, ErrorCode> {
    pages::fields::amount(text)
}

/// The statement of a registration as it came, up to the signatures of the phone's keys.
pub fn registration(request: &EnrolRequest, town: TownCode, now: Millis) -> Result<(), ErrorCode> {
    let from_phone = FromPhone {
        statement: &request.statement,
        device: &request.device,
        device_uv: request.device_uv.as_ref(),
        device_name: &request.device_name,
        certificate: certificate_hash(&request.card.authentication_certificate.0),
    };
    statement::check(&from_phone, town, now).map(drop)
}
