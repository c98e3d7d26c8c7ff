//! The readers of yui-app: what a server, or something that stands between, and the phone's own key store may answer.

use serde::{Serialize, de::DeserializeOwned};
use yui_app::{
    http::HttpResponse,
    outside::{self, problem as refusal},
};
use yui_protocol::{
    ErrorCode,
    changes::{Changes, Record},
    command::CommandAnswer,
    identity::{DeviceRecord, EnrolAnswer, NonceAnswer, ProfileRecord, TokenAnswer},
    municipality::Municipality,
    shop::{PairAnswer, RefundQuote, Shop, ShopPage, Till},
};

/// A day in seconds: nobody is told to wait longer.
const A_DAY: u32 = 24 * 60 * 60;

/// What was read is written as what is read again as the same.
fn again<T: Serialize + DeserializeOwned + PartialEq>(value: &T) {
    let written = serde_json::to_vec(value).expect("what was read can be written");
    assert!(serde_json::from_slice::<T>(&written).is_ok_and(|again| again == *value));
}

/// The body of a success: one byte says of which route.
pub fn answer(bytes: &[u8]) {
    macro_rules! bodies {
        ($route:expr, $body:expr, $($number:literal $kind:ty),+) => {
            match $route % 11 {
                $($number => {
                    if let Ok(value) = serde_json::from_slice::<$kind>($body) {
                        again(&value);
                    }
                })+
                _ => {}
            }
        };
    }
    let Some((route, body)) = bytes.split_first() else { return };
    bodies!(
        route, body,
        0 Municipality, 1 ShopPage, 2 Shop, 3 NonceAnswer, 4 EnrolAnswer, 5 PairAnswer,
        6 TokenAnswer, 7 Till, 8 RefundQuote, 9 Vec<DeviceRecord>, 10 ProfileRecord
    );
}

/// A page of the feed and the answer to a command. The phone takes them up record by record, so that one of a newer kind
/// spoils nothing; whatever the contract's own type can read must come to the same records.
pub fn records(bytes: &[u8]) {
    let all = |records: &[Record]| records.iter().for_each(again);
    let page = outside::page(bytes);
    if let Ok(whole) = serde_json::from_slice::<Changes>(bytes) {
        assert_eq!(page.as_ref().ok(), Some(&whole.records));
    }
    let answer = outside::command_answer(bytes);
    if let Ok(whole) = serde_json::from_slice::<CommandAnswer>(bytes) {
        assert_eq!(answer.as_ref().ok(), Some(&whole.records));
    }
    for read in [page, answer] {
        match read {
            Ok(records) => all(&records),
            Err(error) => assert_eq!(error.code(), &ErrorCode::AnswerMalformed),
        }
    }
}

/// A refusal: two bytes for the status, a line for `Retry-After`, then the body.
pub fn problem(bytes: &[u8]) {
    let Some((status, rest)) = bytes.split_first_chunk() else { return };
    let mut parts = rest.splitn(2, |byte| *byte == b'\n');
    let (Some(after), body) = (parts.next(), parts.next().unwrap_or_default()) else { return };
    let headers = vec![("retry-after".to_owned(), String::from_utf8_lossy(after).into_owned())];
    let answer = HttpResponse { status: u16::from_be_bytes(*status), headers, body: body.to_vec() };
    match refusal(&answer) {
        None => assert!((200..300).contains(&answer.status)),
        Some(error) => {
            assert!(!(200..300).contains(&answer.status));
            assert!(error.retry_after().is_none_or(|seconds| seconds <= A_DAY));
            assert!((0..=1000 * i64::from(A_DAY)).contains(&error.retry_after_ms()));
            let code = error.code();
            assert_eq!(&ErrorCode::from_word(&code.to_string()), code, "the code travels as its word");
        }
    }
}

/// The stream that says that there is news: one byte says into which pieces it is cut.
pub fn event_stream(bytes: &[u8]) {
    let Some((size, stream)) = bytes.split_first() else { return };
    let whole = outside::events([stream]);
    assert_eq!(outside::events(stream.chunks(usize::from(*size).max(1))), whole, "however it is cut");
    assert!(whole.len() < stream.split(|byte| *byte == b'\n').count(), "one for a line at most");
    // What is not UTF-8 grows when it is shown as such.
    assert!(whole.iter().all(|name| name.len() <= 3 * 4096));
}

/// A signature by the phone's key store.
pub fn key_signature(bytes: &[u8]) {
    match outside::signature(bytes) {
        Ok(signature) => {
            assert_eq!(outside::signature(&signature.0), Ok(signature));
            assert!(bytes.len() == signature.0.len() || bytes.first() == Some(&0x30), "a SEQUENCE (X.690)");
        }
        Err(code) => assert_eq!(code, ErrorCode::PlatformFailed),
    }
}
