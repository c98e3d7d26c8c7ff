//! The long-lived part: while the app is in front, one listener per feed waits for "there is news" and syncs, what
//! waits in the outbox is tried again in time, and the town's configuration is asked for.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use tokio_util::sync::CancellationToken;
use yui_protocol::{ErrorCode, Millis};

use crate::{core::Core, error::AppResult, http::EventReader, listener::Topic, runtime, store::Party};

/// The first pause after a lost connection; it doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Starts all of it; it ends with `stop`.
pub(crate) fn start(core: &Arc<Core>, stop: &CancellationToken) {
    for party in [Party::Person, Party::Shop] {
        let core = core.clone();
        until(stop, async move { follow(&core, party).await });
    }
    let (outbox, town) = (core.clone(), core.clone());
    until(stop, async move { keep_trying(&outbox).await });
    until(stop, async move { hear_the_town(&town).await });
}

fn until(stop: &CancellationToken, work: impl Future<Output = ()> + Send + 'static) {
    let stop = stop.clone();
    runtime::start(async move {
        tokio::select! {
            () = stop.cancelled() => {}
            () = work => {}
        }
    });
}

/// Follows one feed for as long as this phone has the role; without it, or once it was taken away, nothing is
/// asked until a role changes.
async fn follow(core: &Arc<Core>, party: Party) {
    let mut pause = FIRST_PAUSE;
    loop {
        let changed = core.roles_changed.notified();
        tokio::pin!(changed);
        // From here on no change is missed, also while the feed is being followed.
        changed.as_mut().enable();
        let mut allowed = core.speaks_for(party).await.unwrap_or(false);
        if party == Party::Person && core.resident.swap(allowed, Ordering::AcqRel) != allowed {
            core.notifier.changed([Topic::Network]);
        }
        if allowed {
            match listen(core, party).await {
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

async fn listen(core: &Arc<Core>, party: Party) -> AppResult<()> {
    let stream = core.unless_removed(party, core.session(party).events().await).await;
    if stream.as_ref().is_err_and(|error| error.code() == &ErrorCode::Busy) {
        // There is no place for one more listener: then the feed is asked as often as the server wants to be.
        core.sync_feed(party).await?;
    }
    let mut stream = stream?;
    // What happened before the stream stood is not announced on it.
    core.follow_feed(party).await?;
    let mut reader = EventReader::default();
    while let Some(chunk) = stream.chunks.recv().await {
        let news = reader.push(&chunk).iter().any(|event| event == "news");
        if news {
            core.follow_feed(party).await?;
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

/// Asks for the town's configuration until it was heard, so that a phone that nobody pulls down on learns of new limits
/// when it comes to the front; and again whenever the server was lost, so that a guest's phone notices too that it is
/// reached again.
async fn hear_the_town(core: &Arc<Core>) {
    loop {
        hear_once(core).await;
        core.reach.lost().await;
        tokio::time::sleep(FIRST_PAUSE).await;
    }
}

async fn hear_once(core: &Arc<Core>) {
    let mut pause = FIRST_PAUSE;
    while let Err(error) = core.refresh_municipality().await {
        core.log_failure("municipality", &error);
        if !error.is_transient() {
            return;
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
