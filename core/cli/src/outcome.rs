//! How an outcome is told: in words for a person, as JSON for a program.

use std::io::{ErrorKind, Write};

/// The outcome could not be told; what the machine says about it.
#[derive(Debug)]
pub struct Untold(pub String);

/// How the outcome is told.
#[derive(Clone, clap::Args)]
pub struct Output {
    /// Answer as JSON on standard output, for another program.
    #[arg(long)]
    pub json: bool,
}

impl Output {
    /// Tells the outcome: as JSON, or in the words of `told`. A reader who has read enough and gone (`| head`) is no fault.
    pub fn show(&self, outcome: &impl serde::Serialize, told: impl FnOnce() -> String) -> Result<(), Untold> {
        let text = if self.json {
            serde_json::to_string(outcome).map_err(|error| Untold(error.to_string()))?
        } else {
            told()
        };
        match writeln!(std::io::stdout(), "{text}") {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Untold(error.to_string())),
            _ => Ok(()),
        }
    }
}
