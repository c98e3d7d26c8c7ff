//! What surrounds every page: the language, the address it was asked under, the town and whom to call.

use axum::{
    extract::{FromRequestParts, Path, Query, State},
    http::{HeaderMap, Method, header, request::Parts},
    response::{IntoResponse, Redirect},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use serde::Deserialize;
use yui_texts::Lang;

use crate::{
    pages::words::Words,
    staff::{Permission, session::Session},
    state::Yui,
};

const LANGUAGE: &str = "yui-lang";

/// See the module.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language.
    pub lang: Lang,
    /// The town's name, in letters that who reads the language can read.
    pub town: String,
    /// Whom to call when the page does not help.
    pub telephone: String,
    path: String,
    session: Option<Session>,
}

impl Frame {
    /// The frame of a request, from its headers.
    pub fn of(yui: &Yui, headers: &HeaderMap, method: &Method, path: &str) -> Self {
        let asked =
            CookieJar::from_headers(headers).get(LANGUAGE).and_then(|cookie| Lang::from_tag(cookie.value()));
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let municipality = &yui.config.municipality;
        let lang = asked.unwrap_or_else(|| accepted.map_or(Lang::Ja, Lang::from_accept_language));
        let town = match lang {
            Lang::En | Lang::Vi => &municipality.name_latin,
            Lang::Ja | Lang::JaSimple | Lang::ZhHans => &municipality.name,
        };
        Self {
            lang,
            town: town.clone(),
            telephone: municipality.contact.telephone.clone(),
            path: if *method == Method::POST { shown_again(path) } else { path }.to_owned(),
            session: None,
        }
    }

    /// The same for somebody who is signed in.
    #[must_use]
    pub fn with(mut self, session: Session) -> Self {
        self.session = Some(session);
        self
    }

    /// The words of a key.
    #[must_use]
    pub fn t(&self, name: &str) -> Words {
        Words::named(self.lang, name)
    }

    /// The words of a key with something put in.
    #[must_use]
    pub fn say(&self, key: yui_texts::Key, args: &yui_texts::Args) -> Words {
        Words::of(self.lang, key, args)
    }

    /// A day that is kept as text; the text itself where a part of it is unknown.
    #[must_use]
    pub fn day(&self, iso: &str) -> Words {
        match iso.parse() {
            Ok(day) => yui_texts::words(self.lang, &yui_texts::Value::DayOfYear(day)).into(),
            Err(_) => yui_texts::Text::verbatim(iso).into(),
        }
    }

    /// The token that a form carries; empty where nobody is signed in.
    #[must_use]
    pub fn token(&self) -> &str {
        self.session.as_ref().map_or("", |session| &session.form_token)
    }

    /// Who is signed in, in words.
    #[must_use]
    pub fn who(&self) -> Option<Words> {
        let session = self.session.as_ref()?;
        let args = yui_texts::Args::new().words("name", &session.staff.shown);
        Some(self.say(yui_texts::keys::staff::STAFF_SIGNED_IN, &args))
    }

    /// Whether the one who is signed in may do this.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.session.as_ref().is_some_and(|session| session.staff.role.may(permission))
    }

    /// The languages: tag, own name, whether it is this page's, and the link that chooses it.
    #[must_use]
    pub fn languages(&self) -> Vec<(&'static str, &'static str, bool, String)> {
        let link = |lang: Lang| format!("/staff/language/{lang}?back={}", self.path);
        Lang::ALL.iter().map(|lang| (lang.tag(), lang.own_name(), *lang == self.lang, link(*lang))).collect()
    }
}

impl FromRequestParts<Yui> for Frame {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, yui: &Yui) -> Result<Self, Self::Rejection> {
        Ok(Self::of(yui, &parts.headers, &parts.method, parts.uri.path()))
    }
}

/// The page that can be opened where a form was sent to: what the links to other languages lead back to.
fn shown_again(path: &str) -> &str {
    const PERSON: &str = "/staff/person/";
    if let Some(end) = path.strip_prefix(PERSON).and_then(|rest| rest.find('/')) {
        return &path[..PERSON.len() + end];
    }
    match path {
        "/staff/visitor-code" | "/staff/sign-out" => "/staff/home",
        _ if path.starts_with("/staff/shops/") => "/staff/shops",
        _ if path.starts_with("/staff/pay-back/") => "/staff/pay-back",
        _ if path.starts_with("/staff/grants/") => "/staff/grants",
        _ => path,
    }
}

#[derive(Deserialize)]
pub(super) struct Back {
    #[serde(default)]
    back: String,
}

/// Keeps the language in a cookie and goes back to the page.
pub(super) async fn choose_language(
    State(yui): State<Yui>,
    jar: CookieJar,
    Path(tag): Path<String>,
    Query(Back { back }): Query<Back>,
) -> impl IntoResponse {
    // Only ever back to our own pages.
    let own = back.starts_with("/staff/")
        && !back.contains("//")
        && !back.contains("..")
        && back.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.".contains(&b));
    let lang = Lang::from_tag(&tag).unwrap_or_default();
    let mut cookie = Cookie::new(LANGUAGE, lang.tag());
    cookie.set_path("/staff");
    cookie.set_same_site(SameSite::Lax);
    cookie.set_http_only(true);
    cookie.set_secure(yui.config.is_behind_tls());
    (jar.add(cookie), Redirect::to(if own { &back } else { "/staff/home" }))
}
