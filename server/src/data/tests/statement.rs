//! Which tables a text of SQL names. House rule: SQL's own words are in capitals, names are not.

use std::collections::BTreeSet;

/// What a text does with tables.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// It reads them.
    pub reads: BTreeSet<String>,
    /// It changes them.
    pub writes: BTreeSet<String>,
    /// A name is put in when the program runs, so nobody can tell which.
    pub hidden: bool,
}

/// The tables named in `text`; nothing for a text that is no SQL.
pub fn named(text: &str) -> Named {
    let spaced: String = text
        .chars()
        .flat_map(|c| if matches!(c, '(' | ')' | ',') { vec![' ', c, ' '] } else { vec![c] })
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let is_sql = ["SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "JOIN", "WITH"];
    let mut found = Named::default();
    if !words.iter().any(|word| is_sql.contains(word)) {
        return found;
    }
    let own = common_tables(&words);
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
        let writes = matches!(*word, "INTO" | "UPDATE") || (*word == "FROM" && before == "DELETE");
        if !writes && !matches!(*word, "FROM" | "JOIN") || before == "DISTINCT" {
            continue;
        }
        let Some(next) = words.get(at + 1) else {
            found.hidden |= *word != "UPDATE" || before != "FOR";
            continue;
        };
        if next.starts_with('{') || next.starts_with('"') || next.starts_with('$') {
            found.hidden = true;
        }
        for name in listed(&words[at + 1..]).filter(|name| !own.contains(name)) {
            if writes { &mut found.writes } else { &mut found.reads }.insert(name.to_owned());
        }
    }
    found
}

/// The names after FROM and the like: `a, b AS x, c y` are three.
fn listed<'a>(words: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let mut expected = true;
    let list = words.iter().take_while(|word| **word == "," || **word == "AS" || is_name(word));
    list.filter(move |word| {
        let name = expected && is_name(word);
        expected = **word == ",";
        name
    })
    .copied()
}

/// The names that `WITH x AS (…), y (…) AS (…)` gives for the text itself.
fn common_tables<'a>(words: &[&'a str]) -> BTreeSet<&'a str> {
    let given = words.windows(3).filter(|three| three[1] == "AS" && three[2] == "(" && is_name(three[0]));
    given.map(|three| three[0]).collect()
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word
            .trim_end_matches(';')
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

#[test]
fn tables_are_found_wherever_they_stand() {
    let sets = |reads: &[&str], writes: &[&str]| {
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Named { reads: set(reads), writes: set(writes), hidden: false }
    };
    for (text, expected) in [
        ("come FROM the sea", sets(&["the"], &[])),
        ("SELECT * FROM lot l JOIN terms t ON t.no = l.terms", sets(&["lot", "terms"], &[])),
        (
            "SELECT (SELECT COUNT(*) FROM till_act WHERE id = $2) FROM resident, shop AS s",
            sets(&["till_act", "resident", "shop"], &[]),
        ),
        ("INSERT INTO staff (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET a = 1", sets(&[], &["staff"])),
        ("DELETE FROM staff WHERE id IN (SELECT staff FROM other)", sets(&["other"], &["staff"])),
        ("UPDATE a SET b = 1 WHERE c IS DISTINCT FROM d", sets(&[], &["a"])),
        ("WITH x AS (SELECT 1 FROM a) SELECT * FROM x", sets(&["a"], &[])),
        ("FROM posting p", sets(&["posting"], &[])),
        ("an update of nothing", sets(&[], &[])),
    ] {
        assert_eq!(named(text), expected, "{text}");
    }
    assert!(named("SELECT * FROM {table}").hidden);
    assert!(named("INSERT INTO ").hidden);
}
