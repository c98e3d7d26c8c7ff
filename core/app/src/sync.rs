//! The one way in which anything reaches the phone: pages of typed records after a cursor, each page one
//! transaction. Answers to commands bring the same records and go through the same [`apply`].

use std::{collections::BTreeSet, fmt::Write as _, sync::Arc};

use yui_protocol::{
    ErrorCode, Millis,
    changes::Record,
    shop::{TakingsRecord, Till, TillState},
    wallet::{Entry, EntryState, WalletRecord},
};

use crate::{
    core::Core,
    error::AppResult,
    http::{self, ChangesPage},
    listener::Topic,
    store::{CodeEnd, Meta, OutboxRow, Party, RecordKey, Row, RowState, Unit, WritePoint},
};

/// Records asked for at once.
const PAGE: usize = 200;

/// By how much the feed may trail what is committed: what it does not hold of a moment by this long after it never
/// happened. Longer than any takeover of the server's writer; a person waits for it only when an answer was lost.
pub(crate) const FEED_LAG: i64 = Millis::MINUTE;

/// This app's version, beside what it did not understand.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How a sync went.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SyncView {
    /// The server's time of the last page; none when this phone has no role yet.
    pub server_time: Option<Millis>,
    /// How many records came.
    pub records: u32,
}

impl Core {
    /// Everything once: what waits in the outbox, then every feed this phone may read, then the town. A role
    /// that was taken away does not keep the other one from its feed; its error comes back at the end.
    pub(crate) async fn sync(self: &Arc<Self>) -> AppResult<SyncView> {
        self.pump_all().await?;
        let mut view = SyncView { server_time: None, records: 0 };
        let mut refused = None;
        for party in [Party::Person, Party::Shop] {
            if !self.speaks_for(party).await? {
                continue;
            }
            match self.sync_feed(party).await {
                Ok((at, records)) => {
                    view.server_time = Some(at);
                    view.records = view.records.saturating_add(records);
                }
                Err(error) if error.is_transient() => return Err(error),
                Err(error) => refused = refused.or(Some(error)),
            }
        }
        if let Err(error) = self.refresh_municipality().await {
            // The kept configuration goes on being right until a newer one is heard.
            self.log_failure("municipality", &error);
            if view.server_time.is_none() {
                return Err(refused.unwrap_or(error));
            }
        }
        refused.map_or(Ok(view), Err)
    }

    /// Reads one feed to its end.
    pub(crate) async fn sync_feed(self: &Arc<Self>, party: Party) -> AppResult<(Millis, u32)> {
        let _gate = self.sync_gate.lock().await;
        self.reread_after_update(party).await?;
        let mut count = 0u32;
        loop {
            let cursor: Option<String> = self.read(move |unit| unit.meta(Meta::Cursor(party))).await?;
            let after = cursor.map(|cursor| format!("&after={}", escaped(&cursor))).unwrap_or_default();
            let answer = self.session(party).get(&format!("/v1/changes?limit={PAGE}{after}")).await?;
            let page: ChangesPage = answer.json()?;
            let (more, at) = (page.more, page.server_time);
            count = count.saturating_add(u32::try_from(page.records.len()).unwrap_or(u32::MAX));
            let anchor = self.time.heard(at);
            let topics = self
                .write(WritePoint::Page, move |unit| {
                    unit.put_meta(Meta::Anchor, &anchor)?;
                    apply_page(unit, party, page)
                })
                .await?;
            self.notifier.changed(topics);
            if !more {
                return Ok((at, count));
            }
        }
    }

    /// A newer app may know what an older one passed over: then the feed is read again from its beginning,
    /// which changes nothing of what is known.
    async fn reread_after_update(&self, party: Party) -> AppResult<()> {
        let met: Option<String> = self.read(move |unit| unit.meta(Meta::UnknownMet(party))).await?;
        if met.is_none_or(|version| version == VERSION) {
            return Ok(());
        }
        self.write(WritePoint::Other, move |unit| {
            unit.drop_meta(Meta::UnknownMet(party))?;
            unit.drop_meta(Meta::Cursor(party))
        })
        .await
    }
}

fn apply_page(unit: &Unit<'_>, party: Party, page: ChangesPage) -> AppResult<BTreeSet<Topic>> {
    let mut topics = BTreeSet::new();
    for record in page.records {
        topics.extend(apply(unit, party, &http::known(record))?);
    }
    unit.put_meta(Meta::Cursor(party), &page.cursor)?;
    unit.put_meta(Meta::SyncedAt(party), &page.server_time)?;
    if !page.more {
        let known_by = page.server_time.plus(-FEED_LAG);
        for row in unit.outbox()?.iter().filter(|row| row.party == party && row.is_over_by(known_by)) {
            topics.extend(never_happened(unit, row)?);
        }
    }
    Ok(topics)
}

/// The feed has passed the time of an act and holds nothing of it: it did not happen and cannot any more. What
/// shows nowhere is forgotten, the rest stays in the list with the reason that is known.
fn never_happened(unit: &Unit<'_>, row: &OutboxRow) -> AppResult<[Topic; 3]> {
    if row.state == RowState::Shown {
        end_code(unit, row, None)?;
        return Ok([Topic::Code, Topic::History, Topic::Wallet]);
    }
    if row.intent.about().is_some_and(|about| about.entry.is_some()) {
        let reason = row.reason.clone().or(Some(ErrorCode::CommandExpired));
        unit.put_outbox(&OutboxRow { state: RowState::Refused, reason, ..row.clone() })?;
    } else {
        unit.drop_outbox(row.id)?;
    }
    Ok([Topic::History, Topic::Wallet, Topic::Shop])
}

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
    unit.drop_outbox(entry.id)?;
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
fn end_code(unit: &Unit<'_>, code: &OutboxRow, entry: Option<&Entry>) -> AppResult<()> {
    let end = CodeEnd { id: code.id, entry: entry.map(|e| e.id), amount: entry.map(|e| e.amount) };
    unit.put_meta(Meta::LastCode, &end)?;
    unit.drop_outbox(code.id)
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

/// Percent-encoding of everything but the unreserved characters (RFC 3986 §2.3).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                // Writing to a text cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{PlatformError, SecureStore, store::Store};

    /// A phone without a lock.
    struct Plain;

    impl SecureStore for Plain {
        fn seal(&self, _: String, plain: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
            Ok(plain)
        }

        fn open(&self, _: String, sealed: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
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
