//! The home screen's numbers.

use chrono::{Days, NaiveDate};
use yui_protocol::{
    Millis, Points, ShopId,
    identity::{Level, ProfileRecord},
    wallet::WalletRecord,
};
use yui_texts::{Args, keys};

use super::{code::OneTimeCode, entries::EntryLines, view::LotLine};
use crate::{
    core::Core,
    error::AppResult,
    store::{Meta, OutboxRow, Party, RecordKey, Registration, RowState, Unit},
    view::Text,
};

/// What expires within this many days is told of.
pub(crate) const SOON: u64 = 30;

/// What expires soon.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Expiring {
    /// How much.
    pub amount: Points,
    /// Its last day.
    pub last_day: NaiveDate,
    /// In words.
    pub text: Text,
}

/// The wallet as a whole.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct WalletView {
    /// How well the person is known; `Guest` before registration.
    pub level: Level,
    /// The name for the greeting; empty for a guest.
    pub name: String,
    /// What can be spent today in all shops taken together, as last heard.
    pub available: Points,
    /// Of that, what payments that are not answered yet may have used.
    pub pending: Points,
    /// What is set aside.
    pub held: Points,
    /// The most one code can pay while there is no network.
    pub usable_offline: Points,
    /// The balance, in words.
    pub balance_text: Text,
    /// What can be paid without network, in words; none when nothing can.
    pub offline_text: Option<Text>,
    /// What expires first, if soon.
    pub expires_soon: Option<Expiring>,
    /// The lots with something left, in the order of spending.
    pub lots: Vec<LotLine>,
    /// The code that may still be used.
    pub code: Option<OneTimeCode>,
    /// When the feed was last read to its end, by the server's time.
    pub as_of: Option<Millis>,
    /// The same in words.
    pub as_of_text: Option<Text>,
}

/// What the store knows of the person.
pub(crate) struct Known {
    pub(crate) profile: Option<ProfileRecord>,
    pub(crate) wallet: Option<WalletRecord>,
    pub(crate) outbox: Vec<OutboxRow>,
    pub(crate) as_of: Option<Millis>,
}

impl Known {
    pub(crate) fn read(unit: &Unit<'_>) -> AppResult<Self> {
        let enrolled = matches!(unit.meta(Meta::Registration)?, Some(Registration::Enrolled));
        let party = Party::Person;
        let profile = unit.record::<ProfileRecord>(RecordKey { party, kind: "profile", id: "" })?;
        Ok(Self {
            profile: profile.map(|found| found.value).filter(|_| enrolled),
            wallet: unit.record(RecordKey { party, kind: "wallet", id: "" })?.map(|found| found.value),
            outbox: unit.outbox()?.into_iter().filter(|row| row.party == party).collect(),
            as_of: unit.meta(Meta::SyncedAt(party))?,
        })
    }

    /// What can be spent on a day: lots that have run out since the last word of the server are not counted.
    pub(crate) fn available(&self, today: NaiveDate) -> Points {
        let Some(wallet) = &self.wallet else { return Points::ZERO };
        let gone: i64 = wallet.lots.iter().filter(|lot| lot.last_day < today).map(|lot| lot.amount.0).sum();
        Points((wallet.available.0 - gone).max(0))
    }

    /// Payments that are not answered yet.
    pub(crate) fn open_payments(&self) -> impl Iterator<Item = &OutboxRow> {
        self.outbox.iter().filter(|row| {
            row.intent.word() == "pay"
                && matches!(row.state, RowState::Signed | RowState::Sent | RowState::Wedged)
        })
    }

    /// Whether there is one to that shop.
    pub(crate) fn open_payments_to(&self, shop: ShopId) -> bool {
        self.open_payments().filter_map(|row| row.intent.about()?.shop.as_ref()).any(|paid| paid.id == shop)
    }

    /// What they may have used.
    pub(crate) fn pending(&self) -> Points {
        Points(self.open_payments().filter_map(|row| row.intent.about()).map(|about| about.amount.0).sum())
    }
}

/// The last day that is soon.
pub(crate) fn soon_until(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(SOON)).unwrap_or(today)
}

impl Core {
    pub(crate) async fn wallet_snapshot(&self) -> AppResult<WalletView> {
        Ok(self.wallet_view(&self.read(Known::read).await?))
    }

    /// The wallet as it stands by what the store knows.
    pub(crate) fn wallet_view(&self, known: &Known) -> WalletView {
        let words = self.words();
        let town = self.known_municipality();
        let lines = EntryLines { party: Party::Person, words, town: town.as_deref() };
        let now = self.time.now();
        let today = now.day_jst();
        let available = known.available(today);
        let cap = town.as_ref().map_or(Points::ZERO, |town| town.codes.cap);
        let usable_offline = cap.min(Points((available.0 - known.pending().0).max(0)));
        let lots: Vec<_> =
            known.wallet.iter().flat_map(|wallet| &wallet.lots).filter(|lot| lot.last_day >= today).collect();
        let soon = soon_until(today);
        let expires_soon =
            lots.iter().map(|lot| lot.last_day).filter(|day| *day <= soon).min().map(|last_day| {
                let amount =
                    Points(lots.iter().filter(|lot| lot.last_day == last_day).map(|lot| lot.amount.0).sum());
                let args = Args::new().points("amount", amount).day("day", last_day);
                Expiring { amount, last_day, text: words.get(keys::wallet::HOME_EXPIRES_SOON, &args) }
            });
        WalletView {
            level: known.profile.as_ref().map_or(Level::Guest, |profile| profile.level),
            name: known.profile.as_ref().map(|profile| profile.name.clone()).unwrap_or_default(),
            available,
            pending: known.pending(),
            held: known.wallet.as_ref().map_or(Points::ZERO, |wallet| wallet.held),
            usable_offline,
            balance_text: words.get(keys::wallet::BALANCE_VALUE, &Args::new().points("amount", available)),
            offline_text: (usable_offline > Points::ZERO).then(|| {
                words.get(keys::wallet::HOME_OFFLINE_PART, &Args::new().yen("amount", usable_offline))
            }),
            expires_soon,
            lots: lots.into_iter().map(|lot| lines.lot_in_wallet(lot)).collect(),
            code: self.open_code(&known.outbox, now),
            as_of: known.as_of,
            as_of_text: known
                .as_of
                .map(|at| words.get(keys::common::OFFLINE_SINCE, &Args::new().time("time", at))),
        }
    }
}
