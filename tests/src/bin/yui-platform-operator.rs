//! A simulated platform operator for a person at a desk: with it the shipped `yui-server`, which decides nothing about
//! cards by itself, can be run with an app. It trusts the test roots and lays two virtual cards on the table.

use std::{
    io::{self, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Parser;
use serde_json::json;
use tokio::net::TcpListener;
use yui_card::KeyKind;
use yui_server::identity::card::Policies;
use yui_store::SystemClock;
use yui_testkit::{
    card::{AUTHENTICATION_PIN, CardBuilder, Person, SIGNATURE_PASSWORD, serve},
    leaks::hex,
    platform_operator::SimulatedPlatformOperator,
    verifier::local_verifier,
};
use yui_tests::server::stop_asked;

/// Answers a `yui-server` about certificates. When it is ready it prints one line of JSON: how to start the server, and
/// where the cards are. `card` has the certificate policies of real cards; `test_card` has those of test cards, which
/// the shipped server refuses.
#[derive(Parser)]
struct Arguments {
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:0", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// The file with the key of the town; made with a new key when absent.
    #[arg(long, value_name = "FILE")]
    key_file: PathBuf,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    let key = key(&arguments.key_file)?;
    let verifier = local_verifier(Policies::of_real_cards(), Arc::default());
    let operator = SimulatedPlatformOperator::new(key.trim(), Arc::new(verifier), Arc::new(SystemClock));
    let real = CardBuilder::new(&Person::hanako()).real_policies();
    let test = CardBuilder::new(&Person::taro());
    for (card, person) in [(&real, "person-1"), (&test, "person-2")] {
        operator.knows(&card.certificate(KeyKind::Signature), person);
        operator.knows(&card.certificate(KeyKind::Authentication), person);
    }
    let listener = TcpListener::bind(arguments.listen).await?;
    let url = format!("http://{}", listener.local_addr()?);
    let (card, test_card) = (on_table(&real).await?, on_table(&test).await?);
    let stop = stop_asked()?;
    let file = arguments.key_file.display();
    let told = json!({
        "url": url,
        "serve": format!("yui-server serve --platform-operator-url {url} --platform-operator-key-file {file}"),
        "card": card,
        "test_card": test_card,
        "password": SIGNATURE_PASSWORD,
        "pin": AUTHENTICATION_PIN,
    });
    writeln!(io::stdout(), "{told}")?;
    axum::serve(listener, operator.router())
        .with_graceful_shutdown(async move { stop.cancelled().await })
        .await?;
    Ok(())
}

/// Serves a card over TCP until the process ends; where.
async fn on_table(card: &CardBuilder) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(serve(listener, card.build()));
    Ok(address)
}

fn key(file: &Path) -> io::Result<String> {
    if !file.exists() {
        std::fs::write(file, hex(&rand::random::<[u8; 32]>(), ""))?;
    }
    std::fs::read_to_string(file)
}
