//! What the clients of the load do: residents pay by the printed code and charge with vouchers, shops redeem one-time
//! codes and give payments back, staff charge.

use rand::{Rng, random, random_range, seq::IndexedRandom};
use serde_json::{Value, json};
use yui_protocol::{
    CommandId, Points, Subject,
    command::{Act, Pay, RedeemCode, RedeemVoucher, Refund, SignedCommand},
    qr::{Scanned, parse},
};
use yui_store::{Clock, Party, SystemClock};

use crate::load::{Load, Resident, Shop};

/// How many residents and shops there are.
pub const RESIDENTS: usize = 4;
pub const SHOPS: usize = 2;

/// What each resident has at first; a visitor may hold twice as much.
pub const MONEY: Points = Points(5_000);

/// One thing to be done, with the bytes that are sent for it each time.
pub enum Deed {
    Signed { id: CommandId, to: Party, command: SignedCommand },
    Staff { id: CommandId, to: Subject, with: Value },
}

impl Deed {
    pub fn id(&self) -> CommandId {
        match self {
            Self::Signed { id, .. } | Self::Staff { id, .. } => *id,
        }
    }
}

/// Who acts.
#[derive(Clone, Copy)]
pub enum Client {
    Resident(usize),
    Shop(usize),
    Staff,
}

/// Everybody, the residents twice: a person has two hands.
pub fn clients() -> Vec<Client> {
    let residents = (0..2 * RESIDENTS).map(|n| Client::Resident(n % RESIDENTS));
    residents.chain((0..SHOPS).map(Client::Shop)).chain([Client::Staff]).collect()
}

impl Client {
    /// Does one thing.
    pub async fn act(self, load: &Load) {
        match self {
            Self::Resident(n) if random_range(0..12) == 0 => charges(load, &load.residents[n]).await,
            Self::Resident(n) => pays(load, &load.residents[n]).await,
            Self::Shop(n) => {
                let shop = &load.shops[n];
                let payment = shop.paid.lock().expect("unpoisoned").pop();
                match payment.filter(|_| rand::rng().random_bool(0.5)) {
                    Some(payment) => gives_back(load, shop, payment).await,
                    None => takes_by_code(load, shop).await,
                }
            }
            Self::Staff => {
                load.does(charge(load, random_range(0..RESIDENTS), Points(random_range(1..=3)))).await;
            }
        }
    }
}

/// With a voucher.
async fn charges(load: &Load, resident: &Resident) {
    let text = load.voucher(Points(2)).await;
    let Ok(Scanned::Voucher(voucher)) = parse(&text) else { panic!("a voucher") };
    let act = Act::RedeemVoucher(RedeemVoucher { secret: voucher.secret.as_bytes().to_vec() });
    let (id, command) = resident.phone.command(act);
    load.does(Deed::Signed { id, to: Party::Person(resident.subject), command }).await;
}

async fn pays(load: &Load, resident: &Resident) {
    let shop = load.shops.choose(&mut rand::rng()).expect("shops");
    let payment = payment(resident, shop);
    let id = payment.id();
    load.does(payment).await;
    shop.paid.lock().expect("unpoisoned").push(id);
}

/// A payment by the shop's printed code.
pub fn payment(resident: &Resident, shop: &Shop) -> Deed {
    let act = Act::Pay(Pay { shop: shop.id, amount: Points(random_range(1..=2)), till: None });
    let (id, command) = resident.phone.command(act);
    Deed::Signed { id, to: Party::Person(resident.subject), command }
}

async fn takes_by_code(load: &Load, shop: &Shop) {
    let resident = load.residents.choose(&mut rand::rng()).expect("residents");
    let code = resident.phone.code(load.code_key, Points(3));
    let act = Act::RedeemCode(RedeemCode { code: code.to_bytes(), amount: Points(random_range(1..=3)) });
    let (id, command) = shop.phone.command(act);
    load.does(Deed::Signed { id, to: Party::Shop(shop.id), command }).await;
}

async fn gives_back(load: &Load, shop: &Shop, payment: CommandId) {
    let (id, command) = shop.phone.command(Act::Refund(Refund { payment, amount: Points(1) }));
    load.does(Deed::Signed { id, to: Party::Shop(shop.id), command }).await;
}

/// Staff charge a resident's wallet.
pub fn charge(load: &Load, resident: usize, points: Points) -> Deed {
    let to = load.residents[resident].subject;
    let id = CommandId::new(SystemClock.now(), random());
    Deed::Staff { id, to, with: json!({ "id": id, "subject": to, "points": points }) }
}
