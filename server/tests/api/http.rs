//! What every route has: coded errors without exception, bounds, headers, health, and a clean stop.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use yui_protocol::{ErrorCode, Problem, municipality::Municipality};
use yui_server::Limits;

use crate::support::{Answer, ORIGIN, Phone, World, json, operation, request};

async fn get(world: &World, path: &str) -> Answer {
    request(world, Request::get(path).body(Body::empty()).expect("a request")).await
}

#[tokio::test]
async fn whatever_is_wrong_is_a_coded_problem() {
    let world = World::sqlite().await;
    get(&world, "/nothing").await.refused(ErrorCode::NotFound);
    get(&world, "/v1/identity/nonce").await.refused(ErrorCode::MethodNotAllowed);
    let post = async |path: &str, kind: &str, body: &str| {
        let built = Request::post(path).header("content-type", kind).body(Body::from(body.to_owned()));
        request(&world, built.expect("a request")).await
    };
    let (enrol, jsons) = ("/v1/identity/enrol", "application/json");
    post(enrol, "text/plain", "{}").await.refused(ErrorCode::UnsupportedMediaType);
    post(enrol, jsons, "{").await.refused(ErrorCode::MalformedRequest);
    post(enrol, jsons, "{}").await.refused(ErrorCode::MalformedRequest);
    post(enrol, jsons, "[]").await.refused(ErrorCode::MalformedRequest);
    post(enrol, jsons, &"x".repeat(65 * 1024)).await.refused(ErrorCode::TooLarge);
    let code = "/v1/identity/visitor/code";
    let unknown = post(code, jsons, r#"{"email":"a@b.example","admin":true}"#).await;
    unknown.refused(ErrorCode::NotCanonical);
    let token = "/v1/identity/token";
    post(token, jsons, "{}").await.refused(ErrorCode::UnsupportedMediaType);
    let form = "application/x-www-form-urlencoded";
    post(token, form, "assertion=x").await.refused(ErrorCode::MalformedRequest);
    post(token, form, "grant_type=password&assertion=x").await.refused(ErrorCode::MalformedRequest);
    let phone = Phone::new();
    phone.get(&world, "/v1/identity/devices").await.refused(ErrorCode::Unauthenticated);
}

/// A body is read as it is, so one that says that it is encoded is not read at all.
#[tokio::test]
async fn a_body_that_is_encoded_is_not_taken_for_plain() {
    let world = World::sqlite().await;
    let post = async |path: &str, codings: &[&str]| {
        let mut built = Request::post(path).header("content-type", "application/json");
        for coding in codings {
            built = built.header("content-encoding", *coding);
        }
        request(&world, built.body(Body::from("{}")).expect("a request")).await
    };
    let enrol = "/v1/identity/enrol";
    for codings in [&["gzip"][..], &["br"], &["identity, gzip"], &["identity", "deflate"], &["GZIP"], &["x"]]
    {
        let answer = post(enrol, codings).await;
        answer.refused(ErrorCode::UnsupportedMediaType);
        assert_eq!(answer.headers["accept-encoding"], "identity", "{codings:?}");
    }
    for codings in [&[][..], &["identity"], &["Identity"], &[""]] {
        post(enrol, codings).await.refused(ErrorCode::MalformedRequest);
    }
    // For a browser it is a page, and so it is when a form comes as JSON.
    let built =
        Request::post("/staff/sign-in").header("origin", ORIGIN).header("content-type", "application/json");
    let form = request(&world, built.body(Body::from("{}")).expect("a request")).await;
    for answer in [post("/staff/sign-in", &["gzip"]).await, form] {
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        assert_eq!(answer.headers["content-type"], "text/html; charset=utf-8");
    }
}

async fn faulty() -> &'static str {
    panic!("田中花子")
}

async fn slow_answer(_body: axum::body::Bytes) {
    std::future::pending::<()>().await;
}

#[tokio::test]
async fn a_panic_and_a_slow_body_are_coded_too() {
    let limits = Limits { request_time: Duration::from_millis(50), ..Limits::default() };
    let mut world = World::with_limits(limits).await;
    let endless = futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>();
    let slow = Request::post("/v1/identity/enrol").header("content-type", "application/json");
    let slow = slow.body(Body::from_stream(endless)).expect("a request");
    request(&world, slow).await.refused(ErrorCode::RequestTimeout);

    let faulty = axum::Router::new().route("/faulty", axum::routing::get(faulty));
    let faulty = faulty.route("/slow", axum::routing::post(slow_answer));
    world.server.router = yui_server::http::guarded(world.yui(), faulty);
    get(&world, "/faulty").await.refused(ErrorCode::Internal);
    // The whole request was there: it is the server that is slow.
    let whole = Request::post("/slow").body(Body::from("all of it")).expect("a request");
    request(&world, whole).await.refused(ErrorCode::Timeout);
}

