//! What the app tells a person of by itself, in its list and, for who wants it, by the phone's notifications. A
//! notification says that there is something, never what: it may be seen on a locked screen.

mod news;
mod telling;

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use yui_texts::{Key, keys};

use crate::{AppError, core::Core, runtime, view::Text};

pub(crate) use news::{About, News, news};
pub(crate) use telling::{KeptNotices, seen};

/// What a person can have notified or not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, uniffi::Enum)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// Points came, were given back, or were paid by her code.
    Money,
    /// Points or the card's certificate end soon.
    Deadlines,
    /// A phone was added or removed, or a registration was looked at.
    Safety,
}

impl NoticeKind {
    /// All of them, in the order of the list.
    pub(crate) const ALL: [Self; 3] = [Self::Money, Self::Deadlines, Self::Safety];

    /// The id of the channel by which a phone's system shows it.
    fn channel(self) -> &'static str {
        match self {
            Self::Money => "payments",
            Self::Deadlines | Self::Safety => "notices",
        }
    }

    /// What it is called.
    pub(crate) fn key(self) -> Key {
        match self {
            Self::Money => keys::notices::NOTICES_MONEY,
            Self::Deadlines => keys::notices::NOTICES_DEADLINES,
            Self::Safety => keys::notices::NOTICES_SAFETY,
        }
    }
}

/// A notification, as the phone's system shows it.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct NewsView {
    /// The id of the system's channel: `payments` or `notices`.
    pub channel: String,
    /// That there is something.
    pub title: Text,
    /// What to do.
    pub body: Text,
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Notices {
    core: Arc<Core>,
}

impl Notices {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread and returns without blocking it.
#[uniffi::export]
impl Notices {
    /// Has this kind notified or not; what there was before is not.
    pub async fn want(&self, kind: NoticeKind, wanted: bool) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.want_notices(kind, wanted).await }).await
    }

    /// What the phone's system is to show now, once a channel: asked now and then while the app is in the back. Asks the
    /// server only where something is wanted; without network what this phone knows by itself is told all the same.
    /// `device_revoked` when this phone was removed.
    pub async fn check(&self) -> Result<Vec<NewsView>, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.check_notices().await }).await
    }
}
