//! Which role may open which page and send which form: all of them, tried.

use axum::http::StatusCode;
use yui_server::staff::Role;

use super::{Browser, audited, text};
use crate::support::{World, on_both};

on_both! { a_role_is_a_bound a_form_has_a_page_that_can_be_opened }

use Role::{BodyAccounts, BodyCounter, BodyDesk, TownChildren, TownCounter, TownProgrammes};

const ALL: &[Role] = &Role::ALL;
const COUNTERS: &[Role] = &[TownCounter, BodyCounter];
const SHOPS: &[Role] = &[TownProgrammes, BodyCounter, BodyAccounts];
const GRANT: &[Role] = &[TownChildren, TownProgrammes];
const CASH: &[Role] = &[BodyCounter, BodyAccounts];
const RECEIPT: &[Role] = &[BodyCounter, BodyAccounts, TownChildren, TownProgrammes];
const BOOKS: &[Role] = &[TownProgrammes, BodyAccounts];

/// Every page (`get`) and every form (`post`), by the roles that may have it.
const BOUNDS: [(&str, &str, &[Role]); 40] = [
    ("get", "/staff/home", ALL),
    ("get", "/staff/find", ALL),
    ("post", "/staff/find", ALL),
    ("get", "/staff/person/{subject}", ALL),
    ("post", "/staff/person/{subject}/grid", ALL),
    ("get", "/staff/register", COUNTERS),
    ("post", "/staff/register", COUNTERS),
    ("post", "/staff/visitor-code", COUNTERS),
    ("get", "/staff/phone-codes", COUNTERS),
    ("post", "/staff/person/{subject}/phone-code", COUNTERS),
    ("post", "/staff/person/{subject}/confirm-code", COUNTERS),
    ("post", "/staff/person/{subject}/card", COUNTERS),
    ("get", "/staff/reviews", &[TownCounter]),
    ("get", "/staff/reviews/{id}", &[TownCounter]),
    ("post", "/staff/reviews/{id}", &[TownCounter]),
    ("post", "/staff/person/{subject}/stop-phone", &[TownCounter, BodyCounter, BodyDesk]),
    ("get", "/staff/person/{subject}/charge", CASH),
    ("post", "/staff/person/{subject}/charge", CASH),
    ("get", "/staff/person/{subject}/grant", GRANT),
    ("post", "/staff/person/{subject}/grant", GRANT),
    ("get", "/staff/receipt/{id}", RECEIPT),
    ("get", "/staff/grants", GRANT),
    ("post", "/staff/grants", GRANT),
    ("get", "/staff/grants/{id}", GRANT),
    ("post", "/staff/grants/{id}/confirm", GRANT),
    ("post", "/staff/grants/{id}/continue", GRANT),
    ("post", "/staff/grants/{id}/withdraw", GRANT),
    ("get", "/staff/grants/{id}/left-out", GRANT),
    ("get", "/staff/pay-back", CASH),
    ("post", "/staff/pay-back/{id}", CASH),
    ("post", "/staff/person/{subject}/pay-back", CASH),
    ("get", "/staff/ledger", BOOKS),
    ("post", "/staff/ledger", BOOKS),
    ("get", "/staff/audit", BOOKS),
    ("get", "/staff/shops", SHOPS),
    ("get", "/staff/shops/{id}/poster", SHOPS),
    ("get", "/staff/shops/{id}/poster.svg", SHOPS),
    ("get", "/staff/shops/{id}/phones", SHOPS),
    ("post", "/staff/shops/{id}/pairing", SHOPS),
    ("post", "/staff/shops/{id}/stop-phone", &[BodyAccounts]),
];

/// What anybody may ask for, signed in or not.
const OPEN: [&str; 5] =
    ["/staff", "/staff/sign-in", "/staff/sign-out", "/staff/language/{tag}", "/staff/assets/{hash}/{name}"];

