//! What card and phone keys sign at a registration.

use yui_protocol::{
    Base64Url, ErrorCode, PublicKey, Thumbprint, hides,
    identity::{EnrolKey, EnrolPurpose, EnrolStatement, NonceAnswer},
};

use crate::{core::Core, error::AppResult, platform::KeyName};

/// How long the name of a phone may be.
const NAME: usize = 40;

/// The phone's keys of a registration.
#[derive(Clone, Copy)]
pub(super) struct Keyring {
    pub(super) device: PublicKey,
    pub(super) device_uv: Option<PublicKey>,
}

impl Core {
    /// The keys this phone registers with: those of a registration that was begun and not answered, or new
    /// ones. Without a screen lock there is no key that proves the user, and registration goes on.
    pub(super) async fn keyring(&self, purpose: EnrolPurpose) -> AppResult<Keyring> {
        let device = self.keys.public_or_make(KeyName::Device).await?;
        let device_uv = match purpose {
            EnrolPurpose::RenewUserKey => self.keys.make(KeyName::DeviceUv).await,
            _ => self.keys.public_or_make(KeyName::DeviceUv).await,
        };
        match device_uv {
            Ok(key) => Ok(Keyring { device, device_uv: Some(key) }),
            Err(error)
                if error.code() == &ErrorCode::NoScreenLock && purpose != EnrolPurpose::RenewUserKey =>
            {
                Ok(Keyring { device, device_uv: None })
            }
            Err(error) => Err(error),
        }
    }

    /// A nonce, and the time that comes with it.
    pub(super) async fn enrol_nonce(&self) -> AppResult<NonceAnswer> {
        let nonce = self.api.nonce().await?;
        self.heard(nonce.server_time).await?;
        Ok(nonce)
    }

    pub(super) fn statement(
        &self,
        purpose: EnrolPurpose,
        nonce: &NonceAnswer,
        keyring: Keyring,
        card: Thumbprint,
    ) -> Vec<u8> {
        EnrolStatement {
            town: self.town,
            purpose,
            nonce: nonce.nonce.0.clone(),
            time: self.time.now(),
            device: keyring.device.thumbprint(),
            device_uv: keyring.device_uv.map(|key| key.thumbprint()),
            authentication_certificate: card,
        }
        .payload()
    }

    /// A phone key's part of a registration.
    pub(super) async fn enrol_key(
        &self,
        name: KeyName,
        key: PublicKey,
        payload: &[u8],
        nonce: &NonceAnswer,
    ) -> AppResult<EnrolKey> {
        let prompt = match name {
            KeyName::DeviceUv => self.words().of(yui_texts::keys::identity::REGISTER_TITLE).plain,
            _ => String::new(),
        };
        let signature = self.keys.sign(name, EnrolStatement::signed_bytes(payload), prompt).await?;
        let attestation = Base64Url(self.keys.attest(name, nonce.nonce.0.clone()).await?);
        Ok(EnrolKey { key, signature, attestation })
    }
}

/// The name of a phone as it is sent: without what shows nothing (which joins the parts of some emoji), trimmed, at most
/// 40 characters. `malformed_request` when nothing of it shows.
pub(super) fn device_name(name: &str) -> AppResult<String> {
    let shown: String = name.chars().filter(|c| !hides(*c)).collect();
    let name: String = shown.trim().chars().take(NAME).collect();
    if name.is_empty() { Err(ErrorCode::MalformedRequest.into()) } else { Ok(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_sent_as_it_is_read() {
        assert_eq!(device_name(" はなこの電話 "), Ok("はなこの電話".to_owned()));
        assert_eq!(device_name("\u{202e}は\u{200b}なこ\u{3164}"), Ok("はなこ".to_owned()));
        assert_eq!(device_name("👩\u{200d}🌾"), Ok("👩🌾".to_owned()));
        let long = device_name(&format!("{}{}", "\u{200b}".repeat(9), "長".repeat(41)));
        assert_eq!(long.map(|name| name.chars().count()), Ok(NAME));
        assert!(device_name(" \u{200b}\u{3164}").is_err(), "nobody could tell which phone it is");
    }
}
