//! The server of demo, scenarios and crash tests: the same library as the shipped `yui-server`, with the local
//! verifier over test roots, a clock that can be moved, a network for each phone, and a control port.

use std::{io::Write, path::PathBuf};

use clap::Parser;
use tracing_subscriber::EnvFilter;
use yui_tests::server::{Engine, Options, TestServer, parent_ended, stop_asked};

/// As the shipped program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Serves a town for tests. Prints one line of JSON with its addresses when it is ready.
#[derive(Parser)]
struct Arguments {
    /// Folder of the stores and the realm's key; made when absent.
    #[arg(long)]
    data: PathBuf,
    /// Folder of the town's configuration.
    #[arg(long, default_value = "municipalities/omura")]
    town: PathBuf,
    /// A PostgreSQL database instead of files, such as `postgres://user@host/database`.
    #[arg(long)]
    postgres: Option<String>,
    /// The beginning of the names of its schemas.
    #[arg(long, default_value = "yui")]
    schema: String,
    /// The port to serve on; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The control port; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    control_port: u16,
    /// The ports of the phones' networks, to be the same again after a restart.
    #[arg(long, value_delimiter = ',')]
    networks: Vec<u16>,
    /// By how much the clock is ahead of the machine's at the start, in milliseconds.
    #[arg(long, default_value_t = 0)]
    ahead: i64,
    /// What is logged, such as `trace`.
    #[arg(long, default_value = "info")]
    log: String,
    /// End when standard input closes, as it does when the process that started this one has ended in whatever way.
    #[arg(long)]
    with_parent: bool,
    /// How many phones may come, each with a network of its own.
    #[arg(long, default_value_t = 8)]
    phones: usize,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(EnvFilter::new(arguments.log))
        .with_writer(std::io::stderr)
        .init();
    let engine = match arguments.postgres {
        Some(url) => Engine::Postgres { url, schema: arguments.schema },
        None => Engine::Sqlite,
    };
    let networks = match arguments.networks {
        none if none.is_empty() => vec![0; arguments.phones],
        ports => ports,
    };
    let server = TestServer::start(Options {
        data: arguments.data,
        town: arguments.town,
        engine,
        port: arguments.port,
        control_port: arguments.control_port,
        networks,
        ahead: arguments.ahead,
    })
    .await?;
    let stop = stop_asked()?;
    writeln!(std::io::stdout(), "{}", serde_json::to_string(server.addresses())?)?;
    let with_parent = arguments.with_parent;
    server
        .run(async move {
            tokio::select! {
                () = stop.cancelled() => {}
                () = parent_ended(), if with_parent => {}
            }
        })
        .await;
    Ok(())
}
