//! What the shop took today.

use std::cmp::Reverse;

use yui_protocol::{
    Millis, Points,
    shop::{TakingsRecord, Till},
    wallet::{EntryKind, EntryState},
};
use yui_texts::{Args, keys};

use super::TillView;
use crate::{
    core::Core,
    error::AppResult,
    store::{Party, RecordKey},
    view::Text,
    wallet::{EntryLines, EntryView, ShopView},
};

/// The day's list.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TodayView {
    /// The shop.
    pub shop: ShopView,
    /// What was taken today less what was given back of it.
    pub total: Points,
    /// How many payments.
    pub count: u32,
    /// The same in words.
    pub total_text: Text,
    /// Today's payments and refunds, newest first; what is pending stands among them.
    pub lines: Vec<EntryView>,
    /// Orders that can still be paid.
    pub tills: Vec<TillView>,
    /// What is not settled yet.
    pub unsettled: Points,
    /// The same in words.
    pub unsettled_text: Text,
    /// What to say when nothing was taken yet.
    pub empty_text: Text,
}

impl Core {
    pub(crate) async fn takings_today(&self) -> AppResult<TodayView> {
        let paired = self.required_shop().await?;
        let (words, town) = (self.words(), self.known_municipality());
        let now = self.time.now();
        let start = Millis::start_of_day_jst(now.day_jst());
        let (mut lines, takings, open) = self
            .read(move |unit| {
                let lines = EntryLines { party: Party::Shop, words, town: town.as_deref() };
                let entries =
                    unit.records(Party::Shop, "entry", start, (Millis(i64::MAX), i64::MAX), usize::MAX)?;
                let pending = unit.outbox()?;
                let pending = pending
                    .iter()
                    .filter(|row| row.party == Party::Shop)
                    .filter_map(|row| lines.pending(row));
                let all: Vec<_> = entries.iter().map(|entry| lines.entry(entry)).chain(pending).collect();
                let takings =
                    unit.record::<TakingsRecord>(RecordKey { party: Party::Shop, kind: "takings", id: "" })?;
                let open: Vec<Till> =
                    unit.records(Party::Shop, "till", now, (Millis(i64::MAX), i64::MAX), 50)?;
                Ok((all, takings, open))
            })
            .await?;
        lines.sort_by_key(|line| Reverse(line.at));
        let paid = lines.iter().filter(|line| line.kind == EntryKind::Payment && line.in_ledger);
        let (count, total) = paid.fold((0u32, 0i64), |(count, total), line| {
            (count + 1, total.saturating_add(line.amount.0 - line.refunded.0))
        });
        let total = Points(total);
        let unsettled = takings.map_or(Points::ZERO, |takings| takings.value.unsettled);
        let mut tills = Vec::new();
        for till in open.iter().filter(|till| till.state == yui_protocol::shop::TillState::Open) {
            tills.push(self.till_view(till).await?);
        }
        lines.retain(|line| line.state != EntryState::Refused || line.at >= start);
        Ok(TodayView {
            shop: ShopView::from(&paired.shop),
            total,
            count,
            total_text: words.get(
                keys::shop::SHOP_TODAY_TOTAL,
                &Args::new().yen("amount", total).count("count", count.into()),
            ),
            lines,
            tills,
            unsettled,
            unsettled_text: words.get(keys::shop::SHOP_UNSETTLED, &Args::new().yen("amount", unsettled)),
            empty_text: words.of(keys::shop::SHOP_TODAY_EMPTY),
        })
    }
}
