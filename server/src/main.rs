//! The program `yui-server` of a town: serves phones, shops and staff, and does the operator's chores.
//!
//! Cards are verified by a certified platform operator only; there is no flag for test roots or another clock.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
