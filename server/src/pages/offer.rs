//! What the law wants shown of points ([`Offer`]), as it stands on the counter's pages and on a printed voucher.

use yui_texts::{Args, Lang, Offer, keys::wallet as keys};

use crate::pages::words::Words;

/// All of it in one language.
pub(super) struct Terms {
    pub(super) tag: &'static str,
    /// "About these points".
    pub(super) title: Words,
    /// The programme's name.
    pub(super) name: Words,
    pub(super) lines: Vec<(Words, Words)>,
    pub(super) note: Option<Words>,
}

impl Terms {
    pub(super) fn of(lang: Lang, offer: &Offer<'_>) -> Self {
        Self {
            tag: lang.tag(),
            title: Words::of(lang, keys::PROGRAMME_TITLE, &Args::new()),
            name: Words::of_town(lang, &offer.programme.name),
            lines: offer
                .terms(lang)
                .into_iter()
                .map(|term| (term.heading.into(), term.words.into()))
                .collect(),
            note: offer.note(lang).map(Words::from),
        }
    }
}
