//! QR codes as both UIs draw them.

use yui_protocol::qr::Modules;

/// A QR code: dark squares on white in both themes, with four of white around.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct QrView {
    /// How many squares a side has, without the white around.
    pub side: u32,
    /// 1 for dark and 0 for light, row by row from above, `side * side` of them.
    pub dark: Vec<u8>,
}

/// The largest version that a payer's code takes; it stays below.
const LARGEST: i16 = 11;

impl QrView {
    /// None for a text that no code of that size holds.
    pub(super) fn of(text: &str) -> Option<Self> {
        let code = Modules::of(text, LARGEST).ok()?;
        Some(Self {
            side: u32::try_from(code.side).ok()?,
            dark: code.dark.into_iter().map(u8::from).collect(),
        })
    }
}
