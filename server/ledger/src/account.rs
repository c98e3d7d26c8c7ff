//! Where value is: a resident's wallet, a shop's takings, or one of the books that stand for the world outside.

use yui_protocol::{ShopId, Subject};

/// A place in the ledger. All accounts of a town sum to zero.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Account {
    /// A resident's lots; never below zero.
    Wallet(Subject),
    /// What a shop took and was not yet paid out; never below zero.
    Shop(ShopId),
    /// A book of the issuer.
    Book(Book),
}

/// The issuer's books. [`Book::Issued`] only falls, the others only rise (save by refunds, for
/// [`Book::Redeemed`]).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Book {
    /// All value ever issued, as a negative balance.
    Issued,
    /// Value redeemed at the operating body, when a helper was paid.
    Redeemed,
    /// Value that ran out.
    Expired,
    /// Charged value paid back outside the ledger to people who left (資金決済法20条).
    PaidBack,
    /// Value given up by people who left.
    GivenUp,
    /// Takings paid out to shops.
    Settled,
}

impl Book {
    /// All books, by code.
    pub const ALL: [Self; 6] =
        [Self::Issued, Self::Redeemed, Self::Expired, Self::PaidBack, Self::GivenUp, Self::Settled];

    fn code(self) -> u8 {
        match self {
            Self::Issued => 0,
            Self::Redeemed => 1,
            Self::Expired => 2,
            Self::PaidBack => 3,
            Self::GivenUp => 4,
            Self::Settled => 5,
        }
    }
}

impl Account {
    /// The one spelling of this account in table `account` and in the hash chain: a tag and the id's bytes.
    #[must_use]
    pub fn key(&self) -> Vec<u8> {
        match self {
            Self::Wallet(subject) => [&[0], &subject.as_bytes()[..]].concat(),
            Self::Shop(shop) => [&[1], &shop.0[..]].concat(),
            Self::Book(book) => vec![2, book.code()],
        }
    }

    /// The account with this key; `None` when the bytes are no key.
    #[must_use]
    pub fn from_key(key: &[u8]) -> Option<Self> {
        let (tag, id) = key.split_first()?;
        match tag {
            0 => id.try_into().ok().map(|id| Self::Wallet(Subject::from_bytes(id))),
            1 => id.try_into().ok().map(|id| Self::Shop(ShopId(id))),
            2 => Book::ALL.into_iter().find(|book| [book.code()] == id).map(Self::Book),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_one_account() {
        let mut accounts = vec![Account::Wallet(Subject::from_bytes([7; 16])), Account::Shop(ShopId([9; 8]))];
        accounts.extend(Book::ALL.map(Account::Book));
        for account in accounts {
            assert_eq!(Account::from_key(&account.key()), Some(account));
        }
        for wrong in [&[][..], &[0], &[0; 16], &[1; 8], &[2, 6], &[2, 0, 0], &[3]] {
            assert_eq!(Account::from_key(wrong), None, "{wrong:?}");
        }
    }
}
