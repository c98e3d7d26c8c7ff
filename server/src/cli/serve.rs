//! `yui-server serve`.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use clap::Args;
use tokio::net::TcpListener;
use yui_server::{
    Config, Limits, Parts, Server, StartError, chore,
    http::serve::stop_signal,
    identity::{
        card::{OperatorConfig, PlatformOperator},
        mail::{Mailer, NoMail, Sendmail},
    },
};
use yui_store::{StoreError, SystemClock};
use zeroize::Zeroizing;

use crate::cli::{Failure, common::Data};

/// See [`super::Command::Serve`].
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    data: Data,
    /// The address to listen on.
    #[arg(long, env = "YUI_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// The address under which phones reach this server, such as `https://yui.city.example`.
    #[arg(long, env = "YUI_ORIGIN", default_value = "http://127.0.0.1:8080", value_name = "ADDRESS")]
    origin: String,
    /// The platform operator that verifies My Number cards.
    #[arg(long, env = "YUI_OPERATOR_URL", value_name = "ADDRESS")]
    operator_url: String,
    /// A file with the key that the platform operator gave this town.
    #[arg(long, env = "YUI_OPERATOR_KEY_FILE", value_name = "FILE")]
    operator_key_file: PathBuf,
    /// A proxy of our own in front of this server; its `X-Forwarded-For` is believed. May be given several times.
    #[arg(
        long = "trusted-proxy",
        env = "YUI_TRUSTED_PROXIES",
        value_delimiter = ',',
        value_name = "ADDRESS"
    )]
    trusted_proxies: Vec<IpAddr>,
    /// The mail program for visitors' one-time codes; without it they get their code at the counter.
    #[arg(long, env = "YUI_SENDMAIL", value_name = "FILE", requires = "mail_from")]
    sendmail: Option<PathBuf>,
    /// Believe this machine's time although it was set, or lies before the last entry. Give it once, after you have
    /// looked: value runs out by it, and the ledger never goes back.
    #[arg(long)]
    accept_time_jump: bool,
    /// The sender's address of such mail.
    #[arg(long, env = "YUI_MAIL_FROM", value_name = "MAIL ADDRESS")]
    mail_from: Option<String>,
}

impl Serve {
    /// Serves until it is told to stop.
    pub async fn run(self) -> Result<(), Failure> {
        let began = Instant::now();
        self.data.prepare()?;
        let origin = self.origin()?;
        let municipality = self.data.municipality()?;
        let (town, realm, name) =
            (self.data.town(&municipality), self.data.realm(), municipality.name.clone());
        let verifier = PlatformOperator::new(self.operator()?)?;
        let config = Config {
            origin,
            other_origins: Vec::new(),
            municipality,
            realm_key: self.data.realm_key().await?,
            trusted_proxies: self.trusted_proxies.clone(),
            limits: Limits::default(),
        };
        let server = Server::build(Parts {
            config,
            town,
            realm,
            clock: Arc::new(SystemClock),
            accept_clock: self.accept_time_jump,
            verifier: Arc::new(verifier),
            mailer: self.mailer(),
        })
        .await
        .map_err(explained)?;
        let listener = TcpListener::bind(self.listen).await?;
        let operator = tokio::spawn(chore::listen(server.yui.clone(), &self.data.data)?);
        eprintln!(
            "{name}: ready in {} ms, listening on {}",
            began.elapsed().as_millis(),
            listener.local_addr()?
        );
        let stopping = server.yui.stopping.clone();
        tokio::spawn(async move {
            stop_signal().await;
            stopping.cancel();
        });
        server.serve(listener).await;
        operator.await?;
        eprintln!("{name}: stopped.");
        Ok(())
    }

    /// The origin, in the one spelling that phones sign.
    fn origin(&self) -> Result<String, Failure> {
        let origin = self.origin.trim_end_matches('/');
        let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
        match host {
            Some(host) if !host.is_empty() && !host.contains('/') => Ok(origin.to_owned()),
            _ => Err("--origin must be http://HOST or https://HOST, without a path".into()),
        }
    }

    fn operator(&self) -> Result<OperatorConfig, Failure> {
        let path = &self.operator_key_file;
        let key = Zeroizing::new(
            std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?,
        );
        if key.trim().is_empty() {
            return Err(format!("{}: the platform operator's key is missing", path.display()).into());
        }
        Ok(OperatorConfig {
            url: self.operator_url.trim_end_matches('/').to_owned(),
            key: Zeroizing::new(key.trim().to_owned()),
            timeout: Duration::from_secs(10),
        })
    }

    fn mailer(&self) -> Arc<dyn Mailer> {
        match (&self.sendmail, &self.mail_from) {
            (Some(program), Some(from)) => {
                Arc::new(Sendmail { program: program.clone(), from: from.clone() })
            }
            _ => Arc::new(NoMail),
        }
    }
}

/// A start that failed, with the way on where it is not plain.
fn explained(error: StartError) -> Failure {
    match error {
        StartError::Store(_, StoreError::ClockInDoubt { .. }) => format!(
            "{error}. Set the machine's clock right and start again; or, when it is right now, start once with \
             --accept-time-jump"
        )
        .into(),
        other => other.into(),
    }
}
