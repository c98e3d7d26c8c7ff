//! The virtual card through pcscd: other people's programs find in it what they find in the real card, and ours reads it
//! through a reader. Each test starts its own pcscd with two readers; `scripts/test card` runs them where neither the
//! machine's own pcscd nor anybody from outside is met.

mod desk;
mod pcscd;
