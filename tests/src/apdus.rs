//! What passes between a program and a card, flow by flow, as it is committed: every command with its reason, and nothing
//! of a person. PINs and what is signed are masked with their lengths; of what the card answers only the length is shown.

use std::fmt::Write as _;

use yui_card::{
    apdu::{Command, Response, ins},
    map::{Application, Holds, INDIVIDUAL_NUMBER_CARD, KeyKind, PinKind},
    trace,
};
use yui_testkit::{card::Exchange, leaks::hex};

/// What a program does with a card.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A person registers, by the certificate of this key.
    Register(KeyKind),
    /// A payment is proved.
    Prove,
    /// The tries that are left are told.
    Tries,
    /// Name and address are read.
    Read,
    /// A challenge is signed, and the certificate given with it.
    Answer,
}

/// Something that a program does with a card.
pub struct Flow {
    /// The name of its file.
    pub name: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// What it is for, which makes the reasons.
    pub purpose: Purpose,
    /// What passed.
    pub exchanges: Vec<Exchange>,
}

impl Flow {
    /// A flow with what passed in it.
    #[must_use]
    pub fn new(name: &'static str, title: &'static str, purpose: Purpose, exchanges: Vec<Exchange>) -> Self {
        Self { name, title, purpose, exchanges }
    }

    /// How many commands passed.
    #[must_use]
    pub fn count(&self) -> usize {
        self.exchanges.len()
    }

    /// The trace that is committed.
    ///
    /// # Panics
    /// When a command or an answer is none: the card has answered it.
    #[must_use]
    pub fn trace(&self) -> String {
        let mut text = format!("# {}: {} APDUs\n", self.title, self.count());
        for (number, exchange) in self.exchanges.iter().enumerate() {
            let (command, answer) = parsed(exchange);
            let _ = writeln!(
                text,
                "{:>2}  {:<33} -> {:<15} {}",
                number + 1,
                masked(&command),
                format!("{answer:?}"),
                trace::command(&command)
            );
        }
        text
    }

    /// The commands with their reasons, neighbours of one reason together: (how many, what, why).
    fn reasons(&self) -> Vec<(usize, String, &'static str)> {
        let mut place = Place::default();
        let mut reasons: Vec<(usize, String, &'static str)> = Vec::new();
        for exchange in &self.exchanges {
            let (command, _) = parsed(exchange);
            place.moved(&command);
            let (what, why) = place.reason(&command, self.purpose);
            match reasons.last_mut() {
                Some((count, last, _)) if *last == what => *count += 1,
                _ => reasons.push((1, what, why)),
            }
        }
        reasons
    }
}

/// The page of all flows.
#[must_use]
pub fn page(flows: &[Flow]) -> String {
    let mut page = include_str!("apdus/head.txt").to_owned();
    page.push_str("\n| flow | APDUs | trace |\n| --- | --- | --- |\n");
    for Flow { name, title, exchanges, .. } in flows {
        let count = exchanges.len();
        let _ = writeln!(page, "| {title} | {count} | [{name}](../tests/apdus/{name}.txt) |");
    }
    for flow in flows {
        let _ = write!(page, "\n## {}\n\n| APDUs | what | why |\n| --- | --- | --- |\n", flow.title);
        for (count, what, why) in flow.reasons() {
            let _ = writeln!(page, "| {count} | {what} | {why} |");
        }
    }
    page
}

fn parsed(exchange: &Exchange) -> (Command<'_>, Response) {
    let command = Command::parse(&exchange.command).expect("only plain commands pass the guard");
    (command, Response::parse(exchange.answer.clone()).expect("an answer has a status word"))
}

fn masked(command: &Command<'_>) -> String {
    let Command { class, instruction, p1, p2, data, expected } = *command;
    let header = format!("{class:02X}{instruction:02X}{p1:02X}{p2:02X}");
    if !data.is_empty() && instruction != ins::SELECT {
        return format!("{header} (masked)");
    }
    let data = hex(data, "").to_uppercase();
    let length = if data.is_empty() { String::new() } else { format!(" {:02X}", command.data.len()) };
    let expected = expected.map_or_else(String::new, |expected| format!(" {expected:02X}"));
    format!("{header}{length}{}{data}{expected}", if data.is_empty() { "" } else { " " })
}

/// What is selected, by the commands that passed.
#[derive(Default)]
struct Place {
    application: Option<&'static Application>,
    holds: Option<Holds>,
}

impl Place {
    fn moved(&mut self, command: &Command<'_>) {
        if command.instruction != ins::SELECT {
            return;
        }
        if command.p1 == 4 {
            let known = INDIVIDUAL_NUMBER_CARD.applications.iter();
            self.application = known.into_iter().find(|application| application.id == command.data);
            self.holds = None;
        } else {
            let id = command.data.try_into().map(u16::from_be_bytes).unwrap_or_default();
            let files = self.application.map_or(&[][..], |application| application.files);
            self.holds = files.iter().find(|file| file.id == id).map(|file| file.holds);
        }
    }

