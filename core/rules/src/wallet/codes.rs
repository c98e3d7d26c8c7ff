//! One-time payment codes: when a phone may make one, and when a shop may be paid by one.

use yui_protocol::{
    ErrorCode, Millis, Points,
    municipality::{CodeRules, StepUp},
};

use super::step_up;

/// What a phone remembers of its codes and of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Issued {
    /// Until when its last code can be used; none when there was none, or when it is known to be used up.
    pub alive_until: Option<Millis>,
    /// The latest instant the phone has seen or been told of.
    pub latest_seen: Millis,
}

/// What a new code may allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Allowance {
    /// The most a shop can take.
    pub cap: Points,
    /// The last instant at which it can be redeemed, in whole seconds.
    pub valid_until: Millis,
}

/// What a code made `now` may allow: `clock_went_back` when time runs backwards (an old code could come alive
/// again), `code_alive` while another can still be used.
pub fn may_issue(rules: &CodeRules, issued: Issued, now: Millis) -> Result<Allowance, ErrorCode> {
    if now < issued.latest_seen {
        Err(ErrorCode::ClockWentBack)
    } else if issued.alive_until.is_some_and(|until| now <= until) {
        Err(ErrorCode::CodeAlive)
    } else {
        let end = now.plus(i64::from(rules.seconds) * Millis::SECOND);
        Ok(Allowance { cap: rules.cap, valid_until: Millis(end.0 - end.0.rem_euclid(Millis::SECOND)) })
    }
}

/// An allowance that a shop hands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Redeemed {
    /// When the code was made, by its id.
    pub made_at: Millis,
    /// What it allows.
    pub allowance: Allowance,
    /// What the shop takes.
    pub amount: Points,
}

/// How far the instant of a code may lie ahead of the server's, for phones whose clocks run a little fast.
const AHEAD: i64 = Millis::MINUTE;

/// Whether a code of this time can be redeemed at `now`, as far as it lies with the time.
#[must_use]
pub fn is_alive(made_at: Millis, valid_until: Millis, now: Millis) -> bool {
    now <= valid_until && made_at.since(now) <= AHEAD
}

/// Whether a shop may be paid by a code at `now`, after the payer spent `in_window` since
/// [`step_up::window_start`].
///
/// `amount_invalid`; `code_expired` when it has run out, claims a longer life than the town gives one, or was made
/// more than a minute from now, since a phone whose clock runs ahead must not make codes that live until then;
/// `code_over_cap` above its own cap or the town's; `code_over_window` when the sum needs a stronger proof.
pub fn may_redeem(
    rules: &CodeRules,
    step_up: &StepUp,
    code: Redeemed,
    in_window: Points,
    now: Millis,
) -> Result<(), ErrorCode> {
    let amount = Points::act(code.amount.0)?;
    let Allowance { cap, valid_until } = code.allowance;
    let too_long = valid_until.since(code.made_at) > i64::from(rules.seconds) * Millis::SECOND;
    if too_long || !is_alive(code.made_at, valid_until, now) {
        Err(ErrorCode::CodeExpired)
    } else if amount > cap || amount > rules.cap {
        Err(ErrorCode::CodeOverCap)
    } else {
        step_up::check_code(step_up, amount, in_window)
    }
}

/// How many amounts may be refused on one code before it is dead. Each refusal tells the shop whether the payer could
/// pay so much; with tries without end it would find out to the point what she has.
pub const TRIES: i64 = 3;

