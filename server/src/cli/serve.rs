//! `yui-server serve`.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::NaiveTime;
use clap::Args;
use reqwest::Url;
use tokio::{net::TcpListener, signal::unix::SignalKind};
use yui_server::{
    Config, Limits, Parts, Server, chore,
    http::{self, serve::stop_on},
    identity::{
        card::{PlatformOperator, PlatformOperatorConfig, Policies},
        mail::{Mailer, NoMail, Sendmail},
    },
    ledger_check::{self, Nightly, Operator},
};
use yui_store::SystemClock;
use yui_texts::{Args as Put, keys::chores as keys};
use zeroize::Zeroizing;

use crate::cli::{
    common::{Data, listen, mail_address, proxy, time_of_day},
    words::{Failure, lang, say},
};

/// See [`super::Command::Serve`].
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    data: Data,
    /// The address to listen on.
    #[arg(
        long,
        env = "YUI_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS:PORT",
        value_parser = listen
    )]
    listen: SocketAddr,
    /// An address for the operator's own watch on another machine, which has `/metrics`. Never one that strangers
    /// reach. Without TLS in front, a program on this machine reads them from the address to listen on too.
    #[arg(long, env = "YUI_METRICS_LISTEN", value_name = "ADDRESS:PORT", value_parser = listen)]
    metrics_listen: Option<SocketAddr>,
    /// The address under which phones reach this server, such as `https://yui.city.example`. May be left out where the
    /// server listens to its own machine only; it is then `http://` and the address to listen on.
    #[arg(long, env = "YUI_ORIGIN", value_name = "ADDRESS")]
    origin: Option<String>,
    /// The platform operator that verifies My Number cards: `https`, but on this machine.
    #[arg(long, env = "YUI_PLATFORM_OPERATOR_URL", value_name = "ADDRESS")]
    platform_operator_url: String,
    /// A file with the key that the platform operator gave this town.
    #[arg(long, env = "YUI_PLATFORM_OPERATOR_KEY_FILE", value_name = "FILE")]
    platform_operator_key_file: PathBuf,
    /// A proxy of our own in front of this server; its `X-Forwarded-For` is believed. May be given several times.
    #[arg(
        long = "trusted-proxy",
        env = "YUI_TRUSTED_PROXIES",
        value_delimiter = ',',
        value_name = "ADDRESS",
        value_parser = proxy
    )]
    trusted_proxies: Vec<IpAddr>,
    /// The mail program for visitors' registration codes; without it they get their code at the counter. Mail to the
    /// operator leaves by it too.
    #[arg(long, env = "YUI_SENDMAIL", value_name = "FILE", requires = "mail_from")]
    sendmail: Option<PathBuf>,
    /// Believe this machine's time although it was set, or lies before the last entry. Give it once, after you have
    /// looked: value runs out by it, and the ledger never goes back.
    #[arg(long)]
    accept_time_jump: bool,
    /// The sender's address of such mail.
    #[arg(long, env = "YUI_MAIL_FROM", value_name = "MAIL ADDRESS")]
    mail_from: Option<String>,
    /// The mail address of whoever runs this server. Once a night it is told when the check of the ledger found something
    /// or could not be made, in the language of `YUI_LANG`, else of the system.
    #[arg(
        long,
        env = "YUI_OPERATOR_MAIL",
        value_name = "MAIL ADDRESS",
        requires = "sendmail",
        value_parser = mail_address
    )]
    operator_mail: Option<String>,
    /// The time of day in Japan at which the ledger is checked every night; choose one at which few people pay.
    #[arg(
        long,
        env = "YUI_CHECK_LEDGER_AT",
        default_value = "03:30",
        value_name = "TIME",
        value_parser = time_of_day
    )]
    check_ledger_at: NaiveTime,
}

