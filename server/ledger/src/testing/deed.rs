//! Random commands, good and bad: what a few people and shops might do, in numbers that pick among what there is.

use proptest::prelude::*;
use yui_protocol::{CommandId, Millis, Points, ProgrammeId, ShopId, Subject, TillId, wallet::LotKind};

use super::{START, command, id, programme, shop, wallet};
use crate::{Caps, ChargedValue, Command, LotTerms, Op, Payee, Rest, SpentCode};

/// How many wallets take part.
pub const WALLETS: u8 = 4;

/// How many shops.
pub const SHOPS: u8 = 2;

const PROGRAMMES: u8 = 3;

/// A command in the words of the game.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are those of the operations, as numbers that pick")]
pub enum Deed {
    Issue { to: u8, kind: u8, programme: u8, days: i64, narrow: u8, amount: i64, caps: Caps },
    Pay { from: u8, to: u8, place: u8, amount: i64, code: Option<(usize, i64)>, till: bool },
    Hold { from: u8, amount: i64, place: u8, days: i64 },
    Capture { hold: usize, amount: i64, helper: Option<u8>, kind: u8, release: bool },
    Release { hold: usize },
    Refund { payment: usize, to: u8, amount: i64 },
    Expire { wallet: u8 },
    Settle { shop: u8, amount: i64 },
    Close { wallet: u8, charged: u8 },
}

fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![
        12 => 1i64..60,
        4 => 60i64..300,
        1 => prop::sample::select(vec![0, -1, i64::MIN, i64::MAX, 1_000_000_000]),
    ]
}

fn cap() -> impl Strategy<Value = Option<Points>> {
    prop_oneof![2 => Just(None), 1 => (0i64..1500).prop_map(|cap| Some(Points(cap)))]
}

/// Any of them.
pub fn deed() -> impl Strategy<Value = Deed> {
    let (w, s) = (0..WALLETS, 0..SHOPS);
    let caps = (cap(), cap()).prop_map(|(budget, per_person)| Caps { budget, per_person });
    prop_oneof![
        6 => (w.clone(), 0u8..4, 0..PROGRAMMES, -1i64..20, 0u8..4, amount(), caps).prop_map(
            |(to, kind, programme, days, narrow, amount, caps)| Deed::Issue {
                to, kind, programme, days, narrow, amount, caps
            }
        ),
        8 => (w.clone(), s.clone(), 0u8..4, amount(), prop::option::of((0usize..30, -5i64..60)), any::<bool>())
            .prop_map(|(from, to, place, amount, code, till)| Deed::Pay { from, to, place, amount, code, till }),
        3 => (w.clone(), amount(), 0u8..4, -1i64..12)
            .prop_map(|(from, amount, place, days)| Deed::Hold { from, amount, place, days }),
        3 => (any::<usize>(), amount(), prop::option::of(w.clone()), 0u8..6, any::<bool>()).prop_map(
            |(hold, amount, helper, kind, release)| Deed::Capture { hold, amount, helper, kind, release }
        ),
        1 => any::<usize>().prop_map(|hold| Deed::Release { hold }),
        5 => (any::<usize>(), s.clone(), amount())
            .prop_map(|(payment, to, amount)| Deed::Refund { payment, to, amount }),
        2 => w.clone().prop_map(|wallet| Deed::Expire { wallet }),
        1 => (s, amount()).prop_map(|(shop, amount)| Deed::Settle { shop, amount }),
        1 => (w, 0u8..9).prop_map(|(wallet, charged)| Deed::Close { wallet, charged }),
    ]
}