    /// What a command is, and why the flow cannot do without it.
    fn reason(&self, command: &Command<'_>, purpose: Purpose) -> (String, &'static str) {
        let Some(holds) = self.holds else {
            let name = self.application.map_or("", |application| application.name);
            return (
                format!("SELECT {name}"),
                "a card comes with nothing selected, and a file is found only in its application. The whole AID is sent, \
                 because the card would also take its first bytes and open what begins so",
            );
        };
        let what = match command.instruction {
            ins::SELECT => "SELECT",
            ins::READ_BINARY => "READ BINARY",
            ins::VERIFY if command.data.is_empty() => "VERIFY without data",
            ins::VERIFY => "VERIFY",
            _ => "SIGN",
        };
        let (file, select) = match holds {
            Holds::TokenKind => ("kind of card", CURRENT_FILE),
            Holds::CertificatePresence => ("which certificates there are", CURRENT_FILE),
            Holds::Pin(PinKind::Signature) => ("signature password", CURRENT_PIN),
            Holds::Pin(PinKind::Authentication) => ("authentication PIN", CURRENT_PIN),
            Holds::Pin(PinKind::Text) => ("text PIN", CURRENT_PIN),
            Holds::Certificate(KeyKind::Authentication) => ("authentication certificate", CURRENT_FILE),
            Holds::Certificate(KeyKind::Signature) => ("signature certificate", CURRENT_FILE),
            Holds::Key(KeyKind::Authentication) => ("authentication key", CURRENT_KEY),
            Holds::Key(KeyKind::Signature) => ("signature key", CURRENT_KEY),
            Holds::Attributes => ("name and address", CURRENT_FILE),
        };
        let why = match command.instruction {
            ins::SELECT => select,
            ins::VERIFY if !command.data.is_empty() => {
                "opens what follows. A right PIN puts the counter back, so the card is not asked again"
            }
            _ => act(holds, purpose),
        };
        (format!("{what}: {file}"), why)
    }
}

const CURRENT_FILE: &str = "READ BINARY reads the current file";
const CURRENT_PIN: &str = "VERIFY is about the current file";
const CURRENT_KEY: &str = "SIGN uses the current key";

/// Why a flow reads, asks about or signs with what is selected.
fn act(holds: Holds, purpose: Purpose) -> &'static str {
    match (holds, purpose) {
        (Holds::TokenKind, Purpose::Tries) => "an old 住基カード has other PINs than those that are told of",
        (Holds::TokenKind, _) => "an old 住基カード would lose a try on a password that is of no use",
        (Holds::CertificatePresence, Purpose::Tries) => "says which of the PINs the card has",
        (Holds::CertificatePresence, _) => {
            "a child's card and one without PINs would ask for a password that nobody has"
        }
        (Holds::Pin(_), Purpose::Tries) => "what was asked for; without data it spends no try",
        (Holds::Pin(_), _) => {
            "answers with the tries left and spends none, so that a person is asked before the last one"
        }
        (Holds::Certificate(KeyKind::Signature), _) => {
            "proves name, address, birth date and sex to the verifier"
        }
        (Holds::Certificate(KeyKind::Authentication), Purpose::Register(KeyKind::Signature)) => {
            "by its key the card is known again"
        }
        (Holds::Certificate(KeyKind::Authentication), Purpose::Register(KeyKind::Authentication)) => {
            "goes to the verifier, and by its key the card is known again"
        }
        (Holds::Certificate(KeyKind::Authentication), Purpose::Prove) => "tells which card it is that signs",
        (Holds::Certificate(KeyKind::Authentication), _) => {
            "was asked for, so that the answer can be checked"
        }
        (Holds::Key(_), Purpose::Register(_)) => "the card's signature under what its holder registers",
        (Holds::Key(_), Purpose::Prove) => "the proof that this card was there",
        (Holds::Key(_) | Holds::Attributes, _) => "what was asked for",
    }
}