/// The path with ids of nobody and of no shop.
fn nobodys(path: &str) -> String {
    let id = if path.starts_with("/staff/shops") {
        "0000000000000000"
    } else {
        "0199c0de-0000-7000-8000-000000000002"
    };
    path.replace("{subject}", "0199c0de-0000-7000-8000-000000000000").replace("{id}", id)
}

/// What `no_page_is_without_its_bound` leaves out: who is not signed in may have it.
const SIGNING: [(&str, &str); 5] = [
    ("get", "/staff/sign-in"),
    ("post", "/staff/sign-in"),
    ("post", "/staff/sign-out"),
    ("get", "/staff/password"),
    ("post", "/staff/password"),
];

/// Another language is chosen by a link, which can only open a page: where a form was sent to that has none, the link
/// leads to one that has. Each form is refused here for its origin, which draws the page without doing anything.
async fn a_form_has_a_page_that_can_be_opened(world: World) {
    let mut browser = Browser::of(&world, "counter", BodyCounter).await;
    let routes = || BOUNDS.map(|(method, path, _)| (method, path)).into_iter().chain(SIGNING);
    let pages: Vec<String> =
        routes().filter(|(method, _)| *method == "get").map(|(_, path)| nobodys(path)).collect();
    for (_, form) in routes().filter(|(method, _)| *method == "post") {
        let path = nobodys(form);
        let refused = browser.post_from(&world, Some("https://elsewhere.example"), &path, &[]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{form}");
        let page = text(&refused);
        let (_, link) = page.split_once("/staff/language/en?back=").expect("a link to English");
        let back = link.split('"').next().expect("a path").to_owned();
        assert!(pages.contains(&back), "{form} leads back to {back}");
    }
}

/// Whoever may gets the page, or is told what is wrong with what she sent; whoever may not is told that, and nothing
/// else.
async fn a_role_is_a_bound(world: World) {
    for role in Role::ALL {
        let mut browser = Browser::of(&world, role.word(), role).await;
        let token = browser.token(&world, "/staff/home").await;
        let (denied, mut refusals) = (audited(&world, "staff.denied").await, 0);
        for (method, path, allowed) in BOUNDS {
            let path = nobodys(path);
            let fields = [
                ("token", token.as_str()),
                ("id", "0199c0de-0000-7000-8000-000000000001"),
                ("confirmed", "1"),
            ];
            let answer = match method {
                "get" => browser.open(&world, &path).await,
                _ => browser.post(&world, &path, &fields).await,
            };
            let refused = answer.status == StatusCode::FORBIDDEN;
            assert_eq!(!refused, allowed.contains(&role), "{role:?} {method} {path}: {}", answer.status);
            assert!(answer.status.as_u16() < 500, "{role:?} {method} {path}: {}", answer.status);
            refusals += usize::from(refused);
        }
        assert_eq!(audited(&world, "staff.denied").await - denied, refusals, "each is noted");
    }
    assert!(audited(&world, "resident.read_unknown").await > 0, "so is who asked for nobody");
}

/// The table above is compared with the routes as they are written down: a new page needs its line.
#[test]
fn no_page_is_without_its_bound() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages");
    let mut written = Vec::new();
    for file in std::fs::read_dir(folder).expect("the pages") {
        let source = std::fs::read_to_string(file.expect("a file").path()).expect("text");
        for route in source.split(".route(\"").skip(1) {
            let (path, rest) = route.split_once('"').expect("a path");
            let methods = rest.lines().next().expect("a line");
            let has = |method: &&str| methods.contains(&format!("{method}("));
            written.extend(["get", "post"].into_iter().filter(has).map(|method| (method, path.to_owned())));
        }
    }
    written.retain(|(_, path)| !OPEN.contains(&path.as_str()));
    written.sort();
    let mut bounds: Vec<_> = BOUNDS.map(|(method, path, _)| (method, path.to_owned())).into();
    bounds.sort();
    assert_eq!(bounds, written);
}
