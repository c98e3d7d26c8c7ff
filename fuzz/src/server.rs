//! The readers of yui-server, yui-texts, yui-ledger and yui-store: what phones, browsers and offices send, and what an
//! altered table or export may hold.

use std::collections::BTreeMap;

use yui_ledger::{Names, Posted, row::PostingRow};
use yui_protocol::{ErrorCode, Millis, Points, TownCode, hides, identity::EnrolRequest};
use yui_server::{
    identity::card::{CardCertificate, Policies, Usage},
    import, outside,
};
use yui_store::{Event, testing};
use yui_texts::Lang;

/// A certificate that a phone says is the card's.
pub fn card_certificate(bytes: &[u8]) {
    let Ok(certificate) = CardCertificate::from_der(bytes) else { return };
    assert_eq!(certificate.der(), bytes);
    let _ = certificate.key_info();
    let _ = certificate.ends_at();
    let _ = certificate.check_time(Millis(0));
    for usage in [Usage::Signature, Usage::Authentication] {
        let _ = certificate.check_usage(usage, &Policies::of_real_cards());
    }
    let _ = certificate.attributes();
    let _ = certificate.is_issued_by(&certificate);
    assert!(certificate.check_signature(b"nothing", &[]).is_err());
}

/// The body of a registration.
pub fn registration(bytes: &[u8]) {
    let (Ok(request), Ok(town)) = (serde_json::from_slice::<EnrolRequest>(bytes), TownCode::new(422_053))
    else {
        return;
    };
    let _ = outside::registration(&request, town, Millis(1_795_392_000_000));
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

/// An amount in a form.
pub fn amount(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match outside::amount(text) {
        Ok(points) => assert!(points >= Points(1)),
        Err(code) => assert_eq!(code, ErrorCode::AmountInvalid),
    }
}

/// A list of shops as an office sends it.
pub fn shop_list(bytes: &[u8]) {
    let rules = import::Rules { list: "list".to_owned(), classes: BTreeMap::default() };
    let Ok(read) = import::read(bytes, &rules) else { return };
    assert_eq!(read.drafts.len() + read.report.rejected.len(), read.report.rows);
    for draft in &read.drafts {
        let seen = |text: &str| !text.chars().any(hides);
        assert!(!draft.name.is_empty() && seen(&draft.name) && seen(&draft.kana) && seen(&draft.address));
    }
}

/// A line of an export.
pub fn export_line(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(again) = testing::export_line(text) else { return };
    assert_eq!(testing::export_line(&again).as_deref(), Some(again.as_str()));
}

/// A posting whose row was altered: two bytes for the accounts, one for the kind, the rest is the detail.
pub fn posting_row(bytes: &[u8]) {
    let Some(([kind, debit, credit], detail)) = bytes.split_first_chunk::<3>() else { return };
    let row = PostingRow {
        seq: 1,
        at: 1_795_392_000_000,
        id: [7; 16],
        kind: (*kind).into(),
        debit: (*debit).into(),
        credit: (*credit).into(),
        amount: 1,
        detail: detail.to_vec(),
        digest: [0; 32],
        signature: None,
    };
    let mut names = Names::default();
    if names.learn(&row).is_ok() {
        let _ = Posted::from_row(&row, &names);
    }
}

/// An event whose row was altered: one byte for the kind, the rest is the body.
pub fn event_row(bytes: &[u8]) {
    let Some((kind, body)) = bytes.split_first() else { return };
    if let Some(event) = Event::from_row((*kind).into(), body) {
        assert_eq!((event.kind.number(), event.body().as_slice()), ((*kind).into(), body));
    }
}
