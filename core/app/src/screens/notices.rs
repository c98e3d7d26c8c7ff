//! What the app told the person of, and what her phone may notify her of.

use yui_texts::keys;

use super::Screen;
use crate::{
    core::Core,
    error::AppResult,
    notices::{About, KeptNotices, News, NoticeKind, news},
    view::{Text, Words},
};

/// The notices.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct NoticesView {
    /// "Notices".
    pub title: Text,
    /// What was told, by day, newest first.
    pub days: Vec<NoticeDay>,
    /// What will be here; none where there is something.
    pub empty: Option<Text>,
    /// What is said above the switches.
    pub wanted_title: Text,
    /// That a notification tells nothing personal.
    pub wanted_note: Text,
    /// What can be notified.
    pub switches: Vec<NoticeSwitch>,
    /// What to do where the phone's system lets no notification through.
    pub denied: Text,
}

/// The notices of a day.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct NoticeDay {
    /// "Today", "Yesterday", or the date.
    pub title: Text,
    /// They, newest first.
    pub lines: Vec<NoticeView>,
}

/// Something that can be notified.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct NoticeSwitch {
    /// Which kind.
    pub kind: NoticeKind,
    /// What it is called.
    pub text: Text,
    /// What belongs to it.
    pub note: Text,
    /// Whether it is on.
    pub on: bool,
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

impl Core {
    pub(super) async fn notices(&self) -> AppResult<NoticesView> {
        let (own, now) = (self.own_phone().await?, self.time.now());
        let (wanted, news) = self
            .read(move |unit| {
                let kept = KeptNotices::read(unit)?;
                let all = news(unit, &kept, own, now)?;
                Ok((kept.kinds, all))
            })
            .await?;
        let words = self.words();
        let mut days: Vec<NoticeDay> = Vec::new();
        for one in &news {
            let title = words.day_title(one.at.day_jst(), now.day_jst());
            match days.last_mut().filter(|day| day.title == title) {
                Some(day) => day.lines.push(view(words, one)),
                None => days.push(NoticeDay { title, lines: vec![view(words, one)] }),
            }
        }
        let switch = |kind: NoticeKind| NoticeSwitch {
            kind,
            text: words.of(kind.key()),
            note: words.of(match kind {
                NoticeKind::Money => keys::notices::NOTICES_MONEY_NOTE,
                NoticeKind::Deadlines => keys::notices::NOTICES_DEADLINES_NOTE,
                NoticeKind::Safety => keys::notices::NOTICES_SAFETY_NOTE,
            }),
            on: wanted.contains(&kind),
        };
        Ok(NoticesView {
            title: words.of(Screen::Notices.key()),
            empty: days.is_empty().then(|| words.of(keys::notices::NOTICES_EMPTY)),
            days,
            wanted_title: words.of(keys::notices::NOTICES_WANTED_TITLE),
            wanted_note: words.of(keys::notices::NOTICES_WANTED_NOTE),
            switches: NoticeKind::ALL.map(switch).to_vec(),
            denied: words.of(keys::notices::NOTICES_DENIED),
        })
    }
}

fn view(words: Words, news: &News) -> NoticeView {
    let (screen, about) = match news.about {
        About::Entry(id) => (Some(Screen::Receipt), Some(id.to_string())),
        About::Lots => (Some(Screen::Lots), None),
        About::Card => (Some(Screen::Card), None),
        About::Phones => (Some(Screen::Devices), None),
        About::Registration => (None, None),
        About::Refusal => (Some(Screen::Talk), None),
    };
    NoticeView { text: words.of(news.key), screen, about }
}
