//! A network that fails in every way a network can, in an order that a test writes down, around any other
//! transport.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use async_trait::async_trait;
use yui_app::http::{HttpRequest, HttpResponse, HttpStream, HttpTransport, TransportError};

/// What happens to one request.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Fault {
    /// Nothing: it arrives and is answered.
    None,
    /// There is no connection; not a byte leaves.
    NotSent,
    /// It is lost on the way; the phone cannot tell.
    Drop,
    /// It arrives, and its answer is lost.
    CutAfterSend,
    /// It arrives twice, and the second answer is the one that comes.
    Duplicate,
    /// It arrives only before the next request; the phone has given up waiting by then.
    Delay,
    /// It arrives only after the next request; the phone has given up waiting by then.
    Reorder,
}

impl Fault {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::None,
        Self::NotSent,
        Self::Drop,
        Self::CutAfterSend,
        Self::Duplicate,
        Self::Delay,
        Self::Reorder,
    ];
}

/// See the module. Requests whose path does not contain `only` are left alone.
pub struct FaultyTransport {
    inner: Arc<dyn HttpTransport>,
    only: String,
    script: Mutex<VecDeque<Fault>>,
    late: Mutex<Vec<(Fault, HttpRequest)>>,
    off: AtomicBool,
}

impl FaultyTransport {
    /// A network that works, until it is told otherwise.
    #[must_use]
    pub fn new(inner: Arc<dyn HttpTransport>, only: &str) -> Self {
        Self {
            inner,
            only: only.to_owned(),
            script: Mutex::default(),
            late: Mutex::default(),
            off: AtomicBool::new(false),
        }
    }

    /// What happens to the next requests, one each; afterwards nothing does.
    pub fn script(&self, faults: impl IntoIterator<Item = Fault>) {
        *self.script.lock().unwrap_or_else(PoisonError::into_inner) = faults.into_iter().collect();
    }

    /// Takes the whole network away, or gives it back.
    pub fn set_off(&self, off: bool) {
        self.off.store(off, Ordering::SeqCst);
    }

    /// Delivers what is still under way; nobody waits for the answers.
    pub async fn settle(&self) {
        self.arrive(|_| true).await;
    }

    async fn arrive(&self, which: impl Fn(Fault) -> bool) {
        let (now, later): (Vec<_>, Vec<_>) = {
            let mut late = self.late.lock().unwrap_or_else(PoisonError::into_inner);
            late.drain(..).partition(|(fault, _)| which(*fault))
        };
        self.late.lock().unwrap_or_else(PoisonError::into_inner).extend(later);
        for (_, request) in now {
            // The phone gave up on this answer long ago.
            let _ = self.inner.send(request).await;
        }
    }

    fn next(&self, request: &HttpRequest) -> Fault {
        if self.off.load(Ordering::SeqCst) {
            return Fault::NotSent;
        }
        if !request.url.contains(&self.only) {
            return Fault::None;
        }
        self.script.lock().unwrap_or_else(PoisonError::into_inner).pop_front().unwrap_or(Fault::None)
    }
}

#[async_trait]
impl HttpTransport for FaultyTransport {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let fault = self.next(&request);
        if fault == Fault::NotSent {
            return Err(TransportError::NotSent);
        }
        self.arrive(|late| late == Fault::Delay).await;
        let answer = match fault {
            Fault::NotSent | Fault::Drop => Err(TransportError::Lost),
            Fault::None => self.inner.send(request).await,
            Fault::CutAfterSend => self.inner.send(request).await.and(Err(TransportError::Lost)),
            Fault::Duplicate => {
                let first = self.inner.send(request.clone()).await;
                let second = self.inner.send(request).await;
                first.and(second)
            }
            Fault::Delay | Fault::Reorder => {
                self.late.lock().unwrap_or_else(PoisonError::into_inner).push((fault, request));
                return Err(TransportError::Lost);
            }
        };
        self.arrive(|late| late == Fault::Reorder).await;
        answer
    }

    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError> {
        if self.off.load(Ordering::SeqCst) {
            return Err(TransportError::NotSent);
        }
        self.inner.stream(request).await
    }
}
