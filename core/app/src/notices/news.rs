//! What there is to tell, out of what the phone knows: nothing is kept twice.

use std::{cmp::Reverse, collections::BTreeMap};

use chrono::{Days, NaiveDate};
use yui_protocol::{
    CommandId, Millis, Thumbprint,
    identity::{DeviceRecord, ProfileRecord},
    wallet::{Entry, EntryKind, WalletRecord},
};
use yui_texts::{Key, keys};

use super::{KeptNotices, NoticeKind};
use crate::{
    error::AppResult,
    identity::WARN_DAYS,
    store::{Party, RecordKey, Unit},
    wallet::SOON,
};

/// How far back the list goes.
const KEPT_DAYS: i64 = 90;

/// One thing to tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct News {
    /// The same for the same thing, however often it is found.
    pub(super) id: String,
    /// Which choice of hers it falls under.
    pub(super) kind: NoticeKind,
    /// When it came to be.
    pub(crate) at: Millis,
    /// Its words.
    pub(crate) key: Key,
    /// What it is about.
    pub(crate) about: About,
}

/// What one is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum About {
    /// A line of the history.
    Entry(CommandId),
    /// Her points.
    Lots,
    /// Her card.
    Card,
    /// Her phones.
    Phones,
    /// That she is registered.
    Registration,
    /// That she is not: staff refused it.
    Refusal,
}

/// Everything there is to tell by `now`, newest first. `own` is this phone.
pub(crate) fn news(
    unit: &Unit<'_>,
    kept: &KeptNotices,
    own: Option<Thumbprint>,
    now: Millis,
) -> AppResult<Vec<News>> {
    let since = now.plus(-KEPT_DAYS * Millis::DAY);
    let party = Party::Person;
    let entries: Vec<Entry> =
        unit.records(party, "entry", since, (Millis(i64::MAX), i64::MAX), usize::MAX)?;
    let wallet: Option<WalletRecord> =
        unit.record(RecordKey { party, kind: "wallet", id: "" })?.map(|found| found.value);
    let profile: Option<ProfileRecord> =
        unit.record(RecordKey { party, kind: "profile", id: "" })?.map(|found| found.value);
    let mut all: Vec<News> = entries.iter().filter_map(of_entry).collect();
    all.extend(wallet.iter().flat_map(|wallet| of_lots(wallet, now)));
    all.extend(
        profile.and_then(|profile| profile.card_last_day).into_iter().flat_map(|day| of_card(day, now)),
    );
    all.extend(of_phones(&unit.all_records(party, "device")?, own));
    let decided = [
        (kept.registered, "registered", keys::notices::NOTICE_REGISTERED, About::Registration),
        (kept.refused, "refused", keys::identity::REGISTER_REFUSED, About::Refusal),
    ];
    all.extend(decided.into_iter().filter_map(|(at, word, key, about)| {
        let at = at?;
        Some(News { id: format!("{word}/{}", at.0), kind: NoticeKind::Safety, at, key, about })
    }));
    all.retain(|news| news.at >= since);
    all.sort_by_key(|news| Reverse(news.at));
    Ok(all)
}

/// What others did with her points: what she paid by hand she knows.
fn of_entry(entry: &Entry) -> Option<News> {
    let key = match entry.kind {
        EntryKind::Charge | EntryKind::Grant => keys::notices::NOTICE_RECEIVED,
        EntryKind::Refund => keys::notices::NOTICE_REFUNDED,
        EntryKind::Payment if entry.code.is_some() => keys::notices::NOTICE_PAID,
        _ => return None,
    };
    let id = format!("entry/{}", entry.id);
    Some(News { id, kind: NoticeKind::Money, at: entry.at, key, about: About::Entry(entry.id) })
}

/// What runs out soon, by its last day.
fn of_lots(wallet: &WalletRecord, now: Millis) -> Vec<News> {
    let today = now.day_jst();
    let mut days = BTreeMap::new();
    for lot in wallet.lots.iter().filter(|lot| lot.last_day >= today) {
        let from = days_before(lot.last_day, SOON).max(lot.issued_at);
        let first = days.entry(lot.last_day).or_insert(from);
        *first = from.min(*first);
    }
    let begun = days.into_iter().filter(|(_, from)| *from <= now);
    begun
        .map(|(day, from)| News {
            id: format!("lots/{day}"),
            kind: NoticeKind::Deadlines,
            at: from,
            key: keys::notices::NOTICE_EXPIRES,
            about: About::Lots,
        })
        .collect()
}

fn of_card(last_day: NaiveDate, now: Millis) -> impl Iterator<Item = News> {
    let warnings = WARN_DAYS.map(u64::from).into_iter().map(move |days| (days, days_before(last_day, days)));
    warnings.filter(move |(_, from)| *from <= now).map(move |(days, at)| News {
        id: format!("card/{last_day}/{days}"),
        kind: NoticeKind::Deadlines,
        at,
        key: keys::notices::NOTICE_CARD_ENDS,
        about: About::Card,
    })
}

/// Her other phones, as they came after this one and went.
fn of_phones(phones: &[DeviceRecord], own: Option<Thumbprint>) -> Vec<News> {
    let mine = phones.iter().find(|phone| Some(phone.id) == own).map(|phone| phone.added_at);
    let news = |what: &str, at: Millis, phone: &DeviceRecord, key| News {
        id: format!("phone/{}/{what}", phone.id),
        kind: NoticeKind::Safety,
        at,
        key,
        about: About::Phones,
    };
    let others = phones.iter().filter(|phone| Some(phone.id) != own);
    others
        .flat_map(|phone| {
            let added = mine
                .filter(|mine| *mine < phone.added_at)
                .map(|_| news("added", phone.added_at, phone, keys::notices::NOTICE_NEW_PHONE));
            let removed =
                phone.revoked_at.map(|at| news("removed", at, phone, keys::notices::NOTICE_PHONE_REMOVED));
            added.into_iter().chain(removed)
        })
        .collect()
}

fn days_before(day: NaiveDate, days: u64) -> Millis {
    Millis::start_of_day_jst(day.checked_sub_days(Days::new(days)).unwrap_or(day))
}
