//! Which proof a payment needs: the phone's key, the key that works only for its user, or the card as well.
//!
//! Exactly at a bound the stronger proof is needed. What was paid inside the rolling window is added to the
//! amount, however it was proved, so that no splitting brings a sum below a bound.

use yui_protocol::{ErrorCode, Millis, Points, municipality::StepUp, wallet::Assurance};

use crate::Refusal;

/// The longest rolling window a town may set, in hours (two days): the ledger keeps what was paid in memory for as
/// long, so a longer window would be cut short without a word.
pub const MAX_WINDOW_HOURS: u32 = 48;

/// Where the rolling window begins at `now`; payments at or after it count.
#[must_use]
pub fn window_start(rules: &StepUp, now: Millis) -> Millis {
    now.plus(-i64::from(rules.window_hours).saturating_mul(Millis::HOUR))
}

/// The proof that a payment of `amount` needs after `in_window` was paid.
#[must_use]
pub fn required(rules: &StepUp, amount: Points, in_window: Points) -> Assurance {
    match amount.checked_add(in_window) {
        Some(sum) if sum < rules.user_from => Assurance::Device,
        Some(sum) if sum < rules.card_from => Assurance::DeviceUv,
        // A sum that cannot be counted is above every bound.
        _ => Assurance::DeviceUvCard,
    }
}

/// Whether `proof` is enough: `step_up_required` with the proof that is needed when not.
pub fn check(rules: &StepUp, proof: Assurance, amount: Points, in_window: Points) -> Result<(), Refusal> {
    let required = required(rules, amount, in_window);
    if proof >= required { Ok(()) } else { Err(Refusal::step_up(required)) }
}

/// Whether a one-time code, which proves the phone only, may pay `amount`: `code_over_window` when the sum
/// needs more.
pub fn check_code(rules: &StepUp, amount: Points, in_window: Points) -> Result<(), ErrorCode> {
    if required(rules, amount, in_window) == Assurance::Device {
        Ok(())
    } else {
        Err(ErrorCode::CodeOverWindow)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RULES: StepUp = StepUp { user_from: Points(100_000), card_from: Points(500_000), window_hours: 24 };

    #[test]
    fn exactly_at_a_bound_the_stronger_proof_is_needed() {
        use Assurance::{Device, DeviceUv, DeviceUvCard};
        for (amount, before, needed) in [
            (1, 0, Device),
            (99_999, 0, Device),
            (100_000, 0, DeviceUv),
            (1, 99_998, Device),
            (1, 99_999, DeviceUv),
            (499_999, 0, DeviceUv),
            (500_000, 0, DeviceUvCard),
            (400_000, 99_999, DeviceUv),
            (400_000, 100_000, DeviceUvCard),
            (1, i64::MAX, DeviceUvCard),
        ] {
            assert_eq!(required(&RULES, Points(amount), Points(before)), needed, "{amount} after {before}");
        }
    }

    #[test]
    fn the_refusal_names_the_proof() {
        let refused = check(&RULES, Assurance::Device, Points(100_000), Points::ZERO);
        assert_eq!(refused, Err(Refusal::step_up(Assurance::DeviceUv)));
        assert_eq!(check(&RULES, Assurance::DeviceUv, Points(100_000), Points::ZERO), Ok(()));
    }

    #[test]
    fn a_code_stays_below_the_first_bound() {
        assert_eq!(check_code(&RULES, Points(3000), Points(96_999)), Ok(()));
        assert_eq!(check_code(&RULES, Points(3000), Points(97_000)), Err(ErrorCode::CodeOverWindow));
    }

    #[test]
    fn the_window_is_a_day_long() {
        let now = Millis(1_795_392_000_000);
        assert_eq!(now.since(window_start(&RULES, now)), Millis::DAY);
    }

    proptest! {
        /// However a sum is split, its last part needs the proof of the whole.
        #[test]
        fn splitting_does_not_help(parts in proptest::collection::vec(1..200_000_i64, 1..10)) {
            let sum: i64 = parts.iter().sum();
            let last = parts[parts.len() - 1];
            prop_assert_eq!(
                required(&RULES, Points(last), Points(sum - last)),
                required(&RULES, Points(sum), Points::ZERO)
            );
        }
    }
}
