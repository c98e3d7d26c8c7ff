//! A server whose clock was set: nothing but signs of life until it is right again, and then all is as it was.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use yui_protocol::{ErrorCode, Millis};
use yui_store::Standing;

use crate::{
    money::Town,
    support::{World, on_both, operation, request},
};

on_both! { a_server_whose_clock_was_set_does_nothing_until_it_is_right_again }

async fn a_server_whose_clock_was_set_does_nothing_until_it_is_right_again(world: World) {
    let town = Town::with_points(world, 1000).await;
    let get = async |path: &str| {
        request(&town.world, Request::get(path).body(Body::empty()).expect("a request")).await
    };
    let signed = town.payment(10);
    town.world.clock.jump(200 * Millis::DAY);
    // With nobody asking: the idle writers look at their clock.
    town.world.stands(Standing::ClockInDoubt).await;
    town.send(&signed).await.refused(ErrorCode::ServerClock);
    for path in ["/readyz", "/v1/shops", "/v1/municipality"] {
        get(path).await.refused(ErrorCode::ServerClock);
    }
    assert_eq!(operation(&town.world, "/readyz").await.problem(), ErrorCode::ServerClock);
    for answer in [get("/healthz").await, operation(&town.world, "/healthz").await] {
        assert_eq!(answer.status, StatusCode::OK);
    }
    assert_eq!(yui_server::wallet::expire::run_due(town.world.yui()).await, Err(ErrorCode::ServerClock));

    town.world.clock.jump(-200 * Millis::DAY);
    town.world.stands(Standing::Leading).await;
    assert_eq!(get("/readyz").await.status, StatusCode::OK);
    assert_eq!(operation(&town.world, "/readyz").await.status, StatusCode::OK);
    assert_eq!(town.send(&signed).await.status, StatusCode::OK);
    assert_eq!(town.available().await, 990, "nothing ran out meanwhile");
}
