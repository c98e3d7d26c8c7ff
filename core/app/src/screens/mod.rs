//! What each screen of the apps shows, whole: one file a screen, by the name that its folder has on both phones. A UI
//! draws the record, hands back what the person did, and knows no rule and no word.

mod code;
mod frame;
mod history;
mod home;
mod paid;
mod pay;
mod qr;
mod reader;
mod receipt;
mod register;
mod scan;
mod settings;
mod talk;

use std::sync::Arc;

use yui_protocol::CommandId;
use yui_texts::{Key, keys};

use crate::{AppError, core::Core, runtime};

pub use code::CodeView;
pub use frame::FrameView;
pub use history::HistoryView;
pub use home::{BalanceView, GuestView, HomeView, NoticeView, TileView};
pub use paid::{PaidState, PaidView};
pub(crate) use pay::Paying;
pub use pay::{Pay, PayAction, PayButton, PayConfirm, PayStep, PayView};
pub use qr::QrView;
pub use reader::{ReaderState, ReaderView};
pub use receipt::ReceiptView;
pub(crate) use register::Registering;
pub use register::{NeedView, Picture, Register, RegisterAction, RegisterButton, RegisterStep, RegisterView};
pub use scan::{ScanView, Scanned};
pub use settings::{SettingsView, TextSizeView, ThemeView};
pub use talk::TalkView;

/// The screens that there are, by the names that they have everywhere.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum Screen {
    /// The first one.
    Home,
    /// Becoming a registered resident.
    Register,
    /// The scanner, for any code.
    Scan,
    /// Paying a shop.
    Pay,
    /// What became of a payment, for the shop's eyes too.
    Paid,
    /// The code that pays without a network.
    Code,
    /// What was paid and received.
    History,
    /// One line of it.
    Receipt,
    /// How to reach a person.
    Talk,
    /// How the app looks and speaks.
    Settings,
}

impl Screen {
    /// Every screen.
    const ALL: [Self; 10] = [
        Self::Home,
        Self::Register,
        Self::Scan,
        Self::Pay,
        Self::Paid,
        Self::Code,
        Self::History,
        Self::Receipt,
        Self::Talk,
        Self::Settings,
    ];

    /// Its word, as it is kept.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Register => "register",
            Self::Scan => "scan",
            Self::Pay => "pay",
            Self::Paid => "paid",
            Self::Code => "code",
            Self::History => "history",
            Self::Receipt => "receipt",
            Self::Talk => "talk",
            Self::Settings => "settings",
        }
    }

    /// What it is called where one can go to it.
    fn key(self) -> Key {
        match self {
            Self::Home => keys::common::TAB_HOME,
            Self::Register => keys::common::GUEST_REGISTER,
            Self::Scan | Self::Pay => keys::wallet::HOME_PAY,
            Self::Paid => keys::wallet::PAID_TITLE,
            Self::Code => keys::wallet::CODE_TITLE,
            Self::History => keys::wallet::HISTORY_TITLE,
            Self::Receipt => keys::wallet::RECEIPT_TITLE,
            Self::Talk => keys::common::TALK_TO_STAFF,
            Self::Settings => keys::common::SETTINGS_TITLE,
        }
    }
}

/// Every screen's name, for what compares the folders of the apps with it.
#[uniffi::export]
#[must_use]
pub fn screen_names() -> Vec<String> {
    Screen::ALL.map(|screen| screen.word().to_owned()).to_vec()
}

impl Core {
    /// Forgets where registering and paying stand: whoever comes next did not begin them.
    pub(crate) fn forget_jobs(&self) {
        *self.paying() = Paying::default();
        *self.registering() = Registering::default();
    }
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Screens {
    core: Arc<Core>,
}

impl Screens {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread and works without network; one that is not `async` answers at once.
#[uniffi::export]
impl Screens {
    /// What stands around every screen: the way back, the way to a person, the bottom bar.
    #[must_use]
    pub fn frame(&self) -> FrameView {
        self.core.frame()
    }

    /// The first screen, for a guest too.
    pub async fn home(&self) -> Result<HomeView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.home().await }).await
    }

    /// The scanner.
    pub async fn scan(&self) -> Result<ScanView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.scan_view().await }).await
    }

    /// Where a scanned or pasted text leads; what it is about is ready there. Any text at all may be given. Asks the
    /// server about a shop or an order where it can.
    pub async fn scanned(&self, text: String) -> Result<Scanned, AppError> {
        let core = self.core.clone();
        runtime::run(async move { Ok(core.scanned_leads(text).await) }).await
    }

    /// What became of a payment: `payment_unknown` when this phone knows none of this id.
    pub async fn paid(&self, id: CommandId) -> Result<PaidView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.paid(id).await }).await
    }

    /// The code that pays, as it stands; with `make` a new one where none can be used.
    pub async fn code(&self, make: bool) -> Result<CodeView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.code_screen(make).await }).await
    }

    /// What was paid and received: the newest `pages` pages, from 1, of what holds the words of `search`, all where it is
    /// empty.
    pub async fn history(&self, search: String, pages: u32) -> Result<HistoryView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.history_view(search, pages).await }).await
    }

    /// One line of the history: `payment_unknown` when this phone knows none of this id.
    pub async fn receipt(&self, id: CommandId) -> Result<ReceiptView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.receipt(id).await }).await
    }

    /// How to reach a person; `about` is the code of what went wrong. Asks the server only at a first start without the
    /// town's configuration.
    pub async fn talk(&self, about: Option<String>) -> Result<TalkView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.talk(about).await }).await
    }

    /// How the app looks and speaks.
    #[must_use]
    pub fn settings(&self) -> SettingsView {
        self.core.settings_view()
    }
}
