//! The virtual card at a phone's reader.

use yui_app::{CardTransport, PlatformError};

use crate::card::VirtualCard;

impl CardTransport for VirtualCard {
    fn transceive(&self, apdu: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        self.answer(&apdu).ok_or(PlatformError::CardLost)
    }
}
