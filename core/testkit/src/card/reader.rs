//! The card in a reader: what a test can do to it from outside.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use yui_card::{CardTransport, PinKind, TransportError};

use super::{Elementary, Os};

/// A command and its answer, as they passed; holds PINs and personal data of the test card in clear.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exchange {
    /// The command.
    pub command: Vec<u8>,
    /// The answer with its status word.
    pub answer: Vec<u8>,
}

/// A virtual card on a reader. Clones are handles to the same card.
#[derive(Clone)]
pub struct VirtualCard(Arc<Mutex<Reader>>);

struct Reader {
    os: Os,
    trace: Vec<Exchange>,
    /// Commands that still pass before the card is pulled out.
    stays_for: Option<usize>,
    delay: Duration,
}

impl VirtualCard {
    /// Puts a chip on a reader.
    #[must_use]
    pub fn new(os: Os) -> Self {
        Self(Arc::new(Mutex::new(Reader { os, trace: Vec::new(), stays_for: None, delay: Duration::ZERO })))
    }

    /// Answers one command at once, without any transport; `None` when the card has been pulled out.
    #[must_use]
    pub fn answer(&self, command: &[u8]) -> Option<Vec<u8>> {
        let mut reader = self.lock();
        match &mut reader.stays_for {
            Some(0) => return None,
            Some(left) => *left -= 1,
            None => {}
        }
        let answer = reader.os.answer(command);
        reader.trace.push(Exchange { command: command.to_vec(), answer: answer.clone() });
        Some(answer)
    }

    /// The card is pulled out after so many more commands; 0 is now. Its presented PINs are forgotten.
    pub fn pull_out_after(&self, commands: usize) {
        self.lock().stays_for = Some(commands);
    }

    /// Puts the card back, freshly powered.
    pub fn put_back(&self) {
        let mut reader = self.lock();
        reader.stays_for = None;
        reader.os.reset();
    }

    /// Powers the card off and on.
    pub fn reset(&self) {
        self.lock().os.reset();
    }

    /// Every answer over the transport takes this long.
    pub fn slow(&self, delay: Duration) {
        self.lock().delay = delay;
    }

    /// What has passed since the start or since the trace was last taken.
    #[expect(clippy::must_use_candidate, reason = "also taken to forget it")]
    pub fn take_trace(&self) -> Vec<Exchange> {
        std::mem::take(&mut self.lock().trace)
    }

    /// The answer to reset.
    #[must_use]
    pub fn atr(&self) -> Vec<u8> {
        self.lock().os.atr().to_vec()
    }

    /// The tries left on the chip for a PIN.
    #[must_use]
    pub fn tries_left(&self, pin: PinKind) -> u8 {
        let id = match pin {
            PinKind::Authentication => 0x0018,
            PinKind::Signature => 0x001B,
            PinKind::Text => 0x0011,
        };
        let reader = self.lock();
        let mut files = reader.os.image().applications.iter().filter_map(|application| match pin {
            PinKind::Text if application.id.ends_with(&[0x04, 0x08]) => application.files.get(&id),
            PinKind::Authentication | PinKind::Signature if application.id[2] == 0xF0 => {
                application.files.get(&id)
            }
            _ => None,
        });
        match files.next() {
            Some(Elementary::Pin { left, .. }) => *left,
            _ => 0,
        }
    }

    /// The content of a file as it lies on the chip, whatever protects it, for tests that search for it elsewhere.
    #[must_use]
    pub fn content(&self, application: &[u8], file: u16) -> Option<Vec<u8>> {
        let reader = self.lock();
        let found = reader.os.image().applications.iter().find(|known| known.id == application)?;
        match found.files.get(&file)? {
            Elementary::Binary { content, .. } => Some(content.clone()),
            _ => None,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Reader> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl CardTransport for VirtualCard {
    async fn transceive(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        let delay = self.lock().delay;
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        self.answer(command).ok_or(TransportError::Lost)
    }
}
