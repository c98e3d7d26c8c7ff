//! A phone of a scenario: `core/app` on a made-up telephone, every step one call of its facade.

mod card;
mod platform;
mod views;

use std::{
    path::PathBuf,
    sync::{Arc, LazyLock, atomic::AtomicI64},
};

use serde::Deserialize;
use serde_json::{Value, json};
use yui_app::{
    AppConfig, AppError, CardTransport, Seams, YuiApp,
    identity::{CardRoute, PinPlace, RegisterDraft},
    store::StoreFault,
    wallet::{HistoryQuery, Intent, Quote},
};
use yui_protocol::{Millis, Points, identity::EnrolPurpose};

use platform::Telephone;

/// The town's configuration as it comes with the app.
static BUNDLED: LazyLock<String> = LazyLock::new(|| {
    let town =
        yui_rules::municipality::parse(include_str!("../../../municipalities/omura/municipality.toml"));
    town.ok().and_then(|town| serde_json::to_string(&town).ok()).unwrap_or_default()
});

/// See the module.
pub struct Phone {
    name: String,
    folder: PathBuf,
    origin: String,
    telephone: Telephone,
    app: Option<Arc<YuiApp>>,
    intent: Option<Intent>,
    quote: Option<Quote>,
}

/// What a step says of the card and its PIN.
#[derive(Deserialize)]
struct WithCard {
    card: String,
    #[serde(default)]
    password: Option<String>,
    #[serde(default)]
    pin: Option<String>,
    #[serde(default)]
    last_try_confirmed: bool,
    #[serde(default)]
    purpose: Option<EnrolPurpose>,
}

type Answer = Result<Value, AppError>;

impl Phone {
    /// A new phone, with the app just installed and in the foreground.
    pub async fn new(
        name: &str,
        folder: PathBuf,
        origin: &str,
        offset: Arc<AtomicI64>,
        with: &Value,
    ) -> Result<Self, String> {
        std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
        let screen_lock = with["screen_lock"].as_bool().unwrap_or(true);
        let telephone =
            Telephone::new(screen_lock, offset, &folder.join("phone.log")).map_err(|e| e.to_string())?;
        let mut phone = Self {
            name: name.to_owned(),
            folder,
            origin: origin.to_owned(),
            telephone,
            app: None,
            intent: None,
            quote: None,
        };
        phone.start().await?;
        Ok(phone)
    }

    /// The network it reaches the server by.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The id of the phone's key.
    pub fn device(&self) -> Result<Value, String> {
        self.telephone
            .device_thumbprint()
            .map(Value::String)
            .ok_or_else(|| format!("{} has no key", self.name))
    }

    /// Does a step; a refusal is an answer with `error`, an unknown step is not.
    pub async fn act(&mut self, action: &str, with: &Value) -> Result<Value, String> {
        let answer = match action {
            "phone.kill" => {
                self.app = None;
                Ok(json!({}))
            }
            "phone.clock" => {
                self.telephone.set_clock(with["days"].as_i64().unwrap_or_default() * Millis::DAY);
                Ok(json!({}))
            }
            "phone.screen_lock" => {
                self.telephone.set_screen_lock(with["on"].as_bool().unwrap_or_default());
                Ok(json!({}))
            }
            "phone.start" => {
                self.start().await?;
                Ok(json!({}))
            }
            _ => self.call(action, with).await?,
        };
        Ok(answer.unwrap_or_else(|error| views::error(&error)))
    }

    /// The app as it starts, before it is in the foreground; with a fault, one that is killed at a write.
    pub async fn open(&self, fault: Option<Arc<dyn StoreFault>>) -> Result<Arc<YuiApp>, AppError> {
        let config = AppConfig {
            data_dir: self.folder.display().to_string(),
            origin: self.origin.clone(),
            town: "422053".to_owned(),
            language: "ja".to_owned(),
            bundled_municipality: Some(BUNDLED.clone()),
        };
        YuiApp::open_with(config, self.telephone.platform(), Seams { fault, ..Seams::default() }).await
    }

