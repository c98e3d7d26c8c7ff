//! `yui-terminal card`: what a clerk does with the card that lies on the reader.

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::{Args as Flags, Subcommand};
use yui_card::Card;
use yui_cli::{Output, Wrong, say};
use yui_protocol::{ErrorCode, challenge::Challenge};
use yui_terminal::{
    counter,
    reader::{CardInReader, Readers},
};
use yui_texts::{Args, keys::reader as keys};

use super::{entry, refusal::Refusal, told};

#[derive(Subcommand)]
pub enum CardCommand {
    /// List the readers, and whether a card lies on each.
    List(List),
    /// Say how many tries the card's PINs have left. Needs no PIN and spends no try.
    Tries(Tries),
    /// Read name, address, birth date and sex, opened by the 4-digit PIN for them. They are what the card says; nothing
    /// proves them.
    Read(ReadAttributes),
    /// Have the card's authentication key sign a challenge, opened by its 4-digit PIN. Who checks the signature knows
    /// that this card is here.
    Sign(Sign),
}

#[derive(Flags)]
pub struct List {
    #[command(flatten)]
    output: Output,
}

#[derive(Flags)]
pub struct Tries {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    output: Output,
}

#[derive(Flags)]
pub struct ReadAttributes {
    #[command(flatten)]
    opened: Opened,
}

#[derive(Flags)]
pub struct Sign {
    /// The challenge in hexadecimal: 16 to 1,024 bytes that were never asked for before.
    #[arg(long, value_name = "HEX", value_parser = challenge, required_unless_present = "file")]
    challenge: Option<Challenge>,
    /// A file with the challenge, instead.
    #[arg(long, value_name = "FILE", conflicts_with = "challenge")]
    file: Option<PathBuf>,
    /// Answer with the authentication certificate, too. No name stands in it, but it is this card's alone: keep it only
    /// until the signature is checked.
    #[arg(long)]
    certificate: bool,
    #[command(flatten)]
    opened: Opened,
}

/// What every use of a card has that its PIN opens.
#[derive(Flags)]
struct Opened {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    consent: Consent,
    #[command(flatten)]
    output: Output,
}

/// Where the card is.
#[derive(Flags)]
struct Place {
    /// The reader, by its name or a part of it. Needed where several have a card.
    #[arg(long, value_name = "READER")]
    reader: Option<String>,
    /// How many seconds to wait for a card.
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(..=3600))]
    wait: u64,
}

#[derive(Flags)]
struct Consent {
    /// The card's holder was asked and spends the last try. If it is wrong, only the town office can unlock the PIN.
    #[arg(long)]
    last_try: bool,
}

/// A challenge as it is typed.
fn challenge(hex: &str) -> Result<Challenge, Wrong> {
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes: Option<Vec<u8>> = hex.as_bytes().chunks(2).map(byte).collect();
    let whole = bytes.filter(|_| hex.len().is_multiple_of(2) && hex.bytes().all(|c| c.is_ascii_hexdigit()));
    whole.and_then(Challenge::new).ok_or_else(|| Wrong::said(keys::READER_TYPED_CHALLENGE, &bounds()))
}

fn bounds() -> Args {
    let most = i64::try_from(Challenge::LONGEST).unwrap_or(i64::MAX);
    Args::new().words("words", Challenge::SHORTEST.to_string()).count("count", most)
}

impl CardCommand {
    /// How the outcome is told.
    pub fn output(&self) -> Output {
        match self {
            Self::List(List { output })
            | Self::Tries(Tries { output, .. })
            | Self::Read(ReadAttributes { opened: Opened { output, .. } })
            | Self::Sign(Sign { opened: Opened { output, .. }, .. }) => output.clone(),
        }
    }

    /// Does it.
    pub fn run(self) -> Result<(), Refusal> {
        match self {
            Self::List(List { output }) => told::readers(&output, &Readers::open()?.seen()?),
            Self::Tries(Tries { place, output }) => {
                told::tries(&output, place.with_card(async |card| counter::tries(card).await)?)
            }
            Self::Read(ReadAttributes { opened: Opened { place, consent, output } }) => {
                let ask_pin = |left| entry::ask_pin(keys::READER_ASK_TEXT, left, consent.last_try);
                let read =
                    place.with_card(async |card| counter::attributes::<_, Refusal>(card, ask_pin).await)?;
                told::attributes(&output, &read)
            }
            Self::Sign(sign) => sign.run(),
        }
    }
}

impl Place {
    /// Uses the card that lies there, held for this program alone meanwhile.
    fn with_card<T, E: Into<Refusal>>(
        &self,
        act: impl AsyncFnOnce(&mut Card<CardInReader>) -> Result<T, E>,
    ) -> Result<T, Refusal> {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.map_err(|error| Refusal::technical(&error))?;
        let wait = Duration::from_secs(self.wait);
        let reader = Readers::open()?.card(self.reader.as_deref(), wait, || {
            eprintln!("{}", say(keys::READER_LAY_CARD, &Args::new()));
        })?;
        let done = runtime.block_on(act(&mut Card::new(reader.clone())));
        // The reader's fault, where there is one, is nearer to the clerk than what became of it at the card.
        done.map_err(|error| reader.ended().map_or_else(|| error.into(), Refusal::from))
    }
}

impl Sign {
    fn run(self) -> Result<(), Refusal> {
        let Self { challenge, file, certificate, opened: Opened { place, consent, output } } = self;
        let challenge = match (challenge, file) {
            (Some(challenge), _) => challenge,
            (None, file) => of_file(&file.unwrap_or_default())?,
        };
        let ask_pin = |left| entry::ask_pin(keys::READER_ASK_AUTHENTICATION, left, consent.last_try);
        let answer = place.with_card(async |card| {
            counter::answer::<_, Refusal>(card, &challenge, certificate, ask_pin).await
        })?;
        told::answer(&output, &answer)
    }
}

fn of_file(file: &Path) -> Result<Challenge, Refusal> {
    let mut bytes = Vec::new();
    let most = u64::try_from(Challenge::LONGEST + 1).unwrap_or(u64::MAX);
    let read = File::open(file).and_then(|opened| opened.take(most).read_to_end(&mut bytes));
    read.map_err(|error| Refusal::file(&file.display(), &error))?;
    Challenge::new(bytes)
        .ok_or_else(|| Refusal::said(ErrorCode::MalformedRequest, keys::READER_CHALLENGE_LENGTH, &bounds()))
}
