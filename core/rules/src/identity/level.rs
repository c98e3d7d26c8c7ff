//! What a person's level lets her hold and spend.

use yui_protocol::{
    ErrorCode,
    identity::Level,
    municipality::{LevelLimits, Municipality},
};

/// The limits of a level; `level_too_low` when the town gives it no wallet, as for a guest.
pub fn limits_of(town: &Municipality, level: Level) -> Result<&LevelLimits, ErrorCode> {
    town.levels.iter().find(|limits| limits.level == level).ok_or(ErrorCode::LevelTooLow)
}

#[cfg(test)]
mod tests {
    use yui_protocol::wallet::LotKind;

    use super::*;
    use crate::municipality::tests::omura;

    /// A visitor has charged value only, no help and no benefits.
    #[test]
    fn each_level_of_omura_holds_what_it_may_have() {
        let town = omura();
        assert_eq!(limits_of(&town, Level::Guest), Err(ErrorCode::LevelTooLow));
        for (level, benefits, help) in [
            (Level::Visitor, false, false),
            (Level::CardHolder, false, false),
            (Level::Verified, true, true),
            (Level::VerifiedElsewhere, true, true),
        ] {
            let limits = limits_of(&town, level).expect("it has a wallet");
            let holds = |kind| limits.kinds.contains(&kind);
            assert!(limits.per_payment.0 > 0 && holds(LotKind::Charged), "{level:?}");
            assert_eq!(holds(LotKind::Granted) || holds(LotKind::Coupon), benefits, "{level:?}");
            assert_eq!(holds(LotKind::Reward), help, "{level:?}");
        }
    }
}
