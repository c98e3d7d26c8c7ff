//! What can be done to the ledger, and the command that wants it.

use yui_protocol::{CommandId, ErrorCode, Millis, Points, ShopId, Signature, Subject, TillId};

use crate::LotTerms;

/// An operation under an id made by whoever wants it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Command {
    /// A UUIDv7. The same id with the same digest is one act, however often it arrives.
    pub id: CommandId,
    /// SHA-256 of the canonical payload, without its signature.
    pub digest: [u8; 32],
    /// The signature over the payload, kept as evidence; none for acts of the server and of staff.
    pub signature: Option<Signature>,
    /// What is wanted.
    pub op: Op,
}

/// The operations. Amounts are from 1 to [`Points::MAX_ACT`], else `amount_invalid`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Op {
    /// Makes a lot: a charge (kind charged) or a grant (any other kind). Refused with `programme_closed` when
    /// its last day is past, `programme_budget` and `programme_person_cap` when it would pass a cap.
    Issue {
        /// Who receives.
        wallet: Subject,
        /// The lot's terms.
        terms: LotTerms,
        /// How much.
        amount: Points,
        /// The programme's bounds, checked here so that no race can pass them.
        caps: Caps,
    },
    /// A resident pays a shop with the lots that [`yui_rules::wallet::spend_order`] chooses, else
    /// `insufficient_balance`.
    Pay {
        /// Who pays.
        payer: Subject,
        /// Who is paid.
        shop: ShopId,
        /// The shop's classes at this time.
        shop_classes: Vec<String>,
        /// How much.
        amount: Points,
        /// The payer's one-time code, spent by this payment: `code_used`, `code_expired`.
        code: Option<SpentCode>,
        /// The order at the shop's till that this pays, for the receipt.
        till: Option<TillId>,
    },
    /// Sets value aside, from lots that can still be used on the day of `until` only;
    /// `malformed_request` when that is beyond the calendar.
    Hold {
        /// Whose.
        wallet: Subject,
        /// How much.
        amount: Points,
        /// The classes of what it is for.
        classes: Vec<String>,
        /// Planned end plus the time for confirmation and dispute.
        until: Millis,
    },
    /// Uses what was set aside, whole or in part: `hold_unknown`, `hold_exceeded`, `hold_expired`.
    Capture {
        /// The id of the command that set it aside.
        hold: CommandId,
        /// How much.
        amount: Points,
        /// Who is paid.
        payee: Payee,
        /// What becomes of the rest.
        rest: Rest,
    },
    /// Frees all that is left of a hold.
    Release {
        /// The id of the command that set it aside.
        hold: CommandId,
    },
    /// Gives back a payment or a capture by a shop, whole or in part, to the lots used, the last used first.
    /// What falls on a lot that has run out is posted and expired in the same posting. Refused with
    /// `payment_unknown`, `refund_too_large`, `refund_not_covered`, `wallet_closed`.
    Refund {
        /// The id of the payment.
        payment: CommandId,
        /// The shop that gives back, which must be the one paid.
        shop: ShopId,
        /// How much.
        amount: Points,
    },
    /// Takes all lots of a wallet whose last day is past, held or not, as one posting; a hold left with
    /// nothing is over. `not_found` when there is no such lot.
    Expire {
        /// Whose.
        wallet: Subject,
    },
    /// Pays takings out to a shop.
    Settle {
        /// Which.
        shop: ShopId,
        /// How much, at most its unsettled balance, else `insufficient_balance`.
        amount: Points,
    },
    /// Ends a wallet for good: `hold_open` while value is set aside, `balance_remains` when charged value is
    /// there and nothing was decided about it. Lots that ran out are expired, all else is given up.
    Close {
        /// Whose.
        wallet: Subject,
        /// What was decided about charged value.
        charged: ChargedValue,
    },
}

/// The bounds of a programme at the time of an issue; none means no bound.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Caps {
    /// The most the programme issues in all.
    pub budget: Option<Points>,
    /// The most it issues to one wallet.
    pub per_person: Option<Points>,
}

/// The longest that a one-time code can live after the instant in its id, in milliseconds (a day). The id alone
/// then tells when it can be forgotten, whatever else its maker signed.
pub const CODE_LIFE: i64 = Millis::DAY;

/// A one-time code that a payment spends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpentCode {
    /// Its id, a UUIDv7.
    pub id: CommandId,
    /// Until when it may be used, if that is not beyond [`CODE_LIFE`].
    pub valid_until: Millis,
}

impl SpentCode {
    /// Until when a code of this id could be used; later it is refused for that. `id_not_v7` for another id.
    pub(crate) fn keep_until(&self) -> Result<Millis, ErrorCode> {
        Ok(self.id.at()?.plus(CODE_LIFE))
    }
}

/// Who is paid out of a hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Payee {
    /// A shop.
    Shop(ShopId),
    /// A helper: the lots are redeemed at the operating body and a `reward` lot is issued in the same posting.
    Helper {
        /// The helper's wallet.
        wallet: Subject,
        /// The reward's terms; another kind than `reward` is `malformed_request`.
        terms: LotTerms,
    },
}

/// What becomes of the rest of a hold after a capture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rest {
    /// It stays set aside.
    Keep,
    /// It is free again.
    Release,
}

/// What becomes of charged value when its owner leaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChargedValue {
    /// Nothing was decided: closing is refused while there is any.
    Undecided,
    /// It is paid back outside the ledger (moving away, death, close-down of the service; 資金決済法20条).
    PaidBack,
    /// Its owner gives it up.
    GivenUp,
}
