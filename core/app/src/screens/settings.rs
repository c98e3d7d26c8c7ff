//! How the app looks and speaks on this phone. Every change shows at once, in a sample too.

use yui_texts::keys;

use super::{Screen, TileView};
use crate::{
    core::Core,
    error::AppResult,
    settings::{LanguageView, LookView, TEXT_SIZES, Theme},
    store::Party,
    view::Text,
};

/// The settings.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SettingsView {
    /// "Settings".
    pub title: Text,
    /// How it is set now.
    pub look: LookView,
    /// "Language".
    pub language: Text,
    /// The languages, each in its own words.
    pub languages: Vec<LanguageView>,
    /// "Text size".
    pub text_size: Text,
    /// The sizes, the smallest first.
    pub text_sizes: Vec<TextSizeView>,
    /// Words to judge a size by.
    pub sample: Text,
    /// "Easy mode".
    pub easy: Text,
    /// What it does.
    pub easy_note: Text,
    /// "Light or dark".
    pub theme: Text,
    /// Light, dark, as the phone.
    pub themes: Vec<ThemeView>,
    /// "Hide the balance".
    pub hide_balance: Text,
    /// Whether it is hidden.
    pub balance_hidden: bool,
    /// The ways to what is seldom needed.
    pub ways: Vec<TileView>,
}

/// A size of text.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TextSizeView {
    /// In hundredths of what the phone is set to.
    pub percent: u32,
    /// In words.
    pub text: Text,
    /// Whether it is in use.
    pub chosen: bool,
}

/// Light, dark, or as the phone.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ThemeView {
    /// Which.
    pub theme: Theme,
    /// In words.
    pub text: Text,
    /// Whether it is in use.
    pub chosen: bool,
}

/// The screens to which the settings lead: first what is hers.
const WAYS: [Screen; 7] = [
    Screen::Devices,
    Screen::Card,
    Screen::Limits,
    Screen::Notices,
    Screen::Points,
    Screen::About,
    Screen::Leave,
];

impl Core {
    pub(super) async fn settings_view(&self) -> AppResult<SettingsView> {
        let registered = self.speaks_for(Party::Person).await?;
        let (words, look) = (self.words(), self.look());
        let way = |screen| match screen {
            Screen::Leave if !registered => None,
            // Who registered before comes in that way, on a shop's phone too, which has no first page for guests.
            Screen::Devices if !registered => {
                Some(TileView::to(screen, words.of(keys::identity::AGAIN_TITLE)))
            }
            screen => Some(self.way(screen)),
        };
        let sizes = [
            keys::common::TEXT_NORMAL,
            keys::common::TEXT_LARGE,
            keys::common::TEXT_LARGER,
            keys::common::TEXT_LARGEST,
        ];
        let themes = [
            (Theme::System, keys::common::THEME_SYSTEM),
            (Theme::Light, keys::common::THEME_LIGHT),
            (Theme::Dark, keys::common::THEME_DARK),
        ];
        Ok(SettingsView {
            title: words.of(Screen::Settings.key()),
            language: words.of(keys::common::SETTINGS_LANGUAGE),
            languages: self.languages(),
            text_size: words.of(keys::common::SETTINGS_TEXT_SIZE),
            text_sizes: TEXT_SIZES
                .into_iter()
                .zip(sizes)
                .map(|(percent, key)| TextSizeView {
                    percent,
                    text: words.of(key),
                    chosen: percent == look.text_percent,
                })
                .collect(),
            sample: words.of(keys::common::SETTINGS_SAMPLE),
            easy: words.of(keys::common::SETTINGS_EASY),
            easy_note: words.of(keys::common::SETTINGS_EASY_NOTE),
            theme: words.of(keys::common::SETTINGS_THEME),
            themes: themes
                .into_iter()
                .map(|(theme, key)| ThemeView { theme, text: words.of(key), chosen: theme == look.theme })
                .collect(),
            hide_balance: words.of(keys::wallet::BALANCE_HIDE),
            balance_hidden: self.preferences().balance_hidden,
            ways: WAYS.into_iter().filter_map(way).collect(),
            look,
        })
    }
}
