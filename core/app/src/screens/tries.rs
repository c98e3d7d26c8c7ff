//! How many tries the card's PIN and password have left: she holds the card, and it costs none.

use std::sync::{Arc, MutexGuard, PoisonError};

use yui_protocol::ErrorCode;
use yui_texts::{Key, keys};

use super::{
    Screen,
    reader::{ReaderState, ReaderView},
    turn::{Job, Turn},
};
use crate::{
    AppError, Topic,
    core::Core,
    identity::{CardTries, CardTrouble, PinPlace},
    platform::CardTransport,
    runtime,
    view::{ErrorView, Text, Words},
};

/// What the card told, or the card at the phone.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TriesView {
    /// What is asked of the card.
    pub title: Text,
    /// What happens, and that it costs no try.
    pub body: Text,
    /// The card at the phone; none once it has told.
    pub reader: Option<ReaderView>,
    /// What it told.
    pub lines: Vec<TriesLine>,
    /// What to do about what it lacks, or what is blocked.
    pub troubles: Vec<CardTrouble>,
    /// What went wrong, where the reader does not say it.
    pub error: Option<ErrorView>,
    /// To hold a card again.
    pub again: Option<Text>,
}

/// A PIN or password, and how many tries it has left.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TriesLine {
    /// Which.
    pub name: Text,
    /// How many, in words.
    pub text: Text,
    /// Whether it can still be used.
    pub usable: bool,
}

/// Where that stands.
pub(crate) struct Trying {
    turn: Turn,
    reader: ReaderState,
    ended: Option<Result<CardTries, AppError>>,
}

impl Trying {
    fn with(reader: ReaderState) -> Self {
        Self { turn: Turn::next(), reader, ended: None }
    }
}

impl Default for Trying {
    fn default() -> Self {
        Self::with(ReaderState::default())
    }
}

impl Job for Trying {
    const TOPIC: Topic = Topic::Tries;

    fn turn(&self) -> Turn {
        self.turn
    }
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Tries {
    core: Arc<Core>,
}

impl Tries {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread and works without network; one that is not `async` answers at once.
#[uniffi::export]
impl Tries {
    /// What it shows now. [`Topic::Tries`](crate::Topic) says when it changed.
    #[must_use]
    pub fn view(&self) -> TriesView {
        self.core.tries_view()
    }

    /// She came, or wants to hold a card again: what another card told is forgotten, and what is still on its way is
    /// nobody's.
    pub fn begin(&self) {
        self.core.tries_begin();
    }

    /// What the phone's reader is doing, other than while a card is read.
    pub fn reader(&self, state: ReaderState) {
        self.core.job_becomes(&self.core.trying, |trying| trying.reader = state);
    }

    /// The card is at the phone. What goes wrong is a part of the view; once a card has told, no other is asked before
    /// [`Tries::begin`].
    pub async fn hold(&self, card: Arc<dyn CardTransport>) -> Result<TriesView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.tries_of(card).await;
            Ok(core.tries_view())
        })
        .await
    }
}

impl Core {
    pub(in crate::screens) fn trying(&self) -> MutexGuard<'_, Trying> {
        self.trying.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tries_begin(&self) {
        self.job_becomes(&self.trying, |trying| *trying = Trying::with(trying.reader.without_card()));
    }

    async fn tries_of(&self, card: Arc<dyn CardTransport>) {
        let reads = self.job_becomes(&self.trying, |trying| {
            (!matches!(trying.ended, Some(Ok(_)))).then(|| {
                *trying = Trying::with(ReaderState::Reading);
                trying.turn
            })
        });
        let Some(turn) = reads else { return };
        let told = self.card_state(card).await;
        self.job_hears(&self.trying, turn, |trying| {
            trying.reader = match &told {
                Ok(_) => ReaderState::Read,
                Err(error) => trying.reader.after(error.code()),
            };
            trying.ended = Some(told);
        });
    }

    fn tries_view(&self) -> TriesView {
        let words = self.words();
        let trying = self.trying();
        let told = trying.ended.as_ref().and_then(|ended| ended.as_ref().ok());
        let failed = trying.ended.as_ref().and_then(|ended| ended.as_ref().err());
        let said = matches!(trying.reader, ReaderState::Lost | ReaderState::Wrong);
        TriesView {
            title: words.of(Screen::Tries.key()),
            body: words.of(keys::identity::TRIES_BODY),
            reader: told.is_none().then(|| trying.reader.view(words)),
            lines: told.map(|told| lines(words, told)).unwrap_or_default(),
            troubles: told.map(|told| self.troubles_of(told)).unwrap_or_default(),
            error: failed.filter(|_| !said).map(|error| words.error(error)),
            again: told.map(|_| words.of(keys::common::TRY_AGAIN)),
        }
    }

    /// What to do about what the card lacks, or what is blocked.
    fn troubles_of(&self, told: &CardTries) -> Vec<CardTrouble> {
        let places =
            [(told.password_tries, PinPlace::RegisterPassword), (told.pin_tries, PinPlace::RegisterPin)];
        let blocked = places
            .into_iter()
            .filter(|(left, _)| *left == Some(0))
            .filter_map(|(_, place)| self.card_trouble(place, &ErrorCode::PinBlocked.into()));
        blocked.chain(told.without.clone()).collect()
    }
}

fn lines(words: Words, told: &CardTries) -> Vec<TriesLine> {
    let line = |name: Key, left: Option<u32>, text: &Option<Text>, blocked: Key| {
        let usable = left.is_some_and(|left| left > 0);
        let text = if usable { text.clone()? } else { words.of(blocked) };
        left.map(|_| TriesLine { name: words.of(name), text, usable })
    };
    [
        line(
            keys::identity::TRIES_PASSWORD,
            told.password_tries,
            &told.password_text,
            keys::identity::PIN_BLOCKED_TITLE,
        ),
        line(
            keys::identity::TRIES_DIGITS,
            told.pin_tries,
            &told.pin_text,
            keys::identity::PIN_BLOCKED_DIGITS_TITLE,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