#[tokio::test]
async fn every_answer_has_the_strict_headers() {
    let world = World::sqlite().await;
    for path in ["/v1/time", "/nothing", "/healthz"] {
        let answer = get(&world, path).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
            ("strict-transport-security", "max-age=31536000; includeSubDomains"),
        ] {
            assert_eq!(answer.headers[name], value, "{path}");
        }
        assert_eq!(answer.headers["x-request-id"].len(), 36);
    }
}

#[tokio::test]
async fn health_figures_and_the_town() {
    let world = World::sqlite().await;
    assert_eq!(get(&world, "/healthz").await.status, StatusCode::OK);
    assert_eq!(get(&world, "/readyz").await.status, StatusCode::OK);
    let time: serde_json::Value = get(&world, "/v1/time").await.json();
    assert_eq!(time["server_time"], world.now().0);
    get(&world, "/metrics").await.refused(ErrorCode::NotFound);
    let figures = operation(&world, "/metrics").await;
    let figures = String::from_utf8(figures.body).expect("text");
    assert!(figures.contains(r#"yui_http_requests_total{method="GET",route="/healthz",status="200"} 1"#));
    assert!(figures.contains("yui_registered_keys 0"));

    let town = get(&world, "/v1/municipality").await;
    assert_eq!(town.json::<Municipality>().name, "大村市");
    let tag = town.headers["etag"].clone();
    let tag = tag.to_str().expect("text");
    for known in [tag.to_owned(), format!("W/{tag}"), format!("\"old\", W/\"older\",{tag}"), "*".to_owned()] {
        let again = Request::get("/v1/municipality").header("if-none-match", &known);
        let again = request(&world, again.body(Body::empty()).expect("a request")).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{known}");
    }
    let other = Request::get("/v1/municipality").header("if-none-match", "W/\"old\"");
    let other = request(&world, other.body(Body::empty()).expect("a request")).await;
    assert_eq!(other.status, StatusCode::OK);

    world.yui().stopping.cancel();
    get(&world, "/readyz").await.refused(ErrorCode::Unavailable);
    assert_eq!(get(&world, "/healthz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn too_many_requests_wait() {
    let world = World::with_limits(Limits { network_per_minute: 5, ..Limits::default() }).await;
    for _ in 0..5 {
        assert_eq!(get(&world, "/v1/time").await.status, StatusCode::OK);
    }
    let answer = get(&world, "/v1/time").await;
    answer.refused(ErrorCode::RateLimited);
    let wait: u32 = answer.headers["retry-after"].to_str().expect("text").parse().expect("seconds");
    assert!((1..=12).contains(&wait), "{wait}");

    let world = World::with_limits(Limits { costly_per_minute: 1, ..Limits::default() }).await;
    let body = serde_json::json!({"email": "a@b.example"});
    let send = async || json(&world, Method::POST, "/v1/identity/visitor/code", &body).await;
    assert_eq!(send().await.status, StatusCode::ACCEPTED);
    send().await.refused(ErrorCode::RateLimited);
    assert_eq!(get(&world, "/v1/time").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_listener_serves_refuses_huge_heads_and_stops_cleanly() {
    let world = World::sqlite().await;
    let stopping = world.yui().stopping.clone();
    let (address, serving) = world.listens().await;

    let mut told = 0;
    let talk = async |text: String| {
        let mut stream = TcpStream::connect(address).await.expect("connects");
        stream.write_all(text.as_bytes()).await.expect("writes");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        String::from_utf8_lossy(&answer).into_owned()
    };
    let answer = talk("GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n".into()).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "{answer}");
    let old = talk("GET /healthz HTTP/1.0\r\n\r\n".into()).await;
    assert!(old.starts_with("HTTP/1.0 200") || old.starts_with("HTTP/1.1 200"), "{old}");
    let bare = "GET / HTTP/1.1\r\nhost: x\r\n";
    let enrol = "POST /v1/identity/enrol HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
    for (head, code) in [
        (format!("{bare}x: {}\r\n\r\n", "y".repeat(40_000)), ErrorCode::TooLarge),
        (format!("{bare}{}\r\n", "x: y\r\n".repeat(100)), ErrorCode::TooLarge),
        (format!("{bare}no colon\r\n\r\n"), ErrorCode::MalformedRequest),
        (format!("{bare}content-length: 1\r\ncontent-length: 2\r\n\r\nab"), ErrorCode::MalformedRequest),
        ("\u{16}\u{3}\u{1}".repeat(8), ErrorCode::MalformedRequest),
        ("GET /healthz HTTP/1.1\r\n\r\n".into(), ErrorCode::MalformedRequest),
        (format!("{bare}host: y\r\n\r\n"), ErrorCode::MalformedRequest),
        // Not a byte of the body is sent, and none is asked for.
        (format!("{enrol}content-length: 70000\r\n\r\n"), ErrorCode::TooLarge),
        (format!("{enrol}content-length: 70000\r\nexpect: 100-continue\r\n\r\n"), ErrorCode::TooLarge),
    ] {
        let answer = talk(head).await;
        // A sender who is still writing when the connection ends may not see the answer.
        let Some((head, body)) = answer.split_once("\r\n\r\n") else { continue };
        assert!(head.starts_with(&format!("HTTP/1.1 {}", code.status())), "{answer}");
        assert!(head.contains("content-type: application/problem+json"), "{answer}");
        assert_eq!(serde_json::from_str::<Problem>(body).expect("a problem").code, code, "{answer}");
        told += 1;
    }
    assert!(told >= 8, "{told}");

    let mut idle = TcpStream::connect(address).await.expect("connects");
    idle.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("writes");
    let mut first = [0; 12];
    idle.read_exact(&mut first).await.expect("an answer");
    stopping.cancel();
    tokio::time::timeout(Duration::from_secs(5), serving).await.expect("stops").expect("cleanly");
    assert!(TcpStream::connect(address).await.is_err());
}

/// A proxy may take either for the end of the body: what stands behind is nobody's request.
#[tokio::test]
async fn a_request_of_two_lengths_is_the_connections_last() {
    let world = World::sqlite().await;
    let (address, _) = world.listens().await;
    let lengths = ["content-length: 5", "transfer-encoding: chunked"];
    for [first, second] in [lengths, [lengths[1], lengths[0]]] {
        let mut stream = TcpStream::connect(address).await.expect("connects");
        let two = format!(
            "POST /v1/identity/nonce HTTP/1.1\r\nhost: x\r\n{first}\r\n{second}\r\n\r\n0\r\n\r\n\
             GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n"
        );
        stream.write_all(two.as_bytes()).await.expect("writes");
        let mut answer = Vec::new();
        let ended = tokio::time::timeout(Duration::from_secs(20), stream.read_to_end(&mut answer)).await;
        let answer = String::from_utf8_lossy(&answer);
        assert!(ended.is_ok(), "it stays open after {first}, {second}: {answer}");
        assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{first}, {second}: {answer}");
    }
}

/// A server that listens, with these limits; where.
async fn listening(limits: Limits) -> (World, std::net::SocketAddr) {
    let world = World::with_limits(limits).await;
    let (address, _) = world.listens().await;
    (world, address)
}

/// What comes back for one request on a connection of its own.
async fn asked(address: std::net::SocketAddr) -> String {
    let mut stream = TcpStream::connect(address).await.expect("connects");
    let head = b"GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let _ = stream.write_all(head).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn one_network_cannot_take_all_places() {
    let limits = Limits { network_connections: 2, ..Limits::default() };
    let (_world, address) = listening(limits).await;
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut stream = TcpStream::connect(address).await.expect("connects");
        stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("writes");
        let mut first = [0; 12];
        stream.read_exact(&mut first).await.expect("an answer");
        held.push(stream);
    }
    let mut one_more = TcpStream::connect(address).await.expect("connects");
    let mut answer = String::new();
    one_more.read_to_string(&mut answer).await.expect("told without having asked");
    assert!(answer.starts_with("HTTP/1.1 429 ") && answer.contains(r#""code":"rate_limited""#), "{answer}");
    drop(held);
    while !asked(address).await.starts_with("HTTP/1.1 200") {}
}

#[tokio::test]
async fn who_asks_and_never_reads_loses_the_place() {
    let limits = Limits {
        network_connections: 1,
        network_per_minute: 1_000_000,
        write_time: Duration::from_millis(200),
        ..Limits::default()
    };
    let (_world, address) = listening(limits).await;
    let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(4096).expect("small");
    let mut silent = socket.connect(address).await.expect("connects");
    let request = b"GET /v1/openapi.json HTTP/1.1\r\nhost: x\r\n\r\n";
    silent.write_all(&request.repeat(200)).await.expect("writes");
    // It is well within its head's time, and the place is the only one.
    let freed = async { while !asked(address).await.starts_with("HTTP/1.1 200") {} };
    tokio::time::timeout(Duration::from_secs(10), freed).await.expect("the place is free again");
    drop(silent);
}
