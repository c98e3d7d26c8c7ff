//! How often a wallet and a network may ask, as they meet it over HTTP.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use yui_protocol::{Base64Url, ErrorCode, Problem, identity::EnrolPurpose};
use yui_server::{Limits, staff::Role};
use yui_testkit::card::Person;

use crate::{
    money::Town,
    pages::{Browser, leads_to},
    support::{Answer, Card, Phone, World, json, request},
};

/// The wait that a refusal names: whole seconds, at most a minute.
#[track_caller]
fn wait(answer: &Answer) -> u32 {
    answer.refused(ErrorCode::RateLimited);
    let wait = answer.headers["retry-after"].to_str().expect("text").parse().expect("seconds");
    assert!((1..=60).contains(&wait), "{wait}");
    wait
}

#[tokio::test]
async fn a_wallet_is_bounded_over_all_its_phones_and_alone() {
    let world = World::with_limits(Limits { reads_per_minute: 2, ..Limits::default() }).await;
    let card = Card::of(&Person::hanako());
    let (first, _) = Phone::registered(&world, &card).await;
    let mut phones = vec![first];
    for _ in 0..2 {
        let mut phone = Phone::new();
        Phone::profile(&phone.enrol(&world, &card, EnrolPurpose::AddDevice).await);
        phone.log_in(&world).await;
        phones.push(phone);
    }
    let silent = Phone::new();
    Phone::profile(&silent.enrol(&world, &card, EnrolPurpose::AddDevice).await);
    let (other, _) = Phone::registered(&world, &Card::of(&Person::taro())).await;
    // Three logins are counted; a phone may ask once more, and all of them together as often as three phones.
    for phone in &phones {
        assert_eq!(phone.get(&world, "/v1/identity/devices").await.status, StatusCode::OK);
    }
    for phone in &phones {
        wait(&phone.get(&world, "/v1/identity/devices").await);
    }
    wait(&silent.try_log_in(&world).await);
    assert_eq!(other.get(&world, "/v1/identity/devices").await.status, StatusCode::OK, "others go on");
}

#[tokio::test]
async fn a_wallets_commands_are_bounded_too() {
    let world = World::with_limits(Limits { commands_per_minute: 3, ..Limits::default() }).await;
    let town = Town::with_points(world, 5000).await;
    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(json(&town.world, Method::POST, "/v1/commands", &town.payment(10)).await);
    }
    let last = answers.pop().expect("an answer");
    assert!(answers.iter().all(|answer| answer.status == StatusCode::OK), "{answers:?}");
    wait(&last);
}

/// A server whose own proxy says where requests come from.
async fn behind_a_proxy() -> (World, SocketAddr) {
    let limits = Limits { network_per_minute: 2, ..Limits::default() };
    let world = World::behind_proxies(limits, vec!["127.0.0.1".parse().expect("an address")]).await;
    let (address, _) = world.listens().await;
    (world, address)
}

