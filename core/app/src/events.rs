//! The long-lived part: while the app is in front, one listener per feed waits for "there is news" and syncs,
//! and what waits in the outbox is tried again in time.

use std::{sync::Arc, time::Duration};

use tokio_util::sync::CancellationToken;
use yui_protocol::{ErrorCode, Millis};

use crate::{core::Core, error::AppResult, http::EventReader, runtime, store::Book};

/// The first pause after a lost connection; it doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Starts both listeners; they end with `stop`.
pub(crate) fn start(core: &Arc<Core>, stop: &CancellationToken) {
    for book in [Book::Person, Book::Shop] {
        let (core, stop) = (core.clone(), stop.clone());
        runtime::start(async move {
            tokio::select! {
                () = stop.cancelled() => {}
                () = follow(&core, book) => {}
            }
        });
    }
    let (core, stop) = (core.clone(), stop.clone());
    runtime::start(async move {
        tokio::select! {
            () = stop.cancelled() => {}
            () = keep_trying(&core) => {}
        }
    });
}

/// Follows one feed for as long as this phone has the role; without it, or once it was taken away, nothing is
/// asked until a role changes.
async fn follow(core: &Arc<Core>, book: Book) {
    let mut pause = FIRST_PAUSE;
    loop {
        let changed = core.roles_changed.notified();
        tokio::pin!(changed);
        // From here on no change is missed, also while the feed is being followed.
        changed.as_mut().enable();
        let mut allowed = core.speaks_for(book).await.unwrap_or(false);
        if allowed {
            match listen(core, book).await {
                Ok(()) => pause = FIRST_PAUSE,
                Err(error) => {
                    core.log_failure("events", &error);
                    allowed = !matches!(error.code(), ErrorCode::DeviceRevoked | ErrorCode::DeviceUnknown);
                    let asked = Duration::from_millis(error.retry_after_ms().unsigned_abs());
                    pause = (pause * 2).min(LONGEST_PAUSE).max(asked);
                }
            }
        }
        tokio::select! {
            () = tokio::time::sleep(pause), if allowed => pause = pause.min(LONGEST_PAUSE),
            () = changed => pause = FIRST_PAUSE,
        }
    }
}

async fn listen(core: &Arc<Core>, book: Book) -> AppResult<()> {
    let mut stream = core.session(book).events().await?;
    // What happened before the stream stood is not announced on it.
    core.sync_book(book).await?;
    let mut reader = EventReader::default();
    while let Some(chunk) = stream.chunks.recv().await {
        let news = reader.push(&chunk).iter().any(|event| event == "news");
        if news {
            core.sync_book(book).await?;
        }
    }
    Ok(())
}

/// Tries what is due in the outbox.
async fn keep_trying(core: &Arc<Core>) {
    loop {
        let next = core.pump().await.unwrap_or(None);
        let wait =
            next.map_or(60 * Millis::SECOND, |at| at.since(core.time.now()).clamp(200, 60 * Millis::SECOND));
        let wait = Duration::from_millis(wait.unsigned_abs());
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = core.outbox_changed.notified() => {}
        }
    }
}
