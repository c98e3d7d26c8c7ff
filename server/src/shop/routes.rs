//! The routes of shops: the public directory, an order at a till, the pairing of a shop's phone, and
//! what a refund would do.

use axum::{extract::State, middleware::from_fn_with_state};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use yui_protocol::{
    ErrorCode, Problem, ShopId, TillId,
    shop::{PairAnswer, PairRequest, RefundQuote, RefundQuoteRequest, Shop, ShopPage, Till},
};

use super::{PAGE, pairing, till};
use crate::{
    http::{
        extract::{Json, Path, Query},
        problem::ApiError,
        rate,
    },
    identity::login::Caller,
    state::Yui,
    wallet,
};

/// All of them. Pairing has the narrower bound: it is where a secret could be guessed at.
pub fn routes(yui: &Yui) -> OpenApiRouter<Yui> {
    OpenApiRouter::new()
        .routes(routes!(post_pair))
        .layer(from_fn_with_state(yui.clone(), rate::costly))
        .routes(routes!(get_shops))
        .routes(routes!(get_shop))
        .routes(routes!(get_till))
        .routes(routes!(post_refund_quote))
}

/// Which shops.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShopQuery {
    /// Where the last page ended (`next`).
    after: Option<String>,
    /// A part of name, kana or part of town.
    q: Option<String>,
    /// From 1 to 200; 50 unless given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

impl ShopQuery {
    /// What is looked for, after which shop, and how many at most: `malformed_request` for what is none of ours.
    pub(crate) fn read(&self) -> Result<(&str, Option<ShopId>, usize), ErrorCode> {
        let after = self.after.as_deref().map(str::parse).transpose()?;
        let limit = self.limit.unwrap_or(50);
        if !(1..=PAGE).contains(&limit) {
            return Err(ErrorCode::MalformedRequest);
        }
        Ok((self.q.as_deref().unwrap_or_default(), after, limit))
    }
}

/// The shops that take points, by kana.
#[utoipa::path(get, path = "/v1/shops", tag = "shop", params(ShopQuery), responses(
    (status = 200, body = ShopPage), (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn get_shops(
    State(yui): State<Yui>,
    Query(query): Query<ShopQuery>,
) -> Result<axum::Json<ShopPage>, ApiError> {
    let (words, after, limit) = query.read()?;
    Ok(axum::Json(yui.shops.page(words, after, limit)))
}

/// One shop, open or not.
#[utoipa::path(get, path = "/v1/shops/{id}", tag = "shop", params(("id" = ShopId, Path)), responses(
    (status = 200, body = Shop), (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn get_shop(State(yui): State<Yui>, Path(id): Path<ShopId>) -> Result<axum::Json<Shop>, ApiError> {
    Ok(axum::Json(yui.shops.get(id)?.shop.clone()))
}

/// An order at a till, for whoever scanned its code.
#[utoipa::path(get, path = "/v1/tills/{id}", tag = "shop", params(("id" = TillId, Path)), security(("dpop" = [])),
    responses((status = 200, body = Till),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn get_till(
    State(yui): State<Yui>,
    _caller: Caller,
    Path(id): Path<TillId>,
) -> Result<axum::Json<Till>, ApiError> {
    Ok(axum::Json(till::look_up(&yui, id).await?))
}

/// What a refund would do, told to the shop before it gives anything back. Nothing moves; refused as the refund
/// itself.
#[utoipa::path(post, path = "/v1/shop/refund-quote", tag = "shop", request_body = RefundQuoteRequest,
    security(("dpop" = [])), responses((status = 200, body = RefundQuote),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_refund_quote(
    State(yui): State<Yui>,
    caller: Caller,
    Json(request): Json<RefundQuoteRequest>,
) -> Result<axum::Json<RefundQuote>, ApiError> {
    Ok(axum::Json(wallet::quote_refund(&yui, caller.shop()?, request).await?))
}

/// A phone takes a shop's role with the pairing code that staff printed.
#[utoipa::path(post, path = "/v1/shop/pair", tag = "shop", request_body = PairRequest, responses(
    (status = 200, body = PairAnswer),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_pair(
    State(yui): State<Yui>,
    Json(request): Json<PairRequest>,
) -> Result<axum::Json<PairAnswer>, ApiError> {
    Ok(axum::Json(pairing::pair(&yui, request).await?))
}
