//! Readers of bytes from outside that lie inside a domain, under one roof for those who try them with bytes of their
//! own making: the fuzzer (fuzz/) and the tests that play its targets.

use std::collections::HashMap;

use axum::{
    body::Body,
    extract::{FromRequest, FromRequestParts},
    http::{HeaderMap, HeaderValue, Request, header},
};
use futures_util::FutureExt;
use serde::de::DeserializeOwned;
use yui_protocol::{
    ErrorCode, Millis, Points, ShopId, TownCode,
    identity::{EnrolRequest, certificate_hash},
};

use crate::{
    changes::{cursor::Cursor, routes::ChangesQuery},
    http::{
        broken_head, escape,
        extract::{Form, Json, Query},
        network::{Network, Peer},
    },
    identity::{
        card::{CardFacts, Usage, platform_operator},
        enrol::statement::{self, FromPhone},
        mail,
        routes::{TokenRequest, VisitorCodeRequest},
    },
    pages,
    shop::routes::ShopQuery,
    typed,
};

/// The row of a feed's cursor.
pub fn cursor(text: &str) -> Result<i64, ErrorCode> {
    Cursor::read(text).map(|cursor| cursor.seq)
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

/// A JSON body, as every route takes its own.
pub fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, ErrorCode> {
    let request = sent("application/json", body)?;
    at_once(Json::from_request(request, &())).map(|Json(value)| value).map_err(|error| error.code)
}

/// The mail address in the body that asks for a visitor's code.
pub fn visitor_code(body: &[u8]) -> Result<String, ErrorCode> {
    json(body).map(|VisitorCodeRequest { email }| email)
}

/// Grant type and assertion in the body of a login.
pub fn token(body: &[u8]) -> Result<[String; 2], ErrorCode> {
    let request = sent(FORM, body)?;
    at_once(Form::from_request(request, &()))
        .map(|Form(TokenRequest { grant_type, assertion })| [grant_type, assertion])
        .map_err(|error| error.code)
}

/// The fields of a form that staff send.
pub fn form(body: &[u8]) -> Result<HashMap<String, String>, ErrorCode> {
    at_once(pages::fields::by_name(sent(FORM, body)?))
}

const FORM: &str = "application/x-www-form-urlencoded";

fn sent(kind: &'static str, body: &[u8]) -> Result<Request<Body>, ErrorCode> {
    Request::post("/")
        .header(header::CONTENT_TYPE, kind)
        .body(Body::from(body.to_vec()))
        .map_err(|_| ErrorCode::Internal)
}

/// What waits for nothing but a body that is there.
fn at_once<T>(reading: impl Future<Output = T>) -> T {
    reading.now_or_never().expect("a whole body is read at once")
}

/// The query of the feed: after which row, which rows were shown, how many acts at most.
pub fn changes_query(query: &str) -> Result<(Option<i64>, Vec<i64>, u32), ErrorCode> {
    let (reader, limit) = queried::<ChangesQuery>(query)?.read()?;
    Ok((reader.after.map(|at| at.seq), reader.shown.iter().map(|at| at.seq).collect(), limit))
}

/// The query of the directory: what is looked for, after which shop, how many at most.
pub fn shop_query(query: &str) -> Result<(String, Option<ShopId>, usize), ErrorCode> {
    let query = queried::<ShopQuery>(query)?;
    query.read().map(|(words, after, limit)| (words.to_owned(), after, limit))
}

fn queried<T: DeserializeOwned>(query: &str) -> Result<T, ErrorCode> {
    let (mut parts, ()) =
        Request::get(format!("/?{query}")).body(()).map_err(|_| ErrorCode::MalformedRequest)?.into_parts();
    at_once(Query::from_request_parts(&mut parts, &())).map(|Query(value)| value).map_err(|error| error.code)
}

/// Whether the escapes in a query spell text.
#[must_use]
pub fn is_text(query: &str) -> bool {
    escape::is_text(query)
}

/// What is written in place of an answer that hyper gave by itself; none for any other.
#[must_use]
pub fn explained(head: &[u8]) -> Option<Vec<u8>> {
    broken_head::explain(head)
}

/// The network of a request from this peer with these lines of `X-Forwarded-For`, and whether it is of this machine as far
/// as `host` tells; none where a line cannot be one of a head.
#[must_use]
pub fn network(peer: Peer, forwarded: &[&[u8]], host: &[u8], proxies: &[Peer]) -> Option<(Network, bool)> {
    let proxies: Vec<_> = proxies.iter().map(|proxy| proxy.0).collect();
    let mut headers = HeaderMap::new();
    headers.insert(header::HOST, HeaderValue::from_bytes(host).ok()?);
    let own = Network::is_this_machine(Some(peer), &headers, &proxies);
    for line in forwarded {
        headers.append("x-forwarded-for", HeaderValue::from_bytes(line).ok()?);
    }
    Some((Network::of_request(Some(peer), &headers, &proxies), own))
}

/// What a platform operator's answer says about a certificate of this use.
pub fn verdict(answer: &[u8], usage: Usage) -> Result<CardFacts, ErrorCode> {
    platform_operator::facts(answer, usage)
}

/// The digits of a telephone number, however it is written.
#[must_use]
pub fn telephone_digits(text: &str) -> Option<String> {
    typed::telephone_digits(text)
}

/// Whether a text can stand behind `To:` as one address.
#[must_use]
pub fn is_one_address(text: &str) -> bool {
    mail::is_one_address(text)
}
