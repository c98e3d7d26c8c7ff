//! Who gets in, and who does not.

use axum::http::StatusCode;
use yui_protocol::{ErrorCode, Millis};
use yui_server::{
    http::network::Network,
    staff::{NewStaff, Role, account, password::Password, session, sign_in},
};
use yui_store::Standing;

use super::{Browser, PASSWORD, audited, field, leads_to, text};
use crate::support::{World, on_both};

on_both! {
    a_new_member_of_staff_chooses_her_password an_open_screen_changes_no_password a_name_is_locked_without_telling_whose
    strangers_keep_nobody_out no_verdict_is_no_wrong_try a_session_begins_with_the_password_that_was_checked
    what_no_key_types_is_refused_with_a_page whatever_is_refused_is_a_page
    a_form_of_another_page_does_nothing a_session_ends what_is_kept_of_a_session_opens_nothing
    every_page_in_every_language
}

async fn a_new_member_of_staff_chooses_her_password(world: World) {
    let new = NewStaff { sign_in: "suzuki".into(), shown: "鈴木".into(), role: Role::TownCounter };
    let one_time = account::add(world.yui(), "operator", new.clone()).await.expect("added");
    assert!(account::add(world.yui(), "operator", new).await.is_err(), "a name is one person's");
    let mut browser = Browser::default();
    let entered = browser.open(&world, "/staff/home").await;
    assert_eq!(leads_to(&entered), "/staff/sign-in");
    let page = text(&browser.open(&world, "/staff/sign-in").await);
    assert!(page.contains("name=\"password\" type=\"password\""), "{page}");
    let fields = [("name", "Suzuki "), ("password", one_time.reveal())];
    let entered = browser.post(&world, "/staff/sign-in", &fields).await;
    assert_eq!(leads_to(&entered), "/staff/password");
    let cookie = entered.headers["set-cookie"].to_str().expect("text");
    for word in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/staff"] {
        assert!(cookie.contains(word), "{cookie}");
    }
    // Nothing else before.
    assert_eq!(leads_to(&browser.open(&world, "/staff/home").await), "/staff/password");
    let token = browser.token(&world, "/staff/password").await;
    for (password, again) in
        [("short", "short"), ("suzuki suzuki suzuki", "suzuki suzuki suzuki"), (PASSWORD, "x")]
    {
        let fields = [("token", token.as_str()), ("password", password), ("again", again)];
        let refused = browser.post(&world, "/staff/password", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{password}");
    }
    let fields = [("token", token.as_str()), ("password", PASSWORD), ("again", PASSWORD)];
    assert_eq!(leads_to(&browser.post(&world, "/staff/password", &fields).await), "/staff/home");
    assert!(text(&browser.open(&world, "/staff/home").await).contains("鈴木"));
    let old = [("name", "suzuki"), ("password", one_time.reveal())];
    let refused = Browser::default().post(&world, "/staff/sign-in", &old).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert_eq!(
        (audited(&world, "staff.signed_in").await, audited(&world, "staff.password_chosen").await),
        (1, 1)
    );
}

