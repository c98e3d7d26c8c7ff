//! docs/staff-roles.md, written out of the table of roles so that it cannot fall behind.

use std::fmt::Write as _;

use yui_texts::Lang;

use super::{Body, Permission, Role};
use crate::pages::words;

const INTRODUCTION: &str = "\
# Staff roles

What each role may do, whose staff it is for, and the word for `yui-server staff add --role`. Written by yui-server out
of `server/src/staff/role.rs`; edit that, then run the tests with `YUI_WRITE_DOCS=1`. A town gives each of its divisions
the role that fits; the two bodies are kept apart, and no role can both make people and give them points.

| role | body | division | may |
| --- | --- | --- | --- |
";

/// The page. The test `generated` compares it with the committed one; `YUI_WRITE_DOCS=1` writes it.
#[must_use]
pub fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    for role in Role::ALL {
        let body = match role.body() {
            Body::Town => "town",
            Body::OperatingBody => "operating body",
        };
        let shown = words::role(Lang::En, role);
        // The words begin with the body.
        let division = shown.plain().split_once(": ").map_or(shown.plain(), |(_, division)| division);
        let may: Vec<_> = role.permissions().iter().map(|permission| says(*permission)).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "| `{}` | {body} | {division} | {} |",
            role.word().replace('_', "-"),
            may.join(" · ")
        );
    }
    page
}

fn says(permission: Permission) -> &'static str {
    match permission {
        Permission::FindResident => "find a resident and see who she is",
        Permission::Register => "register at the counter, print cards and codes for phones",
        Permission::Charge => "take in cash",
        Permission::Grant => "give points under a programme",
        Permission::Review => "decide a registration with a new card",
        Permission::StopPhone => "stop a lost phone",
        Permission::PayBack => "record or confirm that charged value is paid back",
        Permission::Ledger => "see the ledger's health and have it checked",
        Permission::Shops => "print posters and pairing codes, see shops' phones",
        Permission::StopShopPhone => "stop a shop's lost phone",
        Permission::Audit => "read what staff did",
    }
}
