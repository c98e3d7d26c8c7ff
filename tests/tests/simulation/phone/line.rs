//! Between an app and the simulation. The app runs on its own runtime as it does on a phone; but while it runs, the
//! simulation stands still, and while it waits for an answer, it runs on. So only one of them ever does anything.

use std::{
    any::Any,
    sync::{LazyLock, Mutex, mpsc},
};

use async_trait::async_trait;
use tokio::{runtime::Runtime, sync::oneshot};
use yui_app::http::{HttpRequest, HttpResponse, HttpStream, HttpTransport, TransportError};

/// Polls the calls of all apps.
static CALLERS: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

pub type Answer = Result<HttpResponse, TransportError>;

enum Said {
    Asks(HttpRequest, oneshot::Sender<Answer>),
    Done(Box<dyn Any + Send>),
}

/// The simulation's end.
pub struct Line {
    say: mpsc::Sender<Said>,
    heard: mpsc::Receiver<Said>,
}

/// The app's end.
pub struct Carrier(Mutex<mpsc::Sender<Said>>);

impl Line {
    pub fn new() -> Self {
        let (say, heard) = mpsc::channel();
        Self { say, heard }
    }

    pub fn carrier(&self) -> Carrier {
        Carrier(Mutex::new(self.say.clone()))
    }

    /// Waits for what the app asks by itself, and lets it find no network.
    pub fn refuse_next(&self) {
        if let Ok(Said::Asks(_, answer)) = self.heard.recv() {
            drop(answer.send(Err(TransportError::NotSent)));
        }
    }

    /// Runs a call of the app to its end; `carry` takes what it sends.
    pub async fn run<T: Send + 'static>(
        &self,
        call: impl Future<Output = T> + Send + 'static,
        carry: impl AsyncFn(HttpRequest) -> Answer,
    ) -> T {
        let say = self.say.clone();
        CALLERS.spawn(async move {
            let done = call.await;
            // The simulation waits for it.
            let _ = say.send(Said::Done(Box::new(done)));
        });
        loop {
            match self.heard.recv().expect("this end holds the other") {
                Said::Asks(request, answer) => drop(answer.send(carry(request).await)),
                Said::Done(done) => return *done.downcast().expect("the call that was made"),
            }
        }
    }
}

#[async_trait]
impl HttpTransport for Carrier {
    async fn send(&self, request: HttpRequest) -> Answer {
        let (answer, answered) = oneshot::channel();
        let said = self.0.lock().expect("unpoisoned").send(Said::Asks(request, answer));
        said.map_err(|_| TransportError::NotSent)?;
        answered.await.unwrap_or(Err(TransportError::Lost))
    }

    async fn stream(&self, _: HttpRequest) -> Result<HttpStream, TransportError> {
        Err(TransportError::NotSent)
    }
}
