//! The process's own runtime. A host polls exported futures on its UI thread, so they only join work that runs
//! here; dropping such a future never stops the work, which is what an outbox needs.

use std::{future::Future, sync::OnceLock};

use tokio::runtime::{Builder, Runtime};
use yui_protocol::ErrorCode;

use crate::error::{AppError, AppResult};

fn runtime() -> Option<&'static Runtime> {
    static RUNTIME: OnceLock<Option<Runtime>> = OnceLock::new();
    RUNTIME
        .get_or_init(|| {
            Builder::new_multi_thread()
                .worker_threads(2)
                .max_blocking_threads(16)
                .thread_name("yui")
                .enable_all()
                .build()
                .ok()
        })
        .as_ref()
}

fn unavailable() -> AppError {
    ErrorCode::PlatformFailed.into()
}

/// Runs `work` on the runtime and waits for it.
pub(crate) async fn run<T: Send + 'static>(
    work: impl Future<Output = AppResult<T>> + Send + 'static,
) -> AppResult<T> {
    runtime().ok_or_else(unavailable)?.spawn(work).await.map_err(|_| unavailable())?
}

/// Starts `work` on the runtime and goes on.
pub(crate) fn start(work: impl Future<Output = ()> + Send + 'static) {
    if let Some(runtime) = runtime() {
        runtime.spawn(work);
    }
}

/// Calls a service of the phone that may keep its caller waiting: what else is on this thread goes on elsewhere meanwhile.
pub(crate) fn aside<T>(call: impl FnOnce() -> T) -> T {
    tokio::task::block_in_place(call)
}

/// Runs what blocks (SQLite, cryptography, the phone's services) on a thread where that harms no one.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> AppResult<T> + Send + 'static,
) -> AppResult<T> {
    runtime().ok_or_else(unavailable)?.spawn_blocking(work).await.map_err(|_| unavailable())?
}
