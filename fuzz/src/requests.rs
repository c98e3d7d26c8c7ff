//! What phones and browsers send to yui-server, read as its routes read it.

use std::net::{IpAddr, Ipv4Addr};

use serde::{Serialize, de::DeserializeOwned};
use yui_protocol::{
    Base64Url, ErrorCode, Millis, Problem, TownCode,
    command::{Command, SignedCommand},
    identity::{EnrolRequest, LeaveRequest, VisitorRequest},
    shop::{PairRequest, RefundQuoteRequest},
};
use yui_server::{
    http::network::{Network, Peer},
    outside,
};
use yui_texts::Lang;

/// A JSON body: one byte says of which route.
pub fn body(bytes: &[u8]) {
    let Some((route, body)) = bytes.split_first() else { return };
    match route % 7 {
        0 => again::<SignedCommand>(body),
        1 => again::<EnrolRequest>(body),
        2 => again::<VisitorRequest>(body),
        3 => again::<LeaveRequest>(body),
        4 => again::<PairRequest>(body),
        5 => again::<RefundQuoteRequest>(body),
        _ => match outside::visitor_code(body) {
            Ok(address) => {
                if outside::is_one_address(&address) {
                    assert!(!address.contains(|c: char| c.is_control() || c.is_whitespace()), "one line");
                }
            }
            Err(code) => refused(&code),
        },
    }
}

/// What was read is written as what is read again as the same; what is refused is refused for its form.
fn again<T: Serialize + DeserializeOwned + PartialEq>(body: &[u8]) {
    match outside::json::<T>(body) {
        Ok(value) => {
            let written = serde_json::to_vec(&value).expect("what was read can be written");
            assert!(outside::json::<T>(&written).is_ok_and(|again| again == value));
        }
        Err(code) => refused(&code),
    }
}

fn refused(code: &ErrorCode) {
    assert!(matches!(code, ErrorCode::MalformedRequest | ErrorCode::NotCanonical), "{code}");
}

/// The envelope of a signed command, with the command in it.
pub fn signed_command(bytes: &[u8]) {
    let Ok(signed) = outside::json::<SignedCommand>(bytes) else { return };
    let payload = &signed.payload.0;
    assert_eq!(Base64Url::decode(&Base64Url::encode(payload)).as_ref(), Some(payload));
    let Ok(command) = Command::from_payload(payload) else { return };
    assert_eq!(&command.payload(), payload);
    let own = SignedCommand { payload: command.payload().into(), ..signed.clone() };
    assert_eq!(own, signed, "one act has one envelope");
}

/// The body of a registration.
pub fn registration(bytes: &[u8]) {
    let (Ok(request), Ok(town)) = (outside::json::<EnrolRequest>(bytes), TownCode::new(422_053)) else {
        return;
    };
    let _ = outside::registration(&request, town, Millis(1_795_392_000_000));
}

/// A form that staff or a phone's login send.
pub fn form(bytes: &[u8]) {
    match outside::form(bytes) {
        Ok(fields) => {
            assert!(fields.values().all(|text| !text.contains(char::is_control)));
            let written = form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
            assert_eq!(outside::form(written.as_bytes()), Ok(fields));
        }
        Err(code) => assert_eq!(code, ErrorCode::MalformedRequest),
    }
    if let Ok([grant, assertion]) = outside::token(bytes) {
        let pairs = [("grant_type", &grant), ("assertion", &assertion)];
        let written = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        assert_eq!(outside::token(written.as_bytes()), Ok([grant, assertion]));
    }
}

/// The query behind a path.
pub fn query(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // A reader that takes anything puts the sign of replacement; where it stands and was not sent, something was no text.
    let signs = |text: &str| text.matches(char::REPLACEMENT_CHARACTER).count();
    let sent = signs(text) + text.to_ascii_lowercase().matches("%ef%bf%bd").count();
    let read: usize = form_urlencoded::parse(bytes).map(|(key, value)| signs(&key) + signs(&value)).sum();
    assert_eq!(outside::is_text(text), read == sent);
    if let Ok((after, shown, limit)) = outside::changes_query(text) {
        assert!(after.iter().chain(&shown).all(|seq| *seq >= 0));
        assert!((1..=500).contains(&limit) && shown.len() <= 16);
    }
    if let Ok((_, _, limit)) = outside::shop_query(text) {
        assert!((1..=200).contains(&limit));
    }
}

/// A cursor of the feed.
pub fn cursor(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(seq) = outside::cursor(text) {
        assert!(seq >= 0);
    }
}

/// The header `Accept-Language`.
pub fn language(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    assert!(Lang::ALL.contains(&Lang::from_accept_language(text)));
}

/// Lines of `X-Forwarded-For`, behind a line with the host that is asked for.
pub fn forwarded(bytes: &[u8]) {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let Some(host) = lines.next() else { return };
    let lines: Vec<_> = lines.take(8).collect();
    let stranger = Peer(IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7)));
    let proxy = Peer(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let Some((network, own)) = outside::network(stranger, &lines, host, &[proxy]) else { return };
    assert_eq!(network, Network::of(stranger.0), "a stranger's word does not count");
    assert!(!own);
    let behind = outside::network(proxy, &lines, host, &[proxy]);
    assert!(behind.is_some_and(|(_, own)| !own), "what comes through a proxy is not of this machine");
}

/// The head of an answer on its way out.
pub fn broken_head(bytes: &[u8]) {
    let Some(explained) = outside::explained(bytes) else { return };
    let text = String::from_utf8(explained).expect("text");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
    assert!(head.starts_with("HTTP/1.1 4") && head.contains(&format!("content-length: {}", body.len())));
    let problem: Problem = serde_json::from_str(body).expect("a problem");
    assert_eq!(head.get(9..12), Some(problem.status.to_string().as_str()));
    assert_eq!(problem.status, problem.code.status());
}
