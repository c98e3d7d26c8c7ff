//! The stream of news ends with its phone and with the server.

use axum::{body::Body, http::Method};
use futures_util::StreamExt;
use tower::ServiceExt;
use yui_protocol::identity::EnrolPurpose;
use yui_store::Party;
use yui_testkit::card::Person;

use crate::support::{Card, Phone, World, on_both};

on_both! { news_come_until_the_phone_is_out a_stop_ends_the_stream the_newest_stream_ends_the_oldest }

async fn open(world: &World, phone: &Phone) -> impl futures_util::Stream<Item = String> + Unpin {
    let proof = phone.proof(world, &Method::GET, "/v1/events", |_| {});
    let request = phone.with_proof(&Method::GET, "/v1/events", &proof, None);
    let response = world.server.router.clone().oneshot(request).await.expect("infallible");
    for (name, value) in
        [("content-type", "text/event-stream"), ("cache-control", "no-store"), ("x-accel-buffering", "no")]
    {
        assert_eq!(response.headers()[name], value);
    }
    Body::into_data_stream(response.into_body())
        .map(|chunk| String::from_utf8(chunk.expect("a chunk").to_vec()).expect("text"))
}

async fn news_come_until_the_phone_is_out(world: World) {
    let card = Card::of(&Person::hanako());
    let (phone, profile) = Phone::registered(&world, &card).await;
    let mut stream = open(&world, &phone).await;
    assert_eq!(stream.next().await.as_deref(), Some("event: news\ndata: {}\n\n"));
    let tell = world.yui().town_write(move |unit| {
        Box::pin(async move { Ok(unit.notify(Party::Person(profile.subject), "profile")) })
    });
    tell.await.expect("told");
    assert_eq!(stream.next().await.as_deref(), Some("event: news\ndata: {}\n\n"));
    Phone::profile(&Phone::new().enrol(&world, &card, EnrolPurpose::ReplaceLost).await);
    // What was on its way may still come; then it ends.
    while stream.next().await.is_some() {}
}

async fn a_stop_ends_the_stream(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let mut stream = open(&world, &phone).await;
    assert!(stream.next().await.is_some());
    world.yui().stopping.cancel();
    while stream.next().await.is_some() {}
}

async fn the_newest_stream_ends_the_oldest(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let mut streams = Vec::new();
    for _ in 0..3 {
        let mut stream = open(&world, &phone).await;
        assert!(stream.next().await.is_some());
        streams.push(stream);
    }
    while streams[0].next().await.is_some() {}
    assert_eq!(world.yui().streams.len(), 2);
    drop(streams);
    assert!(world.yui().streams.is_empty(), "a stream that its phone left is not counted");
}
