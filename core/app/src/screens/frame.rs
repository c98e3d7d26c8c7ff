//! What stands around every screen.

use yui_texts::keys;

use super::{Screen, TileView};
use crate::{core::Core, view::Text};

/// The words around every screen.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct FrameView {
    /// The app's name, also for the system's list of apps.
    pub app: Text,
    /// The way back, top left.
    pub back: Text,
    /// The way to a person, top right.
    pub talk: Text,
    /// What is said of work that takes longer than two seconds.
    pub waiting: Text,
    /// The bottom bar; at most four.
    pub tabs: Vec<TileView>,
}

impl Core {
    pub(super) fn frame(&self) -> FrameView {
        let words = self.words();
        FrameView {
            app: words.of(keys::common::APP_NAME),
            back: words.of(keys::common::BACK),
            talk: words.of(keys::common::TALK_TO_STAFF),
            waiting: words.of(keys::common::WAITING),
            tabs: vec![
                TileView { screen: Screen::Home, text: words.of(keys::common::TAB_HOME) },
                TileView { screen: Screen::Scan, text: words.of(keys::common::TAB_PAY) },
            ],
        }
    }
}
