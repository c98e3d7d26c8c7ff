//! The command line. Each subcommand is a file; all of them say what went wrong in one line on standard error.

mod backup;
mod chore;
mod common;
mod migrate;
mod serve;
mod shop;
mod staff;
mod verify;
mod voucher;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The server of Yui, the town's app for helping one another.
#[derive(Parser)]
#[command(
    name = "yui-server",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "A command that changes something is done by the running server when there is one for this data \
                  folder, and directly when there is none; nothing needs to be stopped for it.\n\n\
                  Exit codes: 0 done; 1 not done, the reason is on the last line; 2 the command was not understood; \
                  3 verify-ledger found that the ledger was altered; 4 shop import did not take every row."
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start the server and keep it running until it is told to stop (Ctrl-C or SIGTERM).
    Serve(Box<serve::Serve>),
    /// Bring the data to this version of the program. `serve` does it by itself; this is for doing it beforehand.
    Migrate(migrate::Migrate),
    /// Write a copy of all data into a new folder. The server may go on running meanwhile.
    Backup(backup::Backup),
    /// Put a copy made by `backup` into an empty data folder or database. The server must not run.
    Restore(backup::Restore),
    /// Play the ledger again from its first row and compare everything that is stored.
    VerifyLedger(common::On<()>),
    /// Add shops, import a list of them, print a poster or a pairing code, close them, note pay-outs.
    #[command(subcommand)]
    Shop(shop::Shop),
    /// Add members of staff, give a new one-time password, end an account.
    #[command(subcommand)]
    Staff(staff::Staff),
    /// Issue charge vouchers, list and withdraw them.
    #[command(subcommand)]
    Voucher(voucher::Voucher),
}

/// Runs a subcommand.
pub fn run(arguments: Arguments) -> ExitCode {
    yui_server::http::observe::init_log();
    let provider = rustls::crypto::ring::default_provider();
    // Only the first installation counts; a second would be the same.
    let _ = provider.install_default();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let result = runtime.map_err(Into::into).and_then(|runtime| {
        runtime.block_on(async {
            match arguments.command {
                Command::Serve(serve) => serve.run().await.map(|()| ExitCode::SUCCESS),
                Command::Migrate(migrate) => migrate.run().await.map(|()| ExitCode::SUCCESS),
                Command::Backup(backup) => backup.run().await.map(|()| ExitCode::SUCCESS),
                Command::Restore(restore) => restore.run().await.map(|()| ExitCode::SUCCESS),
                Command::VerifyLedger(on) => verify::run(on).await,
                Command::Shop(shop) => shop.run().await,
                Command::Staff(staff) => staff.run().await.map(|()| ExitCode::SUCCESS),
                Command::Voucher(voucher) => voucher.run().await.map(|()| ExitCode::SUCCESS),
            }
        })
    });
    result.unwrap_or_else(|error: Failure| {
        eprintln!("yui-server: {error}");
        ExitCode::FAILURE
    })
}

/// What a subcommand can fail with.
type Failure = Box<dyn std::error::Error + Send + Sync>;
