//! docs/data-map.md, written out of the declarations so that it cannot fall behind.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{
    Controller, DataSet, Ends, Law, StaffReads, StoreKind, Table, Tells,
    law::terms::{BASIS, CONTROLLER, ISSUER, PURPOSE, READERS, RETENTION, STAFF, TABLES, TOWN},
    sets,
};

const INTRODUCTION: &str = "\
# Data map

What is kept, who answers for it, what for, by which law, and how long. Written by yui-server out of the
declarations in `server/src/*/data.rs`; edit those, then run the tests with `YUI_WRITE_DOCS=1`.
The tests refuse a table or column that is not declared, and a statement that reads a table of another
domain without being listed here. A town whose rules ask for another time or purpose says so before it
starts, and this page is changed with it.

**What a column tells.** *A person*: who she is, how she is reached or what she said. *Sealed*: the same, readable
only with a secret that is in no database and no backup of one. *Hash*: recognises what is shown again and
cannot be turned back: keyed, or slow where it is of a password. *Pseudonym*: a random id or a public key that
leads to a person only through another table. *Nothing*: the rest.

Kept nowhere: the individual number, certificates and their serial numbers, PINs, pictures of a face.

";

/// The page. The test `generated` compares it with the committed one; `YUI_WRITE_DOCS=1` writes it.
#[must_use]
pub fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    overview(&mut page);
    for set in sets() {
        section(&mut page, set);
    }
    laws(&mut page);
    page
}

// Writing to a string cannot fail: below, results of `write!` are dropped for that reason.

fn overview(page: &mut String) {
    let _ = writeln!(
        page,
        "| data | store | {CONTROLLER} controller | {RETENTION} ended |\n| --- | --- | --- | --- |"
    );
    for set in sets() {
        let DataSet { name, store, controller, retention, .. } = set;
        let anchor = name.to_lowercase().replace(' ', "-");
        let _ = writeln!(
            page,
            "| [{name}](#{anchor}) | {} | {} | {} |",
            place(*store),
            answers(*controller),
            ends(retention.ends)
        );
    }
}

fn section(page: &mut String, set: &DataSet) {
    let basis: Vec<_> = set.basis.iter().map(|law| law.cite).collect();
    let _ = write!(
        page,
        "\n## {}\n\n\
         - **Controller** ({CONTROLLER}): {}\n\
         - **Purpose** ({PURPOSE}): {}.\n\
         - **Legal basis** ({BASIS}): {}\n\
         - **Kept until** ({RETENTION}): {}. Ended {}.\n\
         - **Looks of staff** ({STAFF}): {}.\n\
         - **Where**: {}, domain `{}`\n",
        set.name,
        answers(set.controller),
        set.purpose,
        basis.join(", "),
        set.retention.until,
        ends(set.retention.ends),
        looks(set.staff),
        place(set.store),
        set.domain,
    );
    let _ = write!(page, "\n| table | a row is | {TABLES} columns |\n| --- | --- | --- |\n");
    for table in set.tables {
        let _ = writeln!(page, "| `{}` | {} | {} |", table.name, table.row, columns(table));
    }
    if set.read_by.is_empty() {
        let _ = writeln!(page, "\nNo other domain reads it ({READERS}).");
        return;
    }
    let _ = write!(page, "\n| {READERS} read by | tables | what for |\n| --- | --- | --- |\n");
    for reader in set.read_by {
        let _ = writeln!(page, "| `{}` | {} | {} |", reader.domain, codes(reader.tables), reader.why);
    }
}

fn laws(page: &mut String) {
    let cited: BTreeSet<&Law> = sets().flat_map(|set| set.basis).collect();
    page.push_str("\n## Laws cited\n\n| article | what it says here |\n| --- | --- |\n");
    for law in cited {
        let _ = writeln!(page, "| {} | {} |", law.cite, law.says);
    }
}

fn columns(table: &Table) -> String {
    let told = |(tells, columns): &(Tells, &[&str])| format!("*{}*: {}", tell(*tells), codes(columns));
    table.columns.iter().map(told).collect::<Vec<_>>().join("; ")
}

fn codes(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn tell(tells: Tells) -> &'static str {
    match tells {
        Tells::Person => "a person",
        Tells::Sealed => "sealed",
        Tells::Hash => "hash",
        Tells::Pseudonym => "pseudonym",
        Tells::Nothing => "nothing",
    }
}

fn place(place: StoreKind) -> &'static str {
    match place {
        StoreKind::Realm => "realm",
        StoreKind::Town => "town",
        StoreKind::Both => "town and realm",
    }
}

fn answers(controller: Controller) -> String {
    match controller {
        Controller::Town => format!("the town ({TOWN})"),
        Controller::OperatingBody => "the operating body".to_owned(),
        Controller::Issuer => {
            format!("the town or the operating body, each for the value it issues ({ISSUER})")
        }
    }
}

fn ends(ends: Ends) -> &'static str {
    match ends {
        Ends::ByItself => "by the program itself",
        Ends::ByTheController => "by the controller, under its rules for documents",
        Ends::Never => "with the store as a whole only",
    }
}

fn looks(staff: StaffReads) -> String {
    match staff {
        StaffReads::Audited => "each is noted in the log before anything is shown".to_owned(),
        StaffReads::Unaudited(why) => format!("not noted: {why}"),
        StaffReads::None => "it is shown to nobody".to_owned(),
    }
}
