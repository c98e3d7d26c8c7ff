//! Where becoming a visitor stands, and how one screen leads to another.

use std::sync::{Arc, MutexGuard, PoisonError};

use yui_protocol::ErrorCode;

use super::{VisitorAction, VisitorStep};
use crate::{
    AppError, Topic,
    core::Core,
    error::AppResult,
    screens::turn::{Job, Turn},
};

/// Where it stands.
pub(crate) struct Visiting {
    pub(super) step: VisitorStep,
    /// Whether a code was sent to her.
    pub(super) mailed: bool,
    turn: Turn,
    /// What went wrong.
    pub(super) error: Option<AppError>,
}

impl Visiting {
    fn at(step: VisitorStep, mailed: bool) -> Self {
        Self { step, mailed, turn: Turn::next(), error: None }
    }
}

impl Default for Visiting {
    fn default() -> Self {
        Self::at(VisitorStep::default(), false)
    }
}

impl Job for Visiting {
    const TOPIC: Topic = Topic::Visitor;

    fn turn(&self) -> Turn {
        self.turn
    }
}

/// Whether it can be a mail address: something before the one @, and a host with a point after it. What else is none,
/// the server says.
fn can_be_address(typed: &str) -> bool {
    typed.split_once('@').is_some_and(|(name, host)| {
        let host_stands = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
        !name.is_empty() && host_stands && !host.contains('@') && !typed.contains(char::is_whitespace)
    })
}

impl Core {
    pub(in crate::screens) fn visiting(&self) -> MutexGuard<'_, Visiting> {
        self.visiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn visiting_goes_to(&self, step: VisitorStep, mailed: bool) {
        self.job_becomes(&self.visiting, |visiting| *visiting = Visiting::at(step, mailed));
    }

    pub(super) fn visiting_begins(&self) {
        let mailed = self.visiting().mailed;
        self.visiting_goes_to(if mailed { VisitorStep::Code } else { VisitorStep::Can }, mailed);
    }

    pub(super) fn visiting_acts(&self, action: VisitorAction) {
        match action {
            VisitorAction::ByMail => self.visiting_goes_to(VisitorStep::Mail, false),
            VisitorAction::HaveCode => self.visiting_goes_to(VisitorStep::Code, false),
            VisitorAction::Send | VisitorAction::Start | VisitorAction::Finish => {}
        }
    }

    /// False where no screen of it is before this one.
    pub(in crate::screens) fn visiting_goes_back(&self) -> bool {
        let (step, mailed) = {
            let visiting = self.visiting();
            (visiting.step, visiting.mailed)
        };
        let before = match step {
            VisitorStep::Code if mailed => VisitorStep::Mail,
            VisitorStep::Code | VisitorStep::Mail => VisitorStep::Can,
            VisitorStep::Can | VisitorStep::Done => return false,
        };
        self.visiting_goes_to(before, mailed);
        true
    }

    /// Something is on its way; what was wrong before is not shown any more.
    fn visiting_asks(&self) -> Turn {
        self.job_becomes(&self.visiting, |visiting| {
            (visiting.turn, visiting.error) = (Turn::next(), None);
            visiting.turn
        })
    }

    /// It came back: she goes on, unless she went elsewhere meanwhile.
    fn visiting_heard(&self, turn: Turn, answer: AppResult<Visiting>) {
        self.job_hears(&self.visiting, turn, |visiting| match answer {
            Ok(next) => *visiting = next,
            Err(error) => visiting.error = Some(error),
        });
    }

    pub(super) async fn visiting_sends(&self, address: String) {
        let turn = self.visiting_asks();
        let address = address.trim();
        let sent = if can_be_address(address) {
            self.api.visitor_code(address, self.words().0).await
        } else {
            Err(ErrorCode::MailInvalid.into())
        };
        self.visiting_heard(turn, sent.map(|()| Visiting::at(VisitorStep::Code, true)));
    }

    pub(super) async fn visiting_starts(self: &Arc<Self>, code: String, device_name: String) {
        let turn = self.visiting_asks();
        let done = self.register_visitor(code, device_name).await;
        // What comes after it, the registration says.
        self.visiting_heard(turn, done.map(|_| Visiting::default()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_no_address_is_not_sent() {
        for address in ["hanako@example.jp", "a.b+c@mail.example.jp"] {
            assert!(can_be_address(address), "{address}");
        }
        for none in [
            "",
            "hanako",
            "@example.jp",
            "hanako@",
            "hanako@example",
            "hanako@.jp",
            "hanako@example.",
            "a@b@x.jp",
            "a b@x.jp",
        ] {
            assert!(!can_be_address(none), "{none}");
        }
    }
}
