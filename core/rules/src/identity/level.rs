//! What a person's level lets her do. It follows from the kinds of value that the town lets the level hold, so
//! that a town writes it down once.

use yui_protocol::{
    ErrorCode,
    identity::Level,
    municipality::{LevelLimits, Municipality},
    wallet::LotKind,
};

/// What a level may or may not do.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Capability {
    /// Pay at shops and charge.
    Pay,
    /// Receive benefits: granted value or coupons.
    Benefits,
    /// Ask for help and give it; helpers earn rewards.
    Help,
}

/// The limits of a level; `level_too_low` when the town gives it no wallet, as for a guest.
pub fn limits_of(town: &Municipality, level: Level) -> Result<&LevelLimits, ErrorCode> {
    town.levels.iter().find(|limits| limits.level == level).ok_or(ErrorCode::LevelTooLow)
}

/// Whether a level may do something: `level_too_low` when not.
pub fn check(town: &Municipality, level: Level, capability: Capability) -> Result<(), ErrorCode> {
    let limits = limits_of(town, level)?;
    let holds = |kind| limits.kinds.contains(&kind);
    let may = match capability {
        Capability::Pay => limits.per_payment.0 > 0,
        Capability::Benefits => holds(LotKind::Granted) || holds(LotKind::Coupon),
        Capability::Help => holds(LotKind::Reward),
    };
    if may { Ok(()) } else { Err(ErrorCode::LevelTooLow) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::municipality::tests::omura;

    #[test]
    fn each_level_of_omura_may_do_what_the_design_says() {
        let town = omura();
        let may = |level, capability| check(&town, level, capability).is_ok();
        for (level, pay, benefits, help) in [
            (Level::Guest, false, false, false),
            (Level::Visitor, true, false, false),
            (Level::CardHolder, true, false, false),
            (Level::Verified, true, true, true),
            (Level::VerifiedElsewhere, true, true, true),
        ] {
            assert_eq!(may(level, Capability::Pay), pay, "{level:?}");
            assert_eq!(may(level, Capability::Benefits), benefits, "{level:?}");
            assert_eq!(may(level, Capability::Help), help, "{level:?}");
        }
    }
}
