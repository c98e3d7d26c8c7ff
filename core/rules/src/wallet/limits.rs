//! How much a person may hold and pay. The sums are the ledger's, or on the phone what it knows of them.

use yui_protocol::{
    ErrorCode, Points,
    identity::Level,
    municipality::Municipality,
    wallet::{Assurance, LotKind},
};

use super::step_up;
use crate::{Refusal, identity::level::limits_of};

/// What was paid before, refunds not taken off.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Spent {
    /// Since the calendar day began in Japan.
    pub today: Points,
    /// Since [`step_up::window_start`].
    pub window: Points,
}

/// Whether a payment of `amount` is allowed to this level with this proof.
///
/// `amount_invalid`, `level_too_low`, `over_payment_limit`, `over_daily_limit`, or `step_up_required` with the
/// proof that is needed. The limits come first: nobody is asked for her card for what is refused anyway.
pub fn check_payment(
    town: &Municipality,
    level: Level,
    proof: Assurance,
    amount: Points,
    spent: Spent,
) -> Result<(), Refusal> {
    check_spending(town, level, amount, spent.today)?;
    step_up::check(&town.step_up, proof, amount, spent.window)
}

/// The part of [`check_payment`] that no proof changes.
pub fn check_spending(
    town: &Municipality,
    level: Level,
    amount: Points,
    spent_today: Points,
) -> Result<(), ErrorCode> {
    let amount = Points::act(amount.0)?;
    let limits = limits_of(town, level)?;
    if amount > limits.per_payment {
        Err(ErrorCode::OverPaymentLimit)
    } else if exceeds(spent_today, amount, limits.per_day) {
        Err(ErrorCode::OverDailyLimit)
    } else {
        Ok(())
    }
}

/// Whether a wallet with this balance (holds included) may be given `amount` of this kind: `amount_invalid`,
/// `level_too_low` or `over_balance_cap`. A refund is not asked: it gives back what was the person's.
pub fn check_receipt(
    town: &Municipality,
    level: Level,
    kind: LotKind,
    amount: Points,
    balance: Points,
) -> Result<(), ErrorCode> {
    let amount = Points::act(amount.0)?;
    let limits = limits_of(town, level)?;
    if !limits.kinds.contains(&kind) {
        Err(ErrorCode::LevelTooLow)
    } else if exceeds(balance, amount, limits.balance_cap) {
        Err(ErrorCode::OverBalanceCap)
    } else {
        Ok(())
    }
}

/// Whether the sum is above the bound; a sum that cannot be counted is.
pub(crate) fn exceeds(so_far: Points, amount: Points, bound: Points) -> bool {
    so_far.checked_add(amount).is_none_or(|sum| sum > bound)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::municipality::tests::omura;

    const NOTHING: Spent = Spent { today: Points::ZERO, window: Points::ZERO };

    #[test]
    fn a_visitor_pays_up_to_her_limits_and_not_a_point_more() {
        let town = omura();
        let limits = limits_of(&town, Level::Visitor).expect("visitors have a wallet");
        let (most, day) = (limits.per_payment, limits.per_day);
        let spend = |amount, today| check_spending(&town, Level::Visitor, amount, today);
        assert_eq!(spend(most, Points::ZERO), Ok(()));
        assert_eq!(spend(Points(most.0 + 1), Points::ZERO), Err(ErrorCode::OverPaymentLimit));
        assert_eq!(spend(Points(1), Points(day.0 - 1)), Ok(()));
        assert_eq!(spend(Points(1), day), Err(ErrorCode::OverDailyLimit));
        assert_eq!(spend(Points(1), Points(i64::MAX)), Err(ErrorCode::OverDailyLimit));
        for wrong in [0, -1, i64::MAX, i64::MIN] {
            assert_eq!(spend(Points(wrong), Points::ZERO), Err(ErrorCode::AmountInvalid));
        }
    }

    #[test]
    fn a_guest_has_no_wallet() {
        let refused = check_payment(&omura(), Level::Guest, Assurance::DeviceUvCard, Points(1), NOTHING);
        assert_eq!(refused, Err(ErrorCode::LevelTooLow.into()));
    }

    #[test]
    fn a_wallet_is_filled_up_to_its_cap_with_the_kinds_of_its_level() {
        let town = omura();
        let cap = limits_of(&town, Level::Visitor).expect("visitors have a wallet").balance_cap;
        let receive = |kind, amount, balance| check_receipt(&town, Level::Visitor, kind, amount, balance);
        assert_eq!(receive(LotKind::Charged, cap, Points::ZERO), Ok(()));
        assert_eq!(receive(LotKind::Charged, Points(1), cap), Err(ErrorCode::OverBalanceCap));
        assert_eq!(receive(LotKind::Granted, Points(1), Points::ZERO), Err(ErrorCode::LevelTooLow));
        assert_eq!(receive(LotKind::Charged, Points(0), Points::ZERO), Err(ErrorCode::AmountInvalid));
    }

    #[test]
    fn who_pays_too_much_is_not_asked_for_her_card() {
        let town = omura();
        let most = limits_of(&town, Level::Verified).expect("residents have a wallet").per_payment;
        let refused = check_payment(&town, Level::Verified, Assurance::Device, Points(most.0 + 1), NOTHING);
        assert_eq!(refused, Err(ErrorCode::OverPaymentLimit.into()));
    }

    proptest! {
        /// What is allowed with a proof is allowed with a stronger one, and a smaller amount with the same.
        #[test]
        fn more_proof_or_less_money_never_hurts(
            amount in 1..1_200_000_i64, less in 1..1_200_000_i64, today in 0..1_200_000_i64, window in 0..1_200_000_i64,
        ) {
            let town = omura();
            let spent = Spent { today: Points(today), window: Points(window) };
            let ok = |proof, amount| check_payment(&town, Level::Verified, proof, Points(amount), spent).is_ok();
            if ok(Assurance::Device, amount) {
                prop_assert!(ok(Assurance::DeviceUv, amount));
                prop_assert!(ok(Assurance::Device, less.min(amount)));
            }
            if ok(Assurance::DeviceUv, amount) {
                prop_assert!(ok(Assurance::DeviceUvCard, amount));
            }
        }
    }
}