    async fn start(&mut self) -> Result<(), String> {
        let app = self.open(None).await.map_err(|e| format!("open: {e}"))?;
        app.start();
        self.app = Some(app);
        Ok(())
    }

    async fn call(&mut self, action: &str, with: &Value) -> Result<Answer, String> {
        let app = self.app.clone().ok_or_else(|| format!("the app of {} does not run", self.name))?;
        let points = Points(with["points"].as_i64().unwrap_or_default());
        let text = |name: &str| with[name].as_str().unwrap_or_default().to_owned();
        Ok(match action {
            "guest.look" => app.identity().snapshot().await.map(|view| views::identity(&view)),
            "identity.card_state" => match self.hold(with).await {
                Ok((card, _)) => app.identity().card_state(card).await.map(|view| views::card(&view)),
                Err(wrong) => return Err(wrong),
            },
            "identity.register" => {
                let (card, with) = self.hold(with).await?;
                let draft = self.draft(with);
                let place = match draft.route {
                    CardRoute::Signature => PinPlace::RegisterPassword,
                    CardRoute::FourDigit => PinPlace::RegisterPin,
                };
                match app.identity().register(draft, card, None).await {
                    Ok(view) => Ok(views::registration(&view)),
                    Err(error) => {
                        let trouble = app.identity().card_trouble(place, error.clone());
                        return Ok(Ok(views::card_refused(&error, trouble.as_ref())));
                    }
                }
            }
            "identity.pin_prompt" => {
                let place = match text("place").as_str() {
                    "register_password" => PinPlace::RegisterPassword,
                    "register_pin" => PinPlace::RegisterPin,
                    "pay_pin" => PinPlace::PayPin,
                    other => return Err(format!("no PIN is asked for at {other}")),
                };
                let left = with["tries_left"].as_u64().and_then(|left| u32::try_from(left).ok());
                Ok(views::pin_prompt(&app.identity().pin_prompt(place, left, None)))
            }
            "identity.register_visitor" => {
                let identity = app.identity();
                let visitor = identity.register_visitor(text("code"), self.name.clone());
                visitor.await.map(|view| views::registration(&view))
            }
            "identity.check_review" => app.identity().check_review().await.map(|view| views::identity(&view)),
            "identity.devices" => app.identity().devices().await.map(|list| views::devices(&list)),
            "identity.remove_device" => {
                let id = text("device").parse().map_err(|_| "no device id".to_owned())?;
                app.identity().remove_device(id).await.map(|list| views::devices(&list))
            }
            "identity.sign_out" => app.identity().sign_out().await.map(|()| json!({})),
            "identity.leave" => {
                let give_up = with["give_up_balance"].as_bool().unwrap_or_default();
                app.identity().leave(give_up).await.map(|()| json!({}))
            }
            "sync" => app.sync().await.map(|view| json!({ "records": view.records })),
            "wallet.snapshot" => self.snapshot(&app).await,
            "history" => self.history(&app, with["role"] == "shop").await,
            "entry" => self.entry(&app, &text("id")).await?,
            "wallet.scan" => {
                let intent = app.wallet().scan(text("text")).await;
                self.intent = intent.as_ref().ok().cloned();
                intent.map(|intent| views::intent(&intent))
            }
            "wallet.prepare" => self.prepare(&app, points).await?,
            "wallet.confirm" => self.confirm(&app, with).await?,
            "wallet.redeem_voucher" => {
                app.wallet().redeem_voucher(text("text")).await.map(|line| views::entry(&line))
            }
            "wallet.code" => app.wallet().show_code().await.map(|code| views::code(&code)),
            "wallet.code_state" => {
                app.wallet().code().await.map(|code| code.map_or(Value::Null, |code| views::code(&code)))
            }
            "shop.pair" => app.shop().pair(text("code")).await.map(|shop| json!({ "name": shop.name })),
            "shop.receive" => app.shop().receive(text("text"), points).await.map(|line| views::entry(&line)),
            "shop.prepare_refund" => {
                let payment = text("payment").parse().map_err(|_| "no payment id".to_owned())?;
                app.shop().prepare_refund(payment, points).await.map(|quote| views::refund_quote(&quote))
            }
            "shop.refund" => {
                let payment = text("payment").parse().map_err(|_| "no payment id".to_owned())?;
                app.shop().refund(payment, points).await.map(|line| views::entry(&line))
            }
            "shop.open_till" => {
                let seconds = u32::try_from(with["seconds"].as_u64().unwrap_or(120)).unwrap_or_default();
                let reference = with["reference"].as_str().map(str::to_owned);
                app.shop().open_till(points, reference, seconds).await.map(|till| views::till(&till))
            }
            "shop.cancel_till" => {
                let till = text("till").parse().map_err(|_| "no till id".to_owned())?;
                app.shop().cancel_till(till).await.map(|till| views::till(&till))
            }
            "shop.today" => app.shop().today().await.map(|view| views::today(&view)),
            unknown => return Err(format!("this runner does not know {unknown}")),
        })
    }

