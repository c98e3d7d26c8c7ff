//! What runs on the chip: selection, PIN counters, access conditions, signing.
//!
//! As the real card does, where its public clients agree (OpenSC's `card-jpki.c` and `pkcs15-jpki.c`, myna, the crate
//! myna-card): security status is cleared when another application is selected, an empty VERIFY consumes nothing, a blocked PIN answers `63C0` to the question and
//! `6984` to a try, unknown applications and files answer `6A82`, an offset past the end `6B00`.

use std::collections::BTreeSet;

use rsa::Pkcs1v15Sign;
use sha2::{Digest as _, Sha256};

use super::{
    files::{Access, Application, Elementary, Image},
    wire::Command,
};

/// Habits in which cards and readers differ, for tests of clients.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Manner {
    /// The most bytes one READ BINARY gives, whatever was asked for.
    pub largest_read: usize,
    /// Answers longer than this come as `61xx` and are fetched by GET RESPONSE.
    pub largest_answer: usize,
    /// `6Cxx` instead of fewer bytes than asked for, at the end of a file.
    pub insists_on_length: bool,
    /// What a try at a blocked PIN is answered with.
    pub blocked: u16,
    /// Only what the real card is known to take: `6D00` to other instructions, `6E00` to other classes, `6A86` to
    /// other selections.
    pub strict: bool,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            largest_read: usize::MAX,
            largest_answer: usize::MAX,
            insists_on_length: false,
            blocked: 0x6984,
            strict: false,
        }
    }
}

/// A chip with its files and its state since the last reset.
#[derive(Clone)]
pub struct Os {
    image: Image,
    manner: Manner,
    channels: [Option<Channel>; 4],
    chained: Vec<u8>,
    waiting: Vec<u8>,
}

/// The state of a logical channel.
#[derive(Clone, Default)]
struct Channel {
    /// Index of the selected application; none is the card manager, which is selected after reset.
    application: Option<usize>,
    file: Option<u16>,
    presented: BTreeSet<u16>,
}

type Outcome = Result<Vec<u8>, u16>;

const NOT_FOUND: u16 = 0x6A82;
const NO_CURRENT_FILE: u16 = 0x6986;
const NOT_ALLOWED: u16 = 0x6982;
const WRONG_KIND: u16 = 0x6981;
const WRONG_PARAMETERS: u16 = 0x6A86;
const WRONG_LENGTH: u16 = 0x6700;
const GET_RESPONSE: u8 = 0xC0;
const CARD_MANAGER: [u8; 7] = [0xA0, 0, 0, 1, 0x51, 0, 0];

impl Os {
    /// A chip that was just reset.
    #[must_use]
    pub fn new(image: Image, manner: Manner) -> Self {
        let mut os =
            Self { image, manner, channels: [const { None }; 4], chained: Vec::new(), waiting: Vec::new() };
        os.reset();
        os
    }

    /// Reset or power-on: everything but the PIN counters is forgotten.
    pub fn reset(&mut self) {
        self.channels = [Some(Channel::default()), None, None, None];
        self.chained.clear();
        self.waiting.clear();
    }

    /// The answer to reset.
    #[must_use]
    pub fn atr(&self) -> &[u8] {
        &self.image.atr
    }

    /// The files, with the counters as they are now.
    #[must_use]
    pub fn image(&self) -> &Image {
        &self.image
    }

    /// Answers one command.
    pub fn answer(&mut self, command: &[u8]) -> Vec<u8> {
        let outcome = Command::parse(command).ok_or(WRONG_LENGTH).and_then(|command| self.run(command));
        let (mut data, status) = match outcome {
            Ok(data) if data.len() > self.manner.largest_answer => {
                self.waiting = data;
                (Vec::new(), self.more_waits())
            }
            Ok(data) if self.waiting.is_empty() => (data, 0x9000),
            Ok(data) => (data, self.more_waits()),
            Err(status) => (Vec::new(), status),
        };
        data.extend(status.to_be_bytes());
        data
    }

