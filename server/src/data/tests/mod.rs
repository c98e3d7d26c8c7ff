//! The declarations against what is really there: the tables of the stores, and the statements in the sources.

mod literals;
mod schema;
mod sources;
mod statement;

use std::collections::BTreeSet;

use super::{Ends, StaffReads, Tells, sets};

#[test]
fn each_declaration_is_whole() {
    let mut seen = BTreeSet::new();
    for set in sets() {
        assert!(!set.purpose.is_empty() && !set.basis.is_empty() && !set.tables.is_empty(), "{}", set.name);
        assert!(
            !set.purpose.ends_with('.') && !set.retention.until.ends_with('.'),
            "{}: ends with a dot",
            set.name
        );
        for table in set.tables {
            assert!(
                seen.insert((set.store == super::StoreKind::Realm, table.name)),
                "{} stands twice",
                table.name
            );
        }
        for reader in set.read_by {
            assert_ne!(reader.domain, set.domain, "{} needs no leave to read its own", set.domain);
            assert!(!reader.why.is_empty());
            for table in reader.tables {
                let own = set.tables.iter().any(|own| own.name == *table);
                assert!(own, "{} lists {table}, which is not of {}", reader.domain, set.name);
            }
        }
    }
}

#[test]
fn who_a_person_is_is_shown_to_staff_audited_or_openly_and_is_never_for_ever() {
    for set in sets() {
        let personal =
            set.tables.iter().flat_map(|table| table.columns).any(|(tells, _)| *tells <= Tells::Sealed);
        if personal {
            assert_ne!(set.retention.ends, Ends::Never, "{}: personal text must be erasable", set.name);
        }
        if let StaffReads::Unaudited(why) = set.staff {
            assert!(!why.is_empty(), "{}", set.name);
        }
    }
}
