//! The first screen: the balance, what to do with it, and the one thing of today.

use yui_texts::{Args, keys};

use super::Screen;
use crate::{
    core::Core,
    error::AppResult,
    identity::IdentityView,
    view::{Text, Words},
    wallet::{Known, WalletView},
};

/// The first screen.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct HomeView {
    /// "Good day, …"; none for a guest.
    pub greeting: Option<Text>,
    /// Her balance; none for a guest.
    pub balance: Option<BalanceView>,
    /// What a guest reads first.
    pub guest: Option<GuestView>,
    /// The main button: paying, or for a guest registering.
    pub primary: TileView,
    /// The one thing of today.
    pub notice: Option<NoticeView>,
    /// What else there is, in her order.
    pub tiles: Vec<TileView>,
}

/// The balance as it is shown.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct BalanceView {
    /// "Balance".
    pub label: Text,
    /// How much, large; dots while it is hidden.
    pub value: Text,
    /// What a point is worth, small beside it.
    pub rate: Text,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The button that hides it or shows it.
    pub toggle: Text,
    /// What can be paid without network; none while it is hidden, or when nothing can.
    pub offline: Option<Text>,
    /// What runs out soon; none while it is hidden.
    pub expires: Option<Text>,
    /// As of when; none before it was first heard.
    pub as_of: Option<Text>,
}

/// What a guest reads first.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct GuestView {
    /// "Look around first".
    pub title: Text,
    /// What can be done without registering.
    pub body: Text,
}

/// The one thing of today, and where it leads.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct NoticeView {
    /// What it is.
    pub text: Text,
    /// Where it leads; none when there is nothing to do.
    pub screen: Option<Screen>,
    /// What that screen is about: a payment's id.
    pub about: Option<String>,
}

/// A way to another screen.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TileView {
    /// Where it leads.
    pub screen: Screen,
    /// Its words.
    pub text: Text,
}

/// What stands for a balance that is hidden.
const DOTS: &str = "•••••";

impl Core {
    pub(super) async fn home(&self) -> AppResult<HomeView> {
        let identity = self.identity_snapshot().await?;
        let known = self.read(Known::read).await?;
        let (wallet, open) = (self.wallet_view(&known), known.open_payments().next().map(|row| row.id));
        let preferences = self.preferences();
        let words = self.words();
        let tile = |screen: Screen| TileView { screen, text: words.of(screen.key()) };
        let guest = !identity.registered;
        let notice = open
            .map(|id| NoticeView {
                text: words.of(keys::wallet::PAY_PENDING),
                screen: Some(Screen::Paid),
                about: Some(id.to_string()),
            })
            .or_else(|| notice(&identity, &wallet));
        Ok(HomeView {
            greeting: identity.greeting,
            balance: (!guest).then(|| balance(words, &wallet, preferences.balance_hidden)),
            guest: guest.then(|| GuestView {
                title: words.of(keys::common::GUEST_TITLE),
                body: words.of(keys::common::GUEST_BODY),
            }),
            primary: tile(if guest { Screen::Register } else { Screen::Scan }),
            notice,
            tiles: preferences.in_order(tiles(guest)).into_iter().map(tile).collect(),
        })
    }
}

fn balance(words: Words, wallet: &WalletView, hidden: bool) -> BalanceView {
    let points = || words.get(keys::wallet::BALANCE_POINTS, &Args::new().points("amount", wallet.available));
    let shown = |text: &Option<Text>| text.clone().filter(|_| !hidden);
    BalanceView {
        label: words.of(keys::wallet::HOME_BALANCE),
        value: if hidden { Words::verbatim(DOTS) } else { points() },
        rate: words.of(keys::wallet::BALANCE_RATE),
        hidden,
        toggle: words.of(if hidden { keys::wallet::BALANCE_SHOW } else { keys::wallet::BALANCE_HIDE }),
        offline: shown(&wallet.offline_text),
        expires: wallet.expires_soon.as_ref().map(|soon| soon.text.clone()).filter(|_| !hidden),
        as_of: wallet.as_of_text.clone(),
    }
}

/// What a person should know today, the most pressing first.
fn notice(identity: &IdentityView, wallet: &WalletView) -> Option<NoticeView> {
    let to = |text: &Text, screen| NoticeView { text: text.clone(), screen, about: None };
    let review = identity.review_text.as_ref().map(|text| to(text, Some(Screen::Register)));
    let card = identity.card_warning.as_ref().map(|text| to(text, None));
    let code = wallet.code.as_ref().map(|code| to(&code.note, Some(Screen::Code)));
    let no_lock = identity.no_lock_text.as_ref().map(|text| to(text, None));
    review.or(code).or(card).or(no_lock)
}

/// What there is to go to, in the order in which it comes.
fn tiles(guest: bool) -> Vec<Screen> {
    let hers = [Screen::Code, Screen::History];
    hers.into_iter().filter(|_| !guest).chain([Screen::Settings]).collect()
}
