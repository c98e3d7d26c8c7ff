//! One record of the feed, or of an answer, into the store: the newest version of each stays, in whichever order they
//! come.

use yui_protocol::{
    Millis,
    changes::Record,
    shop::{TakingsRecord, Till, TillState},
    wallet::{Entry, EntryState, WalletRecord},
};

use super::VERSION;
use crate::{
    error::AppResult,
    listener::Topic,
    store::{CodeEnd, Meta, OutboxRow, Party, RecordKey, Row, RowState, Unit},
};

/// Takes a record in and answers what it touches. An older version of something known changes nothing, so
/// answers and feed may come in any order and more than once.
pub(crate) fn apply(unit: &Unit<'_>, party: Party, record: &Record) -> AppResult<Vec<Topic>> {
    match record {
        Record::Entry(entry) => apply_entry(unit, party, entry),
        Record::Wallet(wallet) => {
            let key = RecordKey { party, kind: "wallet", id: "" };
            if unit.record::<WalletRecord>(key)?.is_none_or(|known| known.seq <= wallet.seq) {
                unit.put_record(key, Row { seq: wallet.seq, at: Millis(0), state: "" }, wallet)?;
            }
            Ok(vec![Topic::Wallet])
        }
        Record::Takings(takings) => {
            let key = RecordKey { party, kind: "takings", id: "" };
            if unit.record::<TakingsRecord>(key)?.is_none_or(|known| known.seq <= takings.seq) {
                unit.put_record(key, Row { seq: takings.seq, at: Millis(0), state: "" }, takings)?;
            }
            Ok(vec![Topic::Shop])
        }
        Record::Till(till) => apply_till(unit, party, till),
        Record::Device(device) => {
            let id = device.id.to_string();
            let state = if device.revoked_at.is_some() { "revoked" } else { "active" };
            unit.put_record(
                RecordKey { party, kind: "device", id: &id },
                Row { seq: 0, at: device.added_at, state },
                device,
            )?;
            Ok(vec![Topic::Devices])
        }
        Record::Profile(profile) => {
            unit.put_record(
                RecordKey { party, kind: "profile", id: "" },
                Row { seq: 0, at: Millis(0), state: "" },
                profile,
            )?;
            Ok(vec![Topic::Identity])
        }
        Record::Unknown => {
            unit.put_meta(Meta::UnknownMet(party), &VERSION)?;
            Ok(Vec::new())
        }
    }
}

fn apply_entry(unit: &Unit<'_>, party: Party, entry: &Entry) -> AppResult<Vec<Topic>> {
    let id = entry.id.to_string();
    let key = RecordKey { party, kind: "entry", id: &id };
    let newer = |known: &Entry| (known.seq, known.refunded) <= (entry.seq, entry.refunded);
    if unit.record::<Entry>(key)?.is_none_or(|known| newer(&known.value)) {
        let state = match entry.state {
            EntryState::Pending => "pending",
            EntryState::Refused => "refused",
            EntryState::Done => "done",
            EntryState::Paid => "paid",
            EntryState::PartlyRefunded => "partly_refunded",
            EntryState::Refunded => "refunded",
        };
        unit.put_record(key, Row { seq: entry.seq, at: entry.at, state }, entry)?;
    }
    // On a phone that speaks for both sides of a payment, the shop's line says nothing to the payer.
    if unit.outbox_row(entry.id)?.is_some_and(|row| row.party == party) {
        unit.drop_outbox(entry.id)?;
    }
    let mut topics = vec![Topic::History, if party == Party::Shop { Topic::Shop } else { Topic::Wallet }];
    if let (Party::Person, Some(code)) = (party, entry.code) {
        if let Some(row) = unit.outbox_row(code)?.filter(|row| row.state == RowState::Shown) {
            end_code(unit, &row, Some(entry))?;
            topics.push(Topic::Code);
        } else if let Some(end) =
            unit.meta::<CodeEnd>(Meta::LastCode)?.filter(|end| end.id == code && end.entry.is_none())
        {
            // Its payment reached the feed after the code had run out on this phone.
            unit.put_meta(
                Meta::LastCode,
                &CodeEnd { entry: Some(entry.id), amount: Some(entry.amount), ..end },
            )?;
            topics.push(Topic::Code);
        }
    }
    Ok(topics)
}

