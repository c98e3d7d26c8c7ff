//! The verifier of the shipped binary, asked over a real connection.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{Router, http::StatusCode};
use tokio::{net::TcpListener, sync::Barrier};
use yui_protocol::{
    ErrorCode,
    identity::{EnrolPurpose, Level},
};
use yui_server::identity::card::{
    CardCertificate, CardProof, CertificateVerifier, PlatformOperator, PlatformOperatorConfig, Policies,
    Usage,
};
use yui_testkit::{card::Person, pki, platform_operator::SimulatedPlatformOperator, verifier::test_policies};
use zeroize::Zeroizing;

use crate::support::{Card, Phone, World, on_both, verifier};

on_both! {
    the_operator_knows_a_person_with_a_new_card what_the_operator_refuses_has_its_code
    whom_the_operator_tells_apart_are_two_people an_answer_is_not_taken_as_it_comes
    where_real_cards_are_taken_nothing_of_a_test_card_leaves
}

/// A server that asks a simulated operator instead of deciding by itself.
async fn with_operator(world: World, key: &str) -> (World, SimulatedPlatformOperator) {
    // Another test of this process may have chosen the same provider before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let operator = SimulatedPlatformOperator::new(
        "the tenant's key",
        Arc::new(verifier(world.revoked.clone())),
        world.clock.clone(),
    );
    let adapter = asking(operator.router(), key).await;
    (world.verified_by(Arc::new(adapter)).await, operator)
}

async fn asking(router: Router, key: &str) -> PlatformOperator {
    asking_about(test_policies(), router, key).await
}

async fn asking_about(policies: Policies, router: Router, key: &str) -> PlatformOperator {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let config = PlatformOperatorConfig {
        url,
        key: Zeroizing::new(key.to_owned()),
        timeout: Duration::from_secs(10),
        policies,
    };
    PlatformOperator::new(config).expect("an adapter")
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
    // What is no certificate is not asked about.
    let mut bent = Card::of(&Person::taro());
    let unused = bent.signature.len() - 257;
    bent.signature[unused] ^= 1;
    let malformed = Phone::new().enrol(&world, &bent, EnrolPurpose::Register).await;
    malformed.refused(ErrorCode::CertificateMalformed);
    let (world, _) = with_operator(world, "another key").await;
    let stranger = Phone::new().enrol(&world, &Card::of(&Person::taro()), EnrolPurpose::Register).await;
    stranger.refused(ErrorCode::VerifierUnavailable);
}

async fn whom_the_operator_tells_apart_are_two_people(world: World) {
    let (world, operator) = with_operator(world, "the tenant's key").await;
    let hanako = Person::hanako();
    let (one, other) = (Card::of(&hanako), Card::replaced(&hanako));
    for (card, person) in [(&one, "user-1"), (&other, "user-2")] {
        operator.knows(&card.signature, person);
        operator.knows(&card.authentication, person);
    }
    let (_, first) = Phone::registered(&world, &one).await;
    // The same name, birth date and sex; staff are not asked.
    let (_, second) = Phone::registered(&world, &other).await;
    assert_ne!(first.subject, second.subject);
    let again = Phone::new().enrol(&world, &one, EnrolPurpose::AddDevice).await;
    assert_eq!(Phone::profile(&again).subject, first.subject);
}

async fn an_answer_is_not_taken_as_it_comes(world: World) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let attributes =
        serde_json::json!({"name": "田中　花子", "birth": "1990-04-12", "sex": "2", "address": "大村市"});
    let answer = |reference: &str, padding: usize| {
        serde_json::json!({
            "result": "ok", "certificate_content": attributes, "user_id": reference, "padding": "x".repeat(padding),
        })
    };
    let mut world = world;
    for (answer, taken) in [
        (answer("user-1", 1000), true),
        (answer("", 0), false),
        (answer(" ", 0), false),
        (answer(&"x".repeat(257), 0), false),
        (answer("user-1", 64 * 1024), false),
    ] {
        let router = Router::new().fallback(move || {
            let answer = answer.clone();
            async move { axum::Json(answer) }
        });
        world = world.verified_by(Arc::new(asking(router, "a key").await)).await;
        let told = Phone::new().enrol(&world, &Card::of(&Person::hanako()), EnrolPurpose::Register).await;
        if taken {
            assert_eq!(told.status, StatusCode::OK, "{}", String::from_utf8_lossy(&told.body));
        } else {
            told.refused(ErrorCode::VerifierUnavailable);
        }
    }
}

/// An operator that says yes to everything does not make a resident of a test card: it is not even asked.
async fn where_real_cards_are_taken_nothing_of_a_test_card_leaves(world: World) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = asked.clone();
    let router = Router::new().fallback(move || {
        counted.fetch_add(1, Ordering::SeqCst);
        async {
            axum::Json(serde_json::json!({
                "result": "ok", "user_id": "user-1", "certificate_content":
                {"name": "田中　花子", "birth": "1990-04-12", "sex": "2", "address": "大村市"},
            }))
        }
    });
    let adapter = asking_about(Policies::of_real_cards(), router, "a key").await;
    let world = world.verified_by(Arc::new(adapter)).await;
    let hanako = Person::hanako();
    let real = |signature, authentication| {
        Card::bent(
            &hanako,
            move |leaf| leaf.policy = Some(signature),
            move |leaf| leaf.policy = Some(authentication),
        )
    };
    for card in [
        Card::of(&hanako),
        // A right policy for the other key is a wrong one.
        real(pki::REAL_POLICY_AUTHENTICATION, pki::REAL_POLICY_SIGNATURE),
        Card::bent(&hanako, |leaf| leaf.policy = None, |leaf| leaf.policy = None),
    ] {
        let refused = Phone::new().enrol(&world, &card, EnrolPurpose::Register).await;
        refused.refused(ErrorCode::CertificateWrongUsage);
        assert_eq!(asked.load(Ordering::SeqCst), 0, "nothing left");
    }
    let card = real(pki::REAL_POLICY_SIGNATURE, pki::REAL_POLICY_AUTHENTICATION);
    let (_, profile) = Phone::registered(&world, &card).await;
    assert_eq!((profile.level, asked.load(Ordering::SeqCst)), (Level::Verified, 2));
}

/// A flood of registrations is not passed on at once.
#[tokio::test]
async fn only_so_many_questions_at_once() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    // None is answered before sixteen are there.
    let (counted, all) = (most.clone(), Arc::new(Barrier::new(16)));
    let router = Router::new().fallback(move || {
        let (now, most, all) = (now.clone(), counted.clone(), all.clone());
        async move {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            all.wait().await;
            now.fetch_sub(1, Ordering::SeqCst);
            axum::Json(serde_json::json!({"result": "ok", "user_id": "user-1"}))
        }
    });
    let operator = asking(router, "a key").await;
    let card = Card::of(&Person::hanako());
    let certificate = CardCertificate::from_der(&card.authentication).expect("a certificate");
    let now = yui_protocol::Millis(1_795_392_000_000);
    let proof = || CardProof { usage: Usage::Authentication, certificate: &certificate, signed: None, now };
    let asked = futures_util::future::join_all((0..32).map(|_| operator.verify(proof()))).await;
    assert!(asked.iter().all(Result::is_ok));
    assert_eq!(most.load(Ordering::SeqCst), 16);
}
