//! A unit in the queue with the place its answer goes to.

use futures_util::future::LocalBoxFuture;
use tokio::sync::oneshot;

use crate::unit::{Unit, UnitError};

/// A unit whose types are forgotten.
pub(crate) trait Job: Send {
    /// Runs the unit and keeps its answer back; whether it was accepted.
    fn run<'u>(&'u mut self, unit: &'u mut Unit) -> LocalBoxFuture<'u, bool>;

    /// The unit ended by a fault; this is the answer instead.
    fn fail(&mut self, error: UnitError);

    /// Gives the answer that was kept back.
    fn answer(self: Box<Self>);
}

pub(crate) struct Waiting<T, F> {
    unit: Option<F>,
    kept: Option<Result<T, UnitError>>,
    answer: oneshot::Sender<Result<T, UnitError>>,
}

impl<T, F> Waiting<T, F> {
    pub(crate) fn new(unit: F, answer: oneshot::Sender<Result<T, UnitError>>) -> Self {
        Self { unit: Some(unit), kept: None, answer }
    }
}

impl<T, F> Job for Waiting<T, F>
where
    T: Send,
    F: for<'u> FnOnce(&'u mut Unit) -> LocalBoxFuture<'u, Result<T, UnitError>> + Send,
{
    fn run<'u>(&'u mut self, unit: &'u mut Unit) -> LocalBoxFuture<'u, bool> {
        Box::pin(async move {
            let Some(run) = self.unit.take() else { return false };
            let result = run(unit).await;
            let accepted = result.is_ok();
            self.kept = Some(result);
            accepted
        })
    }

    fn fail(&mut self, error: UnitError) {
        self.kept = Some(Err(error));
    }

    fn answer(self: Box<Self>) {
        // Whoever asked may have gone; the act is kept all the same and can be asked for by its id.
        let _ = self.answer.send(self.kept.unwrap_or(Err(UnitError::Unavailable)));
    }
}
