//! Where a reader of the feed stands: opaque to it, the last row it was shown to us.

use yui_protocol::{Base64Url, ErrorCode};

/// The form of today's cursors.
const VERSION: u8 = 1;

/// The text of a cursor after row `seq`.
pub(super) fn write(seq: i64) -> String {
    Base64Url::encode(&[&[VERSION], &seq.to_be_bytes()[..]].concat())
}

/// The row of a cursor: `malformed_request` when it is none of ours.
pub(crate) fn read(text: &str) -> Result<i64, ErrorCode> {
    let bytes = Base64Url::decode(text).ok_or(ErrorCode::MalformedRequest)?;
    match bytes.split_first() {
        Some((&VERSION, seq)) => {
            let seq = i64::from_be_bytes(seq.try_into().map_err(|_| ErrorCode::MalformedRequest)?);
            if seq >= 0 { Ok(seq) } else { Err(ErrorCode::MalformedRequest) }
        }
        _ => Err(ErrorCode::MalformedRequest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_and_nothing_else_does() {
        for seq in [0, 1, i64::MAX] {
            assert_eq!(read(&write(seq)), Ok(seq));
        }
        for wrong in ["", "1", "AQ", "AgAAAAAAAAAB", &write(-1), "a cursor"] {
            assert_eq!(read(wrong), Err(ErrorCode::MalformedRequest), "{wrong}");
        }
    }
}
