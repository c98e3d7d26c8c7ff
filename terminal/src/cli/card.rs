//! `yui-terminal card`: what a clerk does with the card that lies on the reader.

use std::{fs::File, io::Read, path::PathBuf, time::Duration};

use clap::{Args as Flags, Subcommand};
use serde_json::json;
use yui_card::{Attributes, Card, Sex};
use yui_cli::{Output, Wrong, say};
use yui_protocol::{ErrorCode, challenge::Challenge};
use yui_terminal::{
    counter::{self, AllTries, Answer},
    reader::{CardInReader, OnReader, Readers, Seen},
};
use yui_texts::{
    Args, Key,
    keys::{identity, reader as keys},
};

use super::{entry, refusal::Refusal};

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
    place: Place,
    #[command(flatten)]
    consent: Consent,
    #[command(flatten)]
    output: Output,
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
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
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
            | Self::Read(ReadAttributes { output, .. })
            | Self::Sign(Sign { output, .. }) => *output,
        }
    }

    /// Does it.
    pub fn run(self) -> Result<(), Refusal> {
        match self {
            Self::List(List { output }) => list(output),
            Self::Tries(Tries { place, output }) => {
                let (runtime, mut card, reader) = place.card()?;
                let tries = runtime.block_on(counter::tries(&mut card));
                tell_tries(output, tries.map_err(|error| Refusal::from(error).by_reader(&reader))?)
            }
            Self::Read(ReadAttributes { place, consent, output }) => {
                let (runtime, mut card, reader) = place.card()?;
                let typed = |left| entry::typed(keys::READER_ASK_TEXT, left, consent.last_try);
                let read = runtime.block_on(counter::attributes(&mut card, typed));
                tell_attributes(output, &read.map_err(|refusal: Refusal| refusal.by_reader(&reader))?)
            }
            Self::Sign(sign) => sign.run(),
        }
    }
}

impl Place {
    /// The card that lies there, for this program alone, and where its faults are told.
    fn card(&self) -> Result<(tokio::runtime::Runtime, Card<CardInReader>, CardInReader), Refusal> {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.map_err(|error| Refusal::technical(&error))?;
        let wait = Duration::from_secs(self.wait);
        let reader = Readers::open()?.card(self.reader.as_deref(), wait, || {
            eprintln!("{}", say(keys::READER_LAY_CARD, &Args::new()));
        })?;
        Ok((runtime, Card::new(reader.clone()), reader))
    }
}

fn list(output: Output) -> Result<(), Refusal> {
    let seen = Readers::open()?.seen()?;
    let line = |Seen { name, card }: &Seen| {
        let state = match card {
            OnReader::Nothing => keys::READER_STATE_NOTHING,
            OnReader::Card => keys::READER_STATE_CARD,
            OnReader::InUse => keys::READER_STATE_IN_USE,
            OnReader::Mute => keys::READER_STATE_MUTE,
        };
        format!("{name}\t{}", plain(state))
    };
    output.show(&seen, || match &seen[..] {
        [] => plain(keys::READER_NONE),
        seen => seen.iter().map(line).collect::<Vec<_>>().join("\n"),
    })?;
    Ok(())
}

fn tell_tries(output: Output, tries: AllTries) -> Result<(), Refusal> {
    let AllTries { signature, authentication, text } = tries;
    let told = json!({ "signature": signature, "authentication": authentication, "text": text });
    let line = |(name, left): (Key, Option<u8>)| {
        let words = match left {
            None => plain(keys::READER_TRIES_NONE),
            Some(0) => plain(keys::READER_TRIES_BLOCKED),
            Some(left) => say(identity::PIN_TRIES_LEFT, &Args::new().count("count", left.into())),
        };
        labelled(name, &words)
    };
    output.show(&told, || {
        [
            (keys::READER_PIN_SIGNATURE, signature),
            (keys::READER_PIN_AUTHENTICATION, authentication),
            (keys::READER_PIN_TEXT, text),
        ]
        .map(line)
        .join("\n")
    })?;
    Ok(())
}

fn tell_attributes(output: Output, read: &Attributes) -> Result<(), Refusal> {
    let (code, sex) = match read.sex {
        Sex::Male => ("male", keys::READER_SEX_MALE),
        Sex::Female => ("female", keys::READER_SEX_FEMALE),
        Sex::NotStated => ("not_stated", keys::READER_SEX_NOT_STATED),
    };
    let told =
        json!({ "name": read.name, "address": read.address, "birth_date": read.birth_date, "sex": code });
    output.show(&told, || {
        [
            labelled(keys::READER_NAME, &read.name),
            labelled(keys::READER_ADDRESS, &read.address),
            labelled(keys::READER_BIRTH_DATE, &birth_date(read)),
            labelled(keys::READER_SEX, &plain(sex)),
        ]
        .join("\n")
    })?;
    Ok(())
}

/// As a day; as the card writes it where month or day are unknown.
fn birth_date(read: &Attributes) -> String {
    read.birth_day().map_or_else(|| read.birth_date.clone(), |day| day.to_string())
}

impl Sign {
    fn run(self) -> Result<(), Refusal> {
        let Self { challenge, file, certificate, place, consent, output } = self;
        let challenge = match (challenge, file) {
            (Some(challenge), _) => challenge,
            (None, file) => of_file(&file.unwrap_or_default())?,
        };
        let (runtime, mut card, reader) = place.card()?;
        let typed = |left| entry::typed(keys::READER_ASK_AUTHENTICATION, left, consent.last_try);
        let answer = runtime.block_on(counter::answer(&mut card, &challenge, certificate, typed));
        tell_answer(output, &answer.map_err(|refusal: Refusal| refusal.by_reader(&reader))?)
    }
}

fn of_file(file: &std::path::Path) -> Result<Challenge, Refusal> {
    let mut bytes = Vec::new();
    let most = u64::try_from(Challenge::LONGEST + 1).unwrap_or(u64::MAX);
    let read = File::open(file).and_then(|opened| opened.take(most).read_to_end(&mut bytes));
    read.map_err(|error| Refusal::file(&file.display(), &error))?;
    Challenge::new(bytes)
        .ok_or_else(|| Refusal::said(ErrorCode::MalformedRequest, keys::READER_CHALLENGE_LENGTH, &bounds()))
}

fn tell_answer(output: Output, answer: &Answer) -> Result<(), Refusal> {
    let certificate = answer.certificate.as_ref().map(|certificate| hex(certificate.der()));
    let (signed, signature) = (hex(&answer.signed), hex(&answer.signature));
    let mut told = json!({
        "algorithm": "rsa-pkcs1v15-sha256", "signed": signed, "signature": signature,
    });
    if let Some(certificate) = &certificate {
        told["certificate"] = json!(certificate);
    }
    output.show(&told, || {
        let lines = [
            Some(labelled(keys::READER_SIGNATURE, &signature)),
            Some(labelled(keys::READER_SIGNED, &signed)),
            certificate.map(|certificate| labelled(keys::READER_CERTIFICATE, &certificate)),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    })?;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn labelled(name: Key, words: &str) -> String {
    say(keys::READER_LINE, &Args::new().words("name", plain(name)).words("words", words))
}

fn plain(key: Key) -> String {
    say(key, &Args::new())
}
