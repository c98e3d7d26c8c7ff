//! What happened, line by line: hashed, so that two runs of one seed can be compared, and printed for whoever replays it.

use std::{
    fmt::Write as _,
    sync::{Arc, Mutex, PoisonError},
};

use sha2::{Digest, Sha256};

use crate::time::TrueTime;

/// Clones are the same trace.
#[derive(Clone)]
pub struct Trace {
    time: TrueTime,
    text: Arc<Mutex<String>>,
}

impl Trace {
    pub fn new(time: &TrueTime) -> Self {
        Self { time: time.clone(), text: Arc::default() }
    }

    pub fn say(&self, what: impl std::fmt::Display) {
        let mut text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{} {what}", self.time.now().0);
    }

    pub fn text(&self) -> String {
        self.text.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.text()).into()
    }
}
