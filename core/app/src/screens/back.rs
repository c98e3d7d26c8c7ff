//! The way back within a job of several screens.

use std::sync::Arc;

use super::Screen;
use crate::{core::Core, error::AppResult};

impl Core {
    /// See [`Screens::back`](super::Screens::back).
    pub(super) async fn goes_back(self: &Arc<Self>, screen: Screen) -> AppResult<bool> {
        match screen {
            Screen::Register => self.registering_goes_back().await,
            Screen::Visitor => Ok(self.visiting_goes_back()),
            Screen::Pay => Ok(self.paying_goes_back()),
            Screen::Receive => self.receiving_goes_back().await,
            _ => Ok(false),
        }
    }
}
