//! Which routes take a token, and whose things an id in a path opens: the whole API as docs/openapi.json describes it,
//! tried. A new route needs its line here.

use std::path::Path;

use axum::{
    body::Body,
    http::{Method, Request},
};
use serde_json::Value;
use tower::ServiceExt;
use yui_protocol::{
    ErrorCode, Points, Problem, Thumbprint, TillId,
    command::{Act, OpenTill, Pay},
    identity::EnrolPurpose,
};
use yui_server::{identity::devices, shop::pairing};
use yui_testkit::card::Person;

use crate::{
    money::{STAFF, Town, new_shop, send, unused},
    support::{Answer, Card, Phone, World, on_both, request},
};

on_both! { a_phone_that_was_stopped_is_out_everywhere an_id_opens_nothing_of_anothers }

/// What anybody may ask for. A command needs no token, as it is signed.
const OPEN: [(&str, &str); 15] = [
    ("get", "/healthz"),
    ("get", "/metrics"),
    ("get", "/readyz"),
    ("post", "/v1/commands"),
    ("post", "/v1/identity/enrol"),
    ("post", "/v1/identity/nonce"),
    ("post", "/v1/identity/token"),
    ("post", "/v1/identity/visitor"),
    ("post", "/v1/identity/visitor/code"),
    ("get", "/v1/municipality"),
    ("get", "/v1/openapi.json"),
    ("post", "/v1/shop/pair"),
    ("get", "/v1/shops"),
    ("get", "/v1/shops/{id}"),
    ("get", "/v1/time"),
];

/// What each path with an id leads to.
const BY_ID: [(&str, &str, Whose); 3] = [
    ("delete", "/v1/identity/devices/{thumbprint}", Whose::Owners),
    ("get", "/v1/shops/{id}", Whose::Everybodys),
    ("get", "/v1/tills/{id}", Whose::Holders),
];

/// To whom a thing is shown that has an id.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Whose {
    /// To its owner; to anybody else it is as if there were none.
    Owners,
    /// To every phone that has its id, as who scanned an order; to all of them alike.
    Holders,
    /// To everybody.
    Everybodys,
}

/// What refuses a phone before the route itself is asked.
const NOT_LET_IN: [ErrorCode; 5] = [
    ErrorCode::Unauthenticated,
    ErrorCode::TokenExpired,
    ErrorCode::DpopInvalid,
    ErrorCode::DeviceUnknown,
    ErrorCode::DeviceRevoked,
];

/// Method, path and whether a token is taken, of every route that is described.
fn described() -> Vec<(String, String, bool)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    let text = std::fs::read_to_string(file).expect("docs/openapi.json");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let paths = document["paths"].as_object().expect("paths");
    let of_path = |(path, methods): (&String, &Value)| -> Vec<_> {
        let methods = methods.as_object().expect("methods");
        methods
            .iter()
            .map(|(method, route)| (method.clone(), path.clone(), route["security"].is_array()))
            .collect()
    };
    paths.iter().flat_map(of_path).collect()
}

fn taking_a_token() -> Vec<(Method, String)> {
    let taking = described().into_iter().filter(|(_, _, token)| *token);
    taking.map(|(method, path, _)| (verb(&method), with_nobodys_id(&path))).collect()
}

fn verb(method: &str) -> Method {
    method.to_uppercase().parse().expect("a method")
}

/// The path with an id that nothing has.
fn with_nobodys_id(path: &str) -> String {
    let id = if path.starts_with("/v1/shops/") {
        "0000000000000000"
    } else {
        "0199c0de-0000-7000-8000-000000000000"
    };
    path.replace("{thumbprint}", &Thumbprint([9; 32]).to_string()).replace("{id}", id)
}

/// The code of a refusal; nothing for any other answer, which is not waited for to its end: a stream has none.
async fn refusal(world: &World, asked: Request<Body>) -> Option<ErrorCode> {
    let answer = world.server.router.clone().oneshot(asked).await.expect("infallible");
    let kind = answer.headers().get("content-type");
    if kind.is_none_or(|kind| kind != "application/problem+json") {
        return None;
    }
    let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.expect("a whole body");
    Some(serde_json::from_slice::<Problem>(&body).expect("a problem").code)
}

async fn refused_to(world: &World, phone: &Phone, (method, path): &(Method, String)) -> Option<ErrorCode> {
    let proof = phone.proof(world, method, path, |_| {});
    refusal(world, phone.with_proof(method, path, &proof, None)).await
}

#[tokio::test]
async fn every_route_takes_a_token_or_is_open_on_purpose() {
    let mut open: Vec<_> = described().into_iter().filter(|(_, _, token)| !token).collect();
    open.sort();
    let mut listed: Vec<_> = OPEN.map(|(method, path)| (method.to_owned(), path.to_owned(), false)).into();
    listed.sort();
    assert_eq!(open, listed, "without a token and not in the list of this test, or the other way round");

    let world = World::sqlite().await;
    for (method, path) in OPEN {
        let built = Request::builder().method(verb(method)).uri(with_nobodys_id(path));
        let refused = refusal(&world, built.body(Body::empty()).expect("a request")).await;
        assert_ne!(refused, Some(ErrorCode::Unauthenticated), "{method} {path}");
    }
}

