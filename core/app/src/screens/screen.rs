//! The screens by their names, which are the same in the core and in the folders of both apps.

use yui_texts::{Key, keys};

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
    /// Her phones; for a guest, the way in for who registered before.
    Devices,
    /// Whether to remove a phone, or to sign out of this one.
    Remove,
    /// What to do when a phone is lost.
    Lost,
    /// What is known of her card, and what it is for.
    Card,
    /// How many tries the card's PIN and password have left.
    Tries,
    /// Leaving the service.
    Leave,
    /// Becoming a visitor.
    Visitor,
    /// Her points by lot.
    Lots,
    /// What she may hold and pay.
    Limits,
    /// What the law wants shown of points.
    Points,
    /// Giving the history away as a file.
    Export,
    /// What the app told her, and may notify her of.
    Notices,
    /// What the app is, and what is kept where.
    About,
    /// The software of others in it.
    Licences,
    /// Receiving as a shop.
    Receive,
    /// Making this phone a shop's.
    Pairing,
    /// Charging.
    Charge,
    /// Where one can pay.
    Shops,
}

impl Screen {
    /// Every screen.
    const ALL: [Self; 28] = [
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
        Self::Devices,
        Self::Remove,
        Self::Lost,
        Self::Card,
        Self::Tries,
        Self::Leave,
        Self::Visitor,
        Self::Lots,
        Self::Limits,
        Self::Points,
        Self::Export,
        Self::Notices,
        Self::About,
        Self::Licences,
        Self::Receive,
        Self::Pairing,
        Self::Charge,
        Self::Shops,
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
            Self::Devices => "devices",
            Self::Remove => "remove",
            Self::Lost => "lost",
            Self::Card => "card",
            Self::Tries => "tries",
            Self::Leave => "leave",
            Self::Visitor => "visitor",
            Self::Lots => "lots",
            Self::Limits => "limits",
            Self::Points => "points",
            Self::Export => "export",
            Self::Notices => "notices",
            Self::About => "about",
            Self::Licences => "licences",
            Self::Receive => "receive",
            Self::Pairing => "pairing",
            Self::Charge => "charge",
            Self::Shops => "shops",
        }
    }

    /// What it is called where one can go to it.
    pub(super) fn key(self) -> Key {
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
            Self::Devices => keys::identity::PHONES_TITLE,
            Self::Remove => keys::identity::PHONE_REMOVE,
            Self::Lost => keys::identity::LOST_TITLE,
            Self::Card => keys::identity::REGISTER_NEED_CARD,
            Self::Tries => keys::identity::TRIES_TITLE,
            Self::Leave => keys::identity::LEAVE_TITLE,
            Self::Visitor => keys::identity::VISITOR_TITLE,
            Self::Lots => keys::wallet::LOTS_TITLE,
            Self::Limits => keys::wallet::LIMITS_TITLE,
            Self::Points => keys::wallet::PROGRAMME_TITLE,
            Self::Export => keys::wallet::HISTORY_SHARE,
            Self::Notices => keys::notices::NOTICES_TITLE,
            Self::About => keys::about::ABOUT_TITLE,
            Self::Licences => keys::about::LICENCES_TITLE,
            Self::Receive => keys::wallet::HOME_RECEIVE,
            Self::Pairing => keys::shop::SHOP_PAIR_TITLE,
            Self::Charge => keys::wallet::CHARGE_TITLE,
            Self::Shops => keys::common::SHOPS_TITLE,
        }
    }
}

/// Every screen's name, for what compares the folders of the apps with it.
#[uniffi::export]
#[must_use]
pub fn screen_names() -> Vec<String> {
    Screen::ALL.map(|screen| screen.word().to_owned()).to_vec()
}
