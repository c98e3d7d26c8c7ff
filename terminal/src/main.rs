//! The program `yui-terminal` at a counter.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
