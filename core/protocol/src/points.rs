//! Money: whole points, 1 point = ¥1. There are no fractions and no floats anywhere.

use serde::{Deserialize, Serialize};

use crate::error::ErrorCode;

/// An amount in points (1 point = ¥1). May be negative only where a document says so (a leg of a posting).
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Debug,
    Default,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(transparent)]
pub struct Points(pub i64);

impl Points {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The largest amount one act may move: ¥999,999,999, far above every configured limit.
    pub const MAX_ACT: Self = Self(999_999_999);

    /// The amount of an act: from 1 to [`Points::MAX_ACT`], else `amount_invalid`.
    pub fn act(amount: i64) -> Result<Self, ErrorCode> {
        if (1..=Self::MAX_ACT.0).contains(&amount) { Ok(Self(amount)) } else { Err(ErrorCode::AmountInvalid) }
    }

    /// The sum, or `None` on overflow.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` on overflow.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }
}

impl std::fmt::Display for Points {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_moves_at_least_one_point_and_not_the_moon() {
        assert_eq!(Points::act(1), Ok(Points(1)));
        assert_eq!(Points::act(999_999_999), Ok(Points::MAX_ACT));
        for wrong in [0, -1, 1_000_000_000, i64::MAX, i64::MIN] {
            assert_eq!(Points::act(wrong), Err(ErrorCode::AmountInvalid), "{wrong}");
        }
    }
}