/// Whether a refusal of an amount tells something about the payer's wallet, and so counts as one of [`TRIES`]. What
/// the code itself says, such as its cap, is no secret from the shop.
#[must_use]
pub fn tells_of_payer(refusal: &ErrorCode) -> bool {
    matches!(
        refusal,
        ErrorCode::InsufficientBalance
            | ErrorCode::CodeOverWindow
            | ErrorCode::OverDailyLimit
            | ErrorCode::OverPaymentLimit
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RULES: CodeRules = CodeRules { cap: Points(3000), seconds: 300 };
    const STEP_UP: StepUp =
        StepUp { user_from: Points(100_000), card_from: Points(500_000), window_hours: 24 };
    const NOW: Millis = Millis(1_795_392_000_000);

    fn fresh() -> Issued {
        Issued { alive_until: None, latest_seen: NOW }
    }

    fn code(amount: i64) -> Redeemed {
        let allowance = may_issue(&RULES, fresh(), NOW).expect("the first");
        Redeemed { made_at: NOW, allowance, amount: Points(amount) }
    }

    #[test]
    fn one_code_is_alive_at_a_time() {
        let first = may_issue(&RULES, fresh(), NOW).expect("the first");
        assert_eq!(first, Allowance { cap: Points(3000), valid_until: NOW.plus(300_000) });
        let issued = Issued { alive_until: Some(first.valid_until), latest_seen: NOW };
        assert_eq!(may_issue(&RULES, issued, first.valid_until), Err(ErrorCode::CodeAlive));
        assert!(may_issue(&RULES, issued, first.valid_until.plus(1)).is_ok());
        assert!(may_issue(&RULES, Issued { alive_until: None, ..issued }, NOW).is_ok());
    }

    #[test]
    fn no_code_is_made_when_time_ran_backwards() {
        assert_eq!(may_issue(&RULES, fresh(), NOW.plus(-1)), Err(ErrorCode::ClockWentBack));
    }

    #[test]
    fn a_shop_takes_up_to_the_cap_until_the_last_instant() {
        let end = NOW.plus(300_000);
        let redeem = |code, window, now| may_redeem(&RULES, &STEP_UP, code, Points(window), now);
        assert_eq!(redeem(code(3000), 0, end), Ok(()));
        assert_eq!(redeem(code(3000), 0, end.plus(1)), Err(ErrorCode::CodeExpired));
        assert_eq!(redeem(code(3001), 0, NOW), Err(ErrorCode::CodeOverCap));
        assert_eq!(redeem(code(0), 0, NOW), Err(ErrorCode::AmountInvalid));
        assert_eq!(redeem(code(1), 99_999, NOW), Err(ErrorCode::CodeOverWindow));
    }

    #[test]
    fn a_code_cannot_give_itself_more_than_the_town_gives() {
        let mut rich = code(3001);
        rich.allowance.cap = Points(90_000);
        assert_eq!(may_redeem(&RULES, &STEP_UP, rich, Points::ZERO, NOW), Err(ErrorCode::CodeOverCap));
        let mut eternal = code(1);
        eternal.allowance.valid_until = eternal.allowance.valid_until.plus(1000);
        assert_eq!(may_redeem(&RULES, &STEP_UP, eternal, Points::ZERO, NOW), Err(ErrorCode::CodeExpired));
    }

    #[test]
    fn a_code_of_tomorrow_is_none_of_today() {
        let redeem = |now| may_redeem(&RULES, &STEP_UP, code(1), Points::ZERO, now);
        assert_eq!(redeem(NOW.plus(-AHEAD)), Ok(()));
        assert_eq!(redeem(NOW.plus(-AHEAD - 1)), Err(ErrorCode::CodeExpired));
        assert_eq!(redeem(NOW.plus(-Millis::DAY)), Err(ErrorCode::CodeExpired));
    }

    #[test]
    fn a_refusal_counts_as_a_try_when_it_tells_what_the_payer_has() {
        use ErrorCode::{
            AmountInvalid, CodeExpired, CodeOverCap, CodeOverWindow, CodeUsed, InsufficientBalance,
            OverDailyLimit, OverPaymentLimit,
        };
        for tells in [InsufficientBalance, CodeOverWindow, OverDailyLimit, OverPaymentLimit] {
            assert!(tells_of_payer(&tells), "{tells}");
        }
        for says_nothing in [CodeOverCap, CodeExpired, CodeUsed, AmountInvalid] {
            assert!(!tells_of_payer(&says_nothing), "{says_nothing}");
        }
    }

    proptest! {
        /// What a phone may make at any instant, a shop may redeem at once, up to the cap.
        #[test]
        fn what_is_issued_can_be_redeemed(now in 0..4_000_000_000_000_i64, amount in 1..=3000_i64) {
            let now = Millis(now);
            let allowance = may_issue(&RULES, Issued { alive_until: None, latest_seen: now }, now).expect("the first");
            let code = Redeemed { made_at: now, allowance, amount: Points(amount) };
            prop_assert_eq!(may_redeem(&RULES, &STEP_UP, code, Points::ZERO, now), Ok(()));
        }
    }
}
