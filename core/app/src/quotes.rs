//! Quotes the person was shown, and what became of those she confirmed. They live as long as the app does and are hers
//! alone.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use yui_protocol::{CommandId, command::Act, wallet::Assurance};

use crate::store::About;

/// How many quotes are remembered; a person looks at one at a time.
const MOST: usize = 8;

/// A quote with what is needed to act on it.
#[derive(Clone)]
pub(crate) struct Prepared {
    /// The payment.
    pub(crate) act: Act,
    /// What a list shows of it.
    pub(crate) about: About,
    /// The proof it takes.
    pub(crate) assurance: Assurance,
}

/// Where a quote stands.
#[derive(Clone)]
pub(crate) enum Quoted {
    /// Not confirmed, or refused.
    Open(Prepared),
    /// Confirmed, and done or asked for under this id: another one where the phone's clock had to be put right first.
    Confirmed(CommandId),
}

/// See the module.
#[derive(Default)]
pub(crate) struct Quotes(Mutex<BTreeMap<CommandId, Quoted>>);

impl Quotes {
    fn all(&self) -> MutexGuard<'_, BTreeMap<CommandId, Quoted>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers a quote.
    pub(crate) fn remember(&self, id: CommandId, prepared: Prepared) {
        let mut all = self.all();
        // Ids are in the order of time: the first is the oldest.
        while all.len() >= MOST {
            all.pop_first();
        }
        all.insert(id, Quoted::Open(prepared));
    }

    /// The quote of this id, if it is remembered.
    pub(crate) fn get(&self, id: CommandId) -> Option<Quoted> {
        self.all().get(&id).cloned()
    }

    /// The same quote takes a stronger proof than was thought.
    pub(crate) fn strengthen(&self, id: CommandId, assurance: Assurance) {
        self.all().entry(id).and_modify(|quoted| {
            if let Quoted::Open(prepared) = quoted {
                prepared.assurance = assurance;
            }
        });
    }

    /// Remembers under which id a quote was confirmed.
    pub(crate) fn confirmed(&self, id: CommandId, used: CommandId) {
        self.all().entry(id).and_modify(|quoted| *quoted = Quoted::Confirmed(used));
    }

    /// Forgets a quote.
    pub(crate) fn discard(&self, id: CommandId) {
        self.all().remove(&id);
    }

    /// Forgets every quote: whoever comes next did not ask for them.
    pub(crate) fn discard_all(&self) {
        self.all().clear();
    }
}
