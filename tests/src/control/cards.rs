//! Virtual My Number cards on the table, each served over TCP to whichever phone holds it.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::JoinHandle};
use yui_card::{KeyKind, Sex};
use yui_protocol::{ErrorCode, Millis};
use yui_store::Clock;
use yui_testkit::{
    card::{CardBuilder, Person, VirtualCard, serve},
    leaks,
};

use super::Control;
use crate::oddity::Oddity;

/// The cards by the address they are served at.
#[derive(Default)]
pub struct Cards {
    cards: HashMap<String, OnTable>,
    people: HashMap<String, usize>,
}

struct OnTable {
    builder: CardBuilder,
    person: Person,
    card: VirtualCard,
    task: JoinHandle<()>,
}

impl Drop for Cards {
    fn drop(&mut self) {
        for card in self.cards.values() {
            card.task.abort();
        }
    }
}

/// Whose card, and what is odd about it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeCard {
    name: String,
    address: String,
    birth: String,
    sex: String,
    #[serde(default)]
    kind: Oddity,
}

/// Which of a card's certificates.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhichCertificate {
    card: String,
    certificate: CertificateOf,
}

/// Whose key a certificate is about.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum CertificateOf {
    Signature,
    Authentication,
}

/// Which card.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhichCard {
    card: String,
    #[serde(default)]
    after: usize,
}

impl Control {
    pub(super) async fn make_card(&self, with: MakeCard) -> Result<Value, ErrorCode> {
        let mut cards = self.0.cards.lock().await;
        let next = cards.people.len();
        let slot = *cards.people.entry(format!("{}{}", with.name, with.birth)).or_insert(next);
        let sex = match with.sex.as_str() {
            "1" => Sex::Male,
            "2" => Sex::Female,
            _ => return Err(ErrorCode::MalformedRequest),
        };
        let person =
            Person::new(&with.name, &with.address, &with.birth, sex, &format!("91827364{slot:03}"), slot);
        // Certificates are valid from the morning of their day on, and somebody may register before that.
        let yesterday = self.0.clock.now().plus(-Millis::DAY).day_jst();
        let builder = CardBuilder::new(&person).issued_on(yesterday);
        let builder = with.kind.of(builder, &person);
        let card = builder.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|_| ErrorCode::Internal)?;
        let address = listener.local_addr().map_err(|_| ErrorCode::Internal)?.to_string();
        let served = card.clone();
        // It ends when the control port does.
        let task = tokio::spawn(async move { drop(serve(listener, served).await) });
        cards.cards.insert(address.clone(), OnTable { builder, person, card, task });
        Ok(json!({ "card": address }))
    }

    pub(super) async fn pull_card_out(&self, with: WhichCard) -> Result<Value, ErrorCode> {
        self.card(&with.card).await?.pull_out_after(with.after);
        Ok(json!({}))
    }

    pub(super) async fn put_card_back(&self, with: WhichCard) -> Result<Value, ErrorCode> {
        self.card(&with.card).await?.put_back();
        Ok(json!({}))
    }

    pub(super) async fn revoke_certificate(&self, with: WhichCertificate) -> Result<Value, ErrorCode> {
        let cards = self.0.cards.lock().await;
        let OnTable { builder, .. } = cards.cards.get(&with.card).ok_or(ErrorCode::NotFound)?;
        self.0.revoked.revoke(&builder.certificate(match with.certificate {
            CertificateOf::Signature => KeyKind::Signature,
            CertificateOf::Authentication => KeyKind::Authentication,
        }));
        Ok(json!({}))
    }

    /// What of a card must never be found anywhere: its number, certificates (DER, hex) and serial numbers; and what of
    /// the certificates a town keeps.
    pub(super) async fn card_secrets(&self, with: WhichCard) -> Result<Value, ErrorCode> {
        let cards = self.0.cards.lock().await;
        let OnTable { builder, person, .. } = cards.cards.get(&with.card).ok_or(ErrorCode::NotFound)?;
        let keys = [KeyKind::Signature, KeyKind::Authentication];
        let certificates = keys.map(|key| leaks::hex(&builder.certificate(key), ""));
        let serials = keys.map(|key| builder.serial(key));
        Ok(json!({
            "number": person.number,
            "certificates": certificates,
            "serials": serials,
            "kept": [person.name, person.address],
        }))
    }

    async fn card(&self, address: &str) -> Result<VirtualCard, ErrorCode> {
        let cards = self.0.cards.lock().await;
        cards.cards.get(address).map(|on_table| on_table.card.clone()).ok_or(ErrorCode::NotFound)
    }
}
