//! Which reader is meant, of those that are there.

use super::{Fault, OnReader, Seen};

/// Where a card is to be looked for.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Choice {
    /// On this reader.
    Holds(String),
    /// Nowhere yet.
    Empty,
}

/// The reader that was wished for, by its name or a part of it that no other has; without a wish, the only one that has
/// a card. Never one of several: the wrong person's card would be read.
pub(super) fn choose(seen: &[Seen], wish: Option<&str>) -> Result<Choice, Fault> {
    let names = |of: &[&Seen]| of.iter().map(|reader| reader.name.clone()).collect();
    let all: Vec<&Seen> = seen.iter().collect();
    let meant = match wish {
        None => all,
        Some(wish) => {
            let wished = called(&all, wish);
            if wished.is_empty() && !all.is_empty() {
                return Err(Fault::Unknown { wish: wish.to_owned(), known: names(&all) });
            }
            if wished.len() > 1 {
                return Err(Fault::Several(names(&wished)));
            }
            wished
        }
    };
    if meant.is_empty() {
        return Err(Fault::NoReader);
    }
    let with_card: Vec<&Seen> = meant.into_iter().filter(|reader| reader.card != OnReader::Nothing).collect();
    match *with_card {
        [] => Ok(Choice::Empty),
        [reader] => match reader.card {
            OnReader::InUse => Err(Fault::InUse),
            OnReader::Mute => Err(Fault::Mute),
            OnReader::Card | OnReader::Nothing => Ok(Choice::Holds(reader.name.clone())),
        },
        _ => Err(Fault::Several(names(&with_card))),
    }
}

fn called<'s>(all: &[&'s Seen], wish: &str) -> Vec<&'s Seen> {
    let exact: Vec<&Seen> = all.iter().copied().filter(|reader| reader.name == wish).collect();
    if !exact.is_empty() {
        return exact;
    }
    let wish = wish.to_lowercase();
    all.iter().copied().filter(|reader| reader.name.to_lowercase().contains(&wish)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(readers: &[(&str, OnReader)]) -> Vec<Seen> {
        readers.iter().map(|(name, card)| Seen { name: (*name).to_owned(), card: *card }).collect()
    }

    fn code(chosen: Result<Choice, Fault>) -> String {
        match chosen {
            Ok(Choice::Holds(name)) => name,
            Ok(Choice::Empty) => "empty".to_owned(),
            Err(fault) => fault.code().to_string(),
        }
    }

    #[test]
    fn the_only_reader_with_a_card_is_meant() {
        use OnReader::{Card, InUse, Mute, Nothing};
        for (readers, wanted) in [
            (&[][..], "reader_absent"),
            (&[("A", Nothing)], "empty"),
            (&[("A", Card)], "A"),
            (&[("A", Nothing), ("B", Card)], "B"),
            (&[("A", Nothing), ("B", Nothing)], "empty"),
            (&[("A", Card), ("B", Card)], "reader_undecided"),
            (&[("A", InUse), ("B", Card)], "reader_undecided"),
            (&[("A", InUse)], "card_in_use"),
            (&[("A", Mute)], "card_failed"),
        ] {
            assert_eq!(code(choose(&seen(readers), None)), wanted, "{readers:?}");
        }
    }

    #[test]
    fn a_wish_is_a_name_or_a_part_that_only_one_has() {
        let two = seen(&[("ACS ACR39U 00 00", OnReader::Card), ("SONY FeliCa 01 00", OnReader::Card)]);
        for (wish, wanted) in [
            ("ACS ACR39U 00 00", "ACS ACR39U 00 00"),
            ("felica", "SONY FeliCa 01 00"),
            ("00", "reader_undecided"),
            ("Gemalto", "reader_absent"),
        ] {
            assert_eq!(code(choose(&two, Some(wish))), wanted, "{wish}");
        }
        let one_in_another = seen(&[("Reader", OnReader::Card), ("Reader 2", OnReader::Card)]);
        assert_eq!(code(choose(&one_in_another, Some("Reader"))), "Reader", "the whole name goes first");
        assert_eq!(code(choose(&[], Some("felica"))), "reader_absent");
    }
}
