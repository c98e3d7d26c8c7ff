//! What the screens of receiving show.

use std::sync::Arc;

use yui_protocol::{ErrorCode, Points};
use yui_texts::{Args, Key, keys};

use super::{
    ReceiveAction as Action, ReceiveStep as Step,
    moves::{At, Code, Receiving},
    over::over,
    takings::{line, refund},
};
use crate::{
    AppError,
    core::Core,
    error::AppResult,
    screens::{Ended, QrView, ScanView, Screen},
    store::Party,
    view::{ErrorView, ErrorWay, Text, Words},
    wallet::{DayView, ShopView},
};

/// A screen of receiving.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ReceiveView {
    /// Which it is.
    pub step: Step,
    /// What it asks, or says.
    pub title: Text,
    /// Words below it.
    pub body: Vec<Text>,
    /// Who receives; none where this phone is no shop's.
    pub shop: Option<ShopView>,
    /// How much, large; none where no amount is meant.
    pub amount_text: Option<Text>,
    /// The key that takes the last digit back, where an amount is typed.
    pub erase: Option<Text>,
    /// The scanner, where the customer's code is wanted.
    pub scan: Option<ScanView>,
    /// The code to be scanned by the customer.
    pub qr: Option<QrView>,
    /// For how many milliseconds what is shown is right; then the view has to be asked for again. 0 where it does not age.
    pub live_ms: u32,
    /// How it ended, where money was to move.
    pub end: Option<Ended>,
    /// Today's list.
    pub today: Option<TakingsView>,
    /// What went wrong. No money moved.
    pub error: Option<ErrorView>,
    /// What the error's button does, where that is something to do here.
    pub again: Option<Action>,
    /// The one button at the bottom.
    pub primary: Option<ReceiveButton>,
    /// Other ways, as plain buttons.
    pub others: Vec<ReceiveButton>,
}

/// A button.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ReceiveButton {
    /// What it does.
    pub action: Action,
    /// Its words.
    pub text: Text,
}

/// Today's list, and the days before it.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TakingsView {
    /// What was taken today less what was given back of it, and how many payments.
    pub total: Text,
    /// What is not paid out to the shop yet; none when nothing is.
    pub unsettled: Option<Text>,
    /// Today's lines, and those of the days before that were asked for, newest first, each with its time.
    pub days: Vec<DayView>,
    /// What will stand here, before there is one today.
    pub empty: Option<Text>,
}

/// Words that the phone says aloud.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SpokenView {
    /// The words.
    pub text: Text,
    /// Their language (BCP 47), for the voice.
    pub language: String,
    /// What they tell: paid, or not.
    pub end: Ended,
}

pub(super) fn button(action: Action, text: Text) -> ReceiveButton {
    ReceiveButton { action, text }
}

pub(super) fn titled(step: Step, title: Text) -> ReceiveView {
    ReceiveView {
        step,
        title,
        body: Vec::new(),
        shop: None,
        amount_text: None,
        erase: None,
        scan: None,
        qr: None,
        live_ms: 0,
        end: None,
        today: None,
        error: None,
        again: None,
        primary: None,
        others: Vec::new(),
    }
}

pub(super) fn yen(words: Words, key: Key, amount: Points) -> Text {
    words.get(key, &Args::new().yen("amount", amount))
}

impl Core {
    pub(super) async fn receive_view(self: &Arc<Self>) -> AppResult<ReceiveView> {
        match self.receive_view_as_it_stands().await {
            // The shop's feed came anew without the line that was shown.
            Err(error) if error.code() == &ErrorCode::PaymentUnknown => {
                self.receiving_is_over();
                self.receive_view_as_it_stands().await
            }
            view => view,
        }
    }

