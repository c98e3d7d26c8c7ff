//! An app that is killed at a write of its store, as the system kills apps: at any moment.

use std::sync::{Mutex, PoisonError};

use yui_app::store::{Moment, StoreFault, WritePoint};

/// When it dies.
enum When {
    /// At this moment of the first write of this meaning.
    Point(WritePoint, Moment),
    /// After so many moments that it survives.
    Left(usize),
}

/// See the module. Once it is dead, every further write is refused too.
pub struct DiesAt {
    when: Mutex<When>,
    death: Mutex<Option<(WritePoint, Moment)>>,
}

impl DiesAt {
    /// Dies at the moment of this number, counted from 0 over all writes.
    #[must_use]
    pub fn nth(n: usize) -> Self {
        Self { when: Mutex::new(When::Left(n)), death: Mutex::default() }
    }

    /// Dies at the first write of this meaning.
    #[must_use]
    pub fn point(point: WritePoint, moment: Moment) -> Self {
        Self { when: Mutex::new(When::Point(point, moment)), death: Mutex::default() }
    }

    /// Where it died; none while it lives.
    #[must_use]
    pub fn death(&self) -> Option<(WritePoint, Moment)> {
        *self.death.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl StoreFault for DiesAt {
    fn survives(&self, point: WritePoint, moment: Moment) -> bool {
        let lives = match &mut *self.when.lock().unwrap_or_else(PoisonError::into_inner) {
            When::Point(at, when) => (*at, *when) != (point, moment),
            When::Left(0) => false,
            When::Left(left) => {
                *left -= 1;
                true
            }
        };
        let mut death = self.death.lock().unwrap_or_else(PoisonError::into_inner);
        if !lives {
            death.get_or_insert((point, moment));
        }
        death.is_none()
    }
}
