//! The keys of an amount, as paying and receiving have them.

/// What stands there with these digits behind it; as it was where that is no number.
pub(super) fn with_digits(typed: i64, digits: &str) -> i64 {
    format!("{typed}{digits}").parse().unwrap_or(typed)
}

/// What stands there without its last digit.
pub(super) fn without_last(typed: i64) -> i64 {
    typed / 10
}