async fn a_phone_that_was_stopped_is_out_everywhere(world: World) {
    let town = Town::new(world).await;
    let routes = taking_a_token();
    assert!(routes.len() >= 8, "{routes:?}");
    let stranger = Phone { token: String::new(), ..town.shop_phone.clone() };
    for route in &routes {
        let refused = refused_to(&town.world, &town.shop_phone, route).await;
        assert!(!refused.as_ref().is_some_and(|code| NOT_LET_IN.contains(code)), "{route:?}: {refused:?}");
        assert_eq!(
            refused_to(&town.world, &stranger, route).await,
            Some(ErrorCode::Unauthenticated),
            "{route:?}"
        );
    }

    pairing::revoke(town.world.yui(), STAFF, town.shop_phone.id()).await.expect("stopped");
    devices::stop(town.world.yui(), STAFF, town.subject, town.phone.id()).await.expect("stopped");
    for phone in [&town.shop_phone, &town.phone] {
        for route in &routes {
            let refused = refused_to(&town.world, phone, route).await;
            assert_eq!(refused, Some(ErrorCode::DeviceRevoked), "{route:?}");
        }
    }
    let world = town.world.restart().await;
    for route in &routes {
        let refused = refused_to(&world, &town.shop_phone, route).await;
        assert_eq!(refused, Some(ErrorCode::Unauthenticated), "no token outlives the server: {route:?}");
    }
}

#[test]
fn no_id_in_a_path_is_without_its_case() {
    let mut described: Vec<_> = described()
        .into_iter()
        .map(|(method, path, _)| (method, path))
        .filter(|(_, path)| path.contains('{'))
        .collect();
    described.sort();
    let mut cases: Vec<_> = BY_ID.map(|(method, path, _)| (method.to_owned(), path.to_owned())).into();
    cases.sort();
    assert_eq!(described, cases);
}

/// What an answer says, but for the id of its request.
fn said(answer: &Answer) -> (u16, Value) {
    let mut body: Value = answer.json();
    if let Some(problem) = body.as_object_mut() {
        problem.remove("instance");
    }
    (answer.status.as_u16(), body)
}

async fn an_id_opens_nothing_of_anothers(world: World) {
    let town = Town::with_points(world, 1000).await;
    let world = &town.world;
    let second = Phone::new();
    Phone::profile(&second.enrol(world, &town.card, EnrolPurpose::AddDevice).await);
    let opening = Act::OpenTill(OpenTill { amount: Points(300), reference: None, seconds: 300 });
    let till = TillId(unused(world).0);
    let opening = town.shop_phone.command(world, opening, |command| command.id.0 = till.0);
    assert_eq!(send(world, &opening).await.status, 200);
    let pay = Act::Pay(Pay { shop: town.shop, amount: Points(300), till: Some(till) });
    assert_eq!(send(world, &town.phone.command(world, pay, |_| {})).await.status, 200);

    let (taro, _) = Phone::registered(world, &Card::of(&Person::taro())).await;
    let (_, other_shop) = new_shop(world, "青空市場").await;
    let strangers = [&taro, &other_shop];
    for (method, path, whose) in BY_ID {
        let method = verb(method);
        let id = if path.starts_with("/v1/tills") { till.to_string() } else { town.shop.to_string() };
        let hers = path.replace("{thumbprint}", &second.id().to_string()).replace("{id}", &id);
        let nobodys = with_nobodys_id(path);
        let ask =
            async |phone: &Phone, path: &str| said(&phone.call(world, method.clone(), path, None).await);
        for stranger in strangers {
            let told = ask(stranger, &hers).await;
            match whose {
                Whose::Owners => {
                    assert_eq!(told, ask(stranger, &nobodys).await, "{path}: there is one, then");
                }
                Whose::Holders | Whose::Everybodys => {
                    assert_eq!((told.0, &told), (200, &ask(&town.phone, &hers).await), "{path}");
                    assert_eq!(told, ask(&town.shop_phone, &hers).await, "{path}");
                    assert!(!told.1.to_string().contains(&town.subject.to_string()), "{path} names who paid");
                    assert_eq!(ask(stranger, &nobodys).await.0, 404, "{path}");
                }
            }
        }
        let nameless = Request::builder().method(&method).uri(&hers).body(Body::empty()).expect("a request");
        let nameless = said(&request(world, nameless).await);
        match whose {
            Whose::Owners | Whose::Holders => assert_eq!(nameless.1["code"], "unauthenticated", "{path}"),
            Whose::Everybodys => assert_eq!(nameless, ask(&taro, &hers).await, "{path}"),
        }
    }
    // It was hers all the while, and nobody's asking ended it.
    let phone = format!("/v1/identity/devices/{}", second.id());
    taro.call(world, Method::DELETE, &phone, None).await.refused(ErrorCode::NotFound);
    assert_eq!(second.try_log_in(world).await.status, 200);
    assert_eq!(town.phone.call(world, Method::DELETE, &phone, None).await.status, 204);
}
