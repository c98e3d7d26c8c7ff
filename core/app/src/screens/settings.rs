//! How the app looks and speaks on this phone. Every change shows at once, in a sample too.

use yui_texts::{Key, keys};

use super::{Screen, WayView};
use crate::{
    core::Core,
    error::AppResult,
    settings::{LanguageView, LookView, TEXT_SIZES, Theme},
    store::Party,
    view::Text,
};

/// What can be set.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum SettingsQuestion {
    /// The language of all words.
    Language,
    /// The size of all words.
    TextSize,
    /// Easy mode.
    Easy,
    /// Light or dark.
    Theme,
    /// Whether the balance stands on the first screen.
    HideBalance,
}

impl SettingsQuestion {
    const ALL: [Self; 5] = [Self::Language, Self::TextSize, Self::Easy, Self::Theme, Self::HideBalance];

    /// What the settings are about where only this is asked.
    fn word(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::TextSize => "text-size",
            Self::Easy => "easy",
            Self::Theme => "theme",
            Self::HideBalance => "hide-balance",
        }
    }

    fn key(self) -> Key {
        match self {
            Self::Language => keys::common::SETTINGS_LANGUAGE,
            Self::TextSize => keys::common::SETTINGS_TEXT_SIZE,
            Self::Easy => keys::common::SETTINGS_EASY,
            Self::Theme => keys::common::SETTINGS_THEME,
            Self::HideBalance => keys::wallet::BALANCE_HIDE,
        }
    }
}

/// The settings.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SettingsView {
    /// "Settings", or what alone is asked.
    pub title: Text,
    /// What is asked on this screen: everything, and in easy mode one thing a screen.
    pub questions: Vec<SettingsQuestion>,
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
    /// The ways to what is asked on screens of its own, and to what is seldom needed.
    pub ways: Vec<WayView>,
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
    pub(super) async fn settings_view(&self, about: Option<&str>) -> AppResult<SettingsView> {
        let registered = self.speaks_for(Party::Person).await?;
        let (words, look) = (self.words(), self.look());
        let way = |screen| match screen {
            Screen::Leave if !registered => None,
            // Who registered before comes in that way, on a shop's phone too, which has no first page for guests.
            Screen::Devices if !registered => {
                Some(WayView::to(screen, words.of(keys::identity::AGAIN_TITLE)))
            }
            screen => Some(self.way(screen)),
        };
        let ways = WAYS.into_iter().filter_map(way);
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
        let alone = SettingsQuestion::ALL.into_iter().find(|question| Some(question.word()) == about);
        let apart = |question: SettingsQuestion| WayView {
            screen: Screen::Settings,
            about: Some(question.word().to_owned()),
            text: words.of(question.key()),
        };
        let (questions, ways) = match alone {
            Some(question) => (vec![question], Vec::new()),
            None if look.easy => {
                (Vec::new(), SettingsQuestion::ALL.map(apart).into_iter().chain(ways).collect())
            }
            None => (SettingsQuestion::ALL.to_vec(), ways.collect()),
        };
        Ok(SettingsView {
            title: words.of(alone.map_or(Screen::Settings.key(), SettingsQuestion::key)),
            questions,
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
            ways,
            look,
        })
    }
}
