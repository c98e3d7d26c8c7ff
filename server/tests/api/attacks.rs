//! What somebody tries who wants in: tokens and proofs that are nearly right, and the staff pages' doors.

use std::net::SocketAddr;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use p256::ecdsa::{SigningKey, signature::Signer};
use reqwest::redirect::Policy;
use yui_protocol::{
    Base64Url, ErrorCode,
    identity::{EnrolPurpose, EnrolRequest, NonceAnswer},
    jws::access_token_hash,
};
use yui_server::staff::{Role, session};
use yui_testkit::card::Person;

use crate::{
    money::new_shop,
    pages::{Browser, PASSWORD, leads_to, text},
    support::{Card, ORIGIN, Phone, World, json, on_both, public, request, sign},
};

on_both! {
    tokens_made_by_hand_open_nothing
    a_stolen_token_needs_its_key_and_a_removed_phone_has_none
    a_session_is_the_servers_to_give
    a_form_counts_for_its_own_session
}

const DEVICES: &str = "/v1/identity/devices";
const TOKEN: &str = "/v1/identity/token";

/// A token of any header and claims, signed as a phone signs.
fn signed(key: &SigningKey, header: &serde_json::Value, claims: &serde_json::Value) -> String {
    let part = |value: &serde_json::Value| Base64Url::encode(value.to_string().as_bytes());
    let input = format!("{}.{}", part(header), part(claims));
    format!("{input}.{}", sign(key, input.as_bytes()))
}

async fn tokens_made_by_hand_open_nothing(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let (id, now) = (phone.id(), world.now().0 / 1000);
    let good_header = serde_json::json!({"typ": "JWT", "alg": "ES256", "kid": id});
    let good = serde_json::json!({
        "iss": id, "sub": id, "aud": format!("{ORIGIN}{TOKEN}"), "jti": "a", "iat": now, "exp": now + 60,
    });
    let with = |base: &serde_json::Value, name: &str, value: serde_json::Value| {
        let mut bent = base.clone();
        bent[name] = value;
        bent
    };
    let other = Phone::new().id();
    let mut attempts = vec![
        signed(&phone.device, &with(&good_header, "alg", "none".into()), &good),
        signed(&phone.device, &with(&good_header, "alg", "HS256".into()), &good),
        signed(&phone.device, &with(&good_header, "typ", "dpop+jwt".into()), &good),
        signed(&phone.device, &with(&good_header, "kid", serde_json::Value::Null), &good),
        signed(&phone.device, &with(&good_header, "kid", serde_json::json!(other)), &good),
        signed(&phone.device, &good_header, &with(&good, "iss", serde_json::json!(other))),
    ];
    for aud in [
        format!("{ORIGIN}.evil.example{TOKEN}"),
        format!("{ORIGIN}{TOKEN}/"),
        format!("{ORIGIN}{TOKEN}?x=1"),
        format!("http://yui.town.example{TOKEN}"),
        TOKEN.to_owned(),
        String::new(),
    ] {
        attempts.push(signed(&phone.device, &good_header, &with(&good, "aud", aud.into())));
    }
    for (iat, exp) in [(i64::MIN, i64::MAX), (i64::MAX, i64::MIN), (now, i64::MAX)] {
        let endless = with(&with(&good, "iat", iat.into()), "exp", exp.into());
        attempts.push(signed(&phone.device, &good_header, &endless));
    }
    // Unsigned, signed by another, and with a second payload behind.
    let whole = signed(&phone.device, &good_header, &good);
    let (input, _) = whole.rsplit_once('.').expect("three parts");
    let others: p256::ecdsa::Signature = Phone::new().device.sign(input.as_bytes());
    attempts.push(format!("{input}."));
    attempts.push(format!("{input}.{}", Base64Url::encode(&others.to_bytes())));
    attempts.push(format!("{whole}.{whole}"));
    attempts.push("a".repeat(5000));
    let fresh = Phone { token: String::new(), ..phone.clone() };
    for assertion in &attempts {
        let proof = fresh.proof(&world, &Method::POST, TOKEN, |_| {});
        Phone::token(&world, assertion, &proof).await.refused(ErrorCode::AssertionInvalid);
    }

    let header =
        serde_json::json!({"typ": "dpop+jwt", "alg": "ES256", "jwk": public(&phone.device).to_jwk()});
    let nonce = world.yui().dpop_nonces.current(world.now());
    let claims = |jti: &str| {
        serde_json::json!({
            "jti": jti, "htm": "GET", "htu": format!("{ORIGIN}{DEVICES}"), "iat": now,
            "ath": access_token_hash(&phone.token), "nonce": nonce,
        })
    };
    let jwk = public(&Phone::new().device).to_jwk();
    let mut proofs = vec![
        signed(&phone.device, &with(&header, "typ", "JWT".into()), &claims("b")),
        signed(&phone.device, &with(&header, "alg", "none".into()), &claims("c")),
        signed(&phone.device, &with(&header, "jwk", serde_json::json!(jwk)), &claims("d")),
        signed(&phone.device, &with(&header, "jwk", serde_json::Value::Null), &claims("e")),
        signed(&phone.device, &header, &with(&claims("f"), "htm", "get".into())),
        signed(&phone.device, &header, &claims(&"j".repeat(129))),
    ];
    for htu in [
        format!("{ORIGIN}{DEVICES}/"),
        format!("http://yui.town.example{DEVICES}"),
        format!("{ORIGIN}@evil.example{DEVICES}"),
        format!("{ORIGIN}:8443{DEVICES}"),
        DEVICES.to_owned(),
    ] {
        proofs.push(signed(&phone.device, &header, &with(&claims(&htu), "htu", htu.clone().into())));
    }
    for proof in &proofs {
        let asked = phone.with_proof(&Method::GET, DEVICES, proof, None);
        request(&world, asked).await.refused(ErrorCode::DpopInvalid);
    }
    let right = signed(&phone.device, &header, &claims("right"));
    let asked = phone.with_proof(&Method::GET, DEVICES, &right, None);
    assert_eq!(request(&world, asked).await.status, StatusCode::OK, "the hand is not what was refused");
}

