//! Escapes in an address (RFC 3986 §2.1): `%` and two hexadecimal digits for an octet.

/// The octet that an escape stands for, and what follows it; none when what stands after the `%` is no escape.
#[must_use]
pub fn octet(after: &str) -> Option<(u8, &str)> {
    let (digits, rest) = after.split_at_checked(2)?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    Some((u8::from_str_radix(digits, 16).ok().filter(|_| is_hex)?, rest))
}

/// Whether the escapes in a query spell UTF-8. A reader that takes anything puts the same sign for all that does not.
#[must_use]
pub fn is_text(query: &str) -> bool {
    let mut octets = Vec::with_capacity(query.len());
    let mut rest = query;
    while let Some((before, after)) = rest.split_once('%') {
        octets.extend_from_slice(before.as_bytes());
        let (octet, after) = octet(after).unwrap_or((b'%', after));
        octets.push(octet);
        rest = after;
    }
    octets.extend_from_slice(rest.as_bytes());
    std::str::from_utf8(&octets).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_is_two_digits() {
        assert_eq!(octet("7Ex"), Some((b'~', "x")));
        for none in ["", "7", "+f", "7g", "é"] {
            assert_eq!(octet(none), None, "{none}");
        }
    }

    #[test]
    fn a_query_is_text_or_not() {
        for text in ["", "q=a+b&x=%", "q=%E8%8A%B1", "q=花%e5%ad%90", "q=%2", "q=%zz"] {
            assert!(is_text(text), "{text}");
        }
        for other in ["q=%ff", "q=%E8%8A", "q=a%80b", "%c0%80=1", "q=%ed%a0%80"] {
            assert!(!is_text(other), "{other}");
        }
    }
}
