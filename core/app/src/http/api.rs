//! The routes of the server that take no token, and the frame in which all requests are made.

use std::sync::Arc;

use serde::{Serialize, de::DeserializeOwned};
use yui_protocol::{
    ErrorCode, Millis, ShopId,
    changes::{LogPlace, Record},
    command::SignedCommand,
    identity::{EnrolAnswer, EnrolRequest, NonceAnswer, VisitorRequest},
    municipality::Municipality,
    shop::{PairAnswer, PairRequest, Shop, ShopPage},
};
use yui_texts::Lang;

use super::{HttpRequest, HttpResponse, HttpStream, HttpTransport, Method};
use crate::{AppError, error::AppResult};

/// The town's server.
#[derive(Clone)]
pub struct Api {
    transport: Arc<dyn HttpTransport>,
    origin: String,
}

/// The answer to a command: records one by one, so that one of a newer kind spoils nothing.
#[derive(serde::Deserialize)]
pub(crate) struct CommandResult {
    /// What became of it.
    pub(crate) records: Vec<serde_json::Value>,
    /// How much of the server's log they show.
    #[serde(default)]
    pub(crate) shown: Option<LogPlace>,
}

/// A page of the feed, likewise.
#[derive(serde::Deserialize)]
pub(crate) struct ChangesPage {
    /// The records after the cursor.
    pub(crate) records: Vec<serde_json::Value>,
    /// Where to go on.
    pub(crate) cursor: String,
    /// Whether more is waiting.
    pub(crate) more: bool,
    /// Whether this is the beginning of another log, and all that was known is gone.
    #[serde(default)]
    pub(crate) anew: bool,
    /// How much of the server's log the records show.
    pub(crate) shown: LogPlace,
    /// Up to when the feed holds whatever was committed; an older server does not say.
    #[serde(default)]
    pub(crate) complete_until: Option<Millis>,
    /// The server's time.
    pub(crate) server_time: Millis,
}

/// A record as far as this version knows it.
pub(crate) fn known(record: serde_json::Value) -> Record {
    serde_json::from_value(record).unwrap_or(Record::Unknown)
}

impl Api {
    /// The server at an origin (no closing slash).
    #[must_use]
    pub fn new(transport: Arc<dyn HttpTransport>, origin: String) -> Self {
        Self { transport, origin }
    }

    /// The address of a path.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Sends what moves no money: an answer that is lost leaves nothing to be checked.
    pub(crate) async fn send(&self, request: HttpRequest) -> AppResult<HttpResponse> {
        let asks = request.method == Method::Get;
        let lost = |error: AppError| if asks { error.of_a_question() } else { error.of_an_act() };
        self.transport.send(request).await.map_err(|error| lost(error.into()))
    }

    pub(crate) async fn stream(&self, request: HttpRequest) -> AppResult<HttpStream> {
        Ok(self.transport.stream(request).await?)
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> AppResult<T> {
        self.send(self.request(Method::Get, path)).await?.json()
    }

    async fn post<B: Serialize, T: DeserializeOwned>(&self, path: &str, body: &B) -> AppResult<T> {
        self.send(self.json_request(path, body)?).await?.json()
    }

    fn request(&self, method: Method, path: &str) -> HttpRequest {
        HttpRequest { method, url: self.url(path), headers: Vec::new(), body: Vec::new() }
    }

    fn json_request<B: Serialize>(&self, path: &str, body: &B) -> AppResult<HttpRequest> {
        let body = serde_json::to_vec(body).map_err(|_| ErrorCode::MalformedRequest)?;
        let headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        Ok(HttpRequest { headers, body, ..self.request(Method::Post, path) })
    }

    /// `GET /v1/municipality`: the configuration and its tag, or none when `etag` is still right.
    pub(crate) async fn municipality(
        &self,
        etag: Option<String>,
    ) -> AppResult<Option<(Municipality, Option<String>)>> {
        let mut request = self.request(Method::Get, "/v1/municipality");
        request.headers.extend(etag.map(|tag| ("if-none-match".to_owned(), tag)));
        let answer = self.send(request).await?;
        if answer.status == 304 {
            return Ok(None);
        }
        Ok(Some((answer.json()?, answer.header("etag").map(str::to_owned))))
    }

    /// `GET /v1/shops`.
    pub(crate) async fn shops(&self, words: &str, after: Option<&str>) -> AppResult<ShopPage> {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", words)
            .extend_pairs(after.map(|after| ("after", after)))
            .finish();
        self.get(&format!("/v1/shops?{query}")).await
    }

    /// `GET /v1/shops/{id}`.
    pub(crate) async fn shop(&self, id: ShopId) -> AppResult<Shop> {
        self.get(&format!("/v1/shops/{id}")).await
    }

    /// `POST /v1/identity/nonce`.
    pub(crate) async fn nonce(&self) -> AppResult<NonceAnswer> {
        self.send(self.request(Method::Post, "/v1/identity/nonce"))
            .await
            .map_err(AppError::of_a_question)?
            .json()
    }

    /// `POST /v1/identity/enrol`.
    pub(crate) async fn enrol(&self, request: &EnrolRequest) -> AppResult<EnrolAnswer> {
        self.post("/v1/identity/enrol", request).await
    }

    /// `POST /v1/identity/visitor/code`.
    pub(crate) async fn visitor_code(&self, email: &str, lang: Lang) -> AppResult<()> {
        let body = serde_json::json!({ "email": email });
        let mut request = self.json_request("/v1/identity/visitor/code", &body)?;
        request.headers.push(("accept-language".to_owned(), lang.tag().to_owned()));
        self.send(request).await?.accepted()
    }

    /// `POST /v1/identity/visitor`.
    pub(crate) async fn visitor(&self, request: &VisitorRequest) -> AppResult<EnrolAnswer> {
        self.post("/v1/identity/visitor", request).await
    }

    /// `POST /v1/shop/pair`.
    pub(crate) async fn pair(&self, request: &PairRequest) -> AppResult<PairAnswer> {
        self.post("/v1/shop/pair", request).await
    }

    /// `POST /v1/commands`.
    pub(crate) async fn command(&self, command: &SignedCommand) -> AppResult<CommandResult> {
        self.transport.send(self.json_request("/v1/commands", command)?).await?.json()
    }
}
