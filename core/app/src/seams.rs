//! Where tests put something in place of the world: the network, and a store that dies at a chosen moment.

use std::sync::Arc;

use crate::{http::HttpTransport, store::StoreFault};

/// What stands between the app and the world; the default is the world itself.
#[derive(Clone, Default)]
pub struct Seams {
    /// Instead of HTTPS.
    pub transport: Option<Arc<dyn HttpTransport>>,
    /// Asked at every write of the store.
    pub fault: Option<Arc<dyn StoreFault>>,
}
