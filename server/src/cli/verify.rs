//! `yui-server verify-ledger`: by the running server, or by reading alone when none runs. The writer would refuse to
//! begin on the very rows that are looked for.

use std::process::ExitCode;

use yui_server::{
    chore::{self, Chore, Done},
    ledger_check::FeedStanding,
};
use yui_store::{StoreError, StoreUrl, open_reader, verify_feed};
use yui_texts::{Args, keys::chores as keys};

use crate::cli::{
    chore::asked,
    common::On,
    words::{Failure, say},
};

/// The exit code for a ledger that was altered, or a feed that does not follow from it.
const UNSOUND: u8 = 3;

/// Verifies; an altered ledger, or a feed that does not follow from it, is an exit code of its own.
pub async fn run(On { data, output, .. }: On<()>) -> Result<ExitCode, Failure> {
    let done = match asked(&data, &Chore::VerifyLedger).await? {
        Some(done) => done,
        None => by_reading(&data.town(&data.municipality()?)).await?,
    };
    output.show(&done, || match &done {
        Done::Sound { seq, hash, feed } => {
            let sound = say(keys::CHORE_LEDGER_SOUND, &Args::new().count("rows", *seq).words("code", hash));
            let feed = match feed {
                FeedStanding::Sound => return sound,
                FeedStanding::BuiltAgain => keys::CHORE_FEED_REBUILT,
                FeedStanding::Differs => keys::CHORE_FEED_DIFFERS,
                FeedStanding::Unknown => keys::CHORE_FEED_UNKNOWN,
            };
            format!("{sound}\n{}", say(feed, &Args::new()))
        }
        Done::Altered { what } => say(keys::CHORE_LEDGER_ALTERED, &Args::new().words("words", what)),
        _ => String::new(),
    })?;
    Ok(match done {
        Done::Sound { feed: FeedStanding::Sound, .. } => ExitCode::SUCCESS,
        Done::Sound { feed: FeedStanding::Unknown, .. } => ExitCode::FAILURE,
        _ => ExitCode::from(UNSOUND),
    })
}

async fn by_reading(town: &StoreUrl) -> Result<Done, StoreError> {
    let reader = open_reader(town).await?;
    let feed = async { FeedStanding::of(&verify_feed(town, &reader).await) };
    let done = chore::verify(&reader, Box::pin(feed)).await;
    reader.close().await;
    done
}
