//! What each screen of the apps shows, whole: one file a screen, by the name that its folder has on both phones. A UI
//! draws the record, hands back what the person did, and knows no rule and no word.

mod about;
mod asked;
mod back;
mod card;
mod card_try;
mod charge;
mod code;
mod devices;
mod ended;
mod export;
mod frame;
mod history;
mod home;
mod keypad;
mod leave;
mod licences;
mod limits;
mod lost;
mod lots;
mod notices;
mod paid;
mod pairing;
mod pay;
mod points;
mod purpose;
mod qr;
mod reader;
mod receipt;
mod receive;
mod register;
mod remove;
mod scan;
mod screen;
mod settings;
mod shops;
mod talk;
mod tries;
mod turn;
mod visitor;
mod way;

use std::sync::Arc;

use crate::{AppError, core::Core, runtime};
use yui_protocol::CommandId;

pub use about::AboutView;
pub(crate) use asked::Asked;
pub use card::CardView;
pub use charge::ChargeView;
pub use code::CodeView;
pub use devices::DevicesView;
pub use ended::Ended;
pub use export::{ExportView, PeriodView};
pub use frame::FrameView;
pub use history::HistoryView;
pub use home::{ArrangeView, BalanceView, GuestView, HomeView, TileMove, TileMoves};
pub use leave::{LeaveAction, LeaveButton, LeaveView};
pub use licences::{LicenceLine, LicencePart, LicencesView};
pub use limits::LimitsView;
pub use lost::LostView;
pub use lots::{LotView, LotsView};
pub use notices::{NoticeDay, NoticeSwitch, NoticeView, NoticesView};
pub use paid::{PaidState, PaidView};
pub use pairing::PairingView;
pub(crate) use pay::Paying;
pub use pay::{Pay, PayAction, PayButton, PayConfirm, PayStep, PayView};
pub use points::PointsView;
pub use purpose::enrol_purpose;
pub use qr::QrView;
pub use reader::{ReaderState, ReaderView};
pub use receipt::ReceiptView;
pub(crate) use receive::Receiving;
pub use receive::{Receive, ReceiveAction, ReceiveButton, ReceiveStep, ReceiveView, SpokenView, TakingsView};
pub(crate) use register::Registering;
pub use register::{NeedView, Picture, Register, RegisterAction, RegisterButton, RegisterStep, RegisterView};
pub use remove::{RemoveAction, RemoveButton, RemoveView};
pub use scan::{ScanView, Scanned};
pub use screen::Screen;
pub use settings::{SettingsQuestion, SettingsView, TextSizeView, ThemeView};
pub use shops::{ShopLine, ShopsView};
pub use talk::TalkView;
pub(crate) use tries::Trying;
pub use tries::{Tries, TriesLine, TriesView};
pub(crate) use visitor::Visiting;
pub use visitor::{Visitor, VisitorAction, VisitorButton, VisitorStep, VisitorView};
pub use way::WayView;

impl Core {
    /// What was typed for the card is forgotten: she is not looking any more.
    pub(crate) fn leave_jobs(&self) {
        self.paying_is_left();
        self.registering_is_left();
    }

