//! The guard between every program and the card: what is not on the map does not reach the card.
//!
//! The same 4-digit PIN opens name and address and 個人番号, so no access rule of the card itself keeps a program
//! from the number; this does. It denies by default and keeps track of what is selected:
//!
//! - plain short commands on the basic channel only: no logical channels, secure messaging, command chaining or
//!   extended lengths, so that there is one selected application and file to know about;
//! - SELECT by a full application id of the map, or by the id of a file of the map in the current application;
//! - READ BINARY, VERIFY and SIGN on the current file only (no short file ids), each only where the map says that the
//!   file is content, PIN or key, and in the one form that is needed;
//! - whatever a command leaves uncertain (an error, a lost answer) counts as "nothing is selected".

use tracing::trace;
use yui_protocol::ErrorCode;

use crate::{
    apdu::{Command, Response, Status, ins},
    error::CardError,
    map::{Application, File, Holds, NEVER, Profile},
    trace,
    transport::CardTransport,
};

/// A transport that only the allowed commands pass.
pub struct Guard<T> {
    transport: T,
    profile: &'static Profile,
    here: Place,
    more_waits: bool,
}

/// What is selected on the card, as far as it is certain.
#[derive(Clone, Copy, Default)]
struct Place {
    application: Option<&'static Application>,
    file: Option<&'static File>,
}

impl<T: CardTransport> Guard<T> {
    /// Puts a guard before a card.
    pub fn new(transport: T, profile: &'static Profile) -> Self {
        Self { transport, profile, here: Place::default(), more_waits: false }
    }

    /// Sends a command if it is allowed. `card_forbidden` when it is not, in which case nothing was sent;
    /// `card_lost` and `card_failed` as the transport says. The card's own refusals are answers, not errors.
    pub async fn transceive(&mut self, command: &[u8]) -> Result<Response, CardError> {
        let Some((parsed, then)) = self.judge(command) else {
            trace!("refused by the guard");
            return Err(CardError::new(ErrorCode::CardForbidden));
        };
        let before = std::mem::take(&mut self.here);
        self.more_waits = false;
        let answer = self.transport.transceive(command).await?;
        let answer = Response::parse(answer).ok_or_else(CardError::nonsense)?;
        trace!("{}", trace::exchange(&parsed, &answer));
        let more_waits = answer.status.sw1() == 0x61;
        let done = answer.status == Status::OK || more_waits;
        self.here = match (parsed.instruction == ins::SELECT, done) {
            (true, true) => then,
            // SELECT of a file that failed leaves the application as it was; of an application, who knows.
            (true, false) => Place { application: then.application.filter(|_| parsed.p1 == 2), file: None },
            (false, _) => before,
        };
        self.more_waits = more_waits;
        Ok(answer)
    }

    /// Whether this application is certainly the selected one.
    pub(crate) fn is_in(&self, application: &Application) -> bool {
        self.here.application.is_some_and(|current| current.id == application.id)
    }

    /// Whether the file that holds this is certainly the current one.
    pub(crate) fn is_at(&self, holds: Holds) -> bool {
        self.holds() == Some(holds)
    }

    /// The command and what is selected after its success; `None` when it must not be sent.
    fn judge<'a>(&self, bytes: &'a [u8]) -> Option<(Command<'a>, Place)> {
        let command = Command::parse(bytes)?;
        let then = match (command.class, command.instruction, command.p1, command.p2) {
            (0, ins::SELECT, 4, 0x0C) if command.expected.is_none() => self.application(command.data)?,
            (0, ins::SELECT, 2, 0x0C) if command.expected.is_none() => {
                self.file(command.data.try_into().ok()?)?
            }
            (0, ins::READ_BINARY, 0..=0x7F, _) => {
                self.stay(command.data.is_empty() && is_content(self.holds()?))?
            }
            (0, ins::VERIFY, 0, 0x80) if command.expected.is_none() => {
                self.stay(self.pin_fits(command.data))?
            }
            (0x80, ins::SIGN, 0, 0x80) => self.stay(
                matches!(self.holds()?, Holds::Key(_))
                    && command.data.len() == self.profile.algorithm.input_length()
                    && command.expected == Some(0),
            )?,
            (0, ins::GET_RESPONSE, 0, 0) => self.stay(command.data.is_empty() && self.more_waits)?,
            _ => return None,
        };
        Some((command, then))
    }

    fn holds(&self) -> Option<Holds> {
        self.here.file.map(|file| file.holds)
    }

    fn stay(&self, allowed: bool) -> Option<Place> {
        allowed.then_some(self.here)
    }

    fn application(&self, id: &[u8]) -> Option<Place> {
        let application = self.profile.applications.iter().find(|application| application.id == id)?;
        (!NEVER.contains(&(application.id, None)))
            .then_some(Place { application: Some(application), file: None })
    }

    fn file(&self, id: [u8; 2]) -> Option<Place> {
        let application = self.here.application?;
        let id = u16::from_be_bytes(id);
        let file = application.files.iter().find(|file| file.id == id)?;
        let closed = NEVER.contains(&(application.id, Some(id)));
        (!closed).then_some(Place { application: Some(application), file: Some(file) })
    }

    /// An empty VERIFY asks for the tries left; any other must have the length of that PIN.
    fn pin_fits(&self, data: &[u8]) -> bool {
        let Some(Holds::Pin(kind)) = self.holds() else { return false };
        let rule = self.profile.pin_rule(kind);
        data.is_empty() || rule.is_some_and(|rule| (rule.shortest..=rule.longest).contains(&data.len()))
    }
}

fn is_content(holds: Holds) -> bool {
    match holds {
        Holds::TokenKind | Holds::CertificatePresence | Holds::Certificate(_) | Holds::Attributes => true,
        Holds::Key(_) | Holds::Pin(_) => false,
    }
}
