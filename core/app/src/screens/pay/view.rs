//! What the screens of paying show.

use yui_protocol::{CommandId, Points, wallet::Assurance};
use yui_texts::{Args, Key, keys};

use super::{PayAction as Action, PayStep as Step, flow::Paying};
use crate::{
    AppError,
    core::Core,
    identity::{CardTrouble, PinPlace, PinPrompt},
    screens::reader::ReaderView,
    view::{ErrorView, ErrorWay, Text, Words},
    wallet::{LotLine, ShopView},
};

/// A screen of paying.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct PayView {
    /// Which it is.
    pub step: Step,
    /// What it asks, or says.
    pub title: Text,
    /// Words below it.
    pub body: Vec<Text>,
    /// Who is paid.
    pub shop: Option<ShopView>,
    /// How much; 0 before it is typed.
    pub amount: Points,
    /// The same as it is shown large.
    pub amount_text: Text,
    /// The key that takes the last digit back, where an amount is typed.
    pub erase: Option<Text>,
    /// What to confirm.
    pub confirm: Option<PayConfirm>,
    /// The field for the card's PIN.
    pub pin: Option<PinPrompt>,
    /// The card at the phone.
    pub reader: Option<ReaderView>,
    /// The ways on of somebody whose card or PIN does not serve.
    pub trouble: Option<CardTrouble>,
    /// What went wrong. Nothing was paid.
    pub error: Option<ErrorView>,
    /// What the error's button does, where that is something to do here.
    pub again: Option<Action>,
    /// What is waited for; nothing can be typed meanwhile.
    pub working: Option<Text>,
    /// The payment, once there is one: the UI shows `Paid`.
    pub paid: Option<CommandId>,
    /// The one button at the bottom.
    pub primary: Option<PayButton>,
    /// Other ways, as plain buttons.
    pub others: Vec<PayButton>,
}

/// What a payment would mean, before it is confirmed.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct PayConfirm {
    /// The order at the till.
    pub reference: Option<Text>,
    /// What is used, in one sentence.
    pub lots_text: Text,
    /// The button that opens the details.
    pub details: Text,
    /// The same, part by part.
    pub lots: Vec<LotLine>,
    /// What is left after; none while she hides the balance.
    pub balance_after: Option<Text>,
    /// Why more than the phone's key is needed.
    pub proof: Option<Text>,
    /// Whether the button has to be held, so that no slip pays; pressing twice does the same.
    pub hold: bool,
    /// What the button says while it is held, or has to be pressed again.
    pub hold_text: Text,
    /// What it says once it was pressed, where it has to be pressed again.
    pub again_text: Text,
}

/// A button.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct PayButton {
    /// What it does.
    pub action: Action,
    /// Its words.
    pub text: Text,
}

fn button(action: Action, text: Text) -> PayButton {
    PayButton { action, text }
}

impl PayView {
    fn new(paying: &Paying, title: Text) -> Self {
        Self {
            step: paying.step,
            title,
            body: Vec::new(),
            shop: paying.shop.clone(),
            // What was asked about is what is paid, whatever was typed meanwhile.
            amount: paying.quote.as_ref().map_or(paying.typed, |quote| quote.amount),
            amount_text: Text::default(),
            erase: None,
            confirm: None,
            pin: None,
            reader: None,
            trouble: None,
            error: None,
            again: None,
            working: None,
            paid: paying.paid,
            primary: None,
            others: Vec::new(),
        }
    }
}

