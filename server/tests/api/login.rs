//! Login, proofs, tokens, and phones that are out.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use serde_json::{Value, json};
use yui_protocol::{
    Base64Url, ErrorCode, Millis,
    identity::{DeviceRecord, EnrolPurpose, TokenAnswer},
    jws::{AssertionClaims, DpopClaims, JWT_BEARER, access_token_hash, compact},
};
use yui_store::Event;
use yui_testkit::card::Person;

use crate::support::{Card, ORIGIN, Phone, World, on_both, public, request, sign};

on_both! {
    assertions_are_checked
    proofs_are_checked
    proofs_by_other_keys_take_no_room
    tokens_of_foreign_clients_are_read_as_the_rfcs_say
    tokens_end_and_belong_to_one_key
    a_removed_phone_is_out_at_once
    a_lost_phone_is_out_before_the_answer
    the_last_phone_stays_but_may_sign_out
    logins_are_counted_by_phone_and_day
}

const DEVICES: &str = "/v1/identity/devices";

async fn logins_are_counted_by_phone_and_day(world: World) {
    let (mut phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    for logins in [0, 1, 2] {
        for _ in 0..2 {
            phone.log_in(&world).await;
            let rows = world.yui().realm.reader().sql("SELECT kind, body FROM event").fetch_all().await;
            let rows = rows.expect("rows");
            let counted = rows
                .iter()
                .filter_map(|row| Event::from_row(row.get("kind").ok()?, &row.get::<Vec<u8>>("body").ok()?));
            let counted = counted.filter(|event| event.name == "identity.phone_seen").count();
            assert_eq!(counted, logins, "the day of the registration is counted as that");
        }
        world.clock.advance(Millis::DAY);
    }
}

async fn assertions_are_checked(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let fresh = Phone { token: String::new(), ..phone.clone() };
    let attempt = async |bend: &dyn Fn(&mut AssertionClaims)| {
        let proof = fresh.proof(&world, &Method::POST, "/v1/identity/token", |_| {});
        Phone::token(&world, &fresh.assertion(&world, bend), &proof).await
    };
    let answer = attempt(&|_| {}).await;
    let token: TokenAnswer = answer.json();
    assert_eq!((token.token_type.as_str(), token.expires_in), ("DPoP", 600));
    assert!(answer.headers.contains_key("dpop-nonce"));
    let bends: [&dyn Fn(&mut AssertionClaims); 5] = [
        &|c| c.aud = "https://other.example/v1/identity/token".into(),
        &|c| c.sub = yui_protocol::Thumbprint([1; 32]),
        &|c| c.exp = c.iat + 301,
        &|c| c.exp = c.iat,
        &|c| c.jti.clear(),
    ];
    for bend in bends {
        attempt(bend).await.refused(ErrorCode::AssertionInvalid);
    }
    for days in [-3, 3] {
        let skewed = attempt(&move |c| {
            c.iat += days * 86_400;
            c.exp += days * 86_400;
        })
        .await;
        assert_eq!(skewed.refused(ErrorCode::ClockSkew).server_time, Some(world.now()));
    }
    attempt(&|c| c.jti = "once".into()).await.json::<TokenAnswer>();
    attempt(&|c| c.jti = "once".into()).await.refused(ErrorCode::AssertionInvalid);

    let proof = fresh.proof(&world, &Method::POST, "/v1/identity/token", |_| {});
    let mut bent = fresh.assertion(&world, |_| {});
    bent.replace_range(bent.len() - 4.., "AAAA");
    Phone::token(&world, &bent, &proof).await.refused(ErrorCode::AssertionInvalid);
    Phone::token(&world, "no.jwt", &proof).await.refused(ErrorCode::AssertionInvalid);
    // Another phone's proof does not carry this phone's assertion.
    let other = Phone::new();
    let proof = other.proof(&world, &Method::POST, "/v1/identity/token", |_| {});
    Phone::token(&world, &fresh.assertion(&world, |_| {}), &proof).await.refused(ErrorCode::DpopInvalid);
    other.try_log_in(&world).await.refused(ErrorCode::DeviceUnknown);
    // The key that proves the phone's user signs commands only.
    let by_uv = Phone { device: phone.device_uv.clone().expect("a key"), ..fresh.clone() };
    by_uv.try_log_in(&world).await.refused(ErrorCode::AssertionInvalid);
}

async fn proofs_are_checked(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let attempt = async |bend: &dyn Fn(&mut DpopClaims)| {
        let proof = phone.proof(&world, &Method::GET, DEVICES, bend);
        request(&world, phone.with_proof(&Method::GET, DEVICES, &proof, None)).await
    };
    assert_eq!(attempt(&|_| {}).await.status, StatusCode::OK);
    // A scheme's name is the same in capitals or not (RFC 9110 §11.1); another scheme is another.
    for (scheme, status) in [
        ("dpop", StatusCode::OK),
        ("DPOP", StatusCode::OK),
        ("Bearer", StatusCode::UNAUTHORIZED),
        ("DPoPx", StatusCode::UNAUTHORIZED),
    ] {
        let proof = phone.proof(&world, &Method::GET, DEVICES, |_| {});
        let mut asked = phone.with_proof(&Method::GET, DEVICES, &proof, None);
        let value = format!("{scheme} {}", phone.token).parse().expect("a value");
        asked.headers_mut().insert("authorization", value);
        assert_eq!(request(&world, asked).await.status, status, "{scheme}");
    }
    let bends: [&dyn Fn(&mut DpopClaims); 6] = [
        &|c| c.htm = "POST".into(),
        &|c| c.htu = "https://yui.town.example/v1/changes".into(),
        &|c| c.htu = "https://other.example/v1/identity/devices".into(),
        &|c| c.ath = None,
        &|c| c.ath = Some("other".into()),
        &|c| c.jti.clear(),
    ];
    for bend in bends {
        let answer = attempt(bend).await;
        answer.refused(ErrorCode::DpopInvalid);
        assert_eq!(answer.headers["www-authenticate"], r#"DPoP error="invalid_dpop_proof""#);
    }
    for nonce in [None, Some("old".to_owned())] {
        let answer = attempt(&move |c| c.nonce.clone_from(&nonce)).await;
        answer.refused(ErrorCode::UseDpopNonce);
        let given = answer.headers["dpop-nonce"].to_str().expect("text").to_owned();
        assert_eq!(attempt(&move |c| c.nonce = Some(given.clone())).await.status, StatusCode::OK);
    }
    let once = phone.proof(&world, &Method::GET, DEVICES, |_| {});
    let send = async || request(&world, phone.with_proof(&Method::GET, DEVICES, &once, None)).await;
    assert_eq!(send().await.status, StatusCode::OK);
    send().await.refused(ErrorCode::DpopInvalid);
    let two =
        phone.with_proof(&Method::GET, DEVICES, &phone.proof(&world, &Method::GET, DEVICES, |_| {}), None);
    let mut two = two;
    two.headers_mut().append("dpop", "second".parse().expect("a value"));
    request(&world, two).await.refused(ErrorCode::MalformedRequest);
}

/// A registered phone may ask as often as its wallet may; that fills no memory with keys that are nobody's.
async fn proofs_by_other_keys_take_no_room(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let before = world.yui().replays.keys();
    for _ in 0..20 {
        let stranger = Phone { token: String::new(), ..Phone::new() };
        let proof = stranger.proof(&world, &Method::POST, "/v1/identity/token", |_| {});
        Phone::token(&world, &phone.assertion(&world, |_| {}), &proof).await.refused(ErrorCode::DpopInvalid);
        let by_stranger = Phone { token: phone.token.clone(), ..stranger };
        by_stranger.get(&world, DEVICES).await.refused(ErrorCode::DpopInvalid);
    }
    assert_eq!((before, world.yui().replays.keys()), (1, 1));
    assert_eq!(phone.get(&world, DEVICES).await.status, StatusCode::OK);
}

fn signed(phone: &Phone, header: &Value, claims: &Value) -> String {
    let part = |json: &Value| Base64Url::encode(json.to_string().as_bytes());
    let input = format!("{}.{}", part(header), part(claims));
    compact(&input, &sign(&phone.device, input.as_bytes()))
}

/// What libraries of other makers write, and what must be refused from them.
async fn tokens_of_foreign_clients_are_read_as_the_rfcs_say(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let fresh = Phone { token: String::new(), ..phone.clone() };
    let (now, mut number) = (world.now().0 / Millis::SECOND, 0);
    let mut log_in = async |more: (&str, Value), claim: (&str, Value)| {
        number += 1;
        let mut header = json!({"typ": "JWT", "alg": "ES256", "kid": phone.id()});
        header[more.0] = more.1;
        let mut claims = json!({"iss": phone.id(), "sub": phone.id(), "jti": format!("foreign {number}"),
            "aud": format!("{ORIGIN}/v1/identity/token"), "iat": now, "exp": now + 60});
        claims[claim.0] = claim.1;
        let proof = fresh.proof(&world, &Method::POST, "/v1/identity/token", |_| {});
        Phone::token(&world, &signed(&phone, &header, &claims), &proof).await
    };
    let (cty, none) = (("cty", json!("JWT")), ("more", json!(1)));
    let ours = format!("{ORIGIN}/v1/identity/token");
    for claim in [
        none.clone(),
        ("aud", json!(["https://other.example", ours])),
        ("nbf", json!(now)),
        ("nbf", json!(now - 60)),
    ] {
        log_in(cty.clone(), claim).await.json::<TokenAnswer>();
    }
    let early = log_in(cty.clone(), ("nbf", json!(now + 3600))).await;
    assert_eq!(early.refused(ErrorCode::ClockSkew).server_time, Some(world.now()));
    for claim in [("aud", json!(["https://other.example"])), ("aud", json!([]))] {
        log_in(cty.clone(), claim).await.refused(ErrorCode::AssertionInvalid);
    }
    log_in(("crit", json!(["b64"])), none.clone()).await.refused(ErrorCode::AssertionInvalid);

    let mut phone = phone;
    phone.log_in(&world).await;
    let ask = async |more: (&str, Value), claim: (&str, Value), scheme: &str| {
        let mut jwk = serde_json::to_value(public(&phone.device).to_jwk()).expect("serialises");
        jwk[more.0] = more.1;
        let mut header = json!({"typ": "dpop+jwt", "alg": "ES256", "jwk": jwk});
        if claim.0 == "crit" {
            header["crit"] = claim.1.clone();
        }
        let mut claims = json!({"jti": claim.1.to_string() + scheme + more.0, "htm": "GET", "iat": now,
            "htu": format!("{ORIGIN}{DEVICES}"), "ath": access_token_hash(&phone.token),
            "nonce": world.yui().dpop_nonces.current(world.now())});
        claims[claim.0] = claim.1;
        let built = Request::get(DEVICES)
            .header("dpop", signed(&phone, &header, &claims))
            .header("authorization", format!("{scheme} {}", phone.token));
        request(&world, built.body(Body::empty()).expect("a request")).await
    };
    for more in ["alg", "kid", "use", "ext", "key_ops"] {
        assert_eq!(ask((more, json!("x")), none.clone(), "DPoP").await.status, StatusCode::OK, "{more}");
    }
    for scheme in ["dpop", "DPOP"] {
        assert_eq!(ask(none.clone(), none.clone(), scheme).await.status, StatusCode::OK, "{scheme}");
    }
    for htu in [
        "HTTPS://YUI.town.example:443/v1/identity/devices",
        "https://yui.town.example/v1/identity/devices?a#b",
        "https://yui.town.example/v1/./identity/devices",
    ] {
        assert_eq!(ask(none.clone(), ("htu", json!(htu)), "DPoP").await.status, StatusCode::OK, "{htu}");
    }
    for (more, claim) in [
        (("d", json!("AA")), none.clone()),
        (none.clone(), ("crit", json!(["exp"]))),
        (none.clone(), ("nbf", json!(now + 60))),
        (none.clone(), ("htu", json!("https://yui.town.example:8443/v1/identity/devices"))),
    ] {
        ask(more, claim, "DPoP").await.refused(ErrorCode::DpopInvalid);
    }
    ask(none.clone(), none, "Bearer").await.refused(ErrorCode::Unauthenticated);

    let body = format!(
        "grant_type={}&assertion={}&client_id=other&scope=all",
        JWT_BEARER.replace(':', "%3A"),
        fresh.assertion(&world, |_| {})
    );
    let built = Request::post("/v1/identity/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("dpop", fresh.proof(&world, &Method::POST, "/v1/identity/token", |_| {}));
    request(&world, built.body(Body::from(body)).expect("a request")).await.json::<TokenAnswer>();
}

async fn tokens_end_and_belong_to_one_key(world: World) {
    let (hanako, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let (taro, _) = Phone::registered(&world, &Card::of(&Person::taro())).await;
    let thief = Phone { token: hanako.token.clone(), ..taro.clone() };
    thief.get(&world, DEVICES).await.refused(ErrorCode::DpopInvalid);
    Phone { token: String::new(), ..taro.clone() }
        .get(&world, DEVICES)
        .await
        .refused(ErrorCode::Unauthenticated);
    Phone { token: "made up".into(), ..taro }.get(&world, DEVICES).await.refused(ErrorCode::Unauthenticated);
    world.clock.advance(10 * Millis::MINUTE - 1);
    assert_eq!(hanako.get(&world, DEVICES).await.status, StatusCode::OK);
    world.clock.advance(1);
    let answer = hanako.get(&world, DEVICES).await;
    answer.refused(ErrorCode::TokenExpired);
    assert_eq!(answer.headers["www-authenticate"], r#"DPoP error="invalid_token""#);
}

async fn a_removed_phone_is_out_at_once(world: World) {
    let card = Card::of(&Person::hanako());
    let (first, _) = Phone::registered(&world, &card).await;
    let mut second = Phone::new();
    Phone::profile(&second.enrol(&world, &card, EnrolPurpose::AddDevice).await);
    second.log_in(&world).await;
    let (stranger, _) = Phone::registered(&world, &Card::of(&Person::taro())).await;
    let path = format!("{DEVICES}/{}", second.id());
    stranger.call(&world, Method::DELETE, &path, None).await.refused(ErrorCode::NotFound);
    assert_eq!(first.call(&world, Method::DELETE, &path, None).await.status, StatusCode::NO_CONTENT);
    second.get(&world, DEVICES).await.refused(ErrorCode::DeviceRevoked);
    second.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    second.enrol(&world, &card, EnrolPurpose::Register).await.refused(ErrorCode::DeviceRevoked);
    let list: Vec<DeviceRecord> = first.get(&world, DEVICES).await.json();
    assert_eq!(list.len(), 2);
    assert_eq!(list.iter().filter(|device| device.revoked_at.is_some()).count(), 1);
    // Removing it again changes nothing.
    assert_eq!(first.call(&world, Method::DELETE, &path, None).await.status, StatusCode::NO_CONTENT);
    first
        .call(&world, Method::DELETE, &format!("{DEVICES}/nothing"), None)
        .await
        .refused(ErrorCode::NotFound);
}

async fn a_lost_phone_is_out_before_the_answer(world: World) {
    let card = Card::of(&Person::hanako());
    let (lost, before) = Phone::registered(&world, &card).await;
    let mut new = Phone::new();
    let after = Phone::profile(&new.enrol(&world, &card, EnrolPurpose::ReplaceLost).await);
    assert_eq!(after.subject, before.subject);
    lost.get(&world, DEVICES).await.refused(ErrorCode::DeviceRevoked);
    lost.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    new.log_in(&world).await;
    assert_eq!(new.get(&world, DEVICES).await.json::<Vec<DeviceRecord>>().len(), 2);
}

async fn the_last_phone_stays_but_may_sign_out(world: World) {
    let card = Card::of(&Person::hanako());
    let (phone, before) = Phone::registered(&world, &card).await;
    let path = format!("{DEVICES}/{}", phone.id());
    phone.call(&world, Method::DELETE, &path, None).await.refused(ErrorCode::LastDevice);
    let out = phone.call(&world, Method::POST, "/v1/identity/sign-out", None).await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    phone.get(&world, DEVICES).await.refused(ErrorCode::DeviceRevoked);
    // With the card she is the same person again, on new keys.
    let (_, again) = Phone::registered(&world, &card).await;
    assert_eq!(again.subject, before.subject);
}