async fn a_stolen_token_needs_its_key_and_a_removed_phone_has_none(world: World) {
    let card = Card::of(&Person::hanako());
    let (phone, _) = Phone::registered(&world, &card).await;
    let ask = async |name: &str, value: String, path: &str| {
        let asked = Request::get(path).header(name, value).body(Body::empty()).expect("a request");
        request(&world, asked).await
    };
    ask("authorization", format!("Bearer {}", phone.token), DEVICES)
        .await
        .refused(ErrorCode::Unauthenticated);
    ask("authorization", format!("DPoP {}", phone.token), DEVICES).await.refused(ErrorCode::DpopInvalid);
    let query = format!("{DEVICES}?access_token={}", phone.token);
    ask("accept", "*/*".to_owned(), &query).await.refused(ErrorCode::Unauthenticated);
    // A proof for one request is none for another.
    let proof = phone.proof(&world, &Method::GET, DEVICES, |_| {});
    let path = format!("{DEVICES}/{}", phone.id());
    request(&world, phone.with_proof(&Method::DELETE, &path, &proof, None))
        .await
        .refused(ErrorCode::DpopInvalid);
    let mut two = phone.with_proof(&Method::GET, DEVICES, &proof, None);
    two.headers_mut().append("authorization", "DPoP second".parse().expect("a value"));
    request(&world, two).await.refused(ErrorCode::MalformedRequest);

    let found = Phone::new();
    Phone::profile(&found.enrol(&world, &card, EnrolPurpose::ReplaceLost).await);
    let proof = phone.proof(&world, &Method::GET, DEVICES, |_| {});
    let asked = phone.with_proof(&Method::GET, DEVICES, &proof, None);
    request(&world, asked).await.refused(ErrorCode::DeviceRevoked);
    // Its keys come back on no way: not with her card, nor as another person's phone.
    phone.enrol(&world, &card, EnrolPurpose::AddDevice).await.refused(ErrorCode::DeviceRevoked);
    let as_second = Phone { device_uv: Some(phone.device.clone()), ..Phone::new() };
    let taro = Card::of(&Person::taro());
    as_second.enrol(&world, &taro, EnrolPurpose::Register).await.refused(ErrorCode::PhoneTaken);
    let uv = Phone { device: phone.device_uv.clone().expect("a key"), device_uv: None, token: String::new() };
    uv.enrol(&world, &taro, EnrolPurpose::Register).await.refused(ErrorCode::PhoneTaken);
    // Nor does a shop's key become a person's.
    let (_, of_a_shop) = new_shop(&world, "花子パン").await;
    of_a_shop.enrol(&world, &taro, EnrolPurpose::Register).await.refused(ErrorCode::PhoneTaken);
    let as_second = Phone { device_uv: Some(of_a_shop.device.clone()), ..Phone::new() };
    as_second.enrol(&world, &taro, EnrolPurpose::Register).await.refused(ErrorCode::PhoneTaken);
    assert_eq!(of_a_shop.try_log_in(&world).await.status, StatusCode::OK);
}

async fn a_session_is_the_servers_to_give(world: World) {
    Browser::of(&world, "suzuki", Role::TownCounter).await;
    // A cookie that somebody planted is not taken over by signing in.
    let planted = "cGxhbnRlZCBieSBzb21lYm9keSBlbHNlISEhISEhISE";
    let mut browser = Browser::with_cookie(session::COOKIE, planted);
    assert_eq!(leads_to(&browser.open(&world, "/staff/home").await), "/staff/sign-in");
    let entered = browser.post(&world, "/staff/sign-in", &[("name", "suzuki"), ("password", PASSWORD)]).await;
    assert_eq!(leads_to(&entered), "/staff/home");
    assert_ne!(browser.cookie(session::COOKIE).as_deref(), Some(planted));
    let mut thief = Browser::with_cookie(session::COOKIE, planted);
    assert_eq!(leads_to(&thief.open(&world, "/staff/home").await), "/staff/sign-in");
}