    /// `61xx`: so many bytes of the answer can be fetched next.
    fn more_waits(&self) -> u16 {
        let next = self.waiting.len().min(self.manner.largest_answer);
        0x6100 | u16::try_from(next % 256).unwrap_or(0)
    }

    fn run(&mut self, mut command: Command) -> Outcome {
        if self.manner.strict {
            known(&command)?;
        }
        if command.class & 0x0C != 0 {
            return Err(0x6882);
        }
        if command.instruction != GET_RESPONSE {
            self.waiting.clear();
        }
        let number = usize::from(command.class & 3);
        let Some(mut channel) = self.channels[number].take() else { return Err(0x6881) };
        let outcome = match self.chain(&mut command) {
            Ok(true) => self.execute(&mut channel, &command),
            Ok(false) => Ok(Vec::new()),
            Err(status) => Err(status),
        };
        self.channels[number] = Some(channel);
        outcome
    }

    /// Puts the parts of a chained command together; true when it is whole.
    fn chain(&mut self, command: &mut Command) -> Result<bool, u16> {
        if command.class & 0x10 != 0 {
            self.chained.append(&mut command.data);
            return if self.chained.len() > 4096 { Err(WRONG_LENGTH) } else { Ok(false) };
        }
        if !self.chained.is_empty() {
            let last = std::mem::replace(&mut command.data, std::mem::take(&mut self.chained));
            command.data.extend(last);
        }
        Ok(true)
    }

    fn execute(&mut self, channel: &mut Channel, command: &Command) -> Outcome {
        let parameters = u16::from_be_bytes([command.p1, command.p2]);
        match (command.class & 0x80, command.instruction) {
            (0, 0xA4) => self.select(channel, command).map(|()| Vec::new()),
            (0, 0xB0) => self.read_binary(channel, command),
            (0, 0xB1) => self.read_object(channel, command),
            (0, 0xB2) => self.read_record(channel, command),
            (0, 0x20) => self.verify(channel, command).map(|()| Vec::new()),
            (0, 0x24) => self.change(channel, command).map(|()| Vec::new()),
            (0, 0x70) => self.manage_channel(command),
            (0, 0x84) => Ok((0..=255).cycle().take(command.expected.unwrap_or(8).min(256)).collect()),
            (0, GET_RESPONSE) => self.rest(command),
            (0, 0xCA) if parameters == 0x5F51 => Ok(self.image.atr[1..].to_vec()),
            (0, 0xCA) => Err(0x6A88),
            (0x80, 0x2A) => self.sign(channel, command),
            _ => Err(0x6D00),
        }
    }

    fn select(&self, channel: &mut Channel, command: &Command) -> Result<(), u16> {
        let id =
            || <[u8; 2]>::try_from(command.data.as_slice()).map(u16::from_be_bytes).map_err(|_| WRONG_LENGTH);
        match command.p1 {
            0 if id()? == 0x3F00 => channel.enter(None),
            0 | 2 => return self.select_file(channel, id()?),
            1 => channel.enter(Some(self.by_file_id(id()?)?)),
            3 => channel.enter(None),
            4 => channel.enter(self.by_name(channel, &command.data, command.p2 & 3)?),
            8 | 9 => {
                let path: Vec<u16> =
                    command.data.chunks_exact(2).map(|id| u16::from_be_bytes([id[0], id[1]])).collect();
                for step in path {
                    match self.by_file_id(step) {
                        Ok(application) => channel.enter(Some(application)),
                        Err(_) => self.select_file(channel, step)?,
                    }
                }
            }
            _ => return Err(WRONG_PARAMETERS),
        }
        Ok(())
    }

    fn select_file(&self, channel: &mut Channel, id: u16) -> Result<(), u16> {
        self.application(channel)?.files.contains_key(&id).then(|| channel.file = Some(id)).ok_or(NOT_FOUND)
    }

    fn by_file_id(&self, id: u16) -> Result<usize, u16> {
        self.image.applications.iter().position(|application| application.file_id == id).ok_or(NOT_FOUND)
    }

