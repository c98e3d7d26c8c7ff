//! What a server does with a request: the unit that its domains would hand to the writer, without what they read from
//! tables of their own.

use std::sync::Arc;

use chrono::Days;
use sha2::{Digest, Sha256};
use yui_ledger::{Caps, Command, LotTerms, Op, Posted, SpentCode};
use yui_protocol::{CLOCK_SKEW, CommandId, ErrorCode, Millis, Points, ShopId, Subject, wallet::LotKind};
use yui_store::{Party, Unit, UnitError, Writer};

/// What somebody wants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Want {
    Pay { payer: Subject, shop: ShopId, amount: Points, code: Option<SpentCode> },
    Refund { payment: CommandId, shop: ShopId, amount: Points },
    Issue { wallet: Subject, kind: LotKind, days: u64, classes: Vec<String>, amount: Points },
}

/// A command on its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    pub id: CommandId,
    pub issued_at: Millis,
    pub valid_until: Millis,
    pub want: Want,
}

/// The most that the grant's programme gives in all.
pub const BUDGET: Points = Points(3_000);

/// Which classes a shop is of.
pub fn classes_of(shop: ShopId) -> Vec<String> {
    if shop.0[0].is_multiple_of(2) { vec!["food".to_owned()] } else { Vec::new() }
}

impl Request {
    /// What makes a repeated id the same act.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(format!("{self:?}")).into()
    }

    fn op(&self, now: Millis) -> Result<Op, ErrorCode> {
        Ok(match self.want.clone() {
            Want::Pay { payer, shop, amount, code } => {
                Op::Pay { payer, shop, shop_classes: classes_of(shop), amount, code, till: None }
            }
            Want::Refund { payment, shop, amount } => Op::Refund { payment, shop, amount },
            Want::Issue { wallet, kind, days, classes, amount } => {
                let programme = if kind == LotKind::Charged { "charge" } else { "grant" };
                let last_day =
                    now.day_jst().checked_add_days(Days::new(days)).ok_or(ErrorCode::ProgrammeClosed)?;
                let terms = LotTerms { kind, programme: programme.parse()?, last_day, classes };
                let caps = match kind {
                    LotKind::Charged => Caps::default(),
                    _ => Caps { budget: Some(BUDGET), per_person: None },
                };
                Op::Issue { wallet, terms, amount, caps }
            }
        })
    }

    fn party(&self) -> Party {
        match self.want {
            Want::Pay { payer, .. } => Party::Person(payer),
            Want::Refund { shop, .. } => Party::Shop(shop),
            Want::Issue { wallet, .. } => Party::Person(wallet),
        }
    }

    /// A known id is answered for ever; only a new one is asked for its times.
    async fn write(&self, unit: &mut Unit) -> Result<Arc<Posted>, UnitError> {
        let digest = self.digest();
        if let Some(posted) = unit.find(self.id).await? {
            return if posted.digest == digest { Ok(posted) } else { Err(ErrorCode::IdConflict.into()) };
        }
        let now = unit.now();
        if self.issued_at.since(now) > CLOCK_SKEW {
            return Err(ErrorCode::ClockSkew.into());
        }
        if now > self.valid_until {
            return Err(ErrorCode::CommandExpired.into());
        }
        let command = Command { id: self.id, digest, signature: None, op: self.op(now)? };
        let posted = unit.apply(&command).await?;
        unit.notify(self.party(), "wallet");
        Ok(posted)
    }
}

/// Hands a request to a writer.
pub async fn answer(writer: &Writer, request: Request) -> Result<Arc<Posted>, UnitError> {
    writer.run(move |unit| Box::pin(async move { request.write(unit).await })).await
}

/// Expires all that has run out by now.
pub async fn expire(writer: &Writer, random: [u8; 10]) -> Result<usize, UnitError> {
    writer
        .run(move |unit| {
            Box::pin(async move {
                let now = unit.now();
                let due: Vec<Subject> = unit.ledger().expiry_due(now, None).collect();
                for (wallet, n) in due.iter().zip(0u8..) {
                    let mut random = random;
                    random[9] = n;
                    let id = CommandId::new(now, random);
                    let digest = Sha256::digest(wallet.as_bytes()).into();
                    let op = Op::Expire { wallet: *wallet };
                    unit.apply(&Command { id, digest, signature: None, op }).await?;
                }
                Ok(due.len())
            })
        })
        .await
}
