//! A virtual My Number card for a reader of pcscd: it speaks as vsmartcard's vpcd wants it, so OpenSC and every other
//! PC/SC program meets it as a card. It can be as odd as cards and readers are.

use std::{
    io::{self, Write},
    net::SocketAddr,
    time::Duration,
};

use clap::{Parser, ValueEnum};
use serde_json::json;
use tokio::sync::oneshot;
use yui_testkit::{
    card::{CardBuilder, Manner, Person, VirtualCard, insert},
    leaks::hex,
};
use yui_tests::{
    cells::from_hex,
    oddity::Oddity,
    server::{parent_ended, stop_asked},
};

/// Puts a virtual card into a reader of vpcd and leaves it there. Prints one line of JSON when the reader has found it.
#[derive(Parser)]
struct Arguments {
    /// Where the reader listens; a second one of the same vpcd has the next port.
    #[arg(long, default_value = "127.0.0.1:35963", value_name = "ADDRESS:PORT")]
    reader: SocketAddr,
    /// Whose card it is.
    #[arg(long, value_enum, default_value_t)]
    person: Whose,
    /// What is odd about it.
    #[arg(long, value_enum, default_value_t)]
    kind: Oddity,
    /// Another answer to reset, in hexadecimal: a contactless reader makes up its own.
    #[arg(long, value_name = "HEX", value_parser = bytes)]
    atr: Option<Bytes>,
    /// How long each answer takes, in milliseconds.
    #[arg(long, default_value_t = 0, value_name = "MILLISECONDS")]
    slow: u64,
    /// The card is pulled out after so many commands.
    #[arg(long, value_name = "COMMANDS")]
    leaves_after: Option<usize>,
    /// The most bytes that one READ BINARY gives.
    #[arg(long, value_name = "BYTES")]
    largest_read: Option<usize>,
    /// Longer answers come as `61xx`.
    #[arg(long, value_name = "BYTES")]
    largest_answer: Option<usize>,
    /// `6Cxx` where a file ends before what was asked for.
    #[arg(long)]
    insists_on_length: bool,
    /// Only what the real card is known to take; `6D00`, `6E00` or `6A86` to all else.
    #[arg(long)]
    strict: bool,
    /// End when standard input closes, as it does when the process that started this one has ended in whatever way.
    #[arg(long)]
    with_parent: bool,
}

/// The people of the tests.
#[derive(Clone, Copy, ValueEnum, Default)]
enum Whose {
    #[default]
    Hanako,
    Taro,
    Ichiro,
    Mei,
}

#[derive(Clone)]
struct Bytes(Vec<u8>);

fn bytes(hex: &str) -> Result<Bytes, &'static str> {
    from_hex(hex).map(Bytes).ok_or("bytes are written in hexadecimal")
}

impl Arguments {
    fn card(&self) -> VirtualCard {
        let person = match self.person {
            Whose::Hanako => Person::hanako(),
            Whose::Taro => Person::taro(),
            Whose::Ichiro => Person::ichiro(),
            Whose::Mei => Person::mei(),
        };
        let ordinary = Manner::default();
        let manner = Manner {
            largest_read: self.largest_read.unwrap_or(ordinary.largest_read),
            largest_answer: self.largest_answer.unwrap_or(ordinary.largest_answer),
            insists_on_length: self.insists_on_length,
            strict: self.strict,
            ..ordinary
        };
        let mut card = self.kind.of(CardBuilder::new(&person), &person).manner(manner);
        if let Some(Bytes(atr)) = &self.atr {
            card = card.atr(atr);
        }
        let card = card.build();
        card.slow(Duration::from_millis(self.slow));
        if let Some(commands) = self.leaves_after {
            card.pull_out_after(commands);
        }
        card
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let card = arguments.card();
    let stop = stop_asked()?;
    let (found, powered) = oneshot::channel();
    let told = json!({ "reader": arguments.reader, "atr": hex(&card.atr(), "") });
    tokio::spawn(async move {
        if powered.await.is_ok() {
            // Where the reader of this line is gone there is nobody to tell.
            let _ = writeln!(io::stdout(), "{told}");
        }
    });
    tokio::select! {
        left = insert(arguments.reader, &card, found) => left,
        () = stop.cancelled() => Ok(()),
        () = parent_ended(), if arguments.with_parent => Ok(()),
    }
}
