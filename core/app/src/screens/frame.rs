//! What stands around every screen.

use std::sync::atomic::Ordering;

use yui_texts::keys;

use super::{Screen, WayView};
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
    /// The button that ends work which can be ended.
    pub stop: Text,
    /// The bottom bar; at most four.
    pub tabs: Vec<WayView>,
    /// The calm banner while the town's server is not reached: what can be done all the same.
    pub offline: Option<Text>,
    /// What is said in its place for a moment once the server is reached again.
    pub online_again: Text,
}

impl Core {
    pub(super) fn frame(&self) -> FrameView {
        let words = self.words();
        let resident = self.resident.load(Ordering::Acquire);
        let offline = if resident { keys::common::OFFLINE_BANNER } else { keys::common::OFFLINE_GUEST };
        FrameView {
            app: words.of(keys::common::APP_NAME),
            back: words.of(keys::common::BACK),
            talk: words.of(keys::common::TALK_TO_STAFF),
            waiting: words.of(keys::common::WAITING),
            stop: words.of(keys::common::STOP),
            offline: self.reach.is_lost().then(|| words.of(offline)),
            online_again: words.of(keys::common::ONLINE_AGAIN),
            tabs: vec![
                WayView::to(Screen::Home, words.of(keys::common::TAB_HOME)),
                WayView::to(Screen::Scan, words.of(keys::common::TAB_PAY)),
            ],
        }
    }
}