/// A one-time code is settled: used by this entry, or run out.
pub(super) fn end_code(unit: &Unit<'_>, code: &OutboxRow, entry: Option<&Entry>) -> AppResult<()> {
    let end = CodeEnd { id: code.id, entry: entry.map(|e| e.id), amount: entry.map(|e| e.amount) };
    unit.put_meta(Meta::LastCode, &end)?;
    unit.drop_outbox(code.id)
}

/// The log that said what became of the last one-time code is gone. If the one of now has a payment by it, that comes
/// again with the feed.
pub(super) fn doubt_code(unit: &Unit<'_>) -> AppResult<()> {
    match unit.meta::<CodeEnd>(Meta::LastCode)? {
        Some(end) => unit.put_meta(Meta::LastCode, &CodeEnd { entry: None, amount: None, ..end }),
        None => Ok(()),
    }
}

fn apply_till(unit: &Unit<'_>, party: Party, till: &Till) -> AppResult<Vec<Topic>> {
    let id = till.id.to_string();
    let key = RecordKey { party, kind: "till", id: &id };
    let known = unit.record::<Till>(key)?;
    if till.state != TillState::Open || known.is_none_or(|known| known.value.state == TillState::Open) {
        let state = match till.state {
            TillState::Open => "open",
            TillState::Paid => "paid",
            TillState::Cancelled => "cancelled",
            TillState::Expired => "expired",
        };
        unit.put_record(key, Row { seq: 0, at: till.expires_at, state }, till)?;
    }
    Ok(vec![Topic::Shop])
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use yui_protocol::{Points, changes::LogPlace};

    use super::*;
    use crate::{
        PlatformError, SecureStore, http,
        http::ChangesPage,
        store::{Intent, Store, WritePoint},
        sync::apply_page,
    };

    /// A phone without a lock.
    struct Plain;

    impl SecureStore for Plain {
        fn seal(&self, _: String, plain: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
            Ok(plain)
        }

        fn unseal(&self, _: String, sealed: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
            Ok(sealed)
        }
    }

    /// What is known after these records, in this order.
    fn known(records: [&Record; 2], party: Party, kind: &'static str, id: &str) -> serde_json::Value {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(&folder.path().join("yui.sqlite"), &Plain, None).expect("a store");
        store
            .write(WritePoint::Page, |unit| {
                records.into_iter().try_for_each(|record| apply(unit, party, record).map(drop))?;
                Ok(unit.record(RecordKey { party, kind, id })?.expect("known").value)
            })
            .expect("kept")
    }

    #[test]
    fn a_feed_that_begins_anew_replaces_all_that_was_known() {
        const GONE: &str = "0199c0de-0000-7000-8000-000000000008";
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(&folder.path().join("yui.sqlite"), &Plain, None).expect("a store");
        let page = |seq: i64, id: &str, anew: bool| {
            let records = vec![
                json!({"type": "entry", "id": id, "seq": seq, "at": 9, "kind": "payment", "state": "paid",
                       "amount": 850, "refunded": 0, "receipt": "4"}),
                json!({"type": "wallet", "seq": seq, "available": seq, "held": 0, "lots": []}),
            ];
            ChangesPage {
                records,
                cursor: "c".to_owned(),
                more: false,
                anew,
                shown: LogPlace { seq, cursor: "p".to_owned() },
                complete_until: None,
                server_time: Millis(9),
            }
        };
        let take =
            |party, page| store.write(WritePoint::Page, |unit| apply_page(unit, party, page)).expect("kept");
        let known = |party| {
            let read = |unit: &Unit<'_>| {
                let wallet = unit.record::<WalletRecord>(RecordKey { party, kind: "wallet", id: "" })?;
                let entries: Vec<Entry> = unit.all_records(party, "entry")?;
                Ok((
                    wallet.map(|found| found.value.seq),
                    entries.iter().map(|entry| entry.seq).collect::<Vec<_>>(),
                ))
            };
            store.read(read).expect("reads")
        };
        take(Party::Person, page(150, GONE, false));
        take(Party::Shop, page(150, GONE, false));
        let topics = take(Party::Person, page(120, "0199c0de-0000-7000-8000-000000000007", true));
        assert!(topics.contains(&Topic::History) && topics.contains(&Topic::Wallet));
        assert_eq!(known(Party::Person), (Some(120), vec![120]), "although its number is lower");
        assert_eq!(known(Party::Shop), (Some(150), vec![150]), "the other party has a feed of its own");
    }

    #[test]
    fn a_line_settles_what_its_own_party_asked_for() {
        const ID: &str = "0199c0de-0000-7000-8000-000000000007";
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(&folder.path().join("yui.sqlite"), &Plain, None).expect("a store");
        let line = http::known(
            json!({"type": "entry", "id": ID, "seq": 4, "at": 9, "kind": "payment", "state": "paid",
            "amount": 850, "refunded": 0, "receipt": "4"}),
        );
        let asked = OutboxRow {
            id: ID.parse().expect("an id"),
            party: Party::Person,
            created_at: Millis(8),
            valid_until: Millis(9),
            depends_on: None,
            attempts: 1,
            next_attempt_at: Millis(9),
            state: RowState::Sent,
            reason: None,
            intent: Intent::Code { cap: Points(850) },
            wire: None,
        };
        let open_after = |party| {
            let read = |unit: &Unit<'_>| {
                apply(unit, party, &line)?;
                unit.outbox_row(asked.id)
            };
            store.write(WritePoint::Page, read).expect("kept")
        };
        store.write(WritePoint::Intent, |unit| unit.put_outbox(&asked)).expect("kept");
        assert_eq!(open_after(Party::Shop).as_ref(), Some(&asked), "her own feed has not brought it");
        assert_eq!(open_after(Party::Person), None);
    }

    #[test]
    fn of_two_records_the_newer_one_stays_in_whichever_order_they_come() {
        const ID: &str = "0199c0de-0000-7000-8000-000000000007";
        let entry = |refunded: i64, state: &str| {
            json!({"type": "entry", "id": ID, "seq": 4, "at": 9, "kind": "payment", "state": state, "amount": 850,
                   "refunded": refunded, "receipt": "4"})
        };
        let wallet =
            |seq: i64| json!({"type": "wallet", "seq": seq, "available": seq * 10, "held": 0, "lots": []});
        let takings = |seq: i64| json!({"type": "takings", "seq": seq, "unsettled": seq * 10});
        let till = |state: &str| json!({"type": "till", "id": ID, "shop": "0000000000000007", "amount": 850, "expires_at": 9, "state": state});
        let cases = [
            (Party::Person, "entry", ID, entry(0, "paid"), entry(200, "partly_refunded")),
            (Party::Shop, "entry", ID, entry(200, "partly_refunded"), entry(850, "refunded")),
            (Party::Person, "wallet", "", wallet(4), wallet(5)),
            (Party::Shop, "takings", "", takings(4), takings(5)),
            (Party::Shop, "till", ID, till("open"), till("paid")),
            (Party::Shop, "till", ID, till("open"), till("cancelled")),
        ];
        for (party, kind, id, older, newer) in cases {
            let [older, newer] = [older, newer].map(http::known);
            let in_order = known([&older, &newer], party, kind, id);
            assert_eq!(known([&newer, &older], party, kind, id), in_order, "{kind}");
            assert_eq!(known([&newer, &newer], party, kind, id), in_order, "{kind}");
            assert_ne!(known([&older, &older], party, kind, id), in_order, "{kind}");
        }
    }
}