    async fn receive_view_as_it_stands(self: &Arc<Self>) -> AppResult<ReceiveView> {
        let words = self.words();
        let Some(paired) = self.paired_shop().await? else {
            return Ok(titled(Step::Gone, words.of(keys::common::WAITING)));
        };
        self.find_shown().await?;
        let (at, typed, older, error) = {
            let Receiving { at, typed, older, error, .. } = &*self.receiving();
            (at.clone(), *typed, *older, error.clone())
        };
        let view = match at {
            At::Amount(code) => amount(words, typed, code.as_ref()),
            At::Scan => self.scanning(words, typed),
            At::Sending => titled(Step::Sending, words.of(keys::common::WAITING)),
            At::Till { id, withdrawn } => self.at_till(words, id, withdrawn).await?,
            At::Over(id) => over(words, &self.entry(Party::Shop, id).await?),
            At::Today => self.takings(words, older).await?,
            At::Line(id) => line(words, typed, &self.entry(Party::Shop, id).await?),
            At::Refund(quote) => refund(words, quote),
            At::Unpair => ReceiveView {
                body: vec![words.of(keys::shop::SHOP_UNPAIR_BODY)],
                primary: Some(button(Action::Leave, words.of(keys::shop::SHOP_UNPAIR_BUTTON))),
                ..titled(Step::Unpair, words.of(keys::shop::SHOP_UNPAIR_TITLE))
            },
        };
        let view = ReceiveView { shop: Some(ShopView::from(&paired.shop)), ..view };
        // What went wrong before is of no matter once it ended.
        Ok(match error.filter(|_| view.end.is_none()) {
            Some(error) => with_error(words, view, &error),
            None => view,
        })
    }

    fn scanning(&self, words: Words, typed: Points) -> ReceiveView {
        let scan = self.scanner(keys::shop::SHOP_SCAN);
        ReceiveView {
            amount_text: (typed > Points::ZERO).then(|| yen(words, keys::wallet::HISTORY_AMOUNT, typed)),
            scan: Some(scan.clone()),
            ..titled(Step::Scan, scan.title)
        }
    }
}

/// The ways of an error lead within receiving: its scanner is the one for customers' codes, its list today's.
pub(super) fn with_error(words: Words, view: ReceiveView, error: &AppError) -> ReceiveView {
    let told = words.error(error);
    let (told, again) = match (error.code(), told.way) {
        (ErrorCode::QrForeign, _) => {
            let (title, body) =
                (words.of(keys::shop::SHOP_SCAN_FOREIGN), words.of(keys::shop::SHOP_SCAN_FOREIGN_BODY));
            (ErrorView { title, body, ..told }, Some(Action::Scan))
        }
        (ErrorCode::CodeUsed, _) => (told, Some(Action::Today)),
        (_, ErrorWay::Leads { screen: Screen::Scan }) => (told, Some(Action::Scan)),
        // At the till it is the withdrawal that went wrong.
        (_, ErrorWay::Again) if view.step == Step::Till => (told, Some(Action::Cancel)),
        (_, ErrorWay::Again) => (told, view.primary.as_ref().map(|button| button.action)),
        _ => (told, None),
    };
    let way = if again.is_some() { ErrorWay::Again } else { told.way };
    ReceiveView { error: Some(ErrorView { way, ..told }), again, ..view }
}

fn amount(words: Words, typed: Points, code: Option<&Code>) -> ReceiveView {
    let act = |action, key| (typed > Points::ZERO).then(|| button(action, yen(words, key, typed)));
    let view = ReceiveView {
        amount_text: Some(yen(words, keys::wallet::HISTORY_AMOUNT, typed)),
        erase: Some(words.of(keys::wallet::PAY_ERASE)),
        ..titled(Step::Amount, words.of(keys::shop::SHOP_RECEIVE_AMOUNT))
    };
    match code {
        Some(&Code { cap, valid_until, .. }) => ReceiveView {
            body: vec![
                words
                    .get(keys::wallet::CODE_UNTIL, &Args::new().yen("amount", cap).time("time", valid_until)),
            ],
            primary: act(Action::Take, keys::shop::SHOP_SCAN_BUTTON),
            ..view
        },
        None => ReceiveView {
            primary: act(Action::Show, keys::shop::SHOP_RECEIVE_BUTTON),
            others: vec![
                button(Action::Scan, words.of(keys::shop::SHOP_SCAN)),
                button(Action::Today, words.of(keys::shop::SHOP_TODAY)),
            ],
            ..view
        },
    }
}
