//! A server whose clock was set: nothing but signs of life until it is right again, and then all is as it was.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use yui_protocol::{CommandId, ErrorCode, Millis, identity::EnrolPurpose};
use yui_store::{Clock, Standing};

use crate::{
    money::{
        Town,
        code::{code, redeem},
        entry,
    },
    support::{Phone, World, on_both, operation, request},
};

on_both! {
    a_server_whose_clock_was_set_does_nothing_until_it_is_right_again
    after_a_small_step_back_phones_follow_the_ledger
}

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

async fn after_a_small_step_back_phones_follow_the_ledger(world: World) {
    let town = Town::with_points(world, 5000).await;
    let last = town.world.now();
    let on_its_way = town.payment(10);
    town.world.clock.jump(-30 * Millis::MINUTE);
    let told = request(&town.world, Request::get("/v1/time").body(Body::empty()).expect("a request")).await;
    assert_eq!(
        told.json::<serde_json::Value>()["server_time"],
        last.0,
        "no time before the last row is told"
    );
    assert_eq!(entry(&town.send(&on_its_way).await).at, last);
    let mut phone = Phone::new();
    Phone::profile(&phone.enrol(&town.world, &town.card, EnrolPurpose::AddDevice).await);
    phone.log_in(&town.world).await;
    let paid = town.send(&phone.command(&town.world, town.pay_act(100), |_| {})).await;
    assert_eq!(entry(&paid).at, last, "the ledger's time does not go back");
    let shown = code(&town, |_| {});
    assert_eq!(entry(&redeem(&town, &shown, 200).await).at, last);
    assert_eq!(town.available().await, 4690);

    // A phone without a network counts on from what it was told, and pays; some days later the wall clock leads.
    let alone = code(&town, |code| {
        let at = last.plus(20 * Millis::MINUTE);
        (code.id, code.valid_until) = (CommandId::new(at, [8; 10]), at.plus(4 * Millis::MINUTE));
    });
    town.world.clock.advance(20 * Millis::MINUTE);
    assert_eq!(town.world.now(), last.plus(20 * Millis::MINUTE - 12 * Millis::SECOND));
    entry(&redeem(&town, &alone, 300).await);
    town.world.clock.advance(5 * Millis::DAY);
    assert_eq!(town.world.now(), town.world.clock.now());
}
