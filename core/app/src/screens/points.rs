//! What the law wants shown of each of the town's kinds of points, for a guest too.

use super::Screen;
use crate::{core::Core, error::AppResult, view::Text, wallet::ProgrammeView};

/// About the points.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct PointsView {
    /// "About these points".
    pub title: Text,
    /// The kinds: issuer, limit, validity, shops, contact, how misuse is made good.
    pub programmes: Vec<ProgrammeView>,
}

impl Core {
    pub(super) async fn points(&self) -> AppResult<PointsView> {
        Ok(PointsView { title: self.words().of(Screen::Points.key()), programmes: self.programmes().await? })
    }
}
