//! The text literals of a Rust source, without its comments.

use std::{iter::Peekable, str::Chars};

/// The contents of all text literals, escapes resolved as far as SQL needs it.
pub fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source.chars().peekable();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'/') => drop(rest.by_ref().find(|c| *c == '\n')),
            '/' if rest.peek() == Some(&'*') => block_comment(&mut rest),
            '"' => found.push(plain(&mut rest)),
            'r' if !is_word(before) && matches!(rest.peek(), Some('"' | '#')) => found.extend(raw(&mut rest)),
            '\'' => character(&mut rest),
            _ => {}
        }
        // `b"…"` and `br"…"` are literals, too; `for"` is no Rust.
        before = if c == 'b' && !is_word(before) { ' ' } else { c };
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn plain(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut text = String::new();
    while let Some(c) = rest.next() {
        match c {
            '"' => break,
            '\\' => match rest.next() {
                Some('\n') => while rest.next_if(|c| c.is_whitespace()).is_some() {},
                Some('n' | 't' | 'r') => text.push(' '),
                Some(other) => text.push(other),
                None => break,
            },
            other => text.push(other),
        }
    }
    text
}

/// From behind the `r`; nothing for a raw identifier.
fn raw(rest: &mut Peekable<Chars<'_>>) -> Option<String> {
    let mut end = String::from("\"");
    while rest.next_if_eq(&'#').is_some() {
        end.push('#');
    }
    rest.next_if_eq(&'"')?;
    let mut text = String::new();
    for c in rest.by_ref() {
        text.push(c);
        if let Some(whole) = text.strip_suffix(&end) {
            return Some(whole.to_owned());
        }
    }
    Some(text)
}

fn block_comment(rest: &mut Peekable<Chars<'_>>) {
    let mut last = ' ';
    rest.next();
    for c in rest.by_ref() {
        if last == '*' && c == '/' {
            return;
        }
        last = c;
    }
}

/// From behind a `'`: a character's rest; of a lifetime nothing is taken.
fn character(rest: &mut Peekable<Chars<'_>>) {
    let mut ahead = rest.clone();
    match ahead.next() {
        Some('\\') => {
            ahead.next();
            ahead.find(|c| *c == '\'');
        }
        Some(_) if ahead.next() == Some('\'') => {}
        _ => return,
    }
    *rest = ahead;
}

#[test]
fn literals_are_found_and_comments_are_not() {
    let source = r##"
        // "a comment" /* "nothing" */
        /* "a block" */ let quote = '"'; let escaped = '\''; fn f<'a>(x: &'a str) {}
        let a = "one \"word\"";
        let b = "two \
                 lines";
        let c = r#"raw "FROM" here"#; let d = br"bytes"; let r#type = 1; for_r("last");
    "##;
    assert_eq!(literals(source), ["one \"word\"", "two lines", "raw \"FROM\" here", "bytes", "last"]);
}