    /// By name or the beginning of one; `occurrence` 2 is the next match after the current application.
    fn by_name(&self, channel: &Channel, name: &[u8], occurrence: u8) -> Result<Option<usize>, u16> {
        if name == CARD_MANAGER {
            return Ok(None);
        }
        let start = match occurrence {
            2 => channel.application.map_or(0, |current| current + 1),
            _ => 0,
        };
        let matches = |(_, application): &(usize, &Application)| application.id.starts_with(name);
        let found = self.image.applications.iter().enumerate().skip(start).find(matches);
        found.map(|(index, _)| Some(index)).ok_or(NOT_FOUND)
    }

    fn read_binary(&self, channel: &mut Channel, command: &Command) -> Outcome {
        let offset = match command.p1 {
            short @ 0x80.. => {
                self.select_file(channel, u16::from(short & 0x1F))?;
                usize::from(command.p2)
            }
            high => usize::from(u16::from_be_bytes([high, command.p2])),
        };
        self.read_at(channel, offset, command.expected.ok_or(WRONG_LENGTH)?)
    }

    /// READ BINARY with odd instruction: the offset in a data object `54`, the answer in `53`.
    fn read_object(&self, channel: &mut Channel, command: &Command) -> Outcome {
        let file = u16::from_be_bytes([command.p1, command.p2]);
        if file != 0 {
            self.select_file(channel, file)?;
        }
        let &[0x54, length, ref offset @ ..] = command.data.as_slice() else { return Err(0x6A80) };
        if usize::from(length) != offset.len() || offset.len() > 4 {
            return Err(0x6A80);
        }
        let offset = offset.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
        let content = self.read_at(channel, offset, command.expected.ok_or(WRONG_LENGTH)?.min(127))?;
        Ok([&[0x53, u8::try_from(content.len()).unwrap_or(0)], content.as_slice()].concat())
    }

    fn read_at(&self, channel: &Channel, offset: usize, expected: usize) -> Outcome {
        let Elementary::Binary { content, read } =
            self.file(channel, channel.file.ok_or(NO_CURRENT_FILE)?)?
        else {
            return Err(WRONG_KIND);
        };
        channel.allows(read)?;
        let rest = content.get(offset..).filter(|rest| !rest.is_empty()).ok_or(0x6B00_u16)?;
        if self.manner.insists_on_length && rest.len() < expected {
            return Err(0x6C00 | u16::try_from(rest.len()).map_err(|_| WRONG_LENGTH)?);
        }
        Ok(rest[..rest.len().min(expected).min(self.manner.largest_read)].to_vec())
    }

    fn read_record(&self, channel: &mut Channel, command: &Command) -> Outcome {
        if command.p2 >> 3 != 0 {
            self.select_file(channel, u16::from(command.p2 >> 3))?;
        }
        match self.file(channel, channel.file.ok_or(NO_CURRENT_FILE)?)? {
            Elementary::Records(records) => {
                records.get(usize::from(command.p1).wrapping_sub(1)).cloned().ok_or(0x6A83)
            }
            _ => Err(WRONG_KIND),
        }
    }

    fn verify(&mut self, channel: &mut Channel, command: &Command) -> Result<(), u16> {
        let id = pin_reference(channel, command)?;
        let word = self.manner.blocked;
        channel.file = Some(id);
        let Elementary::Pin { value, left, tries } = self.file_mut(channel, id)? else {
            return Err(WRONG_KIND);
        };
        if command.data.is_empty() {
            return Err(0x63C0 | u16::from(*left));
        }
        channel.presented.remove(&id);
        if *left == 0 {
            return Err(word);
        }
        if value.as_deref() == Some(&command.data) {
            *left = *tries;
            channel.presented.insert(id);
            return Ok(());
        }
        *left -= 1;
        Err(0x63C0 | u16::from(*left))
    }

    fn change(&mut self, channel: &mut Channel, command: &Command) -> Result<(), u16> {
        let id = pin_reference(channel, command)?;
        if !channel.presented.contains(&id) {
            return Err(NOT_ALLOWED);
        }
        let Elementary::Pin { value, .. } = self.file_mut(channel, id)? else { return Err(WRONG_KIND) };
        *value = Some(command.data.clone());
        Ok(())
    }

