//! The command line of the counter: what a clerk types, and what she is told.

mod card;
mod entry;
mod refusal;
mod told;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use yui_cli::Help;
use yui_texts::keys::terminal as keys;

/// Where the help is.
const HELP: Help =
    Help { prefix: "terminal", after: &[keys::TERMINAL_FRAME_NOTE, keys::TERMINAL_FRAME_EXIT] };

/// The terminal of Yui, for the counter of a town, a clinic or a shop.
#[derive(Parser)]
#[command(name = "yui-terminal", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Use the My Number card on a reader: its tries left, name and address, a signature.
    #[command(subcommand)]
    Card(card::CardCommand),
}

/// Runs what was typed.
pub fn run() -> ExitCode {
    let Command::Card(command) = match yui_cli::understood::<Arguments>(&HELP) {
        Ok(Arguments { command }) => command,
        Err(told) => return told,
    };
    let output = command.output();
    command.run().map_or_else(|refusal| refusal.told(&output), |()| ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use yui_cli::testing;

    use super::*;

    #[test]
    fn every_command_flag_and_value_has_its_words_and_no_words_are_left_over() {
        testing::words_fit(&Arguments::command(), &HELP, keys::ALL, &[]);
    }

    #[test]
    fn the_english_words_are_those_of_the_code() {
        let compared = testing::compare_english(&Arguments::command(), &HELP);
        assert!(compared > 15, "{compared}");
    }

    #[test]
    fn the_help_of_every_command_is_whole_in_every_language() {
        assert_eq!(testing::read_every_page(&Arguments::command(), &HELP), 6);
    }
}
