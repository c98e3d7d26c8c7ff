//! For which address a proof was made (RFC 9449 §4.3, 9): compared without query and fragment, after the normalisation
//! of RFC 3986 §6.2.2 and §6.2.3, since a client's library may write the same address in its own way.

use axum::http::Uri;

use crate::http::escape;

/// Whether `htu` is `path` at one of our origins.
pub(super) fn names<'o>(htu: &str, mut origins: impl Iterator<Item = &'o str>, path: &str) -> bool {
    let Ok(meant) = htu.parse::<Uri>() else { return false };
    let Some(server) = server(&meant) else { return false };
    let ours =
        |origin: &str| origin.parse().is_ok_and(|origin| self::server(&origin).as_ref() == Some(&server));
    normal(meant.path()) == normal(path) && origins.any(ours)
}

/// Scheme, host and port.
fn server(uri: &Uri) -> Option<(String, String, u16)> {
    let scheme = uri.scheme_str()?.to_ascii_lowercase();
    let authority = uri.authority().filter(|authority| !authority.as_str().contains('@'))?;
    let port = match (authority.port_u16(), scheme.as_str()) {
        (Some(port), _) => port,
        (None, "https") => 443,
        (None, "http") => 80,
        (None, _) => return None,
    };
    Some((scheme, authority.host().to_ascii_lowercase(), port))
}

/// A path without `.` and `..`, which are taken out after the escapes, as one of them may stand for a dot.
fn normal(path: &str) -> String {
    without_dots(&with_needed_escapes(path))
}

/// RFC 3986 §5.2.4, of a path that begins with `/`.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut parts = path.split('/').skip(1).peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        match part {
            "." => {}
            ".." => drop(kept.pop()),
            part => {
                kept.push(part);
                continue;
            }
        }
        if is_last {
            kept.push("");
        }
    }
    format!("/{}", kept.join("/"))
}

/// A path whose escapes are capitals and stand only where one is needed.
fn with_needed_escapes(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        let Some((octet, behind)) = escape::octet(after) else {
            text.push('%');
            rest = after;
            continue;
        };
        match char::from(octet) {
            plain if plain.is_ascii_alphanumeric() || "-._~".contains(plain) => text.push(plain),
            _ => {
                text.push('%');
                text.push_str(&after[..2].to_ascii_uppercase());
            }
        }
        rest = behind;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_address_is_known_however_it_is_written() {
        let at =
            |htu: &str| names(htu, ["https://yui.example", "http://[::1]:8080"].into_iter(), "/v1/a~b/x%2fy");
        for same in [
            "https://yui.example/v1/a~b/x%2Fy",
            "HTTPS://YUI.Example:443/v1/a%7eb/x%2fy",
            "https://yui.example/v1/a~b/x%2fy?after=3",
            "https://yui.example/v1/a~b/x%2fy#here",
            "https://yui.example/v1/./a~b/x%2fy",
            "https://yui.example/./v1/other/../a~b/x%2fy",
            "https://yui.example/../v1/%2e/a~b/%2E%2e/a~b/x%2fy",
            "http://[::1]:8080/v1/a~b/x%2fy",
        ] {
            assert!(at(same), "{same}");
        }
        for other in [
            "http://yui.example/v1/a~b/x%2fy",
            "https://yui.example:444/v1/a~b/x%2fy",
            "https://yui.example.evil/v1/a~b/x%2fy",
            "https://yui.example@evil.example/v1/a~b/x%2fy",
            "https://me@yui.example/v1/a~b/x%2fy",
            "https://yui.example/v1/a~b/x/y",
            "https://yui.example/V1/a~b/x%2fy",
            "https://yui.example/v1/a~b/x%2fy/",
            "https://yui.example/v1/a~b/x%2fy/.",
            "https://yui.example/v1//a~b/x%2fy",
            "https://yui.example/v1/a~b/x%2fy/..",
            "https://yui.example/v1/.../a~b/x%2fy",
            "http://[::1]/v1/a~b/x%2fy",
            "/v1/a~b/x%2fy",
            "",
            "%",
        ] {
            assert!(!at(other), "{other}");
        }
    }
}
