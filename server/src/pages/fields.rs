//! The fields of a sent form. A form counts only when the browser says that it comes from a page of ours, and, once
//! somebody is signed in, when it carries the token of her session.

use std::collections::HashMap;

use axum::{
    Form,
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, header},
};
use yui_protocol::{CommandId, ErrorCode, Points, ProgrammeId};

use crate::{
    http::problem::ApiError,
    pages::{desk::Desk, refusal::PageError},
    state::Yui,
};

/// The field with the session's token.
const TOKEN: &str = "token";

/// The fields by name.
pub(super) struct Fields(HashMap<String, String>);

impl Fields {
    /// A field without blanks around it; empty when it is not there.
    pub(super) fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// A field as it was typed.
    pub(super) fn raw(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Whether a box is ticked.
    pub(super) fn ticked(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// An amount, however a Japanese keyboard wrote it: `5000`, `５，０００`, `5,000円`.
    pub(super) fn amount(&self, name: &str) -> Result<Points, ErrorCode> {
        amount(self.text(name))
    }

    /// The programme that was chosen: `programme_unknown` when none is called so.
    pub(super) fn programme(&self) -> Result<ProgrammeId, ErrorCode> {
        self.text("programme").parse().map_err(|_| ErrorCode::ProgrammeUnknown)
    }

    /// The id that the form was made with.
    pub(super) fn id(&self) -> Result<CommandId, ErrorCode> {
        let id: CommandId = self.text("id").parse()?;
        id.at().map(|_| id)
    }
}

/// An amount, or `amount_invalid`.
pub(crate) fn amount(text: &str) -> Result<Points, ErrorCode> {
    use unicode_normalization::UnicodeNormalization;
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '¥')).collect();
    let digits = plain.strip_suffix('円').unwrap_or(&plain); // ja: the sign behind an amount
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ErrorCode::AmountInvalid);
    }
    digits.parse().map_err(|_| ErrorCode::AmountInvalid).and_then(Points::act)
}

/// Whether the browser says that the request comes from a page of ours (`Origin`, or `Sec-Fetch-Site` where an old
/// browser sends no origin).
fn is_from_our_page(yui: &Yui, headers: &HeaderMap) -> bool {
    match headers.get(header::ORIGIN) {
        Some(origin) => yui.config.origins().any(|ours| origin.as_bytes() == ours.as_bytes()),
        None => headers.get("sec-fetch-site").is_some_and(|site| site.as_bytes() == b"same-origin"),
    }
}

async fn read(request: Request, yui: &Yui) -> Result<Fields, PageError> {
    if !is_from_our_page(yui, request.headers()) {
        return Err(PageError::OldForm);
    }
    Ok(Fields(by_name(request).await?))
}

/// The fields of a form by name, whoever sent it.
pub(crate) async fn by_name(request: Request) -> Result<HashMap<String, String>, ErrorCode> {
    let form = Form::<Vec<(String, String)>>::from_request(request, &()).await;
    let Form(sent) = form.map_err(|rejection| ApiError::of_status(rejection.status()).code)?;
    let count = sent.len();
    let fields: HashMap<String, String> = sent.into_iter().collect();
    // No page has a field twice or of several lines, and no key a letter that cannot be seen.
    if fields.len() < count || fields.values().any(|text| text.chars().any(char::is_control)) {
        return Err(ErrorCode::MalformedRequest);
    }
    Ok(fields)
}

/// A form from somebody who is not signed in.
pub(super) struct Open(pub(super) Fields);

impl FromRequest<Yui> for Open {
    type Rejection = PageError;

    async fn from_request(request: Request, yui: &Yui) -> Result<Self, PageError> {
        read(request, yui).await.map(Self)
    }
}

/// A form from somebody who is signed in.
pub(super) struct Sent {
    pub(super) desk: Desk,
    pub(super) fields: Fields,
}

impl FromRequest<Yui> for Sent {
    type Rejection = PageError;

    async fn from_request(request: Request, yui: &Yui) -> Result<Self, PageError> {
        let (mut parts, body) = request.into_parts();
        let desk = Desk::from_request_parts(&mut parts, yui).await?;
        let fields = read(Request::from_parts(parts, body), yui).await?;
        let token = fields.raw(TOKEN).as_bytes();
        if yui.config.realm_key.same(token, desk.session.form_token.as_bytes()) {
            Ok(Self { desk, fields })
        } else {
            Err(PageError::OldForm)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_they_are_typed() {
        for typed in ["5000", "5,000", "５，０００", "5000円", " ５０００ 円 ", "¥5,000"] {
            assert_eq!(amount(typed.trim()), Ok(Points(5000)), "{typed}");
        }
        for typed in ["", "0", "-5", "5.5", "5k", "円", "99999999999999999999"] {
            assert_eq!(amount(typed), Err(ErrorCode::AmountInvalid), "{typed}");
        }
    }
}
