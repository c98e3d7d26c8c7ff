//! Her points, lot by lot: where each comes from, how long and where it can be used.

use chrono::Datelike;
use yui_texts::{Args, keys};

use super::{Screen, WayView};
use crate::{
    core::Core,
    error::AppResult,
    store::Party,
    view::Text,
    wallet::{EntryLines, Known, LotLine, soon_until},
};

/// The points by lot.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LotsView {
    /// "Your points by kind".
    pub title: Text,
    /// All of them together.
    pub balance: Text,
    /// As of when; none before it was first heard.
    pub as_of: Option<Text>,
    /// The lots, the one that runs out first above.
    pub lots: Vec<LotView>,
    /// How to come to points; none while there are some.
    pub empty: Option<Text>,
    /// What else there is to know of them.
    pub ways: Vec<WayView>,
}

/// A lot.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LotView {
    /// The ledger's number of it.
    pub lot: i64,
    /// Where it comes from, in a word.
    pub kind: Text,
    /// The programme's name.
    pub programme: Text,
    /// How much is left of it.
    pub amount: Text,
    /// Until when it can be used.
    pub until: Text,
    /// That this is soon; none while it is not.
    pub soon: Option<Text>,
    /// Where it can be used.
    pub usable: Text,
}

impl Core {
    pub(super) async fn lots(&self) -> AppResult<LotsView> {
        let wallet = self.wallet_view(&self.read(Known::read).await?);
        let (words, town) = (self.words(), self.known_municipality());
        let lines = EntryLines { party: Party::Person, words, town: town.as_deref() };
        let today = self.time.now().day_jst();
        let soon = soon_until(today);
        let view = |line: LotLine| {
            let (amount, day) = (Args::new().points("amount", line.amount), line.last_day);
            let until = if day.year() == today.year() {
                Args::new().day("day", day)
            } else {
                Args::new().day_of_year("day", day)
            };
            LotView {
                lot: line.lot,
                kind: lines.lot_kind(line.kind),
                programme: lines.programme(&line.programme),
                amount: words.get(keys::wallet::BALANCE_POINTS, &amount),
                until: words.get(keys::wallet::LOT_UNTIL, &until),
                soon: (day <= soon).then(|| words.of(keys::wallet::LOT_SOON)),
                usable: line.usable_text.unwrap_or_else(|| words.of(keys::wallet::LOT_EVERYWHERE)),
            }
        };
        let mut lots = wallet.lots;
        lots.sort_by_key(|lot| lot.last_day);
        Ok(LotsView {
            title: words.of(Screen::Lots.key()),
            balance: wallet.balance_text,
            as_of: wallet.as_of_text,
            empty: lots.is_empty().then(|| words.of(keys::wallet::HOME_EMPTY)),
            lots: lots.into_iter().map(view).collect(),
            ways: [Screen::Points, Screen::Limits].map(|screen| self.way(screen)).to_vec(),
        })
    }
}
