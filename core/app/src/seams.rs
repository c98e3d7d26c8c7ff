//! Where tests put something in place of the world: the network, a store that dies at a chosen moment, and what is left to
//! chance.

use std::sync::Arc;

use crate::{http::HttpTransport, store::StoreFault};

/// Fills with random bytes.
pub type Random = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// What stands between the app and the world; the default is the world itself.
#[derive(Clone, Default)]
pub struct Seams {
    /// Instead of HTTPS.
    pub transport: Option<Arc<dyn HttpTransport>>,
    /// Asked at every write of the store.
    pub fault: Option<Arc<dyn StoreFault>>,
    /// Instead of the system's random numbers, where ids of acts are made.
    pub random: Option<Random>,
}