fn classes(choice: u8) -> Vec<String> {
    let names: &[&str] = [&[][..], &["food"], &["fuel"], &["food", "fuel"]][usize::from(choice) % 4];
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn programme_no(number: u8) -> ProgrammeId {
    programme(&format!("programme-{number}"))
}

/// Turns deeds into commands. People, shops and programmes of one era have nothing to do with those of another, so a
/// model of one era judges all that happens in it.
#[derive(Default)]
pub struct Era {
    number: u8,
    made: u64,
    given: Vec<Command>,
}

impl Era {
    /// The era with this number, of at most 60; 0 is also the default.
    #[must_use]
    pub fn new(number: u8) -> Self {
        Self { number, made: u64::from(number) << 32, given: Vec::new() }
    }

    /// Its wallets.
    pub fn wallets(&self) -> impl Iterator<Item = Subject> + use<> {
        let first = self.number * WALLETS;
        (first..first + WALLETS).map(wallet)
    }

    /// Its shops.
    pub fn shops(&self) -> impl Iterator<Item = ShopId> + use<> {
        let first = self.number * SHOPS;
        (first..first + SHOPS).map(shop)
    }

    /// Its programmes.
    pub fn programmes(&self) -> impl Iterator<Item = ProgrammeId> + use<> {
        let first = self.number * PROGRAMMES;
        (first..first + PROGRAMMES).map(programme_no)
    }

    /// The deed as a new command, made at `made_at` and given at `now`.
    pub fn command(&mut self, deed: &Deed, made_at: Millis, now: Millis) -> Command {
        self.made += 1;
        command(self.made, made_at, self.op(deed, now))
    }

    /// How many commands were made.
    #[must_use]
    pub fn made(&self) -> u64 {
        self.made
    }

    /// Keeps a command among those that later deeds can speak of.
    pub fn given(&mut self, command: Command) {
        self.given.push(command);
    }

    /// One of the commands that were given.
    #[must_use]
    pub fn pick(&self, number: usize) -> Option<&Command> {
        self.given.get(number.checked_rem(self.given.len())?)
    }

    fn wallet(&self, number: u8) -> Subject {
        wallet(self.number * WALLETS + number)
    }

    fn shop(&self, number: u8) -> ShopId {
        shop(self.number * SHOPS + number)
    }

    fn terms(&self, now: Millis, kind: u8, number: u8, days: i64, narrow: u8) -> LotTerms {
        let kinds = [LotKind::Charged, LotKind::Granted, LotKind::Coupon, LotKind::Reward];
        LotTerms {
            kind: kinds[usize::from(kind % 4)],
            programme: programme_no(self.number * PROGRAMMES + number),
            last_day: now.plus(days * Millis::DAY).day_jst(),
            classes: classes(narrow),
        }
    }

    fn op(&self, deed: &Deed, now: Millis) -> Op {
        match *deed {
            Deed::Issue { to, kind, programme, days, narrow, amount, caps } => Op::Issue {
                wallet: self.wallet(to),
                terms: self.terms(now, kind, programme, days, narrow),
                amount: Points(amount),
                caps,
            },
            Deed::Pay { from, to, place, amount, code, till } => Op::Pay {
                payer: self.wallet(from),
                shop: self.shop(to),
                shop_classes: classes(place),
                amount: Points(amount),
                code: code.map(|(number, minutes)| self.code(number, minutes, now)),
                till: till.then(|| TillId::from_bytes([to; 16])),
            },
            Deed::Hold { from, amount, place, days } => Op::Hold {
                wallet: self.wallet(from),
                amount: Points(amount),
                classes: classes(place),
                until: now.plus(days * Millis::DAY),
            },
            Deed::Capture { hold, amount, helper, kind, release } => Op::Capture {
                hold: self.earlier(hold, |op| matches!(op, Op::Hold { .. })),
                amount: Points(amount),
                payee: match helper {
                    None => Payee::Shop(self.shop(0)),
                    Some(helper) => Payee::Helper {
                        wallet: self.wallet(helper),
                        terms: self.terms(now, kind.max(2), 2, i64::from(kind), 0),
                    },
                },
                rest: if release { Rest::Release } else { Rest::Keep },
            },
            Deed::Release { hold } => {
                Op::Release { hold: self.earlier(hold, |op| matches!(op, Op::Hold { .. })) }
            }
            Deed::Refund { payment, to, amount } => Op::Refund {
                payment: self.earlier(payment, |op| matches!(op, Op::Pay { .. } | Op::Capture { .. })),
                shop: self.shop(to),
                amount: Points(amount),
            },
            Deed::Expire { wallet: number } => Op::Expire { wallet: self.wallet(number) },
            Deed::Settle { shop: number, amount } => {
                Op::Settle { shop: self.shop(number), amount: Points(amount) }
            }
            Deed::Close { wallet: number, charged } => Op::Close {
                wallet: self.wallet(number),
                charged: match charged {
                    0 => ChargedValue::PaidBack,
                    1 => ChargedValue::GivenUp,
                    _ => ChargedValue::Undecided,
                },
            },
        }
    }

    /// One of four codes that were made in this quarter of the day.
    fn code(&self, number: usize, minutes: i64, now: Millis) -> SpentCode {
        let quarter = 6 * Millis::HOUR;
        let number = (u64::from(self.number) << 32) + number as u64 % 4;
        let id = id(number, Millis(now.0 / quarter * quarter));
        SpentCode { id, valid_until: now.plus(minutes * Millis::MINUTE) }
    }

    /// The id of one of the commands of this kind that were given lately, or one nobody knows.
    fn earlier(&self, pick: usize, kind: impl Fn(&Op) -> bool) -> CommandId {
        let given: Vec<_> = self.given.iter().filter(|command| kind(&command.op)).collect();
        let recent = &given[given.len().saturating_sub(12)..];
        let picked = pick.checked_rem(recent.len()).and_then(|place| recent.get(place));
        picked.map_or(id(u64::MAX, START), |command| command.id)
    }
}
