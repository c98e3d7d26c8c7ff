//! The ways that lead from one screen to another.

use super::Screen;
use crate::{core::Core, view::Text};

/// A way to another screen.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct WayView {
    /// Where it leads.
    pub screen: Screen,
    /// What that screen is about: an id, or why she registers.
    pub about: Option<String>,
    /// Its words.
    pub text: Text,
}

impl WayView {
    /// A way there, in other words than the screen's own.
    pub(super) fn to(screen: Screen, text: Text) -> Self {
        Self { screen, about: None, text }
    }
}

impl Core {
    /// The way to a screen, by its name.
    pub(super) fn way(&self, screen: Screen) -> WayView {
        WayView::to(screen, self.words().of(screen.key()))
    }
}
