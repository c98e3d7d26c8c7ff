//! Rows of the log that are not money: notices, audit, and the facts that KPI count.
//!
//! Their bytes are in the hash chain for ever, so they name people by subject only; words about a person belong
//! into a table of the domain, where they can be erased.

use yui_ledger::Account;
use yui_protocol::{ShopId, Subject};

/// Whose feed a row belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Party {
    /// A resident.
    Person(Subject),
    /// A shop.
    Shop(ShopId),
}

impl Party {
    /// The party's account in the ledger, whether or not it was ever used.
    #[must_use]
    pub fn account(self) -> Account {
        match self {
            Self::Person(subject) => Account::Wallet(subject),
            Self::Shop(shop) => Account::Shop(shop),
        }
    }

    /// The party of an account; none for a book.
    #[must_use]
    pub fn of(account: Account) -> Option<Self> {
        match account {
            Account::Wallet(subject) => Some(Self::Person(subject)),
            Account::Shop(shop) => Some(Self::Shop(shop)),
            Account::Book(_) => None,
        }
    }

    /// The one spelling of the party in rows.
    #[must_use]
    pub fn key(self) -> Vec<u8> {
        self.account().key()
    }

    /// The party with this key.
    #[must_use]
    pub fn from_key(key: &[u8]) -> Option<Self> {
        Account::from_key(key).and_then(Self::of)
    }
}

/// What kind of row it is; the numbers are stored.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EventKind {
    /// A domain's tables changed.
    Change,
    /// Something that a person or shop may know changed; its name is the topic.
    Notice,
    /// Somebody read or did something that is watched; its name is the action.
    Audit,
    /// Something happened that is counted; its name is the KPI event.
    Fact,
}

impl EventKind {
    /// The stored number.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Change => 1,
            Self::Notice => 2,
            Self::Audit => 3,
            Self::Fact => 4,
        }
    }

    /// The kind with this number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        [Self::Change, Self::Notice, Self::Audit, Self::Fact].into_iter().find(|kind| kind.number() == number)
    }
}

/// A row of the log that is not money.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// What kind.
    pub kind: EventKind,
    /// Topic, action or name of what is counted: lower-case words with dots.
    pub name: String,
    /// Whom it is about.
    pub party: Option<Party>,
    /// Who did it, pseudonymous: a subject, a staff number, a device's thumbprint; empty for the server itself.
    pub actor: String,
}

impl Event {
    /// The canonical bytes: three parts, each with its length before it as two bytes, big-endian.
    #[must_use]
    pub fn body(&self) -> Vec<u8> {
        let party = self.party.map(Party::key).unwrap_or_default();
        let mut body = Vec::with_capacity(6 + party.len() + self.name.len() + self.actor.len());
        for part in [party.as_slice(), self.name.as_bytes(), self.actor.as_bytes()] {
            let length = u16::try_from(part.len()).unwrap_or(u16::MAX);
            body.extend(length.to_be_bytes());
            body.extend(&part[..usize::from(length)]);
        }
        body
    }

    /// Reads a stored row's kind and bytes; `None` when they are not as [`Event::body`] writes them.
    #[must_use]
    pub fn from_row(kind: i64, body: &[u8]) -> Option<Self> {
        let (party, rest) = part(body)?;
        let (name, rest) = part(rest)?;
        let (actor, rest) = part(rest)?;
        let party = if party.is_empty() { None } else { Some(Party::from_key(party)?) };
        rest.is_empty().then_some(Self {
            kind: EventKind::from_number(kind)?,
            name: String::from_utf8(name.to_vec()).ok()?,
            party,
            actor: String::from_utf8(actor.to_vec()).ok()?,
        })
    }
}

fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_event_comes_back(
            number in 1i64..=4,
            name in "[a-z.]{0,40}",
            actor in "[0-9a-f-]{0,40}",
            person in proptest::option::of(any::<[u8; 16]>()),
        ) {
            let kind = EventKind::from_number(number).expect("in range");
            let party = person.map(|id| Party::Person(Subject::from_bytes(id)));
            let event = Event { kind, name, party, actor };
            prop_assert_eq!(Event::from_row(number, &event.body()), Some(event));
        }

        #[test]
        fn strange_bytes_are_no_event(body in any::<Vec<u8>>()) {
            if let Some(event) = Event::from_row(2, &body) {
                prop_assert_eq!(event.body(), body);
            }
        }
    }
}
