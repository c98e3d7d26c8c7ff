//! The command line. Each subcommand is a file; all of them say what went wrong in one line on standard error, and whatever
//! they say in the clerk's language ([`words`]).

mod backup;
mod chore;
mod common;
mod migrate;
mod restore;
mod serve;
mod shop;
mod staff;
mod verify;
mod voucher;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use words::Failure;

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
    Serve(Box<serve::Serve>),
    /// Bring the data to this version of the program. `serve` does it by itself; this is for doing it beforehand.
    Migrate(migrate::Migrate),
    /// Write a copy of all data into a new folder. The server may go on running meanwhile.
    Backup(backup::Backup),
    /// Put a copy made by `backup` into an empty data folder or database. The server must not run.
    Restore(restore::Restore),
    /// Check the ledger from its first row in two ways and compare everything that is stored.
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

/// Runs what was typed. Whatever it makes, files that SQLite keeps and the operator's socket included, is for nobody but
/// its owner.
pub fn run() -> ExitCode {
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    match yui_cli::understood::<Arguments>(&words::HELP) {
        Ok(arguments) => done(arguments.command),
        Err(told) => told,
    }
}

/// Runs a subcommand.
fn done(command: Command) -> ExitCode {
    yui_server::http::observe::init_log();
    let provider = rustls::crypto::ring::default_provider();
    // Only the first installation counts; a second would be the same.
    let _ = provider.install_default();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let result = runtime.map_err(Into::into).and_then(|runtime| {
        runtime.block_on(async {
            match command {
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
