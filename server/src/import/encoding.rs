//! What a list is written in. CP932 takes nearly any bytes and makes letters of them, so it is believed only where
//! nothing speaks against it: a list in another encoding must be refused, never become shops with names of rubbish.

use encoding_rs::{DecoderResult, EUC_JP, SHIFT_JIS};
use serde::Serialize;
use yui_texts::{Args, Lang, keys::chores as keys, text};

use super::Unreadable;

/// What a list is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub enum Encoding {
    /// UTF-8.
    #[default]
    #[serde(rename = "UTF-8")]
    Utf8,
    /// UTF-8 that says so at its beginning.
    #[serde(rename = "UTF-8 with byte order mark")]
    Utf8Marked,
    /// What Windows in Japan writes.
    #[serde(rename = "CP932")]
    Cp932,
}

impl Encoding {
    pub(super) fn told(self, lang: Lang) -> String {
        match self {
            Self::Utf8 => "UTF-8".to_owned(),
            Self::Utf8Marked => text(lang, keys::IMPORT_MARK, &Args::new()).plain,
            Self::Cp932 => "CP932".to_owned(),
        }
    }
}

/// The text and what it was written in.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), Unreadable> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Unreadable::Foreign("UTF-16"));
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Unreadable::NoText(Position::of(bytes, at)));
    }
    // ISO-2022-JP is all ASCII with escapes, so it would pass for UTF-8.
    if bytes.windows(3).any(|escape| matches!(escape, b"\x1b$B" | b"\x1b$@")) {
        return Err(Unreadable::Foreign("ISO-2022-JP"));
    }
    let (plain, mark) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, Encoding::Utf8Marked),
        None => (bytes, Encoding::Utf8),
    };
    let fault = match std::str::from_utf8(plain) {
        Ok(text) => return Ok((text.to_owned(), mark)),
        Err(error) => bytes.len() - plain.len() + error.valid_up_to(),
    };
    if mark == Encoding::Utf8Marked || is_mostly_utf8(plain) {
        return Err(Unreadable::DamagedUtf8(Position::of(bytes, fault)));
    }
    match (decoded(SHIFT_JIS, bytes), decoded(EUC_JP, bytes)) {
        (Ok(text), Err(_)) if is_japanese(&text) => Ok((text, Encoding::Cp932)),
        (Ok(_), Err(_)) => Err(Unreadable::NoEncoding),
        // Half-width kana of CP932 alone are letters of EUC-JP too; no heading is written like that.
        (_, Ok(_)) => Err(Unreadable::Foreign("EUC-JP")),
        (Err(at), Err(_)) => Err(Unreadable::Undecodable(Position::of(bytes, at))),
    }
}

/// Whether more letters beyond ASCII are whole in UTF-8 than are broken. In Japanese text of another encoding hardly
/// one is whole.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// Whether what CP932 made of a file can be Japanese. A two-byte encoding of another language comes out as half-width
/// kana, and among them as many marks and small kana as no word has.
fn is_japanese(text: &str) -> bool {
    let count = |fits: fn(char) -> bool| text.chars().filter(|c| fits(*c)).count();
    let half = count(|c| ('\u{ff61}'..='\u{ff9f}').contains(&c));
    let odd = count(|c| ('\u{ff61}'..='\u{ff6f}').contains(&c));
    let full = count(|c| !c.is_ascii()) - half;
    half <= full || odd * 3 <= half
}

/// The text, or where it cannot be one.
fn decoded(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or_default());
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        (DecoderResult::Malformed(bad, after), read) => Err(read - usize::from(bad) - usize::from(after)),
        (DecoderResult::OutputFull, read) => Err(read),
    }
}

/// A place in a file, for who opens it in an editor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The byte in that line, from 1.
    pub byte: usize,
}

impl Position {
    fn of(bytes: &[u8], at: usize) -> Self {
        let before = &bytes[..at];
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        Self { line: before.split(|byte| *byte == b'\n').count(), byte: at - start + 1 }
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, EUC_KR, GBK, UTF_16LE};

    use super::*;

    const LIST: &str = "番号,店名,住所\n1,花子パン,大村市玖島1丁目\n2,高﨑書店,大村市竹松2\n";

    fn written(encoding: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{}", encoding.name());
        bytes.into_owned()
    }

    #[test]
    fn what_we_read_is_found_out() {
        assert_eq!(decode(&written(SHIFT_JIS, LIST)), Ok((LIST.to_owned(), Encoding::Cp932)));
        let half = "名称,カナ\nA,ﾊﾅｺ\nB,ﾊﾝ\n";
        assert_eq!(decode(&written(SHIFT_JIS, half)), Ok((half.to_owned(), Encoding::Cp932)));
        let small = "name\nｷｬｯﾁ\nﾊﾅｺﾊﾟﾝ\nﾔｵﾔﾀﾅｶ\n";
        assert_eq!(decode(&written(SHIFT_JIS, small)), Ok((small.to_owned(), Encoding::Cp932)));
        assert_eq!(decode(LIST.as_bytes()), Ok((LIST.to_owned(), Encoding::Utf8)));
        assert_eq!(decode(b"name\nA\n"), Ok(("name\nA\n".to_owned(), Encoding::Utf8)));
        let marked = format!("\u{feff}{LIST}");
        assert_eq!(decode(marked.as_bytes()), Ok((LIST.to_owned(), Encoding::Utf8Marked)));
    }

    #[test]
    fn other_encodings_are_refused_by_name() {
        let list = LIST.replace('﨑', "崎");
        assert_eq!(decode(&written(EUC_JP, &list)), Err(Unreadable::Foreign("EUC-JP")));
        assert_eq!(decode(b"\x1b$B;M\x1b(B,1\n"), Err(Unreadable::Foreign("ISO-2022-JP")));
        let utf16: Vec<u8> = list.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&[b"\xff\xfe", utf16.as_slice()].concat()), Err(Unreadable::Foreign("UTF-16")));
        assert!(matches!(decode(&utf16), Err(Unreadable::NoText(_))), "{}", UTF_16LE.name());
    }

    #[test]
    fn no_foreign_list_becomes_text() {
        for (encoding, list) in [
            (GBK, "编号,店名,地址\n1,花子面包,大村市玖岛\n2,高崎书店,竹松\n"),
            (BIG5, "編號,店名,地址\n1,花子麵包,大村市玖島\n2,高崎書店,竹松\n"),
            (EUC_KR, "번호,이름,주소\n1,하나코,오무라시\n2,서점,다케마쓰\n"),
            (encoding_rs::WINDOWS_1252, "no,name\n1,Café\n2,Crème\n"),
            (encoding_rs::WINDOWS_1251, "номер,имя\n1,Хлеб\n"),
        ] {
            let read = decode(&written(encoding, list));
            assert!(read.is_err(), "{}: {read:?}", encoding.name());
        }
    }

    #[test]
    fn a_broken_letter_is_named_by_its_place() {
        let mut bytes = LIST.as_bytes().to_vec();
        let at = LIST.find('子').expect("there");
        bytes.remove(at);
        assert_eq!(decode(&bytes), Err(Unreadable::DamagedUtf8(Position { line: 2, byte: 6 })));
        let mut bytes = written(SHIFT_JIS, LIST);
        bytes.push(0x81);
        assert_eq!(decode(&bytes), Err(Unreadable::Undecodable(Position { line: 4, byte: 1 })));
    }
}
