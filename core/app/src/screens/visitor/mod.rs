//! Becoming a visitor, screen by screen: what a visitor can do, her mail address, the code, done. Nothing that she typed
//! is kept.

mod flow;
mod view;

use std::sync::Arc;

use crate::{AppError, core::Core, runtime};

pub(crate) use flow::Visiting;
pub use view::{VisitorButton, VisitorView};

/// The screens of becoming a visitor, in their order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, uniffi::Enum)]
pub enum VisitorStep {
    /// What a visitor can do, and what not.
    #[default]
    Can,
    /// Her mail address.
    Mail,
    /// The code from the mail or the counter.
    Code,
    /// Done.
    Done,
}

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum VisitorAction {
    /// On to the mail address.
    ByMail,
    /// On to the code, which she has.
    HaveCode,
    /// Have a code sent to what she typed: [`Visitor::send`].
    Send,
    /// Begin with what she typed: [`Visitor::start`].
    Start,
    /// The end: the UI goes home.
    Finish,
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Visitor {
    core: Arc<Core>,
}

impl Visitor {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread, returns without blocking it, and goes on when its future is dropped. An error
/// of the act itself is a part of the view; what is thrown is a store that cannot be read.
#[uniffi::export]
impl Visitor {
    /// The screen she is on. [`Topic::Visitor`](crate::Topic) says when it changed.
    pub async fn view(&self) -> Result<VisitorView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.visitor_view().await }).await
    }

    /// She came: what went wrong before is not shown any more. Who was sent a code goes on there.
    pub fn begin(&self) {
        self.core.visiting_begins();
    }

    /// She pressed a button that only leads on.
    pub fn act(&self, action: VisitorAction) {
        self.core.visiting_acts(action);
    }

    /// She typed her mail address: a code is sent there. `mail_invalid` in the view when it can be none.
    pub async fn send(&self, address: String) -> Result<VisitorView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.visiting_sends(address).await;
            core.visitor_view().await
        })
        .await
    }

    /// She typed the code: the phone becomes hers. `device_name` is what it is called in her list.
    #[expect(clippy::similar_names, reason = "the code is hers, the core is ours")]
    pub async fn start(&self, code: String, device_name: String) -> Result<VisitorView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.visiting_starts(code, device_name).await;
            core.visitor_view().await
        })
        .await
    }
}
