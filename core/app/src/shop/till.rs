//! Orders at the till, and taking a payer's code.

use std::sync::Arc;

use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, TillId,
    command::{Act, CancelTill, OpenTill, RedeemCode, Refund},
    qr::{Scanned, TillCode},
    shop::{Till, TillState},
    wallet::{Entry, EntryKind},
};
use yui_texts::{Args, keys};

use crate::{
    core::Core,
    error::AppResult,
    outbox::Outcome,
    platform::KeyName,
    store::{About, Party, RecordKey},
    sync::FEED_LAG,
    view::Text,
    wallet::{EntryLines, EntryView},
};

/// The longest that an order can be paid ([`OpenTill::seconds`]).
const LONGEST: i64 = Millis::HOUR;

/// An order with the code to show.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TillView {
    /// The order.
    pub id: TillId,
    /// How much is to be paid.
    pub amount: Points,
    /// The shop's order reference.
    pub reference: Option<String>,
    /// Until when it can be paid.
    pub expires_at: Millis,
    /// Where it stands; an open order past its time is shown as expired.
    pub state: TillState,
    /// Where it stands, in a word.
    pub state_text: Text,
    /// The text of the QR code; empty once it cannot be paid.
    pub code: String,
    /// "Can be paid until hh:mm".
    pub until_text: Text,
}

impl Core {
    pub(crate) async fn open_till(
        self: &Arc<Self>,
        amount: Points,
        reference: Option<String>,
        seconds: u32,
    ) -> AppResult<TillView> {
        let reference = reference.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let (id, outcome) = self.send_order(self.new_id(), OpenTill { amount, reference, seconds }).await?;
        match outcome {
            Outcome::Done => self.till(TillId(id.0)).await,
            // The order may be open; nobody can be asked to pay what is not known to be.
            Outcome::Pending(_) => Err(ErrorCode::AnswerLost.into()),
        }
    }

    /// Sends an order; the id under which it went, and whether it is known to be open.
    pub(crate) async fn send_order(
        self: &Arc<Self>,
        id: CommandId,
        order: OpenTill,
    ) -> AppResult<(CommandId, Outcome)> {
        self.required_shop().await?;
        let amount = Points::act(order.amount.0)?;
        order.check()?;
        let about = About::new("open_till", None, amount);
        let row = self.draft(id, Act::OpenTill(order), KeyName::Shop, false, about);
        self.submit(row, None).await
    }

    pub(crate) async fn till(&self, id: TillId) -> AppResult<TillView> {
        let till = self
            .read(move |unit| {
                unit.record::<Till>(RecordKey { party: Party::Shop, kind: "till", id: &id.to_string() })
            })
            .await?
            .ok_or(ErrorCode::TillUnknown)?;
        self.till_view(&till.value).await
    }

    pub(super) async fn till_view(&self, till: &Till) -> AppResult<TillView> {
        let words = self.words();
        let late = till.state == TillState::Open && self.time.now() > till.expires_at;
        let state = if late { TillState::Expired } else { till.state };
        let code = if state == TillState::Open {
            let paired = self.required_shop().await?;
            let merchant = self.shop_code(&paired).merchant;
            let (town, shop) = (self.town, till.shop);
            TillCode { town, shop, till: till.id, amount: till.amount, expires_at: till.expires_at, merchant }
                .to_text()?
        } else {
            String::new()
        };
        let key = match state {
            TillState::Open => keys::shop::TILL_OPEN,
            TillState::Paid => keys::shop::TILL_PAID,
            TillState::Cancelled => keys::shop::TILL_CANCELLED,
            TillState::Expired => keys::shop::TILL_EXPIRED,
        };
        Ok(TillView {
            id: till.id,
            amount: till.amount,
            reference: till.reference.clone(),
            expires_at: till.expires_at,
            state,
            state_text: words.of(key),
            code,
            until_text: words.get(keys::shop::SHOP_RECEIVE_UNTIL, &Args::new().time("time", till.expires_at)),
        })
    }

    /// The line of the payment of an order, as soon as it is there.
    pub(crate) async fn payment_of(&self, till: &TillView) -> AppResult<Option<EntryView>> {
        let (words, town) = (self.words(), self.known_municipality());
        let (order, until) = (CommandId(till.id.0), till.expires_at);
        self.read(move |unit| {
            let lines = EntryLines { party: Party::Shop, words, town: town.as_deref() };
            let open = (until.plus(-LONGEST), (until.plus(FEED_LAG), i64::MAX));
            let entries: Vec<Entry> = unit.records(Party::Shop, "entry", open.0, open.1, usize::MAX)?;
            let paid = entries.iter().find(|entry| entry.code == Some(order));
            Ok(paid.map(|entry| lines.entry(entry)))
        })
        .await
    }

    pub(crate) async fn cancel_till(self: &Arc<Self>, id: TillId) -> AppResult<TillView> {
        let till = self.till(id).await;
        self.withdraw_till(id).await?;
        match self.till(id).await {
            Ok(now) => Ok(now),
            Err(_) => till,
        }
    }

    /// The same, also of an order that is not known to have come about.
    pub(crate) async fn withdraw_till(self: &Arc<Self>, id: TillId) -> AppResult<()> {
        let act = Act::CancelTill(CancelTill { till: id });
        let about = About { patient: true, ..About::new("cancel_till", None, Points::ZERO) };
        let mut row = self.draft(self.new_id(), act, KeyName::Shop, false, about);
        let opening = CommandId(id.0);
        row.depends_on = self.read(move |unit| unit.outbox_row(opening)).await?.map(|row| row.id);
        if row.depends_on.is_some() {
            self.enqueue(row).await
        } else {
            self.submit(row, None).await.map(drop)
        }
    }

    pub(crate) async fn receive(self: &Arc<Self>, text: String, amount: Points) -> AppResult<EntryView> {
        self.required_shop().await?;
        let amount = Points::act(amount.0)?;
        let Scanned::OneTime(code) = self.scanned(&text)? else { return Err(ErrorCode::QrForeign.into()) };
        if amount > code.face.cap {
            return Err(ErrorCode::CodeOverCap.into());
        }
        let act = Act::RedeemCode(RedeemCode { code: code.to_bytes(), amount });
        self.act_of_shop(act, About::new("redeem_code", Some(EntryKind::Payment), amount)).await
    }

    pub(crate) async fn refund(self: &Arc<Self>, payment: CommandId, amount: Points) -> AppResult<EntryView> {
        self.required_shop().await?;
        let amount = Points::act(amount.0)?;
        let about = About { payment: Some(payment), ..About::new("refund", Some(EntryKind::Refund), amount) };
        self.act_of_shop(Act::Refund(Refund { payment, amount }), about).await
    }

    async fn act_of_shop(self: &Arc<Self>, act: Act, about: About) -> AppResult<EntryView> {
        let row = self.draft(self.new_id(), act, KeyName::Shop, false, about);
        let (id, outcome) = self.submit(row, None).await?;
        self.line(Party::Shop, id, outcome).await
    }
}
