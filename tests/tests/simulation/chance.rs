//! All that is left to chance, from one seed.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rand::{Rng, RngCore, SeedableRng, rngs::StdRng};

/// A stream of chances. Clones draw from the same one.
#[derive(Clone)]
pub struct Chance(Arc<Mutex<StdRng>>);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// A stream of its own, so that one who draws more does not change what another draws.
    pub fn fork(&self) -> Self {
        Self::new(self.rng().next_u64())
    }

    pub fn one_in(&self, n: u32) -> bool {
        self.rng().random_ratio(1, n)
    }

    /// Both ends included.
    pub fn between(&self, from: i64, to: i64) -> i64 {
        self.rng().random_range(from..=to)
    }

    pub fn millis(&self, from: i64, to: i64) -> Duration {
        Duration::from_millis(self.between(from, to).unsigned_abs())
    }

    pub fn pick<'l, T>(&self, list: &'l [T]) -> &'l T {
        let at = self.rng().random_range(0..list.len());
        &list[at]
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.rng().fill_bytes(&mut bytes);
        bytes
    }

    pub fn vec(&self, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        self.rng().fill_bytes(&mut bytes);
        bytes
    }

    fn rng(&self) -> MutexGuard<'_, StdRng> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
