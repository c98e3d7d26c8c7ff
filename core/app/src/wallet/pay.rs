//! Paying a shop: quote, then confirm. The quote follows the same rules as the server, so that what is shown
//! is what happens; the server decides all the same.

use std::sync::Arc;

use chrono::NaiveDate;
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, ShopId, TillId,
    command::{Act, Pay},
    shop::Shop,
    wallet::{Assurance, Entry, EntryKind, LotUse, ShopRef},
};
use yui_rules::wallet::{
    limits::{Spent, check_spending},
    spend_order::{self, LotView},
    step_up,
};
use yui_texts::{Args, keys};

use super::{
    entries::EntryLines,
    snapshot::Known,
    view::{EntryView, LotLine, ShopView},
};
use crate::{
    AppError,
    core::Core,
    error::AppResult,
    outbox::{CardPart, Outcome},
    platform::KeyName,
    quotes::{Prepared, Quoted},
    store::{About, Party},
    view::Text,
};

/// What a payment would mean.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Quote {
    /// The payment's id; confirm it, or discard it.
    pub id: CommandId,
    /// Who is paid.
    pub shop: ShopView,
    /// How much.
    pub amount: Points,
    /// The order at the till.
    pub till: Option<TillId>,
    /// The lots that will be used, in that order.
    pub lots: Vec<LotLine>,
    /// The same in one sentence.
    pub lots_text: Text,
    /// What is left after.
    pub balance_after: Points,
    /// The same in words; none while she hides the balance.
    pub balance_after_text: Option<Text>,
    /// The proof it takes.
    pub assurance: Assurance,
    /// Why more than the phone's key is needed, in words.
    pub assurance_text: Option<Text>,
    /// That another payment to this shop is on its way, so that nobody pays twice.
    pub waits: Option<Text>,
    /// The button: "Pay 850 yen".
    pub button: Text,
}

/// What a payment would mean, in no language yet.
#[derive(Clone)]
pub(crate) struct Reckoned {
    pub(crate) id: CommandId,
    pub(crate) amount: Points,
    /// The proof it takes.
    pub(crate) assurance: Assurance,
    pub(crate) shop: Shop,
    till: Option<TillId>,
    lots: Vec<LotUse>,
    balance_after: Points,
    waits: bool,
    first_day: NaiveDate,
}

/// A payment that was confirmed with the card.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct CardPayment {
    /// Its line.
    pub entry: EntryView,
    /// How many tries the card's PIN has now, where the card still said so.
    pub tries_left: Option<u32>,
}

impl Core {
    pub(crate) async fn prepare(
        &self,
        shop: ShopId,
        amount: Points,
        till: Option<TillId>,
    ) -> AppResult<Quote> {
        Ok(self.quote(&self.reckon(shop, amount, till).await?))
    }

    /// What paying this shop would mean; it is remembered, so that it can be confirmed.
    pub(crate) async fn reckon(
        &self,
        shop: ShopId,
        amount: Points,
        till: Option<TillId>,
    ) -> AppResult<Reckoned> {
        let amount = Points::act(amount.0)?;
        let town = self.municipality().await?;
        let known = self.read(Known::read).await?;
        let level = known.profile.as_ref().ok_or(ErrorCode::NotRegistered)?.level;
        let shop = self.shop(shop).await?.ok_or(ErrorCode::Offline)?;
        if !shop.open {
            return Err(ErrorCode::ShopClosed.into());
        }
        let now = self.time.now();
        let spent = self.spent(&known, now, step_up::window_start(&town.step_up, now)).await?;
        check_spending(&town, level, amount, spent.today)?;
        let lots = choose(&known, &shop, now, amount).ok_or(ErrorCode::InsufficientBalance)?;
        let assurance = step_up::required(&town.step_up, amount, spent.window);
        if assurance > Assurance::Device && !self.proves_user().await? {
            return Err(ErrorCode::NoScreenLock.into());
        }
        let about = About {
            shop: Some(ShopRef { id: shop.id, name: shop.name.clone(), area: shop.area.clone() }),
            lots: lots.clone(),
            ..About::new("pay", Some(EntryKind::Payment), amount)
        };
        let id = self.new_id();
        let act = Act::Pay(Pay { shop: shop.id, amount, till });
        self.quotes.remember(id, Prepared { act, about, assurance });

        let balance_after = Points(known.available(now.day_jst()).0 - known.pending().0 - amount.0);
        Ok(Reckoned {
            id,
            amount,
            assurance,
            waits: known.open_payments_to(shop.id),
            first_day: lots.first().map_or_else(|| now.day_jst(), |part| part.last_day),
            shop,
            till,
            lots,
            balance_after,
        })
    }

