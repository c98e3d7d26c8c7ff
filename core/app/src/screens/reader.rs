//! The phone's reader and the card in front of it, as a screen shows them.

use yui_protocol::ErrorCode;
use yui_texts::{Key, keys};

use crate::{
    identity::CardStep,
    view::{Text, Words},
};

/// Where the card is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, uniffi::Enum)]
pub enum ReaderState {
    /// This phone cannot read cards.
    Absent,
    /// The person has switched reading off.
    Off,
    /// No card yet.
    #[default]
    Waiting,
    /// A card is there and has not been spoken to.
    Near,
    /// The card is read; it must not move.
    Reading,
    /// The card went away too early.
    Lost,
    /// It is another kind of card.
    Wrong,
    /// The card was read and may go.
    Read,
}

/// The reader as it is drawn and read out.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ReaderView {
    /// Where the card is.
    pub state: ReaderState,
    /// The same in words; said aloud when it changes.
    pub text: Text,
}

impl ReaderState {
    pub(super) fn view(self, words: Words) -> ReaderView {
        ReaderView { state: self, text: words.of(self.key()) }
    }

    /// Whether a card can be held to the phone now.
    pub(super) fn takes_cards(self) -> bool {
        !matches!(self, Self::Absent | Self::Off)
    }

    /// The same reader with no card at it.
    pub(super) fn without_card(self) -> Self {
        if self.takes_cards() { Self::Waiting } else { self }
    }

    /// The reader after a card was refused so.
    pub(super) fn after(self, refused: &ErrorCode) -> Self {
        match refused {
            ErrorCode::CardLost => Self::Lost,
            ErrorCode::CardUnsupported => Self::Wrong,
            _ => self.without_card(),
        }
    }

    fn key(self) -> Key {
        match self {
            Self::Absent => keys::identity::CARD_READER_ABSENT,
            Self::Off => keys::identity::CARD_READER_OFF,
            Self::Waiting => keys::identity::CARD_HOLD,
            Self::Near => keys::identity::CARD_NEAR,
            Self::Reading => keys::identity::CARD_READING,
            Self::Lost => keys::identity::CARD_LOST,
            Self::Wrong => keys::identity::CARD_WRONG,
            Self::Read => keys::identity::CARD_DONE,
        }
    }
}

impl From<CardStep> for ReaderState {
    fn from(step: CardStep) -> Self {
        match step {
            CardStep::Reading => Self::Reading,
            CardStep::Read | CardStep::Sending => Self::Read,
        }
    }
}
