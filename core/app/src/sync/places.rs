//! The places of the server's log that this phone was shown. When a backup is put back, what came after it is gone, and
//! the server tells that by a place which its log does not have. So no place is forgotten before a page of the feed has
//! answered for it: what waits in the outbox is answered before the feed is read, and by a log that may be another.

use yui_protocol::changes::{LogPlace, MOST_PLACES};

use crate::{
    error::AppResult,
    store::{Meta, Party, Unit},
};

/// Keeps what an answer showed.
pub(crate) fn keep(unit: &Unit<'_>, party: Party, place: Option<LogPlace>) -> AppResult<()> {
    let Some(place) = place else { return Ok(()) };
    let mut places = answered(unit, party)?;
    if !places.contains(&place) {
        places.push(place);
        unit.put_meta(Meta::Answered(party), &places)?;
    }
    Ok(())
}

/// What the next page is asked with: the place of the last one and the oldest of those that came since.
pub(super) fn named(unit: &Unit<'_>, party: Party) -> AppResult<Vec<LogPlace>> {
    let last_page: Option<LogPlace> = unit.meta(Meta::Shown(party))?;
    Ok(last_page.into_iter().chain(answered(unit, party)?).take(MOST_PLACES).collect())
}

/// A page has answered for the places it was asked with: they are behind its own or, when it begins anew, gone. Whether
/// there are others, which came since it was asked for or found no room.
pub(super) fn settle(unit: &Unit<'_>, party: Party, named: &[LogPlace], page: &LogPlace) -> AppResult<bool> {
    let mut places = answered(unit, party)?;
    places.retain(|place| !named.contains(place));
    unit.put_meta(Meta::Answered(party), &places)?;
    unit.put_meta(Meta::Shown(party), page)?;
    Ok(!places.is_empty())
}

fn answered(unit: &Unit<'_>, party: Party) -> AppResult<Vec<LogPlace>> {
    Ok(unit.meta(Meta::Answered(party))?.unwrap_or_default())
}