async fn a_form_counts_for_its_own_session(world: World) {
    let mut first = Browser::of(&world, "first", Role::BodyCounter).await;
    let mut second = Browser::of(&world, "second", Role::BodyCounter).await;
    let others = first.token(&world, "/staff/home").await;
    let sent = second.post(&world, "/staff/visitor-code", &[("token", &others)]).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    let own = second.token(&world, "/staff/home").await;
    assert!(text(&second.post(&world, "/staff/visitor-code", &[("token", &own)]).await).contains("secret"));
    // A form that is too long is told so, in words, and does nothing.
    let long = "x".repeat(70 * 1024);
    let sent = second.post(&world, "/staff/find", &[("token", &own), ("query", &long)]).await;
    assert_eq!(sent.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text(&sent).contains("too_large"));
}

async fn serving() -> (World, SocketAddr) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let world = World::sqlite().await;
    let (address, _) = world.listens().await;
    (world, address)
}

/// With a real client: nothing in a query leads out of our pages or into our headers.
#[tokio::test]
async fn nothing_in_a_query_leads_away_or_into_a_header() {
    let (_world, address) = serving().await;
    let http = reqwest::Client::builder().redirect(Policy::none()).build().expect("a client");
    for back in [
        "//evil.example",
        "https://evil.example/staff/",
        "/staff//../..//evil.example",
        "/staff/%2e%2e/%2e%2e//evil.example",
        "/staff/x%0d%0aset-cookie:%20a=b",
        "/staff/x%00",
        "/staff/\u{30D5}",
        "/staff/x?next=//evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
    ] {
        let url = format!("http://{address}/staff/language/en?back={back}");
        let answer = http.get(url).send().await.expect("an answer");
        let place = answer.headers()["location"].to_str().expect("text").to_owned();
        assert!(
            place == "/staff/home" || (place.starts_with("/staff/") && !place.contains("..")),
            "{back}: {place}"
        );
        let cookies: Vec<_> = answer.headers().get_all("set-cookie").iter().collect();
        assert_eq!(cookies.len(), 1, "{back}: {cookies:?}");
    }
    // A made-up language is no cookie of the sender's words.
    let answer =
        http.get(format!("http://{address}/staff/language/x%0d%0ay")).send().await.expect("an answer");
    assert!(answer.headers()["set-cookie"].to_str().expect("text").starts_with("yui-lang=ja;"), "{answer:?}");
    // What the sender says of the host is not repeated.
    let answer = http.get(format!("http://{address}/staff/home")).header("host", "evil.example").send().await;
    assert_eq!(answer.expect("an answer").headers()["location"], "/staff/sign-in");
}

/// A nonce belongs to whoever uses it first, and to the statement it was used in.
#[tokio::test]
async fn a_nonce_is_not_another_statements() {
    let (world, address) = serving().await;
    let http = reqwest::Client::new();
    let post = async |path: &str, body: String| {
        let sent = http.post(format!("http://{address}{path}")).header("content-type", "application/json");
        sent.body(body).send().await.expect("an answer")
    };
    let nonce: NonceAnswer =
        post("/v1/identity/nonce", "null".to_owned()).await.json().await.expect("a nonce");
    let (hanako, taro) = (Phone::new(), Phone::new());
    let enrol = async |phone: &Phone, person: &Person| {
        let card = Card::of(person);
        let body = phone.enrol_request(&world, &nonce.nonce, &card, EnrolPurpose::Register, true, |_| {});
        post("/v1/identity/enrol", serde_json::to_string(&body).expect("serialises")).await
    };
    assert_eq!(enrol(&hanako, &Person::hanako()).await.status().as_u16(), 200);
    let taken = enrol(&taro, &Person::taro()).await;
    assert_eq!(taken.json::<yui_protocol::Problem>().await.expect("a problem").code, ErrorCode::NonceUsed);
    // Somebody else's signed request, sent again in full: the same answer, and nobody new.
    assert_eq!(enrol(&hanako, &Person::hanako()).await.status().as_u16(), 200);
    let phones = world.yui().realm.reader().sql("SELECT id FROM device").fetch_all().await.expect("rows");
    assert_eq!(phones.len(), 1);
    // Her statement under another phone's key lets nobody in.
    let card = Card::of(&Person::hanako());
    let request = |phone: &Phone| {
        phone.enrol_request(&world, &nonce.nonce, &card, EnrolPurpose::Register, true, |_| {})
    };
    let stolen = EnrolRequest { device: request(&taro).device, ..request(&hanako) };
    json(&world, Method::POST, "/v1/identity/enrol", &stolen).await.refused(ErrorCode::StatementMismatch);
}