/// Whoever finds her screen open does not know her password, and cannot guess it there.
async fn an_open_screen_changes_no_password(world: World) {
    const NEXT: &str = "another long password";
    let mut browser = Browser::of(&world, "suzuki", Role::TownCounter).await;
    let page = text(&browser.open(&world, "/staff/password").await);
    assert!(page.contains("name=\"old\""), "{page}");
    let token = field(&page, "token");
    let mut change = async |old: &str| {
        let fields = [("token", token.as_str()), ("old", old), ("password", NEXT), ("again", NEXT)];
        browser.post(&world, "/staff/password", &fields).await
    };
    for wrong in ["", NEXT, "x", "y", "z"] {
        let refused = change(wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(text(&refused).contains("今のパスワードが違います"));
    }
    assert_eq!(
        change(PASSWORD).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "after five nothing is looked at"
    );
    world.clock.advance(sign_in::LOCKED_FOR + 1);
    assert_eq!(leads_to(&change(PASSWORD).await), "/staff/home");
    assert_eq!(audited(&world, "staff.password_chosen").await, 2, "the first one and this one");
    let enter = async |password| {
        let fields = [("name", "suzuki"), ("password", password)];
        Browser::default().post(&world, "/staff/sign-in", &fields).await.status
    };
    assert_eq!([enter(PASSWORD).await, enter(NEXT).await], [StatusCode::UNAUTHORIZED, StatusCode::SEE_OTHER]);
}

/// A zero byte above all, which one engine would choke on.
async fn what_no_key_types_is_refused_with_a_page(world: World) {
    let mut stranger = Browser::default();
    let fields = [("name", "suzuki\0"), ("password", "a long and quiet evening")];
    let refused = stranger.post(&world, "/staff/sign-in", &fields).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(text(&refused).contains("malformed_request"));

    let mut desk = Browser::of(&world, "counter", Role::TownCounter).await;
    let page = text(&desk.open(&world, "/staff/register").await);
    let (token, id) = (field(&page, "token"), field(&page, "id"));
    let found = desk.post(&world, "/staff/find", &[("token", &token), ("query", "花\0子")]).await;
    assert_eq!(found.status, StatusCode::BAD_REQUEST);
    let hanako = |kana, telephone| {
        [
            ("token", token.as_str()),
            ("id", id.as_str()),
            ("name", "田中　花子"),
            ("kana", kana),
            ("birth", "1950-02-17"),
            ("sex", "2"),
            ("address", "長崎県大村市玖島１丁目"),
            ("telephone", telephone),
        ]
    };
    let refused = desk.post(&world, "/staff/register", &hanako("タナカ\0", "")).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let (long, endless) = ("ア".repeat(81), "0".repeat(21));
    for (kana, telephone) in [(long.as_str(), ""), ("", "hanako@mail.example"), ("", &endless)] {
        let refused = desk.post(&world, "/staff/register", &hanako(kana, telephone)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{kana} {telephone}");
    }
    assert_eq!(audited(&world, "resident.contact_kept").await, 0);
    // Nothing was half done: the same person can still be registered.
    leads_to(&desk.post(&world, "/staff/register", &hanako("タナカ", "0957-00-0000")).await);
    assert_eq!(audited(&world, "resident.contact_kept").await, 1);
}

async fn whatever_is_refused_is_a_page(world: World) {
    let mut stranger = Browser::default();
    let long = "x".repeat(70 * 1024);
    let fields = [("name", "suzuki"), ("password", long.as_str())];
    for (answer, status, code) in [
        (stranger.open(&world, "/staff/nothing").await, StatusCode::NOT_FOUND, "not_found"),
        (stranger.post(&world, "/staff/sign-in", &fields).await, StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        (
            stranger.post(&world, "/staff/language/ja", &[]).await,
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
        ),
    ] {
        assert_eq!(answer.status, status);
        assert!(answer.headers["content-type"].as_bytes().starts_with(b"text/html"), "{code}");
        assert!(text(&answer).contains(code), "{code}");
    }
    let other = stranger.open(&world, "/staffing").await;
    assert_eq!(other.headers["content-type"], "application/problem+json");
}

async fn a_name_is_locked_without_telling_whose(world: World) {
    Browser::of(&world, "suzuki", Role::TownCounter).await;
    let try_in = async |name: &str, password: &str| {
        let answer = Browser::default()
            .post(&world, "/staff/sign-in", &[("name", name), ("password", password)])
            .await;
        (answer.status, String::from_utf8(answer.body).expect("text").replace(name, "NAME"))
    };
    let head = async || {
        let row = world.yui().town.reader().sql("SELECT head_seq FROM meta WHERE id = 1").fetch_one().await;
        row.and_then(|row| row.get::<i64>("head_seq")).expect("a number")
    };
    let before = head().await;
    let mut pages = Vec::new();
    for name in ["suzuki", "nobody"] {
        for _ in 0..=sign_in::TRIES {
            let (status, page) = try_in(name, "wrong").await;
            assert_eq!(status, StatusCode::UNAUTHORIZED);
            pages.push(page);
        }
    }
    pages.dedup();
    assert_eq!(pages.len(), 1, "wrong, locked and unknown look the same");
    assert_eq!(head().await, before, "strangers leave nothing in the log");
    assert_eq!(try_in("suzuki", PASSWORD).await.0, StatusCode::UNAUTHORIZED, "locked");
    world.clock.advance(sign_in::LOCKED_FOR + Millis::SECOND);
    assert_eq!(try_in("suzuki", PASSWORD).await.0, StatusCode::SEE_OTHER);
}

async fn sign_in_directly(world: &World, password: &str) -> Option<ErrorCode> {
    let from = sign_in::From { network: Network::of([203, 0, 113, 7].into()), browser: None };
    sign_in::sign_in(world.yui(), "suzuki", Password::new(password), from).await.err()
}

/// What fails for the server's own reasons locks nobody out.
async fn no_verdict_is_no_wrong_try(world: World) {
    Browser::of(&world, "suzuki", Role::TownCounter).await;
    world.clock.jump(200 * Millis::DAY);
    world.stands(Standing::ClockInDoubt).await;
    for _ in 0..=sign_in::TRIES {
        assert_eq!(sign_in_directly(&world, PASSWORD).await, Some(ErrorCode::ServerClock));
    }
    world.clock.jump(-200 * Millis::DAY);
    world.stands(Standing::Leading).await;
    for _ in 1..sign_in::TRIES {
        assert_eq!(sign_in_directly(&world, "wrong").await, Some(ErrorCode::Unauthenticated));
    }
    assert_eq!(sign_in_directly(&world, PASSWORD).await, None);
}

/// The password is given anew between the look at it and the session: whoever knew the old one is not let in.
async fn a_session_begins_with_the_password_that_was_checked(world: World) {
    Browser::of(&world, "suzuki", Role::TownCounter).await;
    let (busy, is_busy) = tokio::sync::oneshot::channel();
    let (go_on, goes_on) = std::sync::mpsc::channel::<()>();
    let yui = world.yui().clone();
    let changed = tokio::spawn(async move {
        let change = yui.town_write(move |unit| {
            busy.send(()).expect("awaited");
            let held = goes_on.recv().map_err(|_| ErrorCode::Internal);
            Box::pin(async move {
                held?;
                unit.sql("UPDATE staff SET password = 'another'").execute().await?;
                unit.fact("staff.changed", None);
                Ok(())
            })
        });
        change.await
    });
    is_busy.await.expect("sent");
    let (refused, ()) = tokio::join!(sign_in_directly(&world, PASSWORD), async {
        while world.yui().town.writer().waiting() == 0 {
            tokio::task::yield_now().await;
        }
        go_on.send(()).expect("awaited");
    });
    assert_eq!(refused, Some(ErrorCode::Unauthenticated));
    assert_eq!(changed.await.expect("no panic"), Ok(()));
}

async fn strangers_keep_nobody_out(world: World) {
    let mut known = Browser::of(&world, "suzuki", Role::TownCounter).await;
    let right = [("name", "suzuki"), ("password", PASSWORD)];
    let wrong = [("name", "suzuki"), ("password", "wrong")];
    let from = |network: u8| Browser { peer: Some([203, 0, network, 7].into()), ..Browser::default() };
    let tries = async |browser: &mut Browser, fields: &[(&str, &str)]| {
        let status = browser.post(&world, "/staff/sign-in", fields).await.status;
        assert!([StatusCode::SEE_OTHER, StatusCode::UNAUTHORIZED].contains(&status), "{status}");
        status == StatusCode::SEE_OTHER
    };
    for _ in 0..=sign_in::TRIES {
        assert!(!tries(&mut from(1), &wrong).await);
    }
    assert!(!tries(&mut from(1), &right).await, "locked for that network");
    assert!(tries(&mut from(2), &right).await, "and for no other");
    // A crowd of strangers locks the name where she never signed in, and not where she did.
    for network in 3..=u8::try_from(2 + sign_in::TRIES_FROM_ANYWHERE / sign_in::TRIES).expect("few") {
        for _ in 0..sign_in::TRIES {
            assert!(!tries(&mut from(network), &wrong).await);
        }
    }
    assert!(!tries(&mut from(99), &right).await, "locked from anywhere");
    assert!(tries(&mut known, &right).await);
    // The known browser is counted by itself: a thief of it has as few tries as anybody.
    let mut thief = Browser { cookies: known.cookies.clone(), ..Browser::default() };
    for _ in 0..sign_in::TRIES {
        assert!(!tries(&mut thief, &wrong).await);
    }
    thief.cookies = known.cookies.clone();
    assert!(!tries(&mut thief, &right).await, "locked");
}

async fn a_form_of_another_page_does_nothing(world: World) {
    let mut browser = Browser::of(&world, "suzuki", Role::BodyCounter).await;
    let token = browser.token(&world, "/staff/home").await;
    let good = [("token", token.as_str())];
    for (origin, fields) in [
        (Some("https://evil.example"), &good[..]),
        (Some("null"), &good[..]),
        (None, &good[..]),
        (Some(crate::support::ORIGIN), &[][..]),
        (Some(crate::support::ORIGIN), &[("token", "x")][..]),
    ] {
        let answer = browser.post_from(&world, origin, "/staff/visitor-code", fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin:?} {fields:?}");
    }
    assert_eq!(audited(&world, "identity.visitor_code_printed").await, 0);
    let elsewhere = [("name", "suzuki"), ("password", PASSWORD)];
    let answer = Browser::default()
        .post_from(&world, Some("https://evil.example"), "/staff/sign-in", &elsewhere)
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let twice = browser.post(&world, "/staff/visitor-code", &[good[0], ("x", "1"), ("x", "2")]).await;
    assert_eq!(twice.status, StatusCode::BAD_REQUEST, "no field has two values");
    assert_eq!(audited(&world, "identity.visitor_code_printed").await, 0);
    let done = browser.post(&world, "/staff/visitor-code", &good).await;
    assert!(text(&done).contains("class=\"secret\""));
}

async fn a_session_ends(world: World) {
    let mut browser = Browser::of(&world, "suzuki", Role::TownCounter).await;
    for _ in 0..3 {
        world.clock.advance(session::IDLE - Millis::MINUTE);
        assert_eq!(browser.open(&world, "/staff/home").await.status, StatusCode::OK, "it is in use");
    }
    world.clock.advance(session::IDLE + Millis::MINUTE);
    assert_eq!(leads_to(&browser.open(&world, "/staff/home").await), "/staff/sign-in");

    let mut browser = Browser::default();
    browser.post(&world, "/staff/sign-in", &[("name", "suzuki"), ("password", PASSWORD)]).await;
    let token = browser.token(&world, "/staff/home").await;
    let kept = browser.cookies.clone();
    assert_eq!(
        leads_to(&browser.post(&world, "/staff/sign-out", &[("token", &token)]).await),
        "/staff/sign-in"
    );
    browser.cookies = kept;
    assert_eq!(
        leads_to(&browser.open(&world, "/staff/home").await),
        "/staff/sign-in",
        "the old cookie is worth nothing"
    );

    browser.post(&world, "/staff/sign-in", &[("name", "suzuki"), ("password", PASSWORD)]).await;
    account::end(world.yui(), "operator", "suzuki").await.expect("ended");
    assert_eq!(leads_to(&browser.open(&world, "/staff/home").await), "/staff/sign-in");
}

async fn what_is_kept_of_a_session_opens_nothing(world: World) {
    let browser = Browser::of(&world, "suzuki", Role::TownCounter).await;
    let cookie = browser.cookie(session::COOKIE).expect("signed in");
    let rows = world.yui().town.reader().sql("SELECT id FROM staff_session").fetch_all().await.expect("rows");
    assert!(!rows.is_empty());
    for row in rows {
        let kept: String = row.get("id").expect("an id");
        assert!(!kept.contains(&cookie), "{kept}");
        let mut thief = Browser::with_cookie(session::COOKIE, &kept);
        assert_eq!(leads_to(&thief.open(&world, "/staff/home").await), "/staff/sign-in");
    }
}

async fn every_page_in_every_language(world: World) {
    let mut counter = Browser::of(&world, "counter", Role::BodyCounter).await;
    let mut town = Browser::of(&world, "town", Role::TownCounter).await;
    let mut accounts = Browser::of(&world, "accounts", Role::BodyAccounts).await;
    for lang in yui_texts::Lang::ALL {
        for (browser, paths) in [
            (
                &mut counter,
                &[
                    "/staff/home",
                    "/staff/find",
                    "/staff/register",
                    "/staff/phone-codes",
                    "/staff/pay-back",
                    "/staff/shops",
                ][..],
            ),
            (&mut town, &["/staff/home", "/staff/reviews"][..]),
            (&mut accounts, &["/staff/ledger", "/staff/audit", "/staff/password"][..]),
        ] {
            for path in paths {
                let chosen = browser.open(&world, &format!("/staff/language/{lang}?back={path}")).await;
                assert_eq!(leads_to(&chosen), *path);
                let page = text(&browser.open(&world, path).await);
                assert!(page.contains(&format!("<html lang=\"{lang}\">")), "{path}");
                let town = if ["en", "vi"].contains(&lang.tag()) { "Omura" } else { "大村市" };
                assert!(page.contains(&format!("<strong>{town}</strong>")), "{lang} {path}");
                assert!(!field(&page, "token").is_empty());
            }
        }
    }
    let away = counter.open(&world, "/staff/language/en?back=//evil.example/staff/").await;
    assert_eq!(leads_to(&away), "/staff/home");
    let lost = counter.open(&world, "/staff/person/0199c0de-0000-7000-8000-000000000000").await;
    assert_eq!(lost.status, StatusCode::NOT_FOUND);
    assert!(text(&lost).contains("not_found"));
}
