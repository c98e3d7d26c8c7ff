//! What memory has gathered goes to the projection's file in rounds: through all parties once, a piece with each stretch of
//! the log, so that nobody waits for the whole. The cursor goes on at a round's end; a server that dies before reads
//! those rows again.

use std::time::Duration;

use rusqlite::Connection;
use tokio::time::Instant;
use tracing::warn;

use super::{
    gathered::{Gathered, Owned, Span},
    projection_file::{self, Cursor, Reach, is_spoilt},
};
use crate::error::StoreError;

/// How many rows memory gathers before a round. So many lie so close together in the file that an old town's pages, each of
/// which is written once for all that falls on it, cost a payment next to nothing; read again from the log after a fault
/// they keep no start waiting.
pub(crate) const GATHERED: usize = 262_144;

/// How far the log goes on at most before a round, in as many rows as are gathered: rows that are nobody's are read again
/// after a fault, too.
const STRETCH: i64 = 4;

/// How much more than a round's rows memory gathers while the file rests.
const ROOM: usize = 4;

/// A round has no more pieces than this, of rows that do not grow in number meanwhile.
const PIECES: usize = 256;

/// How long the file rests that could not be written.
const REST: Duration = Duration::from_secs(30);

/// See the module.
pub(super) struct Filing {
    gathered: Gathered,
    much: usize,
    /// Up to where the file has some rows.
    reach: Reach,
    round: Option<Round>,
    rests_until: Option<Instant>,
}

/// All rows up to `upto` are on their way to the file; those up to the place `done_to` are there.
struct Round {
    upto: i64,
    done_to: Option<Owned>,
}

impl Filing {
    /// Of what is gathered, as soon as it is `much`.
    pub(super) fn new(gathered: Gathered, much: usize) -> Self {
        Self { gathered, much, reach: Reach::NONE, round: None, rests_until: None }
    }

    /// Forgets what was gathered; the file goes on from this cursor.
    pub(super) fn begin(&mut self, Cursor { upto, reach }: Cursor) {
        self.gathered.begin(upto, reach.seq);
        (self.reach, self.round, self.rests_until) = (reach, None, None);
    }

    /// The row up to which a round is due, when one is.
    pub(super) fn due(&self) -> Option<i64> {
        let Span { after, upto, .. } = self.gathered.span();
        let far = i64::try_from(self.much).unwrap_or(i64::MAX).saturating_mul(STRETCH);
        let much = self.gathered.len() >= self.much || upto - after >= far;
        (self.round.is_none() && much).then_some(upto)
    }

    /// Begins a round over the rows up to `upto`, which are of no later commit than `reach`.
    pub(super) fn go_round(&mut self, upto: i64, reach: Reach) {
        if reach.seq > self.reach.seq {
            self.reach = reach;
        }
        self.round = Some(Round { upto, done_to: None });
    }

    /// Writes the next piece of a round: more rows than the `came` that came meanwhile. A file that cannot be written for now
    /// rests.
    pub(super) fn go_on(&mut self, file: &mut Connection, came: usize) -> Result<(), StoreError> {
        if self.rests_until.is_some_and(|until| Instant::now() < until) {
            return Ok(());
        }
        match self.piece(file, (self.much / PIECES).max(2 * came).max(1)) {
            Err(error) if !is_spoilt(&error) => {
                warn!(%error, "the feed's file cannot be written; it is tried again");
                self.rests_until = Some(Instant::now() + REST);
                Ok(())
            }
            done => {
                self.rests_until = None;
                done
            }
        }
    }

    /// Until when the file rests, where memory has no room for more meanwhile.
    pub(super) fn full_until(&self) -> Option<Instant> {
        self.rests_until.filter(|_| self.gathered.len() >= ROOM * self.much)
    }

    /// Writes all that is left of a round.
    pub(super) fn end(&mut self, file: &mut Connection) -> Result<(), StoreError> {
        self.piece(file, usize::MAX)
    }

    fn piece(&mut self, file: &mut Connection, most: usize) -> Result<(), StoreError> {
        let Some(Round { upto, done_to }) = &mut self.round else { return Ok(()) };
        let Span { after, reach, .. } = self.gathered.span();
        let piece = self.gathered.piece(*done_to, *upto, most);
        let ends = piece.len() < most;
        let to = Cursor { upto: if ends { *upto } else { after }, reach: self.reach };
        projection_file::add(file, &piece, (after, reach), to)?;
        self.gathered.filed(&piece, to.upto, to.reach.seq);
        *done_to = piece.last().copied();
        if ends {
            self.round = None;
        }
        Ok(())
    }
}
