//! The clerk's words at the server's command line, beside those that all programs share ([`yui_cli`]).

mod refusal;

use yui_cli::Help;
use yui_texts::keys::cli as keys;

pub use refusal::{Failure, store_of};
pub use yui_cli::{Wrong, lang, say};

/// Where the help is.
pub const HELP: Help = Help { prefix: "cli", after: &[keys::CLI_FRAME_NOTE, keys::CLI_FRAME_EXIT] };

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use yui_cli::{in_words, testing};
    use yui_texts::Lang;

    use super::*;
    use crate::cli::Arguments;

    #[test]
    fn every_command_flag_and_value_has_its_words_and_no_words_are_left_over() {
        let shared = ["cli-help", "cli-any-help", "cli-any-version"];
        testing::words_fit(&Arguments::command(), &HELP, keys::ALL, &shared);
    }

    #[test]
    fn the_english_words_are_those_of_the_code() {
        let compared = testing::compare_english(&Arguments::command(), &HELP);
        assert!(compared > 60, "{compared}");
    }

    #[test]
    fn the_help_of_every_command_is_whole_in_every_language() {
        let pages = testing::read_every_page(&Arguments::command(), &HELP);
        assert!(pages > 20, "{pages}");
    }

    #[test]
    fn a_flag_says_what_holds_without_it() {
        let command = in_words(Arguments::command(), &HELP, Lang::Ja);
        let staff = command.find_subcommand("staff").and_then(|staff| staff.find_subcommand("add"));
        let page = staff.expect("a command").clone().render_help().to_string();
        for part in ["data", "YUI_DATA", "YUI_DATABASE", "town-counter (", "body-accounts ("] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}
