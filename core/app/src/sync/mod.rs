//! The one way in which anything reaches the phone: pages of typed records after a cursor, each page one
//! transaction. Answers to commands bring the same records and go through the same [`apply`].

mod apply;
pub(crate) mod places;

use std::{collections::BTreeSet, fmt::Write as _, sync::Arc};

use yui_protocol::{ErrorCode, Millis, Thumbprint, changes::LogPlace};

use crate::{
    core::Core,
    error::{AppError, AppResult},
    http::{self, ChangesPage},
    listener::Topic,
    notices,
    store::{Meta, OutboxRow, Party, RowState, Unit, WritePoint},
};

pub(crate) use apply::apply;

/// Records asked for at once.
const PAGE: usize = 200;

/// How long an act may be on its way into the log: what a feed that is complete this long after does not hold never
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
        let (view, refused) = self.sync_each().await?;
        refused.map_or(Ok(view), |(_, error)| Err(error))
    }

    /// The same, with whose feed was refused first, and why.
    pub(crate) async fn sync_each(self: &Arc<Self>) -> AppResult<(SyncView, Option<(Party, AppError)>)> {
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
                Err(error) => refused = refused.or(Some((party, error))),
            }
        }
        if let Err(error) = self.refresh_municipality().await {
            // The kept configuration goes on being right until a newer one is heard.
            self.log_failure("municipality", &error);
            if view.server_time.is_none() && refused.is_none() {
                return Err(error);
            }
        }
        Ok((view, refused))
    }

    /// Reads one feed to its end.
    pub(crate) async fn sync_feed(self: &Arc<Self>, party: Party) -> AppResult<(Millis, u32)> {
        self.unless_removed(party, self.read_feed(party, None).await).await
    }

    /// The same while the person looks on: what comes need not be notified.
    pub(crate) async fn follow_feed(self: &Arc<Self>, party: Party) -> AppResult<(Millis, u32)> {
        let own = self.own_phone().await?;
        self.unless_removed(party, self.read_feed(party, own).await).await
    }

    /// `looking` is this phone, where the person looks on.
    async fn read_feed(
        self: &Arc<Self>,
        party: Party,
        looking: Option<Thumbprint>,
    ) -> AppResult<(Millis, u32)> {
        let _gate = self.sync_gate.lock().await;
        self.reread_after_update(party).await?;
        let mut count = 0u32;
        loop {
            let (cursor, named): (Option<String>, Vec<LogPlace>) = self
                .read(move |unit| Ok((unit.meta(Meta::Cursor(party))?, places::named(unit, party)?)))
                .await?;
            let answer = self.session(party).get(&page_after(cursor.as_deref(), &named)).await?;
            let page: ChangesPage = answer.json()?;
            let (waiting, at) = (page.more, page.server_time);
            count = count.saturating_add(u32::try_from(page.records.len()).unwrap_or(u32::MAX));
            let anchor = self.time.heard(at);
            let (topics, unsettled) = self
                .write(WritePoint::Page, move |unit| {
                    unit.put_meta(Meta::Anchor, &anchor)?;
                    let unsettled = places::settle(unit, party, &named, &page.shown)?;
                    let topics = apply_page(unit, party, page)?;
                    if looking.is_some() {
                        notices::seen(unit, looking, at)?;
                    }
                    Ok((topics, unsettled))
                })
                .await?;
            self.notifier.changed(topics);
            if !waiting && !unsettled {
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
    if page.anew {
        // Also a newer number than the server's is of the log that is gone, and would keep out what is right now.
        unit.forget_records(party)?;
        topics.extend([Topic::History, Topic::Devices]);
        match party {
            Party::Person => {
                apply::doubt_code(unit)?;
                topics.extend([Topic::Wallet, Topic::Code]);
            }
            Party::Shop => topics.extend([Topic::Shop]),
        }
    }
    for record in page.records {
        topics.extend(apply(unit, party, &http::known(record))?);
    }
    unit.put_meta(Meta::Cursor(party), &page.cursor)?;
    unit.put_meta(Meta::SyncedAt(party), &page.server_time)?;
    if let Some(complete_until) = page.complete_until.filter(|_| !page.more) {
        let known_by = complete_until.plus(-FEED_LAG);
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
        apply::end_code(unit, row, None)?;
        return Ok([Topic::Code, Topic::History, Topic::Wallet]);
    }
    if row.intent.about().is_some_and(|about| about.entry.is_some()) {
        let reason = row.reason.clone().or(Some(ErrorCode::CommandExpired));
        unit.put_outbox(&OutboxRow { state: RowState::Refused, reason, ..row.clone() })?;
    } else {
        unit.drop_outbox(row.id)?;
    }
    Ok(Topic::OF_AN_ACT)
}

/// The path of the page after a cursor, for a reader that was shown these places.
fn page_after(cursor: Option<&str>, named: &[LogPlace]) -> String {
    let after = cursor.map(|cursor| format!("&after={}", escaped(cursor))).unwrap_or_default();
    let named: Vec<_> = named.iter().map(|place| escaped(&place.cursor)).collect();
    let shown = if named.is_empty() { String::new() } else { format!("&shown={}", named.join(",")) };
    format!("/v1/changes?limit={PAGE}{after}{shown}")
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
