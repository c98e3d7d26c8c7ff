//! What the screens of registering show.

use yui_protocol::identity::EnrolPurpose;
use yui_texts::{Args, keys};

use super::{
    RegisterAction as Action, RegisterStep as Step,
    flow::{Kept, Registering},
};
use crate::{
    core::Core,
    error::AppResult,
    identity::{CardTrouble, PinPlace, PinPrompt, WayOn, WayOnView, review_text},
    screens::reader::ReaderView,
    view::{ErrorView, Text, Words},
};

/// How many screens there are from the first to the last; troubles are asides.
const SCREENS: u32 = 5;

/// A screen of registering.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct RegisterView {
    /// Which it is.
    pub step: Step,
    /// The how manieth it is of [`Self::screens`], from 1.
    pub number: u32,
    /// How many there are.
    pub screens: u32,
    /// What it asks, or says.
    pub title: Text,
    /// Who is registered now, once it is done.
    pub name: Option<Text>,
    /// Words below it.
    pub body: Vec<Text>,
    /// What to have at hand, with a picture each.
    pub needs: Vec<NeedView>,
    /// The field for the password or PIN.
    pub pin: Option<PinPrompt>,
    /// The card at the phone.
    pub reader: Option<ReaderView>,
    /// The ways on of somebody whose card or PIN does not serve.
    pub trouble: Option<CardTrouble>,
    /// What went wrong, where a further try can mend it.
    pub error: Option<ErrorView>,
    /// What the error's button does, where it does not lead elsewhere.
    pub again: Option<Action>,
    /// What is waited for.
    pub working: Option<Text>,
    /// The one button at the bottom.
    pub primary: Option<RegisterButton>,
    /// Other ways, as plain buttons.
    pub others: Vec<RegisterButton>,
}

/// A thing to have at hand.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct NeedView {
    /// Its picture.
    pub picture: Picture,
    /// Its name.
    pub text: Text,
}

/// A picture that both UIs have.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum Picture {
    /// The My Number card.
    Card,
    /// A password.
    Password,
    /// A phone with waves towards a card.
    Phone,
}

/// A button.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct RegisterButton {
    /// What it does.
    pub action: Action,
    /// Its words.
    pub text: Text,
}

fn button(action: Action, text: Text) -> RegisterButton {
    RegisterButton { action, text }
}

impl RegisterView {
    fn new(step: Step, number: u32, title: Text) -> Self {
        Self {
            step,
            number,
            screens: SCREENS,
            title,
            name: None,
            body: Vec::new(),
            needs: Vec::new(),
            pin: None,
            reader: None,
            trouble: None,
            error: None,
            again: None,
            working: None,
            primary: None,
            others: Vec::new(),
        }
    }
}

impl Core {
    pub(super) async fn register_view(&self) -> AppResult<RegisterView> {
        let identity = self.identity_snapshot().await?;
        let words = self.words();
        let registering = self.registering();
        let Some(kept) = registering.kept else { return Ok(self.need(words, &registering)) };
        let view = match kept.step {
            // The card was read and the server has the rest: how that stands is what the phone knows by now.
            Step::Done | Step::Review if identity.registered => match &registering.reviewed {
                Some(reference) => {
                    RegisterView { others: Vec::new(), ..review(words, review_text(words, reference)) }
                }
                None => done(words, kept.purpose, &identity.name),
            },
            Step::Need | Step::Done | Step::Review if identity.refused_text.is_some() => refused(words),
            Step::Done | Step::Review => match identity.review_text {
                Some(title) => review(words, title),
                None => self.need(words, &registering),
            },
            Step::Need => self.need(words, &registering),
            Step::Reads => reads(words),
            Step::Secret => self.secret(words, kept, &registering),
            Step::LastTry => self.last_try(words, kept, &registering),
            Step::Hold => hold(words, &registering),
            Step::Trouble => self
                .trouble_of(kept.place(), &registering.card)
                .map_or_else(|| hold(words, &registering), trouble),
            Step::Sending => sending(words, &registering),
        };
        let error = registering.error.as_ref().or(registering.card.error());
        let again = if view.step == Step::Review { Action::Check } else { Action::Again };
        Ok(RegisterView { error: error.map(|error| words.error(error)), again: error.map(|_| again), ..view })
    }

    fn need(&self, words: Words, registering: &Registering) -> RegisterView {
        let need = |picture, key| NeedView { picture, text: words.of(key) };
        let counter = self.known_municipality().map(|town| {
            let office = yui_texts::town_words(words.0, &town.contact.name);
            words.get(keys::identity::REGISTER_COUNTER_ROUTE, &Args::new().text("office", office))
        });
        // Who cannot go on with this phone is told before she has typed anything.
        let reader = registering.card.reader;
        let reader = (!reader.takes_cards()).then(|| reader.view(words));
        RegisterView {
            needs: vec![
                need(Picture::Card, keys::identity::REGISTER_NEED_CARD),
                need(Picture::Password, keys::identity::REGISTER_NEED_PASSWORD),
                need(Picture::Phone, keys::identity::REGISTER_NEED_PHONE),
            ],
            body: [words.of(keys::identity::REGISTER_PIN_ROUTE)].into_iter().chain(counter).collect(),
            reader,
            primary: Some(button(Action::Password, words.of(keys::identity::REGISTER_START))),
            others: vec![
                button(Action::Digits, words.of(keys::identity::REGISTER_PIN_ROUTE_BUTTON)),
                button(Action::Talk, words.of(keys::identity::WAY_COUNTER_BUTTON)),
            ],
            ..RegisterView::new(Step::Need, 1, words.of(keys::identity::REGISTER_NEED))
        }
    }

