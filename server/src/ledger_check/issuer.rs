//! The legal book by issuer: what the ledger keeps by programme and kind, under whoever must keep it (資金決済法22条).

use yui_audit::Book;
use yui_protocol::{
    Points,
    municipality::{Municipality, Programme, TownWords},
};

/// The books of one issuer.
#[derive(Clone, Debug)]
pub struct IssuersBooks {
    /// Its name; none for programmes that are no longer in the town's configuration.
    pub issuer: Option<TownWords>,
    /// Each book with its programme.
    pub books: Vec<(Option<Programme>, Book)>,
}

impl IssuersBooks {
    /// What is outstanding in all.
    #[must_use]
    pub fn outstanding(&self) -> Points {
        Points(self.books.iter().map(|(_, book)| book.outstanding).fold(0, i64::saturating_add))
    }
}

/// Books under their issuers, in the order in which these first issued.
#[must_use]
pub fn by_issuer(books: &[Book], town: &Municipality) -> Vec<IssuersBooks> {
    let mut all: Vec<IssuersBooks> = Vec::new();
    for book in books {
        let programme =
            town.programmes.iter().find(|programme| programme.id.as_str() == book.programme).cloned();
        let issuer = programme.as_ref().map(|programme| programme.issuer.name.clone());
        let own = (programme, book.clone());
        match all.iter_mut().find(|one| one.issuer == issuer) {
            Some(one) => one.books.push(own),
            None => all.push(IssuersBooks { issuer, books: vec![own] }),
        }
    }
    all
}
