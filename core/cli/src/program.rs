//! What a program does with what was typed before it does anything else.

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, error::ErrorKind};

use super::{Help, explained, in_words, lang};

/// The exit code for a command that was not understood.
const MISUSED: u8 = 2;

/// The command that was typed; or help, version or what is wrong with it was told, and the program ends with this code.
pub fn understood<T: CommandFactory + FromArgMatches>(help: &Help) -> Result<T, ExitCode> {
    let command = in_words(T::command(), help, lang());
    let name = command.get_name().to_owned();
    command.try_get_matches().and_then(|found| T::from_arg_matches(&found)).map_err(|told| {
        match told.kind() {
            // Where the reader is gone there is nobody to tell.
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                let _ = told.print();
                ExitCode::SUCCESS
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                let _ = told.print();
                ExitCode::from(MISUSED)
            }
            _ => {
                eprintln!("{name}: {}", explained(&told));
                ExitCode::from(MISUSED)
            }
        }
    })
}
