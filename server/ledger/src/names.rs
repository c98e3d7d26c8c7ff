//! Numbers for what rows would otherwise spell out again and again: accounts, programmes, class sets, terms.
//!
//! A number is given at first use, by the posting that uses it first and whose row also defines it; so the
//! log alone tells what each number means, and a projection can follow it (see [`Names::learn`]).

use std::{collections::HashMap, hash::Hash, sync::Arc};

use yui_protocol::{ErrorCode, ProgrammeId};

use crate::{Account, LotTerms, Terms};

/// Things numbered from 1 in the order of their first use.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Numbered<K: Eq + Hash, V> {
    numbers: HashMap<K, i64>,
    values: Vec<V>,
}

impl<K: Eq + Hash, V> Default for Numbered<K, V> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), values: Vec::new() }
    }
}

impl<K: Eq + Hash, V> Numbered<K, V> {
    fn next(&self) -> i64 {
        number_of(self.values.len())
    }

    fn get(&self, no: i64) -> Option<&V> {
        self.values.get(index_of(no)?)
    }

    fn add(&mut self, key: K, value: V) -> i64 {
        let no = self.next();
        self.numbers.insert(key, no);
        self.values.push(value);
        no
    }

    fn truncate(&mut self, len: usize, key: impl Fn(&V) -> K) {
        for value in self.values.drain(len..) {
            self.numbers.remove(&key(&value));
        }
    }
}

/// The number of the thing at this place of a list.
#[expect(clippy::cast_possible_wrap, reason = "a list in memory is shorter than i64::MAX")]
pub(crate) fn number_of(index: usize) -> i64 {
    index as i64 + 1
}

/// The place in a list of the thing with this number.
pub(crate) fn index_of(no: i64) -> Option<usize> {
    usize::try_from(no.checked_sub(1)?).ok()
}

/// What every number of the ledger's rows means.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Names {
    accounts: Numbered<Account, Account>,
    programmes: Numbered<ProgrammeId, ProgrammeId>,
    classes: Numbered<String, String>,
    terms: Numbered<LotTerms, Arc<Terms>>,
}

/// How many of each there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Lengths {
    pub(crate) accounts: usize,
    pub(crate) programmes: usize,
    pub(crate) classes: usize,
    pub(crate) terms: usize,
}

impl Names {
    /// The account with this number.
    #[must_use]
    pub fn account(&self, no: i64) -> Option<Account> {
        self.accounts.get(no).copied()
    }

    /// The number of an account; none when it was never used.
    #[must_use]
    pub fn account_no(&self, account: Account) -> Option<i64> {
        self.accounts.numbers.get(&account).copied()
    }

    /// The programme with this number.
    #[must_use]
    pub fn programme(&self, no: i64) -> Option<&ProgrammeId> {
        self.programmes.get(no)
    }

    /// The number of a programme; none when it never issued.
    #[must_use]
    pub fn programme_no(&self, programme: &ProgrammeId) -> Option<i64> {
        self.programmes.numbers.get(programme).copied()
    }

    /// The class set with this number.
    #[must_use]
    pub fn classes(&self, no: i64) -> Option<Vec<String>> {
        self.classes.get(no).map(|list| split_classes(list))
    }

    /// The terms with this number.
    #[must_use]
    pub fn terms(&self, no: i64) -> Option<&Arc<Terms>> {
        self.terms.get(no)
    }

    pub(crate) fn terms_no(&self, terms: &LotTerms) -> Option<i64> {
        self.terms.numbers.get(terms).copied()
    }

    pub(crate) fn accounts_from(&self, index: usize) -> &[Account] {
        self.accounts.values.get(index..).unwrap_or_default()
    }

    pub(crate) fn programmes_from(&self, index: usize) -> &[ProgrammeId] {
        self.programmes.values.get(index..).unwrap_or_default()
    }

    pub(crate) fn classes_from(&self, index: usize) -> &[String] {
        self.classes.values.get(index..).unwrap_or_default()
    }

    pub(crate) fn terms_from(&self, index: usize) -> &[Arc<Terms>] {
        self.terms.values.get(index..).unwrap_or_default()
    }

    pub(crate) fn classes_no(&self, list: &str) -> Option<i64> {
        self.classes.numbers.get(list).copied()
    }

    pub(crate) fn use_account(&mut self, account: Account) -> i64 {
        self.account_no(account).unwrap_or_else(|| self.accounts.add(account, account))
    }

    pub(crate) fn use_programme(&mut self, programme: &ProgrammeId) -> i64 {
        self.programme_no(programme)
            .unwrap_or_else(|| self.programmes.add(programme.clone(), programme.clone()))
    }

    pub(crate) fn use_classes(&mut self, classes: &[String]) -> i64 {
        let list = classes.join(",");
        self.classes_no(&list).unwrap_or_else(|| self.classes.add(list.clone(), list))
    }

    pub(crate) fn use_terms(&mut self, terms: &LotTerms) -> Arc<Terms> {
        if let Some(known) = self.terms.numbers.get(terms).and_then(|no| self.terms.get(*no)) {
            return Arc::clone(known);
        }
        let programme_no = self.use_programme(&terms.programme);
        self.use_classes(&terms.classes);
        let made = Arc::new(Terms { no: self.terms.next(), programme_no, terms: terms.clone() });
        self.terms.add(terms.clone(), Arc::clone(&made));
        made
    }

    pub(crate) fn lengths(&self) -> Lengths {
        Lengths {
            accounts: self.accounts.values.len(),
            programmes: self.programmes.values.len(),
            classes: self.classes.values.len(),
            terms: self.terms.values.len(),
        }
    }

    pub(crate) fn truncate(&mut self, to: Lengths) {
        self.accounts.truncate(to.accounts, |account| *account);
        self.programmes.truncate(to.programmes, ProgrammeId::clone);
        self.classes.truncate(to.classes, String::clone);
        self.terms.truncate(to.terms, |terms| terms.terms.clone());
    }
}

/// Whether these can be the classes of a shop or lot: each from 1 to 40 bytes, no comma.
pub(crate) fn check_classes(classes: &[String]) -> Result<(), ErrorCode> {
    let good = |class: &String| (1..=40).contains(&class.len()) && !class.contains(',');
    if classes.iter().all(good) { Ok(()) } else { Err(ErrorCode::MalformedRequest) }
}

pub(crate) fn split_classes(list: &str) -> Vec<String> {
    list.split(',').filter(|class| !class.is_empty()).map(str::to_owned).collect()
}