    fn secret(&self, words: Words, kept: Kept, registering: &Registering) -> RegisterView {
        let pin = self.pin_prompt(kept.place(), registering.card.tries_left, registering.card.after.as_ref());
        let digits = (kept.place() == PinPlace::RegisterPassword)
            .then(|| button(Action::Digits, words.of(keys::identity::REGISTER_PIN_ROUTE_BUTTON)));
        RegisterView {
            primary: Some(button(Action::Next, words.of(keys::common::NEXT))),
            others: [button(Action::Forgotten, pin.forgotten.title.clone())]
                .into_iter()
                .chain(digits)
                .collect(),
            pin: Some(pin.clone()),
            ..RegisterView::new(Step::Secret, 3, pin.title)
        }
    }

    fn last_try(&self, words: Words, kept: Kept, registering: &Registering) -> RegisterView {
        let Some(last) = self.pin_prompt(kept.place(), Some(1), None).last_try else {
            return hold(words, registering);
        };
        RegisterView {
            body: vec![last.body],
            primary: Some(button(Action::Stop, last.stop)),
            others: vec![button(Action::Sure, last.sure)],
            ..RegisterView::new(Step::LastTry, 3, last.title)
        }
    }
}

fn reads(words: Words) -> RegisterView {
    RegisterView {
        body: vec![words.of(keys::identity::REGISTER_READS), words.of(keys::identity::REGISTER_NEVER_READS)],
        primary: Some(button(Action::Next, words.of(keys::common::NEXT))),
        ..RegisterView::new(Step::Reads, 2, words.of(keys::identity::REGISTER_READS_TITLE))
    }
}

fn hold(words: Words, registering: &Registering) -> RegisterView {
    RegisterView {
        others: vec![button(Action::Stop, words.of(keys::common::STOP))],
        reader: Some(registering.card.reader.view(words)),
        ..RegisterView::new(Step::Hold, 4, words.of(keys::identity::CARD_HOLD))
    }
}

fn sending(words: Words, registering: &Registering) -> RegisterView {
    RegisterView {
        reader: Some(registering.card.reader.view(words)),
        working: Some(words.of(keys::common::WAITING)),
        ..RegisterView::new(Step::Sending, 4, words.of(keys::identity::REGISTER_SENDING))
    }
}

fn trouble(trouble: CardTrouble) -> RegisterView {
    let leads = |way: &WayOnView| {
        let action = match way.way {
            WayOn::FourDigitPin => Action::Digits,
            WayOn::Counter => Action::Talk,
            WayOn::ConvenienceStore | WayOn::TownOffice => return None,
        };
        way.button.clone().map(|text| button(action, text))
    };
    RegisterView {
        body: vec![trouble.body.clone()],
        others: trouble.ways.iter().filter_map(leads).collect(),
        trouble: Some(trouble.clone()),
        ..RegisterView::new(Step::Trouble, 3, trouble.title)
    }
}

fn review(words: Words, title: Text) -> RegisterView {
    RegisterView {
        body: vec![words.of(keys::identity::REGISTER_REVIEW_BODY)],
        primary: Some(button(Action::Finish, words.of(keys::wallet::PAID_DONE))),
        others: vec![
            button(Action::Check, words.of(keys::identity::REGISTER_REVIEW_CHECK)),
            button(Action::Again, words.of(keys::identity::REGISTER_AGAIN)),
        ],
        ..RegisterView::new(Step::Review, SCREENS, title)
    }
}

/// What staff decided, and the way to them.
fn refused(words: Words) -> RegisterView {
    RegisterView {
        body: vec![words.of(keys::identity::REGISTER_REFUSED_BODY)],
        primary: Some(button(Action::Talk, words.of(keys::common::TALK_TO_STAFF))),
        others: vec![
            button(Action::Again, words.of(keys::identity::REGISTER_AGAIN)),
            button(Action::Finish, words.of(keys::wallet::PAID_DONE)),
        ],
        ..RegisterView::new(Step::Review, SCREENS, words.of(keys::identity::REGISTER_REFUSED))
    }
}

fn done(words: Words, purpose: EnrolPurpose, name: &str) -> RegisterView {
    let body = match purpose {
        EnrolPurpose::ReplaceLost => keys::identity::LOST_DONE,
        EnrolPurpose::Register | EnrolPurpose::AddDevice | EnrolPurpose::RenewUserKey => {
            keys::identity::REGISTER_DONE_BODY
        }
    };
    RegisterView {
        name: (!name.is_empty()).then(|| Words::verbatim(name)),
        body: vec![words.of(body)],
        primary: Some(button(Action::Finish, words.of(keys::wallet::PAID_DONE))),
        ..RegisterView::new(Step::Done, SCREENS, words.of(keys::identity::REGISTER_DONE))
    }
}
