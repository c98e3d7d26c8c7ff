//! Signing in. A try is counted before it is looked at. Neither answer nor time tells whether the name is anybody's.
//!
//! Five wrong tries from one network lock a name for that network for a quarter of an hour, and fifty from anywhere
//! lock it for all networks: a stranger elsewhere keeps nobody out with a handful of guesses. A browser in which the
//! person signed in before is counted by itself, so that not even a crowd of strangers keeps her out.

use yui_protocol::{Base64Url, ErrorCode, Millis};

use crate::{
    http::network::Network,
    identity::realm_key::RealmKey,
    random::random,
    staff::{
        Staff, account,
        password::Password,
        session,
        tries::{Bound, Try},
    },
    state::Yui,
};

pub use crate::staff::tries::{LOCKED_FOR, TRIES, TRIES_FROM_ANYWHERE};

/// How long a browser is known after a sign-in.
pub const KNOWN_FOR: i64 = 90 * Millis::DAY;

/// Where somebody signs in.
pub struct From<'a> {
    /// The network.
    pub network: Network,
    /// What the browser kept of an earlier sign-in.
    pub browser: Option<&'a str>,
}

/// What a sign-in gives to the browser.
pub struct SignedIn {
    /// Who.
    pub staff: Staff,
    /// The session.
    pub session: session::Cookie,
    /// By which this browser is known again under this name.
    pub browser: String,
}

/// Signs in. `unauthenticated` whatever was wrong; `busy` when too many try at once.
pub async fn sign_in(
    yui: &Yui,
    name: &str,
    password: Password,
    from: From<'_>,
) -> Result<SignedIn, ErrorCode> {
    let name = name.trim().to_lowercase();
    let key = &yui.config.realm_key;
    let bounds = bounds(key, &name, &from, yui.clock.now());
    let tried = yui.tries.count(&bounds, yui.clock.now());
    let outcome = judge(yui, &name, password, tried == Try::Locked).await;
    match &outcome {
        Ok(_) => yui.tries.forget(&bounds),
        Err(ErrorCode::Unauthenticated) => {
            yui.metrics.count("staff_sign_in_refused");
            if tried == Try::Last {
                yui.metrics.count("staff_name_locked");
            }
        }
        Err(_) if tried != Try::Locked => yui.tries.undo(&bounds),
        Err(_) => {}
    }
    outcome
}

/// Asks somebody who is signed in for her password again: an open screen is not she. `unauthenticated` for a wrong one,
/// and after five of them whatever comes, for a quarter of an hour.
pub async fn ask_again(yui: &Yui, staff: &Staff, password: Password) -> Result<(), ErrorCode> {
    let under = [staff.sign_in.as_bytes(), b"again"];
    let bounds = [Bound::own(yui.config.realm_key.hash("yui/staff-try/v2", &under))];
    let tried = yui.tries.count(&bounds, yui.clock.now());
    let is_hers = is_password_of(yui, &staff.sign_in, password, tried == Try::Locked).await;
    match is_hers {
        Ok(true) => yui.tries.forget(&bounds),
        Ok(false) => yui.metrics.count("staff_password_refused"),
        Err(_) if tried != Try::Locked => yui.tries.undo(&bounds),
        Err(_) => {}
    }
    if is_hers? { Ok(()) } else { Err(ErrorCode::Unauthenticated) }
}

async fn is_password_of(
    yui: &Yui,
    name: &str,
    password: Password,
    is_locked: bool,
) -> Result<bool, ErrorCode> {
    let found = account::by_sign_in(yui.town.reader(), name).await?;
    password.is_behind(found.filter(|_| !is_locked).map(|found| found.password)).await
}

/// Whether name and password belong together; of a locked name never, and in the same time.
async fn judge(yui: &Yui, name: &str, password: Password, is_locked: bool) -> Result<SignedIn, ErrorCode> {
    let found = account::by_sign_in(yui.town.reader(), name).await?;
    let stored = found.as_ref().filter(|_| !is_locked).map(|found| found.password.clone());
    let fits = password.is_behind(stored).await?;
    let now = yui.clock.now();
    let found = found
        .filter(|found| fits && found.one_time_until.is_none_or(|until| now <= until))
        .ok_or(ErrorCode::Unauthenticated)?;
    let browser = known_browser(&yui.config.realm_key, name, now.plus(KNOWN_FOR))?;
    let session = session::begin(yui, &found).await?;
    Ok(SignedIn { staff: found.staff, session, browser })
}

/// Under what a try is counted.
fn bounds(key: &RealmKey, name: &str, from: &From<'_>, now: Millis) -> Vec<Bound> {
    let hash = |what: &str, of: &[u8]| key.hash("yui/staff-try/v2", &[name.as_bytes(), what.as_bytes(), of]);
    if let Some(browser) = from.browser.filter(|browser| is_known(key, name, browser, now)) {
        return vec![Bound::own(hash("browser", browser.as_bytes()))];
    }
    let network = format!("{:?}", from.network);
    vec![Bound::own(hash("network", network.as_bytes())), Bound::of_all(hash("anywhere", &[]))]
}

/// What a browser keeps: until when (ms), a random number, and a keyed hash of both and the name.
fn known_browser(key: &RealmKey, name: &str, until: Millis) -> Result<String, ErrorCode> {
    let head = format!("{}.{}", until.0, Base64Url::encode(&random::<16>()?));
    let tag = browser_tag(key, name, &head);
    Ok(format!("{head}.{tag}"))
}

fn is_known(key: &RealmKey, name: &str, browser: &str, now: Millis) -> bool {
    let Some((head, tag)) = browser.rsplit_once('.') else { return false };
    let until = head.split_once('.').and_then(|(until, _)| until.parse::<i64>().ok());
    key.same(tag.as_bytes(), browser_tag(key, name, head).as_bytes())
        && until.is_some_and(|until| now <= Millis(until))
}

fn browser_tag(key: &RealmKey, name: &str, head: &str) -> String {
    key.hash("yui/staff-browser/v1", &[name.as_bytes(), head.as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_under_its_name_for_its_time() {
        let (key, until) = (RealmKey::new([1; 32]), Millis(1_795_392_000_000));
        let browser = known_browser(&key, "suzuki", until).expect("random");
        assert!(is_known(&key, "suzuki", &browser, until));
        assert!(!is_known(&key, "suzuki", &browser, until.plus(1)));
        assert!(!is_known(&key, "sato", &browser, until));
        assert!(!is_known(&RealmKey::new([2; 32]), "suzuki", &browser, until));
        let longer = browser.replacen('1', "2", 1);
        assert!(!is_known(&key, "suzuki", &longer, until));
        for text in ["", ".", "..", "9999999999999.x.y"] {
            assert!(!is_known(&key, "suzuki", text, until), "{text}");
        }
    }
}
