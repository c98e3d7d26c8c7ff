//! What a reader finds altered, for the writer to stop on: history and feed read rows that the writer has long
//! forgotten, and what they cannot read it must not build on.

use std::sync::{Arc, OnceLock};

use crate::error::StoreError;

/// The first finding, in words. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct Damage(Arc<OnceLock<String>>);

impl Damage {
    /// Notes an error that says that a row is not what was committed; passes any error on.
    pub(crate) fn note<T>(&self, read: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(error) = &read
            && error.is_damage()
        {
            // Only the first is kept: whoever looks will find the others.
            let _ = self.0.set(error.to_string());
        }
        read
    }

    /// What was found.
    pub(crate) fn found(&self) -> Option<String> {
        self.0.get().cloned()
    }
}