    fn manage_channel(&mut self, command: &Command) -> Outcome {
        match (command.p1, command.p2) {
            (0, 0) => {
                // The asking channel is taken out while its command runs, so the basic one is never free here.
                let free = (1..4).find(|number| self.channels[*number].is_none()).ok_or(0x6881_u16)?;
                self.channels[free] = Some(Channel::default());
                Ok(vec![u8::try_from(free).unwrap_or(0)])
            }
            (0x80, number @ 1..=3) => {
                self.channels[usize::from(number)] = None;
                Ok(Vec::new())
            }
            _ => Err(WRONG_PARAMETERS),
        }
    }

    fn rest(&mut self, command: &Command) -> Outcome {
        if self.waiting.is_empty() {
            return Err(0x6985);
        }
        let whole = std::mem::take(&mut self.waiting);
        let part = command.expected.unwrap_or(256).min(self.manner.largest_answer).min(whole.len());
        let (part, rest) = whole.split_at(part);
        self.waiting = rest.to_vec();
        Ok(part.to_vec())
    }

    fn sign(&self, channel: &Channel, command: &Command) -> Outcome {
        let id = match command.p2 {
            0x80 => channel.file.ok_or(NO_CURRENT_FILE)?,
            short @ 0x81.. => u16::from(short & 0x1F),
            _ => return Err(WRONG_PARAMETERS),
        };
        let Elementary::Key { key, sign } = self.file(channel, id)? else { return Err(WRONG_KIND) };
        channel.allows(sign)?;
        let signature = match command.p1 {
            0 => key.sign(Pkcs1v15Sign::new_unprefixed(), &command.data),
            2 => key.sign(Pkcs1v15Sign::new::<Sha256>(), &command.data),
            3 => key.sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(&command.data)),
            _ => return Err(WRONG_PARAMETERS),
        };
        signature.map_err(|_| WRONG_LENGTH)
    }

    fn application(&self, channel: &Channel) -> Result<&Application, u16> {
        channel.application.and_then(|index| self.image.applications.get(index)).ok_or(NOT_FOUND)
    }

    fn file(&self, channel: &Channel, id: u16) -> Result<&Elementary, u16> {
        self.application(channel)?.files.get(&id).ok_or(NOT_FOUND)
    }

    fn file_mut(&mut self, channel: &Channel, id: u16) -> Result<&mut Elementary, u16> {
        let application = channel.application.and_then(|index| self.image.applications.get_mut(index));
        application.and_then(|application| application.files.get_mut(&id)).ok_or(NOT_FOUND)
    }
}

impl Channel {
    /// Another application, or the card manager: what was presented in the one before is forgotten.
    fn enter(&mut self, application: Option<usize>) {
        if self.application != application {
            self.presented.clear();
        }
        self.application = application;
        self.file = None;
    }

    fn allows(&self, access: &Access) -> Result<(), u16> {
        match access {
            Access::Free => Ok(()),
            Access::AnyOf(pins) if pins.iter().any(|pin| self.presented.contains(pin)) => Ok(()),
            Access::AnyOf(_) | Access::Never => Err(NOT_ALLOWED),
        }
    }
}

/// What those clients send to the real card, and nothing beyond.
fn known(command: &Command) -> Result<(), u16> {
    match (command.class, command.instruction, command.p1) {
        (0, 0xA4, 2 | 4)
        | (0, 0x20 | 0x24 | 0x84 | 0xB0 | 0xB2 | GET_RESPONSE | 0xCA, _)
        | (0x80, 0x2A, _) => Ok(()),
        (0, 0xA4, _) => Err(WRONG_PARAMETERS),
        (0 | 0x80, ..) => Err(0x6D00),
        _ => Err(0x6E00),
    }
}

/// P2 `80` is the current file, `80 | n` the file with that short id.
fn pin_reference(channel: &Channel, command: &Command) -> Result<u16, u16> {
    match command.p2 {
        0x80 => channel.file.ok_or(NO_CURRENT_FILE),
        short @ 0x81..=0x9E => Ok(u16::from(short & 0x1F)),
        _ => Err(WRONG_PARAMETERS),
    }
}
