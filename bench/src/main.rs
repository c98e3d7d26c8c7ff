//! Yui beside its peers, measured in the same run: `scripts/bench`. What each line means, and how it is measured,
//! stands in docs/benchmarks.md.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]

mod measure;
mod outcome;
mod peer;
mod size;
mod suite;
mod town;

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;

use crate::{measure::Report, size::Size, suite::Suite};

/// Measures Yui beside its peers and prints a line for each figure; a line that misses its bar ends with SHORT.
#[derive(Parser)]
struct Arguments {
    /// As few and small as can be measured at all: shows that every line can be, and says nothing of speed.
    #[arg(long)]
    smoke: bool,
    /// Only these suites.
    #[arg(long, value_delimiter = ',')]
    only: Vec<Suite>,
    /// The `yui-test-server` program; beside this one when it is not given.
    #[arg(long)]
    server: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let size = if arguments.smoke { Size::SMOKE } else { Size::FULL };
    let server = arguments.server.unwrap_or_else(beside_this);
    let mut report = Report::default();
    for suite in Suite::chosen(&arguments.only) {
        if let Err(error) = suite.run(&size, &server, &mut report).await {
            println!("{suite:?} could not be measured: {error}");
            return ExitCode::FAILURE;
        }
    }
    report.end();
    ExitCode::SUCCESS
}

/// The test server that was built with this program.
fn beside_this() -> PathBuf {
    let this = std::env::current_exe().unwrap_or_default();
    this.with_file_name("yui-test-server")
}