impl Serve {
    /// Serves until it is told to stop.
    pub async fn run(self) -> Result<(), Failure> {
        let began = Instant::now();
        self.data.prepare()?;
        let listener = bound(self.listen).await?;
        let address = listener.local_addr()?;
        let origin = self.origin(address)?;
        let municipality = self.data.municipality()?;
        let (town, realm) = (self.data.town(&municipality), self.data.realm());
        let told = Put::new().words("town", &municipality.name);
        let verifier = PlatformOperator::new(self.platform_operator()?)?;
        let realm_key = self.data.realm_key(&municipality).await?;
        let config = Config {
            origin,
            other_origins: Vec::new(),
            municipality,
            realm_key,
            trusted_proxies: self.trusted_proxies.clone(),
            limits: Limits::default(),
        };
        let server = Server::build(Parts {
            config,
            town,
            realm,
            clock: Arc::new(SystemClock),
            accept_time_jump: self.accept_time_jump,
            verifier: Arc::new(verifier),
            mailer: self.mailer(),
        })
        .await?;
        if server.yui.config.is_behind_tls() && self.trusted_proxies.is_empty() {
            tracing::warn!(
                "the origin is https and no --trusted-proxy is given: if a proxy stands in front, all requests seem to \
                 come from it and share one bound"
            );
        }
        if let Some(address) = self.metrics_listen {
            let listener = bound(address).await?;
            let figures = told.clone().words("address", listener.local_addr()?.to_string());
            eprintln!("{}", say(keys::CHORE_SERVE_FIGURES, &figures));
            let (routes, yui) = (http::operation(&server.yui), server.yui.clone());
            tokio::spawn(http::serve::serve(listener, routes, yui));
        }
        let is_near = address.ip().is_loopback() || address.ip().is_unspecified();
        if is_near && !server.yui.config.is_behind_tls() {
            let figures = told.clone().words("words", address.port().to_string());
            eprintln!("{}", say(keys::CHORE_SERVE_FIGURES_HERE, &figures));
        }
        let chores = tokio::spawn(chore::listen(server.yui.clone(), &self.data.data)?);
        let nightly = Nightly {
            at: self.check_ledger_at,
            record: self.data.data.join("ledger-check.json"),
            operator: self.operator_mail.clone().map(|address| Operator { address, lang: lang() }),
        };
        tokio::spawn(ledger_check::every_night(server.yui.clone(), nightly));
        let stop = stop_on(&[SignalKind::terminate(), SignalKind::interrupt()])?;
        // For whoever started it; a line of the log begins with a brace.
        let ready = told
            .clone()
            .words("millis", began.elapsed().as_millis().to_string())
            .words("address", address.to_string())
            .words("origin", &server.yui.config.origin);
        let stands_by = server.yui.leadership.stands_by();
        let said = if stands_by { keys::CHORE_SERVE_STANDS_BY } else { keys::CHORE_SERVE_READY };
        eprintln!("{}", say(said, &ready));
        let (stopping, yui) = (server.yui.stopping.clone(), server.yui.clone());
        tokio::spawn(async move {
            stop.cancelled().await;
            stopping.cancel();
        });
        server.serve(listener).await;
        chores.await.map_err(|error| Failure::technical(keys::REFUSAL_TECHNICAL, &error))?;
        eprintln!("{}", say(keys::CHORE_SERVE_STOPPED, &told));
        yui.ended.get().map_or(Ok(()), |why| Err(Failure::from(*why)))
    }

    /// The origin, in the one spelling that phones sign.
    fn origin(&self, address: SocketAddr) -> Result<String, Failure> {
        let Some(origin) = &self.origin else {
            if address.ip().is_loopback() {
                return Ok(format!("http://{address}"));
            }
            return Err(Failure::said(
                keys::REFUSAL_ORIGIN_MISSING,
                &Put::new().words("address", address.to_string()),
            ));
        };
        let origin = origin.trim_end_matches('/');
        let (_, host) = origin.split_once("://").unwrap_or_default();
        if host.is_empty() || host.contains(['/', '?', '#', '@']) {
            return Err(Failure::plain(keys::REFUSAL_ORIGIN_FORM));
        }
        secured("--origin", origin)?;
        Ok(origin.to_owned())
    }

    fn platform_operator(&self) -> Result<PlatformOperatorConfig, Failure> {
        let path = &self.platform_operator_key_file;
        let key = std::fs::read_to_string(path).map_err(|error| Failure::at(&path.display(), error))?;
        let key = Zeroizing::new(key);
        if key.trim().is_empty() {
            return Err(Failure::at(&path.display(), Failure::plain(keys::REFUSAL_KEY_MISSING)));
        }
        secured("--platform-operator-url", &self.platform_operator_url)?;
        Ok(PlatformOperatorConfig {
            url: self.platform_operator_url.trim_end_matches('/').to_owned(),
            key: Zeroizing::new(key.trim().to_owned()),
            timeout: Duration::from_secs(10),
            policies: Policies::of_real_cards(),
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

async fn bound(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| Failure::at(&address, error))
}

/// Refuses an address on which certificates, names or tokens would cross a network in the clear: only this machine may
/// be reached without TLS.
fn secured(flag: &str, address: &str) -> Result<(), Failure> {
    let refused = || Failure::said(keys::REFUSAL_NOT_SECURED, &Put::new().words("flag", flag));
    let url = Url::parse(address).map_err(|_| refused())?;
    let host = url.host_str().unwrap_or_default();
    let own = host == "localhost"
        || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    match url.scheme() {
        "https" if !host.is_empty() => Ok(()),
        "http" if own => Ok(()),
        _ => Err(refused()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_reached_without_tls() {
        for address in [
            "https://platform-operator.example/api",
            "http://127.0.0.1:8080",
            "http://localhost:1",
            "http://[::1]:9",
        ] {
            assert!(secured("--origin", address).is_ok(), "{address}");
        }
        for address in [
            "http://platform-operator.example",
            "http://192.168.0.2:8080",
            "http://127.0.0.1.evil.example",
            "http://127.0.0.1@evil.example",
            "http://localhost.evil.example",
            "ftp://127.0.0.1",
            "platform-operator.example",
            "",
        ] {
            let refused = secured("--platform-operator-url", address).expect_err(address).to_string();
            assert!(refused.contains("--platform-operator-url must be https://"), "{refused}");
        }
    }
}
