//! Work over the whole ledger beside a server that takes payments: on a thread that gives way to all others.

use std::io;

use tokio::{runtime::Builder, sync::oneshot};

/// How much less than others it gets of the processor (nice(2)).
const QUIETLY: i32 = 10;

/// Does this on a thread and a runtime of its own. What connects to a store in it has its threads from there, and they
/// give way too. An error where the thread could not begin, or ended early.
pub(super) async fn does<T, F>(work: impl FnOnce() -> F + Send + 'static) -> io::Result<T>
where
    T: Send + 'static,
    F: Future<Output = T>,
{
    let (tell, told) = oneshot::channel();
    std::thread::Builder::new().name("quiet".to_owned()).spawn(move || {
        // On Linux it is the thread's own; where it cannot be had the work is done no worse.
        let _ = rustix::process::nice(QUIETLY);
        let runtime = Builder::new_current_thread().enable_all().build();
        // Nobody listens where the server has stopped.
        let _ = tell.send(runtime.map(|runtime| runtime.block_on(work())));
    })?;
    told.await.unwrap_or_else(|_| Err(io::Error::other("the work ended early")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn niceness() -> i32 {
        rustix::process::nice(0).expect("is known")
    }

    #[tokio::test]
    async fn it_gives_way_and_nobody_else_does() {
        let before = niceness();
        let there = does(|| async { (niceness(), std::thread::spawn(niceness).join().expect("ends")) });
        let quiet = (before + QUIETLY).min(19);
        assert_eq!(there.await.expect("done"), (quiet, quiet), "what it starts does, too");
        assert_eq!(niceness(), before);
    }

    #[tokio::test]
    async fn work_that_ends_early_is_an_error() {
        let early: io::Result<()> = does(|| async { panic!("on purpose") }).await;
        assert!(early.is_err());
    }
}