    /// The same in the person's language.
    pub(crate) fn quote(&self, reckoned: &Reckoned) -> Quote {
        let (words, town) = (self.words(), self.known_municipality());
        let lines = EntryLines { party: Party::Person, words, town: town.as_deref() };
        let step_up = town.as_ref().map(|town| &town.step_up);
        let yen = |key, amount| words.get(key, &Args::new().yen("amount", amount));
        let points = |key, amount| words.get(key, &Args::new().points("amount", amount));
        let used = Args::new().day("day", reckoned.first_day).points("amount", reckoned.amount);
        Quote {
            id: reckoned.id,
            shop: ShopView::from(&reckoned.shop),
            amount: reckoned.amount,
            till: reckoned.till,
            lots: reckoned.lots.iter().map(|part| lines.lot(part)).collect(),
            lots_text: words.get(keys::wallet::PAY_LOTS, &used),
            balance_after: reckoned.balance_after,
            balance_after_text: (!self.preferences().balance_hidden)
                .then(|| points(keys::wallet::PAY_BALANCE_AFTER, reckoned.balance_after)),
            assurance: reckoned.assurance,
            assurance_text: match reckoned.assurance {
                Assurance::Device => None,
                Assurance::DeviceUv => step_up.map(|bound| yen(keys::wallet::STEP_UP_USER, bound.user_from)),
                Assurance::DeviceUvCard => {
                    step_up.map(|bound| yen(keys::wallet::STEP_UP_CARD, bound.card_from))
                }
            },
            waits: reckoned.waits.then(|| words.of(keys::wallet::PAY_PENDING)),
            button: yen(keys::wallet::PAY_BUTTON, reckoned.amount),
        }
    }

    pub(crate) async fn confirm(
        self: &Arc<Self>,
        id: CommandId,
        card: Option<&dyn CardPart>,
    ) -> AppResult<EntryView> {
        let prepared = match self.quotes.get(id) {
            Some(Quoted::Open(prepared)) => prepared,
            // Confirmed before: how it stands now is the answer.
            Some(Quoted::Confirmed(used)) => return self.entry(Party::Person, used).await,
            None => return self.entry(Party::Person, id).await,
        };
        let (key, needs_card) = match prepared.assurance {
            Assurance::Device => (KeyName::Device, false),
            Assurance::DeviceUv => (KeyName::DeviceUv, false),
            Assurance::DeviceUvCard => (KeyName::DeviceUv, true),
        };
        if needs_card && card.is_none() {
            return Err(AppError::from(ErrorCode::StepUpRequired).with_required(Assurance::DeviceUvCard));
        }
        let row = self.draft(id, prepared.act, key, needs_card, prepared.about);
        match self.submit(row, card.filter(|_| needs_card)).await {
            Ok((id_used, outcome)) => {
                self.quotes.confirmed(id, id_used);
                self.line(Party::Person, id_used, outcome).await
            }
            Err(error) => {
                // The server knows more payments of the window than this phone: the same quote, better proved.
                if let Some(required) = error.required() {
                    self.quotes.strengthen(id, required);
                }
                Err(error)
            }
        }
    }

    /// The line of a submitted act: the ledger's as this phone knows it now (an answer may be older than what
    /// the feed has brought since), or the pending one.
    pub(crate) async fn line(&self, party: Party, id: CommandId, outcome: Outcome) -> AppResult<EntryView> {
        match outcome {
            Outcome::Done => self.entry(party, id).await,
            Outcome::Pending(row) => {
                let town = self.known_municipality();
                let lines = EntryLines { party, words: self.words(), town: town.as_deref() };
                lines.pending(&row).ok_or_else(|| ErrorCode::AnswerLost.into())
            }
        }
    }

    /// What was paid today and in the window, as far as this phone knows, open payments included.
    pub(crate) async fn spent(&self, known: &Known, now: Millis, window: Millis) -> AppResult<Spent> {
        let day = Millis::start_of_day_jst(now.day_jst());
        let since = day.min(window);
        let entries: Vec<Entry> = self
            .read(move |unit| {
                unit.records(Party::Person, "entry", since, (Millis(i64::MAX), i64::MAX), usize::MAX)
            })
            .await?;
        let paid = entries
            .iter()
            .filter(|entry| matches!(entry.kind, EntryKind::Payment | EntryKind::Capture))
            .map(|entry| (entry.at, entry.amount.0));
        let open = known
            .open_payments()
            .filter_map(|row| row.intent.about().map(|about| (row.created_at, about.amount.0)));
        let all: Vec<_> = paid.chain(open).collect();
        let sum =
            |from: Millis| Points(all.iter().filter(|(at, _)| *at >= from).map(|(_, amount)| *amount).sum());
        Ok(Spent { today: sum(day), window: sum(window) })
    }
}

/// The parts that will pay, after what open payments may have used; `None` when the lots do not cover it.
fn choose(known: &Known, shop: &Shop, now: Millis, amount: Points) -> Option<Vec<LotUse>> {
    let wallet = known.wallet.as_ref()?;
    let today = now.day_jst();
    let mut lots: Vec<LotView<'_>> = wallet
        .lots
        .iter()
        .map(|lot| LotView { id: lot.id, last_day: lot.last_day, classes: &lot.classes, free: lot.amount })
        .collect();
    for used in known.open_payments().filter_map(|row| row.intent.about()).flat_map(|about| &about.lots) {
        if let Some(lot) = lots.iter_mut().find(|lot| lot.id == used.lot) {
            lot.free = Points((lot.free.0 - used.amount.0).max(0));
        }
    }
    if amount > known.available(today) {
        return None;
    }
    let parts = spend_order::choose(&lots, today, &shop.classes, amount)?;
    parts
        .into_iter()
        .map(|part| {
            let lot = wallet.lots.iter().find(|lot| lot.id == part.lot)?;
            Some(LotUse {
                lot: lot.id,
                kind: lot.kind,
                programme: lot.programme.clone(),
                amount: part.amount,
                last_day: lot.last_day,
            })
        })
        .collect()
}
