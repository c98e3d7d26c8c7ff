//! Which kinds she wants notified, and what she knows already.

use std::{collections::BTreeSet, sync::Arc};

use serde::{Deserialize, Serialize};
use yui_protocol::{Millis, Thumbprint};
use yui_texts::keys;

use super::{NewsView, NoticeKind, news};
use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::KeyName,
    store::{Meta, Party, Registration, Unit, WritePoint},
};

/// What is kept of both. What an older or newer app does not know is passed over.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct KeptNotices {
    /// The kinds that are notified.
    pub(crate) kinds: BTreeSet<NoticeKind>,
    /// What was told, by its ids.
    told: BTreeSet<String>,
    /// When it was heard in the back that staff let her registration through.
    pub(super) registered: Option<Millis>,
    /// When it was heard in the back that they refused it.
    pub(super) refused: Option<Millis>,
}

impl KeptNotices {
    /// What is kept; nothing is wanted before she says so.
    pub(crate) fn read(unit: &Unit<'_>) -> AppResult<Self> {
        Ok(unit.meta_if_known(Meta::Notices)?.unwrap_or_default())
    }

    /// Takes everything there is for told, and answers the wanted kinds of what was not.
    fn tell(
        mut self,
        unit: &Unit<'_>,
        own: Option<Thumbprint>,
        now: Millis,
    ) -> AppResult<BTreeSet<NoticeKind>> {
        let all = news(unit, &self, own, now)?;
        let fresh = all.iter().filter(|news| !self.told.contains(&news.id)).map(|news| news.kind);
        let fresh = fresh.filter(|kind| self.kinds.contains(kind)).collect();
        self.told = all.into_iter().map(|news| news.id).collect();
        unit.put_meta(Meta::Notices, &self)?;
        Ok(fresh)
    }
}

/// The person sees what there is: it is not notified any more. `own` is this phone.
pub(crate) fn seen(unit: &Unit<'_>, own: Option<Thumbprint>, now: Millis) -> AppResult<()> {
    let kept = KeptNotices::read(unit)?;
    if kept.kinds.is_empty() { Ok(()) } else { kept.tell(unit, own, now).map(drop) }
}

impl Core {
    /// This phone, once it has a key.
    pub(crate) async fn own_phone(&self) -> AppResult<Option<Thumbprint>> {
        Ok(self.keys.public(KeyName::Device).await?.map(|key| key.thumbprint()))
    }

    /// Switches a kind on or off.
    pub(super) async fn want_notices(&self, kind: NoticeKind, wanted: bool) -> AppResult<()> {
        let (own, now) = (self.own_phone().await?, self.time.now());
        self.write(WritePoint::Other, move |unit| {
            let mut kept = KeptNotices::read(unit)?;
            if wanted {
                kept.kinds.insert(kind);
            } else {
                kept.kinds.remove(&kind);
            }
            kept.tell(unit, own, now)
        })
        .await?;
        self.notifier.changed([Topic::Settings]);
        Ok(())
    }

    /// Hears what there is: a shop that takes its role away takes nothing of what the person wants to be told.
    async fn hear_news(self: &Arc<Self>) -> AppResult<()> {
        match self.sync_each().await? {
            (_, Some((Party::Person, refused))) => Err(refused),
            _ => Ok(()),
        }
    }

    /// The channels of what there is to tell that was not told, of the kinds that she wants.
    pub(super) async fn check_notices(self: &Arc<Self>) -> AppResult<Vec<NewsView>> {
        let (wanted, asked) = self
            .read(|unit| {
                let registration: Option<Registration> = unit.meta(Meta::Registration)?;
                let asked = matches!(registration, Some(Registration::InReview(_)));
                Ok((!KeptNotices::read(unit)?.kinds.is_empty(), asked))
            })
            .await?;
        if !wanted {
            return Ok(Vec::new());
        }
        let heard = if asked { self.hear_review().await } else { self.hear_news().await };
        // Without network there is still what this phone knows by itself.
        heard.or_else(|error| if error.is_transient() { Ok(()) } else { Err(error) })?;
        let (own, now) = (self.own_phone().await?, self.time.now());
        let fresh = self
            .write(WritePoint::Other, move |unit| {
                let mut kept = KeptNotices::read(unit)?;
                match unit.meta(Meta::Registration)? {
                    Some(Registration::Enrolled) if asked => kept.registered = Some(now),
                    Some(Registration::Refused) if asked => kept.refused = Some(now),
                    _ => {}
                }
                kept.tell(unit, own, now)
            })
            .await?;
        let words = self.words();
        let view = |channel: &str| NewsView {
            channel: channel.to_owned(),
            title: words.of(keys::notices::NOTICE_NEWS),
            body: words.of(keys::notices::NOTICE_OPEN),
        };
        let channels: BTreeSet<_> = fresh.into_iter().map(NoticeKind::channel).collect();
        Ok(channels.into_iter().map(view).collect())
    }
}
