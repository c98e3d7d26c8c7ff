//! Arguments for every name that a text may ask for, short and without kanji of their own.

use yui_protocol::{Millis, Points};
use yui_texts::Args;

/// One of each.
pub fn args() -> Args {
    let at = Millis(1_806_473_109_000);
    [
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
    .chain(["receipt", "area", "row", "act", "step", "words", "address", "other"])
    .chain(["file", "page", "flag", "value", "before", "after", "shown", "expected", "millis", "origin"])
    .chain(["added", "changed", "rows", "taken", "rejected", "repaired", "doubtful", "width", "most"])
    .fold(Args::new(), |args, name| args.words(name, "Yui"))
    .yen("amount", Points(850))
    .count("count", 3)
    .day("day", at.day_jst())
    .time("time", at)
    .moment("moment", at)
}
