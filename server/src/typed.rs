//! What people type into short fields: the bounds that all domains share.

use yui_protocol::hides;

/// At most so many characters, and none that cannot be seen.
#[must_use]
pub fn fits(text: &str, most: usize) -> bool {
    text.chars().count() <= most && !text.chars().any(hides)
}

/// At most 20 characters: digits, `-`, `+`, brackets and blanks; or empty.
#[must_use]
pub fn is_telephone(text: &str) -> bool {
    text.len() <= 20 && text.chars().all(|c| c.is_ascii_digit() || "-+() ".contains(c))
}
