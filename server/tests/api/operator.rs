//! The verifier of the shipped binary, asked over a real connection.

use std::{sync::Arc, time::Duration};

use axum::http::StatusCode;
use tokio::net::TcpListener;
use yui_protocol::{
    ErrorCode,
    identity::{EnrolPurpose, Level},
};
use yui_server::identity::card::{OperatorConfig, PlatformOperator};
use yui_testkit::{card::Person, platform_operator::SimulatedOperator};
use zeroize::Zeroizing;

use crate::support::{Card, Phone, World, on_both, verifier};

on_both! { the_operator_knows_a_person_with_a_new_card what_the_operator_refuses_has_its_code }

/// A server that asks a simulated operator instead of deciding by itself.
async fn with_operator(world: World, key: &str) -> (World, SimulatedOperator) {
    // Another test of this process may have chosen the same provider before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let operator = SimulatedOperator::new(
        "the tenant's key",
        Arc::new(verifier(world.revoked.clone())),
        world.clock.clone(),
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let router = operator.router();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let config =
        OperatorConfig { url, key: Zeroizing::new(key.to_owned()), timeout: Duration::from_secs(10) };
    let adapter = PlatformOperator::new(config).expect("an adapter");
    (world.verified_by(Arc::new(adapter)).await, operator)
}

async fn the_operator_knows_a_person_with_a_new_card(world: World) {
    let (world, operator) = with_operator(world, "the tenant's key").await;
    let hanako = Person::hanako();
    let (old, new) = (Card::of(&hanako), Card::replaced(&hanako));
    for certificate in [&old.signature, &old.authentication, &new.signature, &new.authentication] {
        operator.knows(certificate, "user-1");
    }
    let (_, before) = Phone::registered(&world, &old).await;
    assert_eq!((before.level, before.name), (Level::Verified, hanako.name.clone()));
    // No review: the operator's reference outlives the card.
    let after = Phone::new().enrol(&world, &new, EnrolPurpose::Register).await;
    assert_eq!(after.status, StatusCode::OK);
    assert_eq!(Phone::profile(&after).subject, before.subject);
    let ended = Phone::new().enrol_by(&world, &new, EnrolPurpose::Register, false).await;
    assert_eq!(Phone::profile(&ended).subject, before.subject);
    // One person's signature certificate with another's authentication certificate.
    let taro = Card::of(&Person::taro());
    operator.knows(&taro.signature, "user-2");
    let mixed = Card { authentication: new.authentication, ..taro };
    Phone::new().enrol(&world, &mixed, EnrolPurpose::Register).await.refused(ErrorCode::WrongCard);
}

async fn what_the_operator_refuses_has_its_code(world: World) {
    let (world, _) = with_operator(world, "the tenant's key").await;
    let hanako = Person::hanako();
    let foreign = Phone::new().enrol(&world, &Card::foreign(&hanako), EnrolPurpose::Register).await;
    foreign.refused(ErrorCode::CertificateUntrusted);
    let card = Card::of(&hanako);
    world.revoked.revoke(&card.authentication);
    let revoked = Phone::new().enrol(&world, &card, EnrolPurpose::Register).await;
    revoked.refused(ErrorCode::CertificateRevoked);
    let (world, _) = with_operator(world, "another key").await;
    let stranger = Phone::new().enrol(&world, &Card::of(&Person::taro()), EnrolPurpose::Register).await;
    stranger.refused(ErrorCode::VerifierUnavailable);
}