impl Core {
    pub(super) fn pay_view(&self) -> PayView {
        let words = self.words();
        let paying = self.paying();
        let titled = |key: Key| PayView::new(&paying, words.of(key));
        let view = match paying.step {
            Step::Scan => titled(keys::wallet::PAY_SCAN),
            // A till's amount is not hers to type.
            Step::Amount if paying.till.is_some() => PayView {
                primary: paying
                    .error
                    .as_ref()
                    .is_some_and(AppError::is_transient)
                    .then(|| button(Action::Next, words.of(keys::common::TRY_AGAIN))),
                others: vec![button(Action::Stop, words.of(keys::common::STOP))],
                ..titled(keys::wallet::PAY_AMOUNT)
            },
            Step::Amount => PayView {
                erase: Some(words.of(keys::wallet::PAY_ERASE)),
                primary: (paying.typed > Points::ZERO && !paying.asks)
                    .then(|| button(Action::Next, words.of(keys::common::NEXT))),
                ..titled(keys::wallet::PAY_AMOUNT)
            },
            Step::Confirm => self.confirm_view(words, &paying),
            Step::Pin => self.pin(words, &paying),
            Step::LastTry => self.last_try_before_paying(words, &paying),
            Step::Hold => PayView {
                reader: Some(paying.card.reader.view(words)),
                others: vec![button(Action::Stop, words.of(keys::common::STOP))],
                ..titled(keys::identity::CARD_HOLD)
            },
            Step::Trouble => trouble(words, &paying, self.trouble_of(PinPlace::PayPin, &paying.card)),
            Step::Sending | Step::Over => titled(keys::wallet::PAY_SENDING),
        };
        let error = paying.error.as_ref().or(paying.card.error()).map(|error| words.error(error));
        let waits = paying.asks || paying.step == Step::Sending;
        PayView {
            amount_text: words.get(keys::wallet::HISTORY_AMOUNT, &Args::new().yen("amount", view.amount)),
            again: error.as_ref().and_then(|error| match error.way {
                ErrorWay::Again => view.primary.as_ref().map(|button| button.action),
                ErrorWay::Amount => paying.till.is_none().then_some(Action::Change),
                _ => None,
            }),
            error,
            working: waits.then(|| words.of(keys::common::WAITING)),
            ..view
        }
    }

    fn confirm_view(&self, words: Words, paying: &Paying) -> PayView {
        let view = PayView::new(paying, words.of(keys::wallet::PAY_CONFIRM_TITLE));
        let Some(quote) = paying.quote.as_ref().map(|reckoned| self.quote(reckoned)) else { return view };
        let reference = paying.reference.as_ref().map(|reference| {
            words.get(keys::wallet::PAY_TILL_REFERENCE, &Args::new().words("reference", reference.clone()))
        });
        let text = match quote.assurance {
            Assurance::Device | Assurance::DeviceUv => quote.button,
            Assurance::DeviceUvCard => words.of(keys::wallet::STEP_UP_CARD_BUTTON),
        };
        PayView {
            confirm: Some(PayConfirm {
                reference,
                lots_text: quote.lots_text,
                details: words.of(keys::common::DETAILS),
                lots: quote.lots,
                balance_after: quote.balance_after_text,
                proof: quote.assurance_text,
                hold: quote.assurance != Assurance::Device,
                hold_text: words.of(keys::wallet::PAY_HOLD_BUTTON),
                again_text: words.of(keys::wallet::PAY_AGAIN_BUTTON),
            }),
            // Another payment of hers to this shop is on its way.
            body: quote.waits.into_iter().collect(),
            primary: Some(button(Action::Confirm, text)),
            others: match paying.till {
                Some(_) => vec![button(Action::Stop, words.of(keys::common::STOP))],
                None => vec![button(Action::Change, words.of(keys::common::CHANGE))],
            },
            ..view
        }
    }

    fn pin(&self, words: Words, paying: &Paying) -> PayView {
        let pin = self.pin_prompt(PinPlace::PayPin, paying.card.tries_left, paying.card.after.as_ref());
        PayView {
            primary: Some(button(Action::Confirm, words.of(keys::common::NEXT))),
            others: vec![button(Action::Forgotten, pin.forgotten.title.clone())],
            pin: Some(pin.clone()),
            ..PayView::new(paying, pin.title)
        }
    }

    fn last_try_before_paying(&self, words: Words, paying: &Paying) -> PayView {
        let Some(last) = self.pin_prompt(PinPlace::PayPin, Some(1), None).last_try else {
            return self.pin(words, paying);
        };
        PayView {
            body: vec![last.body],
            primary: Some(button(Action::Again, last.stop)),
            others: vec![button(Action::Sure, last.sure)],
            ..PayView::new(paying, last.title)
        }
    }
}

fn trouble(words: Words, paying: &Paying, trouble: Option<CardTrouble>) -> PayView {
    let title = trouble.as_ref().map(|trouble| trouble.title.clone()).unwrap_or_default();
    PayView {
        body: trouble.iter().map(|trouble| trouble.body.clone()).collect(),
        trouble,
        primary: Some(button(Action::Again, words.of(keys::common::BACK))),
        others: vec![button(Action::Talk, words.of(keys::common::TALK_TO_STAFF))],
        ..PayView::new(paying, title)
    }
}
