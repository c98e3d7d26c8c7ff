//! Arguments for every name that a text may ask for, short and without kanji of their own; and the words of
//! the towns, which keep the same rules as ours.

use yui_protocol::{
    Millis, Points,
    municipality::{Contact, TownWords},
};
use yui_texts::Args;

/// All words of the towns' own, each with its town's name.
pub fn own_words() -> Vec<(String, TownWords)> {
    fn contact(Contact { name, hours, .. }: Contact) -> [TownWords; 2] {
        [name, hours]
    }
    let mut all = Vec::new();
    for town in crate::towns::all() {
        let mut words = Vec::from(contact(town.contact));
        words.extend(town.shop_classes.into_iter().map(|class| class.name));
        for programme in town.programmes {
            words.extend([programme.name, programme.misuse, programme.issuer.name]);
            words.extend(contact(programme.issuer.contact));
        }
        all.extend(words.into_iter().map(|words| (town.name_latin.clone(), words)));
    }
    all
}

/// One of each.
pub fn args() -> Args {
    let at = Millis(1_806_473_109_000);
    let words = [
        "name",
        "shop",
        "office",
        "hours",
        "telephone",
        "code",
        "kind",
        "classes",
        "programme",
        "reference",
        "town",
    ]
    .into_iter()
    .chain(["receipt", "tile", "area", "row", "act", "step", "words", "address", "other"])
    .chain(["file", "page", "flag", "value", "before", "after", "shown", "expected", "millis", "origin"])
    .chain(["added", "changed", "rows", "taken", "rejected", "repaired", "doubtful", "width", "most"])
    .fold(Args::new(), |args, name| args.words(name, "Yui"));
    ["amount", "issued", "redeemed", "expired", "back", "given", "once", "daily"]
        .into_iter()
        .fold(words, |args, name| args.yen(name, Points(850)))
        .count("count", 3)
        .day("day", at.day_jst())
        .time("time", at)
        .moment("moment", at)
}