/// Asks the time through the proxy for a sender; the status, and the head and body of the answer.
async fn ask(server: SocketAddr, sender: &str) -> (u16, String, String) {
    let mut stream = TcpStream::connect(server).await.expect("connects");
    let head = format!(
        "GET /v1/time HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-forwarded-for: 192.0.2.99, {sender}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("writes");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("text");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    (answer[9..12].parse().expect("a status"), head.to_owned(), body.to_owned())
}

#[tokio::test]
async fn neighbours_in_a_network_share_its_bound() {
    for (network, neighbour) in [
        (["203.0.113.7", "203.0.113.200", "203.0.113.8"], "203.0.114.7"),
        (["2001:db8:1:200::1", "2001:db8:1:2ff:9::1", "2001:db8:1:280::5"], "2001:db8:1:300::1"),
    ] {
        let (_world, server) = behind_a_proxy().await;
        assert_eq!(ask(server, network[0]).await.0, 200);
        assert_eq!(ask(server, network[1]).await.0, 200);
        let (status, head, body) = ask(server, network[2]).await;
        assert_eq!(status, 429, "{body}");
        assert!(head.contains("content-type: application/problem+json"), "{head}");
        let (_, wait) = head.split_once("retry-after: ").expect("a wait");
        let wait: u32 = wait.lines().next().expect("a line").parse().expect("seconds");
        assert!((1..=60).contains(&wait), "{wait}");
        assert_eq!(serde_json::from_str::<Problem>(&body).expect("a problem").code, ErrorCode::RateLimited);
        assert_eq!(ask(server, neighbour).await.0, 200, "the next network has a bound of its own");
    }
}

/// Else all whose proxy writes ports would share one bound, which is that of the proxy itself.
#[tokio::test]
async fn a_sender_with_a_port_is_counted_in_his_own_network() {
    let (_world, server) = behind_a_proxy().await;
    for sender in
        ["8.8.1.8:1234", "8.8.1.9:99", "9.9.1.8:1234", "[2001:db8::1]:443", "\"[2001:db8:1::1]:443\""]
    {
        assert_eq!(ask(server, sender).await.0, 200, "{sender}");
    }
    assert_eq!(ask(server, "8.8.1.10:5").await.0, 429);
}

/// A provider's networks, each within its rate, that try as many registrations as there is room for.
#[tokio::test]
async fn a_flood_of_registrations_stops_nobody_elses() {
    let peer = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    let world = World::behind_proxies(Limits::default(), vec![peer]).await;
    let (phone, card) = (Phone::new(), Card::of(&Person::hanako()));
    let nonce = || Base64Url(world.yui().nonces.issue(world.now()).expect("random").nonce.to_vec());
    let post = async |path: &str, body: Vec<u8>, sender: IpAddr| {
        let asked = Request::post(path)
            .header("content-type", "application/json")
            .header("x-forwarded-for", sender.to_string())
            .body(Body::from(body));
        request(&world, asked.expect("a request")).await
    };
    let flooder = |n: u16| IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 1, (n % 256) << 8, 0, 0, 0, 1));
    let mut tries = 0;
    let busy = loop {
        let guess = phone.visit_request(&world, &nonce(), "ABCDE-FGHJK", EnrolPurpose::Register);
        let guess = serde_json::to_vec(&guess).expect("serialises");
        let answer = post("/v1/identity/visitor", guess, flooder(tries)).await;
        match answer.problem() {
            ErrorCode::RegistrationCodeWrong if tries < 10_000 => tries += 1,
            _ => break answer,
        }
    };
    busy.refused(ErrorCode::Busy);
    assert!(busy.headers.contains_key("retry-after") && tries > 1000, "{tries}");
    for other in ["203.0.113.5", "2001:db9::1", "2001:db8:2::1"] {
        let body = Phone::new().enrol_request(&world, &nonce(), &card, EnrolPurpose::AddDevice, true, |_| {});
        let body = serde_json::to_vec(&body).expect("serialises");
        let answer = post("/v1/identity/enrol", body, other.parse().expect("an address")).await;
        assert_eq!(answer.status, StatusCode::OK, "{other}");
    }
}

/// Asks again and again until it is refused; how often it was not.
async fn until_refused(mut ask: impl AsyncFnMut() -> Answer) -> usize {
    for taken in 0..1000 {
        if ask().await.status == StatusCode::TOO_MANY_REQUESTS {
            return taken;
        }
    }
    panic!("never refused");
}

/// Somebody in the hall, in the network of the counter.
#[tokio::test]
async fn registrations_keep_no_staff_out() {
    let limits =
        Limits { costly_per_minute: 3, network_per_minute: 30, reads_per_minute: 20, ..Limits::default() };
    let world = World::with_limits(limits).await;
    let mut clerk = Browser::of(&world, "suzuki", Role::BodyCounter).await;
    let body = serde_json::json!({"email": "a@b.example"});
    until_refused(async || json(&world, Method::POST, "/v1/identity/visitor/code", &body).await).await;
    let mut colleague = Browser::default();
    assert_eq!(colleague.open(&world, "/staff/sign-in").await.status, StatusCode::OK);
    let wrong = [("name", "sato"), ("password", "wrong")];
    assert_eq!(colleague.post(&world, "/staff/sign-in", &wrong).await.status, StatusCode::UNAUTHORIZED);

    let flood = async || request(&world, Request::get("/v1/time").body(Body::empty()).expect("built")).await;
    until_refused(flood).await;
    for _ in 0..5 {
        assert_eq!(clerk.open(&world, "/staff/home").await.status, StatusCode::OK);
    }
    let mut stranger = Browser::with_cookie("yui-staff", "made-up");
    until_refused(async || stranger.open(&world, "/staff/home").await).await;
    // A session has a bound, too.
    until_refused(async || clerk.open(&world, "/staff/home").await).await;

    let world = World::with_limits(limits).await;
    let mut clerk = Browser::of(&world, "suzuki", Role::BodyCounter).await;
    let session = clerk.cookie("yui-staff").expect("a cookie");
    let token = clerk.token(&world, "/staff/home").await;
    let left = clerk.post(&world, "/staff/sign-out", &[("token", token.as_str())]).await;
    assert_eq!(leads_to(&left), "/staff/sign-in");
    let mut ended = Browser::with_cookie("yui-staff", &session);
    let as_network = until_refused(async || ended.open(&world, "/staff/home").await).await;
    assert!(as_network > 20, "an ended one is anybody's: {as_network}");
}
