//! Which lots of a wallet have something left, so that a wallet is read by the numbers of a few rows. Memory holds
//! those, and for a while those that came to nothing: a reader whose view of the store is a little older still finds
//! them there.

use std::collections::{BTreeMap, HashMap, VecDeque};

use yui_ledger::{Names, Posted};

/// How many rows of the log later an empty lot is forgotten: far more than are written while a page is read.
const KEEP: i64 = 4096;

/// See the module. Accounts, lots and rows are numbers of the store.
#[derive(Default)]
pub(super) struct Lots {
    by_account: HashMap<i64, BTreeMap<i64, Left>>,
    emptied: VecDeque<Emptied>,
    /// Lots that were empty at this row may be forgotten.
    forgotten: i64,
}

struct Left {
    amount: i64,
    /// The row that took the last of it.
    emptied: Option<i64>,
}

struct Emptied {
    row: i64,
    account: i64,
    lot: i64,
}

impl Lots {
    /// All that have something left after row `head`: account, lot and amount.
    pub(super) fn at(head: i64, lots: impl IntoIterator<Item = (i64, i64, i64)>) -> Self {
        let mut by_account: HashMap<i64, BTreeMap<i64, Left>> = HashMap::new();
        for (account, lot, amount) in lots {
            by_account.entry(account).or_default().insert(lot, Left { amount, emptied: None });
        }
        Self { by_account, emptied: VecDeque::new(), forgotten: head }
    }

    /// Takes in the next posting.
    pub(super) fn take(&mut self, posted: &Posted, names: &Names) {
        for leg in &posted.legs {
            let (Some(part), Some(account)) = (&leg.lot, names.account_no(leg.account)) else { continue };
            let lots = self.by_account.entry(account).or_default();
            let left = lots.entry(part.id.0).or_insert(Left { amount: 0, emptied: None });
            left.amount += leg.amount.0;
            left.emptied = (left.amount == 0).then_some(posted.seq);
            if left.amount == 0 {
                self.emptied.push_back(Emptied { row: posted.seq, account, lot: part.id.0 });
            }
        }
        self.forget(posted.seq - KEEP);
    }

    /// Whether a view that ends with row `head` finds all its lots here.
    pub(super) fn serve(&self, head: i64) -> bool {
        head >= self.forgotten
    }

    /// The numbers of an account's lots, with some that are empty.
    pub(super) fn of(&self, account: i64) -> Vec<i64> {
        self.by_account.get(&account).into_iter().flat_map(BTreeMap::keys).copied().collect()
    }

    fn forget(&mut self, upto: i64) {
        while let Some(Emptied { row, account, lot }) =
            self.emptied.pop_front_if(|emptied| emptied.row <= upto)
        {
            self.forgotten = self.forgotten.max(row);
            let Some(lots) = self.by_account.get_mut(&account) else { continue };
            // It may have got something back since.
            if lots.get(&lot).is_some_and(|left| left.emptied == Some(row)) {
                lots.remove(&lot);
            }
            if lots.is_empty() {
                self.by_account.remove(&account);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use yui_ledger::{Account, Caps, Command, Ledger, LotTerms, Op, Settings};
    use yui_protocol::{CommandId, Millis, Points, ShopId, Subject, wallet::LotKind};

    use super::*;

    const NOW: Millis = Millis(1_795_392_000_000);
    const SHOP: ShopId = ShopId([9; 8]);

    fn her() -> Subject {
        Subject::from_bytes([7; 16])
    }

    /// A ledger and what a reader knows of its lots.
    struct Town {
        ledger: Ledger,
        lots: Lots,
        count: u64,
    }

    impl Town {
        fn new() -> Self {
            Self { ledger: Ledger::new(Settings::default()), lots: Lots::default(), count: 0 }
        }

        fn does(&mut self, op: Op) -> CommandId {
            self.count += 1;
            let mut random = [0; 10];
            random[2..].copy_from_slice(&self.count.to_be_bytes());
            let id = CommandId::new(NOW, random);
            let command = Command { id, digest: [0; 32], signature: None, op };
            let posted = self.ledger.apply(&command, NOW).expect("accepted");
            self.lots.take(&posted, self.ledger.names());
            id
        }

        fn charge(&mut self, points: i64) -> CommandId {
            let terms = LotTerms {
                kind: LotKind::Charged,
                programme: "charge-2027".parse().expect("a slug"),
                last_day: NOW.day_jst(),
                classes: Vec::new(),
            };
            self.does(Op::Issue { wallet: her(), terms, amount: Points(points), caps: Caps::default() })
        }

        fn pay(&mut self, points: i64) -> CommandId {
            let (amount, shop_classes) = (Points(points), Vec::new());
            self.does(Op::Pay { payer: her(), shop: SHOP, shop_classes, amount, code: None, till: None })
        }

        fn refund(&mut self, payment: CommandId, points: i64) {
            self.does(Op::Refund { payment, shop: SHOP, amount: Points(points) });
        }

        fn hers(&self) -> Vec<i64> {
            let account = self.ledger.names().account_no(Account::Wallet(her())).expect("used");
            self.lots.of(account)
        }

        /// Rows that touch none of her lots.
        fn time_goes_on(&mut self) {
            let kept = self.lots.emptied.len();
            self.lots.forget(self.ledger.head().seq);
            assert!(self.lots.emptied.is_empty() && kept > 0);
        }
    }

    #[test]
    fn memory_does_not_grow_with_history() {
        let mut town = Town::new();
        town.charge(1);
        for _ in 0..3 * KEEP {
            town.charge(10);
            town.pay(10);
        }
        let bound = usize::try_from(KEEP / 2 + 2).expect("small");
        assert!(town.hers().len() <= bound && town.lots.emptied.len() <= bound, "{}", town.hers().len());
        let left: i64 =
            town.lots.by_account.values().flat_map(BTreeMap::values).map(|left| left.amount).sum();
        assert_eq!(left, town.ledger.wallet(her(), NOW).balance.0);
        assert!(!town.lots.serve(1), "a view from the beginning finds lots missing");
        assert!(town.lots.serve(town.ledger.head().seq - KEEP), "a view of a moment ago does not");
    }

    #[test]
    fn a_lot_that_gets_something_back_is_there_again() {
        let mut town = Town::new();
        town.charge(10);
        let lot = town.hers();
        let payment = town.pay(10);
        assert_eq!(town.hers(), lot, "for readers of a moment ago");
        // Given back before it is forgotten, and taken again: the first emptying is past.
        town.refund(payment, 4);
        let second = town.pay(4);
        town.refund(second, 1);
        town.time_goes_on();
        assert_eq!(town.hers(), lot);
        let last = town.pay(1);
        town.time_goes_on();
        assert!(town.hers().is_empty() && town.lots.by_account.is_empty());
        // Given back long after.
        town.refund(last, 1);
        assert_eq!(town.hers(), lot);
    }
}
