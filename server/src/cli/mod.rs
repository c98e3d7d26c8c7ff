//! The command line. Each subcommand is a file.

mod common;
mod migrate;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The server of Yui, the town's app for helping one another.
#[derive(Parser)]
#[command(name = "yui-server", version, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start the server and keep it running until it is told to stop (Ctrl-C or SIGTERM).
    Serve(serve::Serve),
    /// Bring the data to this version of the program. `serve` does it by itself; this is for doing it beforehand.
    Migrate(migrate::Migrate),
}

/// Runs a subcommand; what went wrong is said on standard error in one line.
pub fn run(arguments: Arguments) -> ExitCode {
    yui_server::http::observe::init_log();
    let provider = rustls::crypto::ring::default_provider();
    // Only the first installation counts; a second would be the same.
    let _ = provider.install_default();
    let result =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Into::into).and_then(
            |runtime| {
                runtime.block_on(async {
                    match arguments.command {
                        Command::Serve(serve) => serve.run().await,
                        Command::Migrate(migrate) => migrate.run().await,
                    }
                })
            },
        );
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("yui-server: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What a subcommand can fail with.
type Failure = Box<dyn std::error::Error + Send + Sync>;