    async fn hold(&self, with: &Value) -> Result<(Arc<dyn CardTransport>, WithCard), String> {
        let with: WithCard = serde_json::from_value(with.clone()).map_err(|e| e.to_string())?;
        Ok((card::hold(&with.card).await?, with))
    }

    fn draft(&self, with: WithCard) -> RegisterDraft {
        let (route, password) = match (with.password, with.pin) {
            (Some(password), _) => (CardRoute::Signature, password),
            (None, pin) => (CardRoute::FourDigit, pin.unwrap_or_default()),
        };
        RegisterDraft {
            route,
            password,
            purpose: with.purpose.unwrap_or(EnrolPurpose::Register),
            device_name: self.name.clone(),
            last_try_confirmed: with.last_try_confirmed,
        }
    }

    async fn snapshot(&self, app: &YuiApp) -> Answer {
        let view = app.wallet().snapshot().await?;
        let history = self.history(app, false).await?;
        Ok(views::wallet(&view, &history["lines"]))
    }

    async fn history(&self, app: &YuiApp, shop: bool) -> Answer {
        let query = HistoryQuery { after: None, limit: 100, search: None };
        let page = if shop { app.shop().history(query).await? } else { app.wallet().history(query).await? };
        Ok(json!({ "lines": page.lines().map(views::entry).collect::<Vec<_>>() }))
    }

    /// A line of the wallet's history, or of the shop's on a phone that is one.
    async fn entry(&self, app: &YuiApp, id: &str) -> Result<Answer, String> {
        let id = id.parse().map_err(|_| "no entry id".to_owned())?;
        let paired = matches!(app.shop().paired().await, Ok(Some(_)));
        let line = if paired { app.shop().entry(id).await } else { app.wallet().entry(id).await };
        Ok(line.map(|line| views::entry(&line)))
    }

    async fn prepare(&mut self, app: &YuiApp, points: Points) -> Result<Answer, String> {
        let quote = match &self.intent {
            Some(Intent::PayShop { shop }) => app.wallet().prepare(shop.id, points, None).await,
            Some(Intent::PayTill { shop, till, amount, .. }) => {
                app.wallet().prepare(shop.id, *amount, Some(*till)).await
            }
            _ => return Err("nothing was scanned that can be paid".to_owned()),
        };
        self.quote = quote.as_ref().ok().cloned();
        Ok(quote.map(|quote| views::quote(&quote)))
    }

    async fn confirm(&mut self, app: &YuiApp, with: &Value) -> Result<Answer, String> {
        let id = self.quote.as_ref().ok_or("nothing was quoted")?.id;
        self.telephone.user_refuses(with["user_verified"] == json!(false));
        let line = if with.get("card").is_some() {
            let (card, with) = self.hold(with).await?;
            let pin = with.pin.unwrap_or_default();
            let paid = app.wallet().confirm_with_card(id, card, pin, with.last_try_confirmed).await;
            paid.map(|paid| (paid.entry, paid.tries_left))
        } else {
            app.wallet().confirm(id).await.map(|line| (line, None))
        };
        self.telephone.user_refuses(false);
        Ok(line.map(|(line, tries_left)| {
            let mut said = views::entry(&line);
            said["tries_left"] = json!(tries_left);
            said
        }))
    }
}
