//! What a clerk is told of a card, in words or for her program.

use serde_json::json;
use yui_card::{Attributes, Sex};
use yui_cli::{Output, say};
use yui_terminal::{
    counter::{AllTries, Answer},
    reader::{OnReader, Seen},
};
use yui_texts::{
    Args, Key,
    keys::{identity, reader as keys},
};

use super::refusal::Refusal;

/// The readers, and what lies on them.
pub fn readers(output: &Output, seen: &[Seen]) -> Result<(), Refusal> {
    let line = |Seen { name, card }: &Seen| {
        let state = match card {
            OnReader::Nothing => keys::READER_STATE_NOTHING,
            OnReader::Card => keys::READER_STATE_CARD,
            OnReader::InUse => keys::READER_STATE_IN_USE,
            OnReader::Mute => keys::READER_STATE_MUTE,
        };
        format!("{name}\t{}", plain(state))
    };
    output.show(&seen, || match seen {
        [] => plain(keys::READER_NONE),
        seen => seen.iter().map(line).collect::<Vec<_>>().join("\n"),
    })?;
    Ok(())
}

/// The tries left.
pub fn tries(output: &Output, tries: AllTries) -> Result<(), Refusal> {
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

/// What was read.
pub fn attributes(output: &Output, read: &Attributes) -> Result<(), Refusal> {
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

/// A signature, and what it is over; all of it in hexadecimal.
pub fn answer(output: &Output, answer: &Answer) -> Result<(), Refusal> {
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
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

fn labelled(name: Key, words: &str) -> String {
    say(keys::READER_LINE, &Args::new().words("name", plain(name)).words("words", words))
}

fn plain(key: Key) -> String {
    say(key, &Args::new())
}