    /// Forgets where registering and paying stand: whoever comes next did not begin them.
    pub(crate) fn forget_jobs(&self) {
        *self.paying() = Paying::default();
        *self.registering() = Registering::default();
        *self.trying() = Trying::default();
        *self.visiting() = Visiting::default();
        *self.receiving() = Receiving::default();
        self.charging.is_forgotten();
        self.pairing.is_forgotten();
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
    /// What stands around every screen: the way back, the way to a person, the bottom bar, the banner about the network.
    /// [`Topic::Settings`](crate::Topic) and [`Topic::Network`](crate::Topic) say when it changed.
    #[must_use]
    pub fn frame(&self) -> FrameView {
        self.core.frame()
    }

    /// She goes back within the job of that screen. False where no screen of it is before: then the UI leaves it.
    pub async fn back(&self, screen: Screen) -> Result<bool, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.goes_back(screen).await }).await
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

    /// Whether how this payment ended is to be felt and heard now: true once in a run of the app, however often its screen
    /// is drawn. Answers at once.
    #[must_use]
    pub fn feels(&self, id: CommandId) -> bool {
        self.core.feels(id)
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

    /// Charging: where one can, or the voucher that was scanned as `about` ([`Scanned::about`]). Asks the server only at a
    /// first start without the town's configuration. [`Topic::Wallet`](crate::Topic) and
    /// [`Topic::History`](crate::Topic) say when it changed.
    pub async fn charge(&self, about: Option<CommandId>) -> Result<ChargeView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.charge_view(about).await }).await
    }

    /// Charges by that voucher, once however often it is asked for. An error of the act itself is a part of the view.
    pub async fn charge_by_voucher(&self, about: CommandId) -> Result<ChargeView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.charge(about).await }).await
    }

    /// Making this phone a shop's, by the code that was scanned as `about`. [`Topic::Shop`](crate::Topic) says when it
    /// changed. Answers at once.
    #[must_use]
    pub fn pairing(&self, about: Option<CommandId>) -> PairingView {
        self.core.pairing_view(about)
    }

    /// Makes it that shop's. An error of the act itself is a part of the view.
    pub async fn pair(&self, about: CommandId) -> Result<PairingView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.pair_scanned(about).await }).await
    }

    /// Where one can pay: the first `pages` pages, from 1, of the shops whose name, reading or part of town holds `search`,
    /// all where it is empty; for a guest too. Asks the server; that it cannot be asked is a part of the view.
    pub async fn shops(&self, search: String, pages: u32) -> Result<ShopsView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { Ok(core.shops_view(&search, pages).await) }).await
    }

    /// How to reach a person; `about` is the code of what went wrong. Asks the server only at a first start without the
    /// town's configuration.
    pub async fn talk(&self, about: Option<String>) -> Result<TalkView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.talk(about).await }).await
    }

    /// Her phones, as the server knows them now; as they were last heard of without network. For a guest the way in for
    /// who registered before.
    pub async fn devices(&self) -> Result<DevicesView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.devices_view().await }).await
    }

    /// Whether to remove the phone of this id, or to sign out of this one, which is what none means. `not_found` when
    /// this phone knows none of it.
    pub async fn remove(&self, id: Option<String>) -> Result<RemoveView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.remove_view(id).await }).await
    }

    /// What to do when a phone is lost.
    pub async fn lost(&self) -> Result<LostView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.lost_view().await }).await
    }

    /// What is known of her card, and what it is for; for a guest too.
    pub async fn card(&self) -> Result<CardView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.card_view().await }).await
    }

    /// Leaving the service: what is lost, and then, `sure` being asked for, whether she means it.
    pub async fn leave(&self, sure: bool) -> Result<LeaveView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.leave_view(sure).await }).await
    }

    /// How the app looks and speaks, and the ways to what is seldom needed; `about` is what alone is asked.
    #[uniffi::method(default(about = None))]
    pub async fn settings(&self, about: Option<String>) -> Result<SettingsView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.settings_view(about.as_deref()).await }).await
    }

    /// Her points by lot.
    pub async fn lots(&self) -> Result<LotsView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.lots().await }).await
    }

    /// What the person may hold and pay; for a guest, what she may once her card is registered. Asks the server only at
    /// a first start without the town's configuration.
    pub async fn limits(&self) -> Result<LimitsView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.limits().await }).await
    }

    /// The town's kinds of points, with what the law wants shown of each; for a guest too. Asks the server as `limits`
    /// does.
    pub async fn points(&self) -> Result<PointsView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.points().await }).await
    }

    /// The months of the history that can be given away as a file.
    pub async fn export(&self) -> Result<ExportView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.export_view().await }).await
    }

    /// What the app told the person, and what her phone may notify her of.
    pub async fn notices(&self) -> Result<NoticesView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.notices().await }).await
    }

    /// What the app is, and what is kept where. Asks the server as `limits` does.
    pub async fn about(&self) -> Result<AboutView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.about().await }).await
    }

    /// The software of others in the app.
    #[must_use]
    pub fn licences(&self) -> LicencesView {
        self.core.licences()
    }
}
