//! The pages of staff as a browser meets them: forms, cookies and where they lead.

mod bounds;
mod counter;
mod grants;
mod shops;
mod sign_in;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use yui_server::{
    http::network::Peer,
    staff::{NewStaff, Role, account},
};
use yui_store::Store;

use crate::support::{Answer, ORIGIN, World, request};

/// The password that everybody chooses here.
pub const PASSWORD: &str = "a long and quiet evening";

/// A browser with its cookies; a clone is another window of it.
#[derive(Clone, Default)]
pub struct Browser {
    cookies: Vec<(String, String)>,
    /// Where it calls from.
    peer: Option<std::net::IpAddr>,
}

impl Browser {
    /// One that comes with a cookie.
    pub fn with_cookie(name: &str, value: &str) -> Self {
        Self { cookies: vec![(name.to_owned(), value.to_owned())], ..Self::default() }
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    async fn send(&mut self, world: &World, mut built: axum::http::request::Builder, body: String) -> Answer {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            built = built.header(header::COOKIE, cookies.join("; "));
        }
        if let Some(peer) = self.peer {
            built = built.extension(Peer(peer)).header(header::HOST, "yui.town.example");
        }
        let answer = request(world, built.body(Body::from(body)).expect("a request")).await;
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("text");
            let (name, rest) = cookie.split_once('=').expect("a cookie");
            let value = rest.split(';').next().expect("a value");
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        answer
    }

    /// Opens a page.
    pub async fn open(&mut self, world: &World, path: &str) -> Answer {
        self.send(world, Request::get(path), String::new()).await
    }

    /// Sends a form from our own page.
    pub async fn post(&mut self, world: &World, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_from(world, Some(ORIGIN), path, fields).await
    }

    /// Sends a form from a page of `origin`.
    pub async fn post_from(
        &mut self,
        world: &World,
        origin: Option<&str>,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let mut built = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(origin) = origin {
            built = built.header(header::ORIGIN, origin);
        }
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        self.send(world, built, fields.join("&")).await
    }

    /// A member of staff of this role who has chosen her password and sits at her desk.
    pub async fn of(world: &World, name: &str, role: Role) -> Self {
        let new = NewStaff { sign_in: name.to_owned(), shown: format!("Staff {name}"), role };
        let one_time = account::add(world.yui(), "operator", new).await.expect("added");
        let mut browser = Self::default();
        let entered =
            browser.post(world, "/staff/sign-in", &[("name", name), ("password", one_time.reveal())]).await;
        assert_eq!(leads_to(&entered), "/staff/password");
        let token = browser.token(world, "/staff/password").await;
        let fields = [("token", token.as_str()), ("password", PASSWORD), ("again", PASSWORD)];
        assert_eq!(leads_to(&browser.post(world, "/staff/password", &fields).await), "/staff/home");
        browser
    }

    /// The token in the forms of a page.
    pub async fn token(&mut self, world: &World, path: &str) -> String {
        field(&text(&self.open(world, path).await), "token")
    }
}

fn encoded(value: &str) -> String {
    let written = |byte: u8| match byte {
        plain if plain.is_ascii_alphanumeric() => char::from(plain).to_string(),
        other => format!("%{other:02X}"),
    };
    value.bytes().map(written).collect()
}

/// The page's text.
#[track_caller]
pub fn text(answer: &Answer) -> String {
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    let text = String::from_utf8(answer.body.clone()).expect("text");
    assert!(!text.contains("<script") && !text.contains(" style=") && !text.contains(" onclick"), "{text}");
    text
}

/// The value of the first field of this name.
#[track_caller]
pub fn field(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&start).unwrap_or_else(|| panic!("no {name} in {page}"));
    rest.split('"').next().expect("a value").to_owned()
}

/// Where a page leads on.
#[track_caller]
pub fn leads_to(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&answer.body));
    answer.headers[header::LOCATION].to_str().expect("text").to_owned()
}

/// How often the town's log has this audit row.
pub async fn audited(world: &World, action: &str) -> usize {
    audited_in(&world.yui().town, action).await
}

/// How often a store's log has this audit row.
pub async fn audited_in(store: &Store, action: &str) -> usize {
    let rows = store.reader().sql("SELECT seq FROM event ORDER BY seq").fetch_all().await.expect("rows");
    let seqs: Vec<i64> = rows.iter().map(|row| row.get("seq").expect("a number")).collect();
    let logged = store.log().rows(&seqs).await.expect("rows");
    let named = |row: &&yui_store::Logged| {
        matches!(row, yui_store::Logged::Event { event, .. }
            if event.kind == yui_store::EventKind::Audit && event.name == action)
    };
    logged.iter().filter(named).count()
}
