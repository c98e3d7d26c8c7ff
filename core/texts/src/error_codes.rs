//! docs/error-codes.md: every code with its meaning and the words people read, written out of [`ErrorCode`]
//! and the catalogues so that the page cannot fall behind.

use std::fmt::Write as _;

use yui_protocol::{ErrorCode, Retry};

use crate::{Lang, error};

/// The page. The test `generated` compares it with the committed one; `YUI_WRITE_DOCS=1` writes it.
#[must_use]
pub fn page() -> String {
    let mut page = String::from(
        "# Error codes\n\n\
         Written by yui-texts out of the codes and the catalogues; edit those, then run the tests with\n\
         `YUI_WRITE_DOCS=1`. On the wire a code is the member `code` of an `application/problem+json` answer\n\
         (RFC 9457). *Retry* is for the program: **never** (the same request fails again), **same request** (send\n\
         it again with the same id, after `Retry-After` where given), **after action** (something must be done\n\
         first).\n",
    );
    for code in ErrorCode::ALL {
        section(&mut page, code);
    }
    page
}

fn section(page: &mut String, code: &ErrorCode) {
    let status = match code.status() {
        0 => "none (phone or terminal only)".to_owned(),
        status => status.to_string(),
    };
    let retry = match code.retry() {
        Retry::Never => "never",
        Retry::SameRequest => "same request",
        Retry::AfterAction => "after action",
    };
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "\n## {code}\n\n{}\n\nHTTP status: {status}. Retry: {retry}.\n\n\
         | language | what happened | what did not, what to do | button |\n| --- | --- | --- | --- |\n",
        code.meaning().trim()
    );
    for lang in Lang::ALL {
        let words = error(lang, code);
        let _ = writeln!(page, "| {lang} | {} | {} | {} |", words.title, words.body, words.button);
    }
}
