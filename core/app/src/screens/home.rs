//! The first screen: the balance, what to do with it, and the one thing of today.

use yui_texts::{Args, Key, keys};

use super::{NoticeView, Screen, WayView};
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
    /// The main button: paying, for a guest registering, on a phone that is only a shop's receiving.
    pub primary: WayView,
    /// Receiving, beside it, on a resident's phone that is a shop's too.
    pub receive: Option<WayView>,
    /// The one thing of today.
    pub notice: Option<NoticeView>,
    /// What else there is, in her order.
    pub tiles: Vec<WayView>,
    /// How she changes that order; none where there is nothing to change.
    pub arrange: Option<ArrangeView>,
}

/// How the order of the tiles is changed, without any gesture.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ArrangeView {
    /// The button that begins it.
    pub begin: Text,
    /// The button that ends it.
    pub end: Text,
    /// Where each tile can go, in the order of the tiles.
    pub tiles: Vec<TileMoves>,
}

/// Where a tile can go.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TileMoves {
    /// Which tile.
    pub screen: Screen,
    /// One place up; none for the first.
    pub up: Option<TileMove>,
    /// One place down; none for the last.
    pub down: Option<TileMove>,
}

/// A place that a tile can go to.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TileMove {
    /// What its button is called.
    pub text: Text,
    /// The order of the tiles then, for [`Settings::order_tiles`](crate::settings::Settings::order_tiles).
    pub order: Vec<Screen>,
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
    /// The way to it lot by lot.
    pub lots: WayView,
}

/// What a guest reads first.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct GuestView {
    /// Whose app it is: the town's name, once its configuration is known.
    pub town: Option<Text>,
    /// "Look around first".
    pub title: Text,
    /// What can be done without registering.
    pub body: Text,
    /// Other ways in than registering for the first time.
    pub ways: Vec<WayView>,
}

/// What stands for a balance that is hidden.
const DOTS: &str = "•••••";

impl Core {
    pub(super) async fn home(&self) -> AppResult<HomeView> {
        let identity = self.identity_snapshot().await?;
        let known = self.read(Known::read).await?;
        let (mut wallet, open) = (self.wallet_view(&known), known.open_payments().next().map(|row| row.id));
        if identity.removed_text.is_some() {
            // A phone that was removed pays nothing, and its balance is as old as it says.
            wallet.offline_text = None;
        }
        let preferences = self.preferences();
        let words = self.words();
        let guest = !identity.registered;
        let tile = |screen| self.way(screen);
        let shop = self.paired_shop().await?.map(|paired| paired.shop.name);
        let ready = |shop: &String| words.get(keys::shop::SHOP_PAIR_DONE, &Args::new().words("shop", shop));
        let notice = open
            .filter(|_| identity.removed_text.is_none())
            .map(|id| NoticeView {
                text: words.of(keys::wallet::PAY_PENDING),
                screen: Some(Screen::Paid),
                about: Some(id.to_string()),
            })
            .or_else(|| notice(&identity, &wallet));
        let order = preferences.in_order(tiles(guest, shop.is_some()));
        Ok(HomeView {
            greeting: identity.greeting.or_else(|| shop.as_ref().filter(|_| guest).map(ready)),
            balance: (!guest)
                .then(|| balance(words, &wallet, preferences.balance_hidden, tile(Screen::Lots))),
            guest: (guest && shop.is_none()).then(|| GuestView {
                town: self.known_municipality().map(|town| Words::verbatim(&town.name)),
                title: words.of(keys::common::GUEST_TITLE),
                body: words.of(keys::common::GUEST_BODY),
                ways: vec![
                    WayView::to(Screen::Devices, words.of(keys::identity::AGAIN_TITLE)),
                    tile(Screen::Visitor),
                ],
            }),
            primary: tile(match (guest, &shop) {
                (false, _) => Screen::Scan,
                (true, Some(_)) => Screen::Receive,
                (true, None) => Screen::Register,
            }),
            receive: shop.filter(|_| !guest).map(|_| tile(Screen::Receive)),
            notice,
            arrange: (order.len() > 1).then(|| arrange(words, &order)),
            tiles: order.into_iter().map(tile).collect(),
        })
    }
}

fn arrange(words: Words, order: &[Screen]) -> ArrangeView {
    let moved = |from: usize, to: Option<usize>, key: Key| {
        let to = to.filter(|to| *to < order.len())?;
        let mut order = order.to_vec();
        let name = words.of(order.get(from)?.key()).plain;
        order.swap(from, to);
        Some(TileMove { text: words.get(key, &Args::new().words("tile", name)), order })
    };
    let tile = |(at, screen): (usize, &Screen)| TileMoves {
        screen: *screen,
        up: moved(at, at.checked_sub(1), keys::wallet::TILE_UP),
        down: moved(at, at.checked_add(1), keys::wallet::TILE_DOWN),
    };
    ArrangeView {
        begin: words.of(keys::wallet::TILES_ARRANGE),
        end: words.of(keys::wallet::TILES_ARRANGED),
        tiles: order.iter().enumerate().map(tile).collect(),
    }
}

fn balance(words: Words, wallet: &WalletView, hidden: bool, lots: WayView) -> BalanceView {
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
        lots,
    }
}

/// What a person should know today, the most pressing first.
fn notice(identity: &IdentityView, wallet: &WalletView) -> Option<NoticeView> {
    let to = |text: &Text, screen| NoticeView { text: text.clone(), screen, about: None };
    let review = identity.review_text.as_ref().map(|text| to(text, Some(Screen::Register)));
    let card = identity.card_warning.as_ref().map(|text| to(text, Some(Screen::Card)));
    let code = wallet.code.as_ref().map(|code| to(&code.note, Some(Screen::Code)));
    let no_lock = identity.no_lock_text.as_ref().map(|text| to(text, Some(Screen::Card)));
    let removed = identity.removed_text.as_ref().map(|text| to(text, Some(Screen::Register)));
    let refused = identity.refused_text.as_ref().map(|text| to(text, Some(Screen::Register)));
    removed.or(refused).or(review).or(code).or(card).or(no_lock)
}

/// What there is to go to, in the order in which it comes.
fn tiles(guest: bool, shop: bool) -> Vec<Screen> {
    let registering = (guest && shop).then_some(Screen::Register);
    let hers = [Screen::Code, Screen::History, Screen::Charge];
    let hers = hers.into_iter().filter(|_| !guest);
    registering.into_iter().chain(hers).chain([Screen::Shops, Screen::Settings]).collect()
}
