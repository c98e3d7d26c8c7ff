//! People: residents who pay and show codes, shops that redeem and refund, staff who charge and grant. Each keeps asking
//! with the same id until the answer is known.

use std::{rc::Rc, time::Duration};

use tokio::time::sleep;
use yui_ledger::{Op, SpentCode};
use yui_protocol::{CommandId, Millis, Points, ShopId, Subject, wallet::LotKind};
use yui_store::UnitError;

use crate::{
    network::Lost,
    office::{Request, Want},
    world::World,
};

/// How long a command can be taken for the first time.
const LIFE: i64 = 2 * Millis::MINUTE;

/// How many residents there are.
pub const RESIDENTS: u8 = 4;

/// How many shops.
const SHOPS: u8 = 3;

pub fn resident(n: u8) -> Subject {
    Subject::from_bytes([n + 1; 16])
}

pub fn shop(n: u8) -> ShopId {
    ShopId([n + 1; 8])
}

/// What somebody wants next.
pub fn wish(world: &World) -> Request {
    let now = world.time.now();
    let id = CommandId::new(now, world.chance.bytes());
    Request { id, issued_at: now, valid_until: now.plus(LIFE), want: want(world, now) }
}

fn want(world: &World, now: Millis) -> Want {
    let chance = &world.chance;
    let who = |count: u8| u8::try_from(chance.between(0, i64::from(count) - 1)).unwrap_or_default();
    let payer = resident(who(RESIDENTS));
    let shop = shop(who(SHOPS));
    let some = Points(chance.between(1, 300));
    match chance.between(0, 15) {
        0..=2 => {
            let (amount, days) = (Points(chance.between(100, 1_500)), chance.between(1, 180).unsigned_abs());
            Want::Issue { wallet: payer, kind: LotKind::Charged, days, classes: Vec::new(), amount }
        }
        3..=4 => {
            let classes = if chance.one_in(2) { vec!["food".to_owned()] } else { Vec::new() };
            let days = chance.between(0, 3).unsigned_abs();
            Want::Issue { wallet: payer, kind: LotKind::Granted, days, classes, amount: some }
        }
        5..=6 => Want::Pay { payer, shop, amount: some, code: Some(code(world, now)) },
        7..=8 => refund(world).unwrap_or(Want::Pay { payer, shop, amount: some, code: None }),
        _ => Want::Pay { payer, shop, amount: some, code: None },
    }
}

/// A code on somebody's screen; now and then one that was shown to another shop before.
fn code(world: &World, now: Millis) -> SpentCode {
    let mut shown = world.codes.borrow_mut();
    if !shown.is_empty() && world.chance.one_in(4) {
        return *world.chance.pick(&shown);
    }
    let code = SpentCode {
        id: CommandId::new(now, world.chance.bytes()),
        valid_until: now.plus(5 * Millis::MINUTE),
    };
    shown.push(code);
    code
}

fn refund(world: &World) -> Option<Want> {
    let auditor = world.auditor.borrow();
    let paid: Vec<_> = auditor.payments().collect();
    let paid = (!paid.is_empty()).then(|| *world.chance.pick(&paid))?;
    let Op::Pay { shop, amount, .. } = paid.op else { return None };
    Some(Want::Refund { payment: paid.id, shop, amount: Points(world.chance.between(1, amount.0)) })
}

/// Asks until it is known what became of it.
pub async fn act(world: Rc<World>, actor: usize, request: Request) {
    world.trace.say(format_args!("{actor} wants {} {:?}", request.id, request.want));
    world.auditor.borrow_mut().sends(&request);
    for tries in 1.. {
        match world.network.send(actor, &request).await {
            Ok(Ok(posted)) => {
                world.trace.say(format_args!("{actor} has {} in row {}", request.id, posted.seq));
                world.auditor.borrow_mut().acknowledges(&request, &posted, world.time.now());
                return;
            }
            Ok(Err(UnitError::Refused(code))) => {
                world.trace.say(format_args!("{actor} is refused {}: {code}", request.id));
                // As on a phone: of an earlier try that had no answer, a later refusal says nothing.
                if tries == 1 && !world.network.has_copied(request.id) {
                    world.auditor.borrow_mut().refuses(request.id, code);
                }
                return;
            }
            Ok(Err(error @ (UnitError::Broken | UnitError::Failed(_)))) => {
                world.finds(format!("{} was answered: {error}", request.id));
                return;
            }
            Ok(Err(error)) => world.trace.say(format_args!("{actor} waits for {}: {error}", request.id)),
            Err(Lost) => world.trace.say(format_args!("{actor} has no answer to {}", request.id)),
        }
        sleep(world.chance.millis(500, 4_000) + Duration::from_millis(1)).await;
    }
}
