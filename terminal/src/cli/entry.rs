//! Where a PIN comes from: typed at this computer without being shown, or one line of standard input. Never an argument,
//! which every other program can see.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use yui_card::{LastTry, Pin};
use yui_cli::say;
use yui_protocol::ErrorCode;
use yui_terminal::counter::Typed;
use yui_texts::{
    Args, Key,
    keys::{identity, reader as keys},
};
use zeroize::Zeroizing;

use super::refusal::Refusal;

/// More bytes than any PIN has, in any spelling, with the end of its line.
const LONGEST_LINE: u64 = 128;

/// What is typed to spend the last try; a sign that every keyboard has and no PIN is.
const SURE: &str = "1";

/// Asks for a PIN by this prompt. Before a last try its holder is asked; a program says `--last-try` for her.
pub fn ask_pin(prompt: Key, left: u8, last_try: bool) -> Result<Typed, Refusal> {
    let by_hand = io::stdin().is_terminal();
    let confirmed = last_try || left > 1 || (by_hand && is_sure()?);
    if !confirmed {
        return Err(Refusal::last_try());
    }
    let pin = if by_hand {
        let tries = say(identity::PIN_TRIES_LEFT, &Args::new().count("count", left.into()));
        eprintln!("{tries}");
        rpassword::prompt_password(format!("{} ", say(prompt, &Args::new()))).map_err(Refusal::input)?
    } else {
        line()?
    };
    let last_try = if left > 1 { LastTry::Ask } else { LastTry::Confirmed };
    Ok(Typed { pin: Pin::new(pin), last_try })
}

fn is_sure() -> Result<bool, Refusal> {
    eprintln!("{}", say(identity::PIN_LAST_TRY_DIGITS_BODY, &Args::new()));
    eprint!("{} ", say(keys::READER_LAST_TRY_SURE, &Args::new()));
    // What cannot be shown cannot be agreed to: then the answer is no.
    let _ = io::stderr().flush();
    Ok(line()?.trim() == SURE)
}

/// A line of standard input without its end.
fn line() -> Result<String, Refusal> {
    let mut bytes = Zeroizing::new(Vec::new());
    let read = io::stdin().lock().take(LONGEST_LINE).read_until(b'\n', &mut bytes);
    read.map_err(Refusal::input)?;
    let line = std::str::from_utf8(&bytes).map_err(|_| Refusal::of(ErrorCode::PinFormat))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
